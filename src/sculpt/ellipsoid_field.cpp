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

EllipsoidField::EllipsoidField(const EllipsoidUnion& shape) : blend_(shape.blend_mm) {
    for (const Ellipsoid& ellipsoid : shape.ellipsoids) {
        Turned turned;
        turned.centre = vector_of(ellipsoid.centre_mm).cast<float>();
        turned.to_own = to_own_axes(ellipsoid).cast<float>();
        turned.radii = vector_of(ellipsoid.radii_mm).cast<float>().array();
        turned.reach = turned.radii.maxCoeff();
        ellipsoids_.push_back(turned);
    }
}

float EllipsoidField::distance(const Turned& e, const Eigen::Vector3f& out) {
    const Eigen::Array3f own = (e.to_own * out).array() / e.radii;
    const float k0 = own.matrix().norm();
    const float k1 = (own / e.radii).matrix().norm();
    return k1 < 1e-9F ? -e.radii.minCoeff() : k0 * (k0 - 1) / k1;
}

EllipsoidField EllipsoidField::within(const Vec3& centre_mm, float radius_mm) const {
    // The field may change a little faster than the distance does.
    constexpr float steepest = 1.5F;
    const Eigen::Vector3f centre(centre_mm.x, centre_mm.y, centre_mm.z);
    float least = 1e9F;
    for (const Turned& e : ellipsoids_) least = std::min(least, distance(e, centre - e.centre));
    EllipsoidField part;
    part.blend_ = blend_;
    for (const Turned& e : ellipsoids_)
        if (distance(e, centre - e.centre) <= least + 2 * steepest * radius_mm + 8 * blend_)
            part.ellipsoids_.push_back(e);
    return part;
}

// Of k0 (k0 − 1) / k1 by the place.
Eigen::Vector3f EllipsoidField::slope(const Turned& e, const Eigen::Vector3f& out) {
    const Eigen::Array3f own = (e.to_own * out).array() / e.radii;
    const Eigen::Array3f once = own / e.radii, twice = once / e.radii;
    const float k0 = own.matrix().norm(), k1 = once.matrix().norm();
    if (k0 < 1e-9F || k1 < 1e-9F) return Eigen::Vector3f::Zero();
    const Eigen::Array3f own_slope =
        (2 * k0 - 1) / (k0 * k1) * once - k0 * (k0 - 1) / (k1 * k1 * k1) * (twice / e.radii);
    return e.to_own.transpose() * own_slope.matrix();
}

float EllipsoidField::joined(const Vec3& place_mm, Eigen::Vector3f* gradient) const {
    const Eigen::Vector3f place(place_mm.x, place_mm.y, place_mm.z);
    constexpr float counts = 8;  // further off an ellipsoid adds nothing: exp(-8)
    // The sum is taken against the least so far, so that it neither runs over nor vanishes.
    float least = 1e9F, sum = 0;
    Eigen::Vector3f slopes = Eigen::Vector3f::Zero();
    for (const Turned& e : ellipsoids_) {
        const Eigen::Vector3f out = place - e.centre;
        const float farthest = least + counts * blend_ + e.reach;
        if (farthest < 0 || out.squaredNorm() > farthest * farthest) continue;
        const float d = distance(e, out);
        if (d > least + counts * blend_) continue;
        const float share = std::exp(-std::abs(least - d) / blend_);
        const float before = d < least ? share : 1, here = d < least ? 1 : share;
        sum = before * sum + here;
        if (gradient != nullptr) slopes = before * slopes + here * slope(e, out);
        least = std::min(least, d);
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
    for (const Turned& e : ellipsoids_) {
        const Eigen::Matrix3f out = e.to_own.transpose();
        const Eigen::Array3f extent =
            (out.array().square().matrix() * e.radii.square().matrix()).array().sqrt() + 3 * blend_;
        const Vec3 centre(e.centre.x(), e.centre.y(), e.centre.z());
        const Vec3 size(extent.x(), extent.y(), extent.z());
        box.add(centre - size);
        box.add(centre + size);
    }
    return box;
}

float EllipsoidField::middle_radius_mm() const {
    std::vector<float> least;
    for (const Turned& e : ellipsoids_) least.push_back(e.radii.minCoeff());
    if (least.empty()) return 0;
    std::ranges::nth_element(least, least.begin() + static_cast<std::ptrdiff_t>(least.size() / 2));
    return least[least.size() / 2];
}

}  // namespace myomap
