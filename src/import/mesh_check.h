#pragma once
#include <cstddef>

#include "body/mesh.h"

namespace myomap {

// What one wants to know of a mesh that ought to be one closed sheet. Counts refer to the mesh as it is
// indexed.
struct MeshCheck {
    std::size_t open_edges = 0;  // edges with one triangle
    std::size_t bad_edges =
        0;  // edges with more than two, or whose two triangles are wound against each other
    std::size_t pinched_vertices = 0;  // vertices whose triangles form more than one fan
    std::size_t unused_vertices = 0;
    std::size_t components = 0;
    long euler = 0;             // vertices − edges + triangles; 2 for a sphere, 2 less a handle
    std::size_t crossings = 0;  // pairs of triangles without a common vertex that cut each other
    float mean_edge_mm = 0;
    float shortest_edge_mm = 0;
    float longest_edge_mm = 0;
    float edge_spread = 0;         // standard deviation of the edge lengths over their mean
    float smallest_angle_deg = 0;  // of all triangles
    float volume_ml = 0;           // positive where the sheet faces out

    bool closed_manifold() const {
        return open_edges == 0 && bad_edges == 0 && pinched_vertices == 0 && unused_vertices == 0;
    }
};

enum class Crossings { Count, Skip };  // counting takes about a second for a skin
MeshCheck check_mesh(const Mesh& mesh, Crossings crossings = Crossings::Count);

}  // namespace myomap
