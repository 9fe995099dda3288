#include "sculpt/made_split.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "sculpt/sheet_builder.h"
#include "sculpt/sheet_shape.h"

namespace myomap {
namespace {

// A place along the sheet, by its share across.
using Border = std::function<float(float)>;

float blended(const std::vector<float>& values, float share) {
    const float at = std::clamp(share, 0.0F, 1.0F) * static_cast<float>(values.size() - 1);
    const auto i = std::min(static_cast<std::size_t>(at), values.size() - 1);
    if (i + 1 >= values.size()) return values.back();
    return values[i] + (at - static_cast<float>(i)) * (values[i + 1] - values[i]);
}

float share_of(int i, int count) {
    return static_cast<float>(i) / static_cast<float>(count - 1);
}

// The muscle's coordinates at a few places of the piece of a sheet between two borders.
std::vector<Vec2> places_between(const BodySheet& sheet, const Border& from, const Border& to) {
    constexpr int count = 4;
    std::vector<Vec2> places;
    for (int s = 0; s < count; ++s)
        for (int r = 0; r < count; ++r) {
            const float across = share_of(r, count);
            const float along = from(across) + share_of(s, count) * (to(across) - from(across));
            places.emplace_back(sheet.along_from + along * (sheet.along_to - sheet.along_from),
                                sheet.across_from + across * (sheet.across_to - sheet.across_from));
        }
    return places;
}

// The piece of a sheet between two borders.
BodySheet piece(const BodySheet& sheet, const SheetControls& controls, const Border& from, const Border& to,
                float thickness, int rows) {
    BodySheet result = sheet;
    result.rows = rows;
    const auto along_at = [&](float share, float across) {
        return from(across) + share * (to(across) - from(across));
    };
    const float part = along_at(1, 0.5F) - along_at(0, 0.5F);
    result.stations =
        std::max(5, static_cast<int>(std::lround(part * static_cast<float>(sheet.stations - 1))) + 1);
    result.middle_mm.clear();
    result.half_mm.clear();
    for (int s = 0; s < result.stations; ++s)
        for (int r = 0; r < result.rows; ++r) {
            const float across = share_of(r, result.rows);
            const Vec4 middle =
                spline_middle(controls, along_at(share_of(s, result.stations), across), across);
            result.middle_mm.emplace_back(middle);
            result.half_mm.push_back(std::max(0.2F, thickness * middle.w));
        }
    result.places = places_between(sheet, from, to);
    return result;
}

// Where a sheet begins that arises in slips: at their tips, and back between them.
Border slips_border(int slips, float depth) {
    return [slips, depth](float across) {
        const float at = across * static_cast<float>(slips);
        return depth * std::abs(2 * (at - std::floor(at)) - 1);
    };
}

}  // namespace

SplitSheet split_sheet(const MadeSheet& rule, const BodySheet& sheet) {
    constexpr float overlap_mm = 3;       // of tendon and flesh, so that no gap is seen
    constexpr float intersection_mm = 6;  // along the fibres
    constexpr int rows_a_slip = 4;
    if (rule.flesh_from.empty() && rule.flesh_to.empty() && rule.intersections.empty() && rule.slips == 0)
        return {{sheet}, {}, {}};
    const SheetControls controls = controls_of(sheet);
    const float length = std::max(length_mm(sheet), 1.0F);
    const bool turned = (sheet.across_from < sheet.across_to) != (rule.across_from < rule.across_to);
    const auto border = [&](const std::vector<float>& values, float otherwise) -> Border {
        if (values.empty()) return [otherwise](float) { return otherwise; };
        return [&values, turned](float across) { return blended(values, turned ? 1 - across : across); };
    };
    const auto moved = [](const Border& by, float way) -> Border {
        return [by, way](float across) { return std::clamp(by(across) + way, 0.0F, 1.0F); };
    };
    const auto cut = [&](const Border& from, const Border& to, float thickness = 1) {
        return piece(sheet, controls, from, to, thickness, sheet.rows);
    };
    SplitSheet split;
    Border from = border(rule.flesh_from, 0);
    const Border end = border(rule.flesh_to, 1);
    const float overlap = overlap_mm / length;
    if (!rule.flesh_from.empty())
        split.tendon.push_back(cut([](float) { return 0.0F; }, moved(from, overlap)));
    for (const float at : rule.intersections) {
        const float half = intersection_mm / length / 2;
        // They run in a zigzag.
        const Border line = [at, half](float across) { return at + half * std::sin(9.0F * across); };
        split.flesh.push_back(cut(from, moved(line, -half)));
        split.tendon.push_back(cut(moved(line, -half - overlap), moved(line, half + overlap), 0.72F));
        from = moved(line, half);
    }
    split.flesh.push_back(cut(from, end));
    if (rule.slips > 0) {
        BodySheet parted = piece(sheet, controls, slips_border(rule.slips, rule.slips_mm / length), end, 1,
                                 std::max(sheet.rows, rows_a_slip * rule.slips + 1));
        parted.places = split.flesh.back().places;  // parting takes away flesh, it shortens no fibre
        split.flesh.back() = std::move(parted);
    }
    const Border whole = [](float) { return 1.0F; };
    const Border drawn_to = border(rule.tendon_to, 1);
    if (!rule.flesh_to.empty()) split.tendon.push_back(cut(moved(end, -overlap), drawn_to));
    if (!rule.tendon_to.empty()) split.open.push_back(cut(drawn_to, whole));
    return split;
}

}  // namespace myomap
