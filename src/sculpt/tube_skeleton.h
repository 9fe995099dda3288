#pragma once
#include <vector>

#include "body/mesh.h"

namespace myomap {

// A branch of a tubular mesh, mm: the middles of its sections one after the other, and its surface there.
struct TubeBranch {
    std::vector<Vec3> middles;
    std::vector<float> radii;  // of each section, about
    std::vector<Vec3> surface;
    std::vector<float> areas;  // that each place of the surface stands for
    bool off_another = false;  // begins in the middle of a branch told before
};

// The branches of a mesh (metres, welded), each piece of it by itself, the longest first: from one end of it
// the surface is cut into bands of equal distance over the surface, whose rings are its sections. Side
// branches hardly longer than they are wide are left out.
std::vector<TubeBranch> tube_branches(const Mesh& mesh);

}  // namespace myomap
