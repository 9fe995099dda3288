#include "scene/meant_point.h"

#include "scene/focus.h"

namespace myomap {

const TriggerPoint* meant_point(const Selection& selection, const Catalog& catalog) {
    if (!selection.point.empty()) return catalog.point(selection.point);
    if (selection.muscle.empty() && selection.condition.empty() && selection.zone.empty()) return nullptr;
    const auto points = points_in_view(selection, catalog);
    return points.empty() ? nullptr : points.front();
}

}  // namespace myomap
