#include "body/mesh_pieces.h"

#include <doctest/doctest.h>

using namespace myomap;

namespace {

// A closed corner cut off a cube, so large, at x.
void add_corner(Mesh& mesh, float x, float size, bool inwards = false) {
    const auto first = static_cast<std::uint32_t>(mesh.positions.size());
    for (const Vec3& corner : {Vec3(0), Vec3(1, 0, 0), Vec3(0, 1, 0), Vec3(0, 0, 1)})
        mesh.positions.push_back(Vec3(x, 0, 0) + size * corner);
    for (const std::uint32_t v : {0, 2, 1, 0, 1, 3, 0, 3, 2, 1, 2, 3}) mesh.indices.push_back(first + v);
    if (inwards)
        for (std::size_t i = mesh.indices.size() - 12; i < mesh.indices.size(); i += 3)
            std::swap(mesh.indices[i], mesh.indices[i + 1]);
}

}  // namespace

TEST_CASE("A mesh's pieces are told by their first vertices, and chips and hollows can be left out") {
    Mesh mesh;
    add_corner(mesh, 0, 1);
    add_corner(mesh, 2, 0.2F);  // encloses 0.008 of the first
    add_corner(mesh, 0.1F, 0.5F, true);
    CHECK(pieces_of(mesh) == std::vector<std::uint32_t>{0, 0, 0, 0, 4, 4, 4, 4, 8, 8, 8, 8});
    CHECK(solid_pieces(mesh, 0.01).triangle_count() == 4);
    CHECK(solid_pieces(mesh, 0.005).triangle_count() == 8);
    CHECK(solid_pieces({}, 0.01).indices.empty());
}
