#include "atlas/place_check.h"

namespace myomap {
namespace {

constexpr float reference_height_m = 1.72F;

float scale_of(const Body& body) {
    const Box skin = bounds_of(body.skin.mesh);
    const float height_m = (skin.empty() ? body.bounds() : skin).size().y;
    return height_m > 0 ? reference_height_m / height_m : 1.0F;
}

float along_mm(const Vec3& way_m, PlaceExpectation::Direction direction, Side side) {
    using Direction = PlaceExpectation::Direction;
    const float lateral_m = side == Side::Right ? -way_m.x : way_m.x;
    switch (direction) {
        case Direction::Up:
            return way_m.y * 1000;
        case Direction::Down:
            return -way_m.y * 1000;
        case Direction::Lateral:
            return lateral_m * 1000;
        case Direction::Medial:
            return -lateral_m * 1000;
        case Direction::Forward:
            return way_m.z * 1000;
        case Direction::Back:
            return -way_m.z * 1000;
        case Direction::Any:
            break;
    }
    return glm::length(way_m) * 1000;
}

}  // namespace

std::vector<PlaceCheck> check_places(std::span<const PlacedPoint> points, const Body& body) {
    const float scale = scale_of(body);
    std::vector<PlaceCheck> checks;
    for (const PlacedPoint& place : points)
        for (const PlaceExpectation& expectation : place.point->expect) {
            PlaceCheck check{&place, &expectation, std::nullopt};
            const Landmark* landmark = body.landmark(expectation.landmark, place.side);
            if (landmark == nullptr) landmark = body.landmark(expectation.landmark, Side::Midline);
            if (landmark != nullptr)
                check.found_mm =
                    scale * along_mm(place.position - landmark->position, expectation.direction, place.side);
            checks.push_back(check);
        }
    return checks;
}

}  // namespace myomap
