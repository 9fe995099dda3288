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

// The piece of a sheet between two borders.
BodySheet piece(const BodySheet& sheet, const SheetControls& controls, const Border& from, const Border& to,
                float thickness) {
    BodySheet result = sheet;
    const auto share_of = [](int i, int count) {
        return static_cast<float>(i) / static_cast<float>(count - 1);
    };
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
    constexpr int places = 4;
    result.places.clear();
    for (int s = 0; s < places; ++s)
        for (int r = 0; r < places; ++r) {
            const float across = share_of(r, places);
            const float along = along_at(share_of(s, places), across);
            result.places.emplace_back(sheet.along_from + along * (sheet.along_to - sheet.along_from),
                                       sheet.across_from + across * (sheet.across_to - sheet.across_from));
        }
    return result;
}

}  // namespace

SplitSheet split_sheet(const MadeSheet& rule, const BodySheet& sheet) {
    constexpr float overlap_mm = 3;       // of tendon and flesh, so that no gap is seen
    constexpr float intersection_mm = 6;  // along the fibres
    if (rule.flesh_from.empty() && rule.flesh_to.empty() && rule.intersections.empty())
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
    SplitSheet split;
    Border from = border(rule.flesh_from, 0);
    const Border end = border(rule.flesh_to, 1);
    const float overlap = overlap_mm / length;
    if (!rule.flesh_from.empty())
        split.tendon.push_back(piece(
            sheet, controls, [](float) { return 0.0F; }, moved(from, overlap), 1));
    for (const float at : rule.intersections) {
        const float half = intersection_mm / length / 2;
        // They run in a zigzag.
        const Border line = [at, half](float across) { return at + half * std::sin(9.0F * across); };
        split.flesh.push_back(piece(sheet, controls, from, moved(line, -half), 1));
        split.tendon.push_back(
            piece(sheet, controls, moved(line, -half - overlap), moved(line, half + overlap), 0.72F));
        from = moved(line, half);
    }
    split.flesh.push_back(piece(sheet, controls, from, end, 1));
    const Border whole = [](float) { return 1.0F; };
    const Border drawn_to = border(rule.tendon_to, 1);
    if (!rule.flesh_to.empty())
        split.tendon.push_back(piece(sheet, controls, moved(end, -overlap), drawn_to, 1));
    if (!rule.tendon_to.empty()) split.open.push_back(piece(sheet, controls, drawn_to, whole, 1));
    return split;
}

}  // namespace myomap
