#include "catalog/muscle.h"

#include <algorithm>

namespace myomap {

bool drawn_by_stroke(const TriggerPoint& point, const Referral& referral) {
    return std::ranges::any_of(point.strokes, [&](const SkinStroke& stroke) {
        return std::ranges::find(stroke.draws, referral.zone) != stroke.draws.end();
    });
}

}  // namespace myomap
