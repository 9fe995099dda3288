#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "atlas/needle_path.h"
#include "atlas/pain_lookup.h"
#include "atlas/pain_map.h"
#include "atlas/point_place.h"
#include "atlas/zone_field.h"
#include "body/body.h"
#include "catalog/catalog.h"

namespace myomap {

// A point on one side of the body.
struct PointOnSide {
    std::string point;  // id
    Side side = Side::Left;
    bool operator==(const PointOnSide&) const = default;
};

// Where a catalog meets a body: every name has a place. Keeps references to both, which must outlive it.
class Atlas {
public:
    Atlas(const Catalog& catalog, const Body& body);
    ~Atlas();
    Atlas(const Atlas&) = delete;
    Atlas& operator=(const Atlas&) = delete;

    const Catalog& catalog() const { return *catalog_; }
    const Body& body() const { return *body_; }

    const std::vector<PlacedPoint>& points() const {
        return points_;
    }  // every point on every side it exists on
    const PlacedPoint* place(std::string_view point, Side side) const;
    std::vector<Side> sides_of(const TriggerPoint& point) const;

    const ZoneField& zones() const { return zones_; }

    // Density of one point's referred pain. Fast enough to be made when a point is selected (under 10 ms).
    PainMap pain_map(const TriggerPoint& point, Side side) const;

    // The way of a needle to a place of these; none where the body has no skin to go through. Found when it
    // is first asked for, which may take some hundredths of a second, and kept: a film asks anew each frame.
    const std::optional<NeedlePath>& needle(const PlacedPoint& place) const;

    // From a painted pain back to points. Made when it is first asked for, which takes about half a second
    // (any thread may be the first).
    const PainLookup& lookup() const;
    const SkinGround& ground() const { return ground_; }
    // What is painted, on this body. Asked again with a few more marks, as a brush does, it takes well under
    // a millisecond.
    FeltPain felt(std::span<const PaintedArea> areas) const;

private:
    struct LateLookup;
    struct FoundNeedles;
    struct SharedPainter;
    const Catalog* catalog_;
    const Body* body_;
    std::vector<PlacedPoint> points_;
    SkinGround ground_;
    ZoneField zones_;
    std::unique_ptr<LateLookup> lookup_;
    std::unique_ptr<FoundNeedles> needles_;
    std::unique_ptr<SharedPainter> painter_;
};

}  // namespace myomap
