#include "sculpt/ellipsoid_field.h"

#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>

namespace myomap {
namespace {

Eigen::Vector3d vector_of(const Vec3& v) {
    return Eigen::Vector3f(v.x, v.y, v.z).cast<double>();
}

}  // namespace

Eigen::Matrix3d to_own_axes(const Ellipsoid& ellipsoid) {
    const Eigen::Vector3d turn = vector_of(ellipsoid.turn);
    const double angle = turn.norm();
    if (angle < 1e-12) return Eigen::Matrix3d::Identity();
    return Eigen::AngleAxisd(angle, turn / angle).toRotationMatrix().transpose();
}

double ellipsoid_distance(const Ellipsoid& ellipsoid, const Eigen::Matrix3d& to_own,
                          const Eigen::Vector3d& place) {
    const Eigen::Array3d radii = vector_of(ellipsoid.radii_mm).array();
    const Eigen::Array3d own = (to_own * (place - vector_of(ellipsoid.centre_mm))).array() / radii;
    const double k0 = own.matrix().norm();
    const double k1 = (own / radii).matrix().norm();
    return k1 < 1e-9 ? -radii.minCoeff() : k0 * (k0 - 1) / k1;
}

EllipsoidField::Pack EllipsoidField::empty_pack() {
    constexpr float far_mm = 1e6F;
    Pack pack;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        pack.centre[axis].setConstant(far_mm);
        pack.per_radius[axis].setOnes();
        for (std::size_t k = 0; k < 3; ++k) pack.to_own[3 * axis + k].setConstant(axis == k ? 1 : 0);
    }
    pack.least_radius.setOnes();
    return pack;
}

EllipsoidField::EllipsoidField(const EllipsoidUnion& shape) : blend_(shape.blend_mm) {
    Pack pack = empty_pack();
    for (const Ellipsoid& ellipsoid : shape.ellipsoids) {
        const Eigen::Array3f radii = vector_of(ellipsoid.radii_mm).cast<float>().array();
        const Eigen::Matrix3f to_own =
            radii.inverse().matrix().asDiagonal() * to_own_axes(ellipsoid).cast<float>();
        for (int axis = 0; axis < 3; ++axis) {
            const auto at = static_cast<std::size_t>(axis);
            pack.centre[at][0] = ellipsoid.centre_mm[axis];
            pack.per_radius[at][0] = 1 / radii[axis];
            for (int k = 0; k < 3; ++k)
                pack.to_own[3 * at + static_cast<std::size_t>(k)][0] = to_own(axis, k);
        }
        pack.least_radius[0] = radii.minCoeff();
        add({&pack, 0});
    }
}

void EllipsoidField::add(const Lane& ellipsoid) {
    const int to = count_++ % lanes;
    if (to == 0) packs_.push_back(empty_pack());
    const auto copy = [&](const Lanes& from, Lanes& into) { into[to] = from[ellipsoid.lane]; };
    Pack& pack = packs_.back();
    for (std::size_t k = 0; k < 9; ++k) copy(ellipsoid.pack->to_own[k], pack.to_own[k]);
    for (std::size_t k = 0; k < 3; ++k) {
        copy(ellipsoid.pack->centre[k], pack.centre[k]);
        copy(ellipsoid.pack->per_radius[k], pack.per_radius[k]);
    }
    copy(ellipsoid.pack->least_radius, pack.least_radius);
}

void EllipsoidField::for_each(const auto& run) const {
    for (int i = 0; i < count_; ++i) run(Lane{&packs_[static_cast<std::size_t>(i / lanes)], i % lanes});
}

EllipsoidField::Lanes EllipsoidField::distances(const Pack& pack, const Vec3& place_mm) {
    const Lanes x = place_mm.x - pack.centre[0], y = place_mm.y - pack.centre[1],
                z = place_mm.z - pack.centre[2];
    Lanes square0 = Lanes::Zero(), square1 = Lanes::Zero();
    for (std::size_t axis = 0; axis < 3; ++axis) {
        const Lanes* row = &pack.to_own[3 * axis];
        const Lanes own = row[0] * x + row[1] * y + row[2] * z;
        const Lanes per = own * pack.per_radius[axis];
        square0 += own * own;
        square1 += per * per;
    }
    const Lanes k0 = square0.sqrt(), k1 = square1.sqrt();
    return (k1 < 1e-9F).select(-pack.least_radius, k0 * (k0 - 1) / k1);
}

EllipsoidField EllipsoidField::within(const Vec3& centre_mm, float radius_mm) const {
    // The field may change a little faster than the distance does.
    constexpr float steepest = 1.5F;
    std::vector<std::pair<float, Lane>> near;
    near.reserve(packs_.size() * lanes);
    float least = 1e9F;
    for (const Pack& pack : packs_) {
        const Lanes off = distances(pack, centre_mm);
        for (int lane = 0; lane < lanes; ++lane) near.emplace_back(off[lane], Lane{&pack, lane});
        least = std::min(least, off.minCoeff());
    }
    near.resize(static_cast<std::size_t>(count_));
    std::erase_if(near, [most = least + 2 * steepest * radius_mm + 8 * blend_](const auto& one) {
        return one.first > most;
    });
    std::ranges::stable_sort(near, {}, &std::pair<float, Lane>::first);  // the nearest shows most
    EllipsoidField part;
    part.blend_ = blend_;
    part.packs_.reserve(near.size() / lanes + 1);
    for (const auto& [off, ellipsoid] : near) part.add(ellipsoid);
    return part;
}

Eigen::Matrix3f EllipsoidField::to_own_of(const Lane& ellipsoid) {
    Eigen::Matrix3f to_own;
    for (int k = 0; k < 9; ++k)
        to_own(k / 3, k % 3) = ellipsoid.pack->to_own[static_cast<std::size_t>(k)][ellipsoid.lane];
    return to_own;
}

// Of k0 (k0 − 1) / k1 by the place.
Eigen::Vector3f EllipsoidField::slope(const Lane& e, const Vec3& place_mm) {
    const auto of = [&](const auto& values, std::size_t k) { return values[k][e.lane]; };
    const Eigen::Vector3f out(place_mm.x - of(e.pack->centre, 0), place_mm.y - of(e.pack->centre, 1),
                              place_mm.z - of(e.pack->centre, 2));
    const Eigen::Matrix3f to_own = to_own_of(e);
    const Eigen::Array3f per_radius(of(e.pack->per_radius, 0), of(e.pack->per_radius, 1),
                                    of(e.pack->per_radius, 2));
    const Eigen::Array3f own = (to_own * out).array();
    const Eigen::Array3f once = own * per_radius, twice = once * per_radius;
    const float k0 = own.matrix().norm(), k1 = once.matrix().norm();
    if (k0 < 1e-9F || k1 < 1e-9F) return Eigen::Vector3f::Zero();
    const Eigen::Array3f own_slope = (2 * k0 - 1) / (k0 * k1) * own - k0 * (k0 - 1) / (k1 * k1 * k1) * twice;
    return to_own.transpose() * own_slope.matrix();
}

float EllipsoidField::joined(const Vec3& place_mm, Eigen::Vector3f* gradient) const {
    constexpr float counts = 8;  // further off an ellipsoid adds nothing: exp(-8)
    constexpr float vanishes = 80;
    // The sum is taken against the least so far, so that it neither runs over nor vanishes.
    float least = 1e9F, sum = 0;
    const float per_blend = 1 / blend_;
    Eigen::Vector3f slopes = Eigen::Vector3f::Zero();
    for (const Pack& pack : packs_) {
        const Lanes off = distances(pack, place_mm);
        for (int lane = 0; lane < lanes; ++lane) {
            const float d = off[lane];
            if (d > least + counts * blend_) continue;
            const float apart = std::abs(least - d) * per_blend;
            const float share = apart < vanishes ? std::exp(-apart) : 0;
            const float before = d < least ? share : 1, here = d < least ? 1 : share;
            sum = before * sum + here;
            if (gradient != nullptr) slopes = before * slopes + here * slope({&pack, lane}, place_mm);
            least = std::min(least, d);
        }
    }
    if (gradient != nullptr && sum > 0) *gradient = slopes / sum;
    return sum > 0 ? least - blend_ * std::log(sum) : 1e9F;
}

float EllipsoidField::at(const Vec3& place_mm) const {
    return joined(place_mm, nullptr);
}

EllipsoidField::Slope EllipsoidField::slope_at(const Vec3& place_mm) const {
    Eigen::Vector3f gradient = Eigen::Vector3f::Zero();
    const float value = joined(place_mm, &gradient);
    return {value, {gradient.x(), gradient.y(), gradient.z()}};
}

Box EllipsoidField::bounds_mm() const {
    Box box;
    for_each([&](const Lane& e) {
        const Eigen::Array3f extent =
            to_own_of(e).inverse().array().square().rowwise().sum().sqrt() + 3 * blend_;
        const Vec3 centre(e.pack->centre[0][e.lane], e.pack->centre[1][e.lane], e.pack->centre[2][e.lane]);
        const Vec3 size(extent.x(), extent.y(), extent.z());
        box.add(centre - size);
        box.add(centre + size);
    });
    return box;
}

float EllipsoidField::middle_radius_mm() const {
    std::vector<float> least;
    for_each([&](const Lane& e) { least.push_back(e.pack->least_radius[e.lane]); });
    if (least.empty()) return 0;
    const auto middle = least.begin() + static_cast<std::ptrdiff_t>(least.size() / 2);
    std::ranges::nth_element(least, middle);
    return *middle;
}

}  // namespace myomap
