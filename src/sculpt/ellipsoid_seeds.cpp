#include "sculpt/ellipsoid_seeds.h"

#include <Eigen/Eigenvalues>
#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>

#include "import/skin_volume.h"

namespace myomap {
namespace {

constexpr int rounds = 15;

Eigen::Vector3d vector_of(const Vec3& v) {
    return Eigen::Vector3f(v.x, v.y, v.z).cast<double>();
}
Vec3 vec_of(const Eigen::Vector3d& v) {
    return {static_cast<float>(v.x()), static_cast<float>(v.y()), static_cast<float>(v.z())};
}

float voxel_for(const Box& box_m) {
    const Vec3 size = box_m.size() * 1000.0F;
    return std::clamp(std::cbrt(size.x * size.y * size.z / 8e6F), 0.35F, 1.5F) / 1000;
}

std::size_t nearest(const std::vector<Vec3>& centres, const Vec3& place) {
    std::size_t best = 0;
    float least = 1e30F;
    for (std::size_t c = 0; c < centres.size(); ++c) {
        const Vec3 out = centres[c] - place;
        if (const float square = glm::dot(out, out); square < least) {
            least = square;
            best = c;
        }
    }
    return best;
}

// Each next one as far from the others as can be.
std::vector<Vec3> spread_out(const std::vector<Vec3>& places, std::size_t count) {
    std::vector<Vec3> centres{places.front()};
    std::vector<float> away(places.size(), 1e30F);
    while (centres.size() < count) {
        for (std::size_t i = 0; i < places.size(); ++i) {
            const Vec3 out = places[i] - centres.back();
            away[i] = std::min(away[i], glm::dot(out, out));
        }
        centres.push_back(places[static_cast<std::size_t>(std::ranges::max_element(away) - away.begin())]);
    }
    return centres;
}

std::vector<Vec3> clusters(const InnerPlaces& inner, std::size_t count) {
    std::vector<Vec3> centres = spread_out(inner.places, count);
    for (int round = 0; round < rounds; ++round) {
        std::vector<Vec3> sum(count, Vec3(0));
        std::vector<float> weight(count, 0.0F);
        for (std::size_t i = 0; i < inner.places.size(); ++i) {
            const std::size_t c = nearest(centres, inner.places[i]);
            const float w = 1 / std::max(inner.depth[i], inner.spacing);  // thin parts matter as much
            sum[c] += w * inner.places[i];
            weight[c] += w;
        }
        for (std::size_t c = 0; c < count; ++c)
            if (weight[c] > 0) centres[c] = sum[c] / weight[c];
    }
    return centres;
}

// The ellipsoid with the same moments; of a full ellipsoid each radius is √5 times the spread.
Ellipsoid with_spread(const std::vector<Vec3>& places, float spacing) {
    Eigen::Vector3d mean = Eigen::Vector3d::Zero();
    for (const Vec3& place : places) mean += vector_of(place);
    mean /= static_cast<double>(places.size());
    const double least = static_cast<double>(spacing) * static_cast<double>(spacing) / 12;
    Eigen::Matrix3d spread = Eigen::Matrix3d::Identity() * least;
    for (const Vec3& place : places) {
        const Eigen::Vector3d out = vector_of(place) - mean;
        spread += out * out.transpose() / static_cast<double>(places.size());
    }
    const Eigen::SelfAdjointEigenSolver<Eigen::Matrix3d> solver(spread);
    Eigen::Matrix3d axes = solver.eigenvectors();
    if (axes.determinant() < 0) axes.col(0) *= -1;
    const Eigen::AngleAxisd turn(axes);
    const Eigen::Array3d radii = (5 * solver.eigenvalues().array().max(least)).sqrt() * 1.02;
    return {vec_of(mean), vec_of(radii.matrix()), vec_of(turn.axis() * turn.angle())};
}

}  // namespace

InnerPlaces inner_places(const Mesh& mesh, std::size_t most) {
    const Box box = bounds_of(mesh);
    const float voxel_m = voxel_for(box);
    const Volume volume = solid_of(mesh, voxel_m, 3);
    const auto accessor = volume->getConstAccessor();
    // The volume's voxels have whole numbers of voxels as places.
    const auto low = [&](float v) { return static_cast<int>(std::floor(v / voxel_m)) - 2; };
    const auto high = [&](float v) { return static_cast<int>(std::ceil(v / voxel_m)) + 2; };
    GridShape shape{Vec3(static_cast<float>(low(box.min.x)), static_cast<float>(low(box.min.y)),
                         static_cast<float>(low(box.min.z))) *
                        voxel_m,
                    voxel_m, high(box.max.x) - low(box.min.x) + 1, high(box.max.y) - low(box.min.y) + 1,
                    high(box.max.z) - low(box.min.z) + 1};
    Mask outside(shape.size(), 0);
    std::size_t i = 0;
    for (int z = 0; z < shape.nz; ++z)
        for (int y = 0; y < shape.ny; ++y)
            for (int x = 0; x < shape.nx; ++x, ++i)
                outside[i] =
                    accessor.getValue({x + low(box.min.x), y + low(box.min.y), z + low(box.min.z)}) < 0 ? 0
                                                                                                        : 1;
    const std::vector<float> depth_m = distances(shape, outside);
    std::vector<std::size_t> inside;
    for (std::size_t v = 0; v < outside.size(); ++v)
        if (outside[v] == 0) inside.push_back(v);
    InnerPlaces inner;
    inner.spacing = voxel_m * 1000;
    const std::size_t count = std::min(most, inside.size());
    for (std::size_t k = 0; k < count; ++k) {
        const std::size_t v = inside[k * inside.size() / count];
        inner.places.push_back(shape.place(v) * 1000.0F);
        inner.depth.push_back(depth_m[v] * 1000);
    }
    return inner;
}

std::vector<Ellipsoid> seed_ellipsoids(const InnerPlaces& inner, int count) {
    if (inner.places.empty()) return {};
    const std::size_t wanted =
        std::min(static_cast<std::size_t>(count), std::max<std::size_t>(4, inner.places.size() / 12));
    const std::vector<Vec3> centres = clusters(inner, std::min(wanted, inner.places.size()));
    std::vector<std::vector<Vec3>> members(centres.size());
    for (const Vec3& place : inner.places) members[nearest(centres, place)].push_back(place);
    std::vector<Ellipsoid> ellipsoids;
    for (const std::vector<Vec3>& places : members)
        if (places.size() >= 3) ellipsoids.push_back(with_spread(places, inner.spacing));
    return ellipsoids;
}

}  // namespace myomap
