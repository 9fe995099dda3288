#pragma once
#include <Eigen/Core>
#include <vector>

#include "sculpt/body_part.h"

namespace myomap {

// The smooth union of ellipsoids as a field: about the distance in mm to its surface, negative inside. Of one
// ellipsoid it is k0 (k0 − 1) / k1 with k0 = |y / r|, k1 = |y / r²| (Quilez, "ellipsoid SDF"), exact on the
// surface; they are joined by −b log Σ exp(−d / b).
class EllipsoidField {
public:
    explicit EllipsoidField(const EllipsoidUnion& shape);

    float at(const Vec3& place_mm) const;
    struct Slope {
        float value = 1e9F;
        Vec3 gradient{0};  // of the value, per mm
    };
    Slope slope_at(const Vec3& place_mm) const;
    Box bounds_mm() const;           // of the surface, with air for the blending
    float middle_radius_mm() const;  // the median of the ellipsoids' least radii

    // Only the ellipsoids that matter within a ball: the same field there with less work.
    EllipsoidField within(const Vec3& centre_mm, float radius_mm) const;

private:
    struct Turned {
        Eigen::Vector3f centre;
        Eigen::Matrix3f to_own;  // into the ellipsoid's axes
        Eigen::Array3f radii;
        float reach = 0;  // its largest radius
    };
    static float distance(const Turned& ellipsoid, const Eigen::Vector3f& out);
    static Eigen::Vector3f slope(const Turned& ellipsoid, const Eigen::Vector3f& out);
    float joined(const Vec3& place_mm, Eigen::Vector3f* gradient) const;  // which may be null

    EllipsoidField() = default;
    std::vector<Turned> ellipsoids_;
    float blend_ = 1;
};

// Of one ellipsoid, for fitting.
double ellipsoid_distance(const Ellipsoid& ellipsoid, const Eigen::Matrix3d& to_own,
                          const Eigen::Vector3d& place);
Eigen::Matrix3d to_own_axes(const Ellipsoid& ellipsoid);

}  // namespace myomap
