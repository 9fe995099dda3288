#pragma once
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "body/mesh.h"

namespace myomap {

// One or several closed meshes, to ask where their surface is. All in mm; the meshes must have normals. A
// copy shares what it looks in.
class MeshSurface {
public:
    explicit MeshSurface(Mesh mesh_mm);                                  // with at least one triangle
    explicit MeshSurface(std::span<const MeshSurface* const> surfaces);  // all of them as one; at least one

    struct Nearest {
        Vec3 place{0};
        Vec3 outwards{0};     // unit: the surface's normal there
        Vec3 fibre{0};        // its fibre coordinates there, where it has fibres
        bool within = false;  // the place asked about is inside, if not deeper than 25 mm
    };
    Nearest nearest(const Vec3& from) const;

    // The nearest place where the one asked about is within, if not deeper than 25 mm; else none, at less
    // cost.
    std::optional<Vec3> nearest_from_within(const Vec3& from) const;

    bool holds(const Vec3& place) const;  // is it within, however deep
    // To the nearest place, at most so far.
    float distance_to(const Vec3& from, float most_mm) const;

    const Box& bounds() const { return bounds_; }

    // How far a ray along a unit direction goes until it meets the surface.
    std::optional<float> distance(const Vec3& from, const Vec3& direction, float reach_mm) const;

    // Likewise where it goes in, not out.
    std::optional<float> distance_in(const Vec3& from, const Vec3& direction, float reach_mm) const;

private:
    class Piece;
    struct Found;
    Found find_nearest(const Vec3& from, float most_mm) const;
    std::vector<std::shared_ptr<const Piece>> pieces_;
    Box bounds_;
};

}  // namespace myomap
