#include "catalog/muscle.h"

#include <algorithm>
#include <array>

namespace myomap {
namespace {

constexpr std::array<std::string_view, 4> hold_names{"straight", "flat", "pincer", "hand"};
constexpr std::array<std::string_view, 6> direction_names{"front",  "back",  "lateral",
                                                          "medial", "above", "below"};

template <class Value, std::size_t N>
std::optional<Value> value_of(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto found = std::ranges::find(names, name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

}  // namespace

std::string_view to_text(NeedleHold hold) {
    return hold_names.at(static_cast<std::size_t>(hold));
}

std::string_view to_text(BodyDirection direction) {
    return direction_names.at(static_cast<std::size_t>(direction));
}

std::optional<NeedleHold> needle_hold_from_text(std::string_view text) {
    return value_of<NeedleHold>(hold_names, text);
}

std::optional<BodyDirection> body_direction_from_text(std::string_view text) {
    return value_of<BodyDirection>(direction_names, text);
}

NeedleLine needle_line(const Needling& needling, int point_number) {
    NeedleLine for_all;
    for (const NeedleLine& line : needling.lines) {
        if (line.points.empty()) for_all = line;
        if (std::ranges::find(line.points, point_number) != line.points.end()) return line;
    }
    return for_all;
}

bool refers_pain(const TriggerPoint& point) {
    return point.not_pain.empty();
}

bool drawn_by_stroke(const TriggerPoint& point, const Referral& referral) {
    return std::ranges::any_of(point.strokes, [&](const SkinStroke& stroke) {
        return std::ranges::find(stroke.draws, referral.zone) != stroke.draws.end();
    });
}

}  // namespace myomap
