#include "atlas/point_place.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "atlas/landmark_placer.h"
#include "atlas/part_probe.h"
#include "atlas/skin_distance.h"

namespace myomap {
namespace {

constexpr float superficial_m = 0.003F;     // under the outer face …
constexpr float superficial_share = 0.35F;  // … but not past this share of the thickness
constexpr float deep_share = 0.8F;
constexpr float clear_m = 0.0008F;  // a place nearer to the surface than this is moved further in

// Of a muscle's sheets the one whose range the point falls into, else the nearest; of a muscle that is only
// partly in the model, none where the point lies in the other part and has a place of its own.
const FibreSheet* sheet_for(const TriggerPoint& point, Side side, const Body& body, bool has_other_place) {
    constexpr float rounding = 0.005F;
    const FibreSheet* best = nullptr;
    float least = std::numeric_limits<float>::infinity();
    for (const FibreSheet& sheet : body.sheets) {
        if (sheet.side != side || sheet.muscle != point.muscle || sheet.part < 0 || sheet.stations < 2)
            continue;
        const float off = std::max({sheet.across_from - point.across, point.across - sheet.across_to, 0.0F});
        if (off >= least) continue;
        least = off;
        best = &sheet;
    }
    return has_other_place && least > rounding ? nullptr : best;
}

float depth_share(PointDepth depth, float thickness_m) {
    switch (depth) {
        case PointDepth::Superficial:
            return std::min(superficial_share, superficial_m / std::max(thickness_m, 1e-4F));
        case PointDepth::Middle:
            return 0.5F;
        case PointDepth::Deep:
            break;
    }
    return deep_share;
}

// Also judged where the mesh is open: more than half surrounded.
bool is_inside(const Mesh& mesh, const Vec3& place) {
    return winding_number(mesh, place) > 0.5F;
}

bool lies_well(const Mesh& mesh, const Vec3& place) {
    return is_inside(mesh, place) && nearest_on_surface(mesh, place).distance_m > clear_m;
}

// The place that the sheet gives, else half way through the sheet there, else the nearest that lies inside: a
// sheet's straight steps may leave a mesh that bends or forks between them.
FibrePlace place_inside(const FibreSheet& sheet, FibreCoordinates wanted, const Mesh& mesh) {
    FibrePlace place = sheet.at(wanted);
    if (lies_well(mesh, place.position)) return place;
    wanted.depth = 0.5F;
    const FibrePlace halfway = sheet.at(wanted);
    if (lies_well(mesh, halfway.position)) return halfway;
    place.position = moved_inside(mesh, place.position, superficial_m);
    return place;
}

void put_in_part(PlacedPoint& placed, int part, const Mesh& mesh, const FibrePlace& place) {
    placed.in_model = true;
    placed.part = part;
    placed.position = place.position;
    placed.fibre_direction = place.direction;
    placed.inside = is_inside(mesh, place.position);
    placed.surface_distance_mm = nearest_on_surface(mesh, place.position).distance_m * 1000;
}

void place_in_sheet(PlacedPoint& placed, const FibreSheet& sheet, const Mesh& mesh) {
    const TriggerPoint& point = *placed.point;
    FibreCoordinates wanted{point.along, point.across, 0};
    const Vec3 outer = sheet.at(wanted).position;
    wanted.depth = 1;
    wanted.depth = depth_share(point.depth, glm::distance(outer, sheet.at(wanted).position));
    put_in_part(placed, sheet.part, mesh, place_inside(sheet, wanted, mesh));
}

const LandmarkPlace* landmark_place_of(const TriggerPoint& point, const Catalog& catalog) {
    const auto found = std::ranges::find(catalog.landmark_places(), point.id, &LandmarkPlace::point);
    return found == catalog.landmark_places().end() ? nullptr : &*found;
}

struct Draft {
    PlacedPoint placed;
    const LandmarkPlace* by_landmarks = nullptr;
};

void bring_under_skin(std::vector<Draft>& drafts, const Body& body) {
    std::vector<Vec3> places;
    places.reserve(drafts.size());
    for (const Draft& draft : drafts) places.push_back(draft.placed.position);
    std::vector<SurfacePlace> skin = nearest_on_skin(body.skin.mesh, places);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        PlacedPoint& placed = drafts[i].placed;
        placed.skin_position = placed.position;
        if (body.skin.mesh.indices.empty()) continue;
        placed.skin_position = skin[i].position;
        placed.skin_normal = skin[i].normal;
        const LandmarkPlace* by_landmarks = drafts[i].by_landmarks;
        placed.skin_distance_mm = skin[i].distance_m * 1000;
        if (by_landmarks == nullptr || !by_landmarks->from_skin) continue;
        placed.position = skin[i].position - skin[i].normal * (by_landmarks->under_skin_mm * 0.001F);
        placed.skin_distance_mm = by_landmarks->under_skin_mm;
    }
}

}  // namespace

std::vector<Side> sides_of(const TriggerPoint& point) {
    if (point.only_side) return {*point.only_side};
    return {Side::Left, Side::Right};
}

std::optional<PlacedPoint> place_point(const TriggerPoint& point, Side side, const Body& body,
                                       const LandmarkPlace* by_landmarks) {
    PlacedPoint placed;
    placed.point = &point;
    placed.side = side;
    const bool drawn_in = by_landmarks != nullptr && by_landmarks->in_muscle;
    const FibreSheet* sheet = sheet_for(point, side, body, by_landmarks != nullptr && !drawn_in);
    auto there = by_landmarks != nullptr ? place_by_landmarks(*by_landmarks, side, body) : std::nullopt;
    if (sheet != nullptr) {
        const Mesh& mesh = viewed_shape(body.parts[static_cast<std::size_t>(sheet->part)]);
        if (drawn_in && there) {
            if (!lies_well(mesh, there->position))
                there->position = moved_inside(mesh, there->position, superficial_m);
            put_in_part(placed, sheet->part, mesh, *there);
        } else {
            place_in_sheet(placed, *sheet, mesh);
        }
        return placed;
    }
    if (!there) return std::nullopt;
    placed.position = there->position;
    placed.fibre_direction = there->direction;
    return placed;
}

std::vector<PlacedPoint> place_points(const Catalog& catalog, const Body& body) {
    struct Wanted {
        const TriggerPoint* point;
        Side side;
    };
    std::vector<Wanted> wanted;
    for (const Muscle& muscle : catalog.muscles())
        for (const TriggerPoint& point : muscle.trigger_points)
            for (const Side side : sides_of(point)) wanted.push_back({&point, side});

    std::vector<std::optional<Draft>> found(wanted.size());
    tbb::parallel_for(std::size_t{0}, wanted.size(), [&](std::size_t i) {
        const LandmarkPlace* by_landmarks = landmark_place_of(*wanted[i].point, catalog);
        const auto placed = place_point(*wanted[i].point, wanted[i].side, body, by_landmarks);
        if (placed) found[i] = Draft{*placed, placed->in_model ? nullptr : by_landmarks};
    });
    std::vector<Draft> drafts;
    for (const std::optional<Draft>& draft : found)
        if (draft) drafts.push_back(*draft);
    bring_under_skin(drafts, body);
    std::vector<PlacedPoint> result;
    result.reserve(drafts.size());
    for (const Draft& draft : drafts) result.push_back(draft.placed);
    return result;
}

}  // namespace myomap
