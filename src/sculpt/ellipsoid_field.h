#pragma once
#include <Eigen/Core>
#include <array>
#include <vector>

#include "sculpt/body_part.h"

namespace myomap {

// The smooth union of ellipsoids as a field: about the distance in mm to its surface, negative inside. Of one
// ellipsoid it is k0 (k0 − 1) / k1 with k0 = |y / r|, k1 = |y / r²| (Quilez, "ellipsoid SDF"), exact on the
// surface; they are joined by −b log Σ exp(−d / b).
class EllipsoidField {
public:
    EllipsoidField() = default;  // far off everywhere
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
    // Eight at a time, one a lane. A lane without one holds a small one very far off.
    static constexpr int lanes = 8;
    using Lanes = Eigen::Array<float, lanes, 1>;
    struct Pack {
        std::array<Lanes, 3> centre;
        std::array<Lanes, 9> to_own;  // by rows: into the ellipsoid's axes, in its radii
        std::array<Lanes, 3> per_radius;
        Lanes least_radius;
    };
    struct Lane {
        const Pack* pack;
        int lane;
    };
    static Pack empty_pack();
    static Eigen::Matrix3f to_own_of(const Lane& ellipsoid);
    static Lanes distances(const Pack& pack, const Vec3& place_mm);
    static Eigen::Vector3f slope(const Lane& ellipsoid, const Vec3& place_mm);
    float joined(const Vec3& place_mm, Eigen::Vector3f* gradient) const;  // which may be null
    void add(const Lane& ellipsoid);
    void for_each(const auto& run) const;  // run(Lane)

    std::vector<Pack> packs_;
    int count_ = 0;
    float blend_ = 1;
};

// Of one ellipsoid, for fitting.
double ellipsoid_distance(const Ellipsoid& ellipsoid, const Eigen::Matrix3d& to_own,
                          const Eigen::Vector3d& place);
Eigen::Matrix3d to_own_axes(const Ellipsoid& ellipsoid);

}  // namespace myomap
