#include "sculpt/plate_cover.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "import/place_tree.h"
#include "sculpt/ellipsoid_field.h"
#include "sculpt/surface_error.h"

namespace myomap {
namespace {

constexpr std::size_t samples = 5000;
constexpr float thickest_mm = 7;
constexpr float largest_radius_mm = 7, least_radius_mm = 1.6F;
constexpr float least_half_mm = 0.5F;
constexpr std::size_t most_plates = 110;
constexpr std::size_t candidates_a_round = 150;

// A place half way between the faces of a plate.
struct Midst {
    Vec3 place;  // mm
    Vec3 normal;
    float half = 0;
};

std::optional<Midst> midst_at(const SurfaceSample& here, const std::vector<SurfaceSample>& all) {
    float nearest = thickest_mm;
    const SurfaceSample* other = nullptr;
    for (const SurfaceSample& there : all) {
        if (glm::dot(there.normal, here.normal) > -0.6F) continue;
        const Vec3 way = there.position - here.position;
        if (glm::dot(way, here.normal) > 0) continue;
        if (const float distance = glm::length(way); distance < nearest) {
            nearest = distance;
            other = &there;
        }
    }
    if (other == nullptr) return std::nullopt;
    // Samples are seldom right opposite each other: what counts is how far the faces are apart.
    const float thickness = std::abs(glm::dot(other->position - here.position, here.normal));
    return Midst{here.position - here.normal * (0.5F * thickness), here.normal, 0.5F * thickness};
}

std::vector<Midst> midst_of(const Mesh& mesh) {
    std::vector<SurfaceSample> surface = sample_surface(mesh, samples);
    for (SurfaceSample& sample : surface) sample.position *= 1000.0F;
    std::vector<Midst> result;
    for (const SurfaceSample& sample : surface)
        if (const auto midst = midst_at(sample, surface)) result.push_back(*midst);
    return result;
}

Ellipsoid plate_at(const Midst& midst, float radius) {
    const Eigen::Vector3f normal(midst.normal.x, midst.normal.y, midst.normal.z);
    const Eigen::AngleAxisf turn(Eigen::Quaternionf::FromTwoVectors(Eigen::Vector3f::UnitZ(), normal));
    const Eigen::Vector3f vector = turn.axis() * turn.angle();
    return {midst.place,
            {radius, radius, std::max(1.15F * midst.half, least_half_mm)},
            {vector.x(), vector.y(), vector.z()}};
}

// The largest plate there that does not reach over the edge: round its rim lie other places of the midst.
std::optional<Ellipsoid> widest_plate(const Midst& midst, const PlaceTree& all, float spacing) {
    const Vec3 aside = glm::normalize(
        glm::cross(midst.normal, std::abs(midst.normal.x) < 0.7F ? Vec3(1, 0, 0) : Vec3(0, 1, 0)));
    const Vec3 up = glm::cross(midst.normal, aside);
    for (float radius = largest_radius_mm; radius >= least_radius_mm; radius *= 0.8F) {
        bool fits = true;
        for (int i = 0; i < 12 && fits; ++i) {
            const float angle = static_cast<float>(i) * 0.5236F;
            const Vec3 rim = midst.place + radius * (std::cos(angle) * aside + std::sin(angle) * up);
            fits = all.distance_m(rim) < spacing;
        }
        if (fits) return plate_at(midst, radius);
    }
    return std::nullopt;
}

std::vector<std::size_t> covered_by(const Ellipsoid& plate, const std::vector<Midst>& open) {
    const Eigen::Matrix3d to_own = to_own_axes(plate);
    std::vector<std::size_t> covered;
    for (std::size_t i = 0; i < open.size(); ++i) {
        const Vec3 out = open[i].place - plate.centre_mm;
        if (glm::dot(out, out) > largest_radius_mm * largest_radius_mm) continue;
        const Eigen::Vector3d place(static_cast<double>(open[i].place.x),
                                    static_cast<double>(open[i].place.y),
                                    static_cast<double>(open[i].place.z));
        if (ellipsoid_distance(plate, to_own, place) < -0.5 * static_cast<double>(open[i].half))
            covered.push_back(i);
    }
    return covered;
}

}  // namespace

void cover_plates(EllipsoidUnion& shape, const Mesh& mesh) {
    if (shape.ellipsoids.empty()) return;
    const std::vector<Midst> all = midst_of(mesh);
    std::vector<Vec3> places;
    for (const Midst& midst : all) places.push_back(midst.place);
    const PlaceTree tree(places);
    const float spacing =
        1.6F * std::sqrt(area_cm2(mesh) * 100 / static_cast<float>(samples));  // of samples of one face
    const EllipsoidField field(shape);
    std::vector<Midst> open;
    std::ranges::copy_if(all, std::back_inserter(open),
                         [&](const Midst& midst) { return field.at(midst.place) > -0.3F * midst.half; });
    for (std::size_t added = 0; added < most_plates && !open.empty(); ++added) {
        std::optional<Ellipsoid> best;
        std::vector<std::size_t> most_covered;
        const std::size_t step = std::max<std::size_t>(1, open.size() / candidates_a_round);
        for (std::size_t i = 0; i < open.size(); i += step) {
            const auto plate = widest_plate(open[i], tree, spacing);
            if (!plate) continue;
            std::vector<std::size_t> covered = covered_by(*plate, open);
            if (covered.size() > most_covered.size()) {
                best = plate;
                most_covered = std::move(covered);
            }
        }
        if (most_covered.size() < 3) break;  // what is left are crumbs at edges
        shape.ellipsoids.push_back(*best);
        for (auto i = most_covered.rbegin(); i != most_covered.rend(); ++i)
            open.erase(open.begin() + static_cast<std::ptrdiff_t>(*i));
    }
}

}  // namespace myomap
