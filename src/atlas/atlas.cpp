#include "atlas/atlas.h"

#include <map>
#include <mutex>
#include <utility>

namespace myomap {

struct Atlas::LateLookup {
    std::once_flag made;
    PainLookup lookup;
};

// By the place; a map's values stay where they are. Any thread may ask.
struct Atlas::FoundNeedles {
    std::mutex held;
    std::map<std::pair<std::string, Side>, std::optional<NeedlePath>> found;
};

// What was painted last, so that only what is new has to be; any thread may ask.
struct Atlas::SharedPainter {
    SharedPainter(const SkinGround& ground, const ZoneField& zones) : painter(ground, zones) {}
    std::mutex held;
    FeltPainter painter;
};

Atlas::Atlas(const Catalog& catalog, const Body& body)
    : catalog_(&catalog),
      body_(&body),
      points_(place_points(catalog, body)),
      ground_(body),
      zones_(catalog.zones(), ground_),
      lookup_(std::make_unique<LateLookup>()),
      needles_(std::make_unique<FoundNeedles>()),
      painter_(std::make_unique<SharedPainter>(ground_, zones_)) {}

Atlas::~Atlas() = default;

const PainLookup& Atlas::lookup() const {
    std::call_once(lookup_->made, [this] { lookup_->lookup = PainLookup(*catalog_, ground_, zones_); });
    return lookup_->lookup;
}

const std::optional<NeedlePath>& Atlas::needle(const PlacedPoint& place) const {
    const std::lock_guard lock(needles_->held);
    const auto [found, is_new] = needles_->found.try_emplace({place.point->id, place.side});
    const Muscle* muscle = catalog_->muscle(place.point->muscle);
    if (is_new && muscle != nullptr) found->second = needle_path(place, *muscle, *body_);
    return found->second;
}

FeltPain Atlas::felt(std::span<const PaintedArea> areas) const {
    const std::lock_guard lock(painter_->held);
    return painter_->painter.felt(areas);
}

const PlacedPoint* Atlas::place(std::string_view point, Side side) const {
    for (const PlacedPoint& placed : points_)
        if (placed.side == side && placed.point->id == point) return &placed;
    return nullptr;
}

std::vector<Side> Atlas::sides_of(const TriggerPoint& point) const {
    return myomap::sides_of(point);
}

PainMap Atlas::pain_map(const TriggerPoint& point, Side side) const {
    return make_pain_map(point, side, zones_, ground_);
}

}  // namespace myomap
