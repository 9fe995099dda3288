#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "atlas/needle_path.h"
#include "atlas/point_place.h"
#include "body/body.h"

namespace myomap {

Box box_of(const Vec3& from, const Vec3& to, float margin_m);

// Where a ray crosses a mesh, in metres from its origin, rising; the same place of two triangles counts once.
std::vector<float> crossings(const std::vector<Vec3>& positions, std::span<const std::uint32_t> corners,
                             const Vec3& origin, const Vec3& direction, float most_m);

// The corners of the triangles that come near a place.
std::vector<std::uint32_t> corners_within(const Mesh& mesh, const Vec3& place, float reach_m);

// The parts of a body that may lie on a needle's way to a point: those of its side, as they are looked at.
class NeedleGround {
public:
    struct Candidate {
        int part;
        Box box;
    };

    NeedleGround(Side side, const Body& body);

    const Body& body() const { return body_; }
    const std::vector<Candidate>& candidates() const { return candidates_; }
    const Part& part(int index) const { return body_.parts[static_cast<std::size_t>(index)]; }
    const Mesh& mesh(int index) const { return viewed_shape(part(index)); }
    // The nearest place of a bone, named without its side.
    std::optional<Vec3> nearest_of_bone(const std::string& bone, const Vec3& place) const;

private:
    const Body& body_;
    std::vector<Candidate> candidates_;
};

bool is_flesh(PartKind kind);
bool is_kept_clear(const Part& part);  // what a needle keeps away from

}  // namespace myomap
