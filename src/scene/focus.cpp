#include "scene/focus.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace myomap {
namespace {

constexpr std::array all_sides{Side::Left, Side::Right, Side::Midline};

void add_parts(const Muscle& muscle, const Selection& selection, const Body& body, std::vector<int>& parts) {
    for (Side side : all_sides) {
        if (muscle.paired && side != Side::Midline && !on_selected_side(selection, side)) continue;
        const auto found = body.parts_of_muscle(muscle.id, side);
        parts.insert(parts.end(), found.begin(), found.end());
    }
}

void sort_unique(std::vector<int>& indices) {
    std::ranges::sort(indices);
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
}

void add_points(const TriggerPoint& point, const Selection& selection, const Atlas& atlas,
                std::vector<PointOnSide>& points) {
    for (Side side : selected_sides(selection, atlas, point)) points.push_back({point.id, side});
}

// Several maps on one skin: all of them together, and little more than the strongest of them: the sum of
// sixth powers, so that two that meet edge to edge leave no seam.
class Summed {
public:
    explicit Summed(std::size_t vertices) : sum_(vertices, 0.0F), sixths_(vertices, 0.0F) {}
    void add(const SkinDensity& density) {
        for (std::size_t i = 0; i < density.vertex.size(); ++i) {
            const float cube = density.value[i] * density.value[i] * density.value[i];
            sum_[density.vertex[i]] += density.value[i];
            sixths_[density.vertex[i]] += cube * cube;
        }
    }
    // The drawn edge of one half stands near where it stands for the map that reaches furthest: the sum of
    // many would pass one half where each of them fades out, which no triangle of the skin can show but as a
    // torn rim. Inside of it the skin is the fuller, the more maps meet. A map that is alone is unchanged.
    std::vector<float> shown() && {
        constexpr float edge = 0.5F;
        constexpr float alone = 0.3F;  // how full one of several maps is
        const float largest = sum_.empty() ? 0.0F : *std::ranges::max_element(sum_);
        if (largest <= 1) return std::move(sum_);
        for (std::size_t v = 0; v < sum_.size(); ++v) {
            if (sum_[v] == 0) continue;
            const float most = std::min(1.0F, std::pow(sixths_[v], 1.0F / 6));
            const float others = std::clamp((sum_[v] - most) / (largest - 1), 0.0F, 1.0F);
            const float full = alone + (1 - alone) * others;
            sum_[v] = most > edge ? edge + (most - edge) * full : most;
        }
        return std::move(sum_);
    }

private:
    std::vector<float> sum_, sixths_;
};

// Of several points only those that refer pain are summed; one alone shows what it sets off.
void leave_out_other_than_pain(std::vector<PointOnSide>& mapped, const Catalog& catalog) {
    std::erase_if(mapped, [&](const PointOnSide& each) {
        const TriggerPoint* point = catalog.point(each.point);
        return point != nullptr && !refers_pain(*point);
    });
}

bool is_other_side(const PointOnSide& a, const PointOnSide& b) {
    return a.point == b.point && a.side != b.side;
}

PainMap joined(const PainMap& a, const PainMap& b) {
    return {joined(a.essential, b.essential), joined(a.spillover, b.spillover)};
}

// Which of several maps is strongest at a vertex.
class Strongest {
public:
    explicit Strongest(std::size_t vertices) : weight_(vertices, 0.0F) {}
    void take(const SkinDensity& density, float weight, Rgb colour, std::vector<float>& most,
              std::vector<Rgb>& paint) {
        for (std::size_t i = 0; i < density.vertex.size(); ++i) {
            const std::size_t v = density.vertex[i];
            most[v] = std::max(most[v], density.value[i]);
            if (weight * density.value[i] <= weight_[v]) continue;
            weight_[v] = weight * density.value[i];
            paint[v] = colour;
        }
    }

private:
    std::vector<float> weight_;
};

}  // namespace

bool on_selected_side(const Selection& selection, Side side) {
    return selection.both_sides || side == Side::Midline || side == selection.side;
}

std::vector<Side> selected_sides(const Selection& selection, const Atlas& atlas, const TriggerPoint& point) {
    const std::vector<Side> existing = atlas.sides_of(point);
    std::vector<Side> sides;
    for (Side side : existing) {
        if (on_selected_side(selection, side)) sides.push_back(side);
    }
    return sides.empty() ? existing : sides;
}

std::vector<const TriggerPoint*> points_in_view(const Selection& selection, const Catalog& catalog) {
    std::vector<const TriggerPoint*> points;
    if (const Condition* condition = catalog.condition(selection.condition)) {
        for (const RelatedPoint& related : catalog.points_of(*condition)) points.push_back(related.point);
    } else if (catalog.zone(selection.zone) != nullptr) {
        points = catalog.points_referring_to(selection.zone);
    } else if (const Muscle* muscle = catalog.muscle(selection.muscle)) {
        for (const TriggerPoint& point : muscle->trigger_points) points.push_back(&point);
    } else {
        points = catalog.points();
    }
    return points;
}

std::vector<const Muscle*> muscles_in_view(const Selection& selection, const Catalog& catalog) {
    std::vector<const Muscle*> muscles;
    if (const Condition* condition = catalog.condition(selection.condition)) {
        for (const RelatedMuscle& related : catalog.muscles_of(*condition)) muscles.push_back(related.muscle);
    } else if (catalog.zone(selection.zone) != nullptr) {
        for (const TriggerPoint* point : catalog.points_referring_to(selection.zone)) {
            const Muscle* muscle = catalog.muscle(point->muscle);
            if (std::ranges::find(muscles, muscle) == muscles.end()) muscles.push_back(muscle);
        }
    } else {
        for (const Muscle& muscle : catalog.muscles()) {
            if (!muscle.trigger_points.empty()) muscles.push_back(&muscle);
        }
    }
    return muscles;
}

Focus focus_of(const Selection& selection, const Atlas& atlas) {
    const Catalog& catalog = atlas.catalog();
    const Body& body = atlas.body();
    Focus focus;
    if (const int part = body.part_index(selection.part); part >= 0) focus.parts.push_back(part);

    const Muscle* muscle = catalog.muscle(selection.muscle);
    if (muscle != nullptr) add_parts(*muscle, selection, body, focus.parts);
    sort_unique(focus.parts);

    const bool context = !selection.condition.empty() || !selection.zone.empty();
    if (context) {
        for (const Muscle* other : muscles_in_view(selection, catalog)) {
            add_parts(*other, selection, body, focus.related_parts);
        }
        sort_unique(focus.related_parts);
        std::erase_if(focus.related_parts,
                      [&](int part) { return std::ranges::binary_search(focus.parts, part); });
    }
    if (context || muscle != nullptr) {
        for (const TriggerPoint* point : points_in_view(selection, catalog)) {
            add_points(*point, selection, atlas, focus.related);
        }
    }

    if (const TriggerPoint* point = catalog.point(selection.point)) {
        add_points(*point, selection, atlas, focus.mapped);
    } else if (muscle != nullptr) {
        for (const TriggerPoint& each : muscle->trigger_points)
            add_points(each, selection, atlas, focus.mapped);
        leave_out_other_than_pain(focus.mapped, catalog);
    } else if (!selection.condition.empty()) {
        focus.mapped = focus.related;
        leave_out_other_than_pain(focus.mapped, catalog);
    }
    for (const PointOnSide& point : focus.mapped) {
        if (std::ranges::find(focus.related, point) == focus.related.end()) focus.related.push_back(point);
    }
    return focus;
}

std::vector<HuedPoint> hued_points(const std::vector<PointOnSide>& mapped, const Display& display) {
    std::vector<HuedPoint> hued;
    if (!display.maps_apart) return hued;
    for (const PointOnSide& point : mapped) {
        if (std::ranges::find(hued, point.point, &HuedPoint::point) != hued.end()) continue;
        if (hued.size() == hue_count) return {};
        hued.push_back({point.point, hue(display.palette, static_cast<int>(hued.size()))});
    }
    return hued.size() > 1 ? hued : std::vector<HuedPoint>();
}

bool is_no_pain(const std::vector<PointOnSide>& mapped, const Catalog& catalog) {
    return !mapped.empty() && std::ranges::none_of(mapped, [&](const PointOnSide& each) {
        const TriggerPoint* point = catalog.point(each.point);
        return point == nullptr || refers_pain(*point);
    });
}

PainShown pain_of(const std::vector<PointOnSide>& mapped, const Display& display, const Atlas& atlas) {
    const std::size_t vertices = atlas.body().skin.mesh.positions.size();
    PainShown shown;
    if (vertices == 0 || mapped.empty()) return shown;
    Summed essential(vertices), spillover(vertices);
    const std::vector<HuedPoint> hued = hued_points(mapped, display);
    if (!hued.empty()) {
        shown.essential.assign(vertices, 0.0F);
        shown.spillover.assign(vertices, 0.0F);
        shown.paint.assign(vertices, Rgb{});
    }
    Strongest strongest(hued.empty() ? 0 : vertices);
    std::size_t maps = 0;
    for (std::size_t i = 0; i < mapped.size(); ++i) {
        const PointOnSide& each = mapped[i];
        const TriggerPoint* point = atlas.catalog().point(each.point);
        if (point == nullptr) continue;
        PainMap map = atlas.pain_map(*point, each.side);
        ++maps;
        // On both sides it is one map, without a seam in the midline.
        for (; i + 1 < mapped.size() && is_other_side(mapped[i], mapped[i + 1]); ++i)
            map = joined(map, atlas.pain_map(*point, mapped[i + 1].side));
        if (hued.empty()) {
            essential.add(map.essential);
            spillover.add(map.spillover);
        } else {
            const Rgb colour = std::ranges::find(hued, each.point, &HuedPoint::point)->colour;
            // An essential area wins over spillover of any strength.
            strongest.take(map.spillover, 1, colour, shown.spillover, shown.paint);
            strongest.take(map.essential, 3, colour, shown.essential, shown.paint);
        }
    }
    if (hued.empty()) {
        shown.essential = std::move(essential).shown();
        shown.spillover = std::move(spillover).shown();
    }
    if (is_no_pain(mapped, atlas.catalog()))
        shown.paint.assign(vertices, other_sensation_colour(display.palette));
    shown.summed = hued.empty() && maps > 1;
    return shown;
}

PainShown pain_shown(const Selection& selection, const Focus& focus, const Display& display,
                     const Atlas& atlas) {
    PainShown shown = pain_of(focus.mapped, display, atlas);
    const Zone* zone = atlas.catalog().zone(selection.zone);
    if (!focus.mapped.empty() || zone == nullptr) return shown;
    Summed area(atlas.body().skin.mesh.positions.size());
    for (const Side side : {Side::Left, Side::Right}) {
        if (zone->midline ? side == Side::Left : on_selected_side(selection, side))
            area.add(atlas.zones().density(selection.zone, side));
    }
    shown.essential = std::move(area).shown();
    return shown;
}

}  // namespace myomap
