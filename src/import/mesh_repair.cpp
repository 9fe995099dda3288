#include "import/mesh_repair.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "body/mesh_pieces.h"

namespace myomap {

namespace {

constexpr float far_m = 0.005F;

struct Piece {
    float area = 0;
    Box box;
};

bool lies_across(const Piece& piece, Side side) {
    if (side == Side::Midline) return false;
    return side == Side::Left ? piece.box.max.x < 0 : piece.box.min.x > 0;
}

bool lies_outside(const Box& inner, const Box& outer) {
    const Vec3 below = outer.min - inner.max, above = inner.min - outer.max;
    return std::max({below.x, below.y, below.z, above.x, above.y, above.z}) > far_m;
}

void drop_unused_vertices(Mesh& mesh) {
    std::vector<unsigned> remap(mesh.positions.size());
    const std::size_t count = meshopt_optimizeVertexFetchRemap(remap.data(), mesh.indices.data(),
                                                               mesh.indices.size(), mesh.positions.size());
    std::vector<Vec3> kept(count);
    meshopt_remapVertexBuffer(kept.data(), mesh.positions.data(), mesh.positions.size(), sizeof(Vec3),
                              remap.data());
    meshopt_remapIndexBuffer(mesh.indices.data(), mesh.indices.data(), mesh.indices.size(), remap.data());
    mesh.positions = std::move(kept);
}

float angle_between(const Vec3& a, const Vec3& b) {
    const float lengths = glm::length(a) * glm::length(b);
    return lengths > 0 ? std::acos(std::clamp(glm::dot(a, b) / lengths, -1.0F, 1.0F)) : 0;
}

}  // namespace

void weld(Mesh& mesh) {
    for (Vec3& p : mesh.positions) p += Vec3(0);  // −0 becomes 0: places are compared by their bytes
    std::vector<unsigned> remap(mesh.positions.size());
    const std::size_t count =
        meshopt_generateVertexRemap(remap.data(), mesh.indices.data(), mesh.indices.size(),
                                    mesh.positions.data(), mesh.positions.size(), sizeof(Vec3));
    std::vector<Vec3> welded(count);
    meshopt_remapVertexBuffer(welded.data(), mesh.positions.data(), mesh.positions.size(), sizeof(Vec3),
                              remap.data());
    meshopt_remapIndexBuffer(mesh.indices.data(), mesh.indices.data(), mesh.indices.size(), remap.data());
    mesh.positions = std::move(welded);

    std::vector<std::array<std::uint32_t, 3>> triangles;
    triangles.reserve(mesh.triangle_count());
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        std::array<std::uint32_t, 3> t{mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]};
        if (t[0] == t[1] || t[1] == t[2] || t[2] == t[0]) continue;
        std::rotate(t.begin(), std::min_element(t.begin(), t.end()), t.end());
        triangles.push_back(t);
    }
    std::sort(triangles.begin(), triangles.end());
    triangles.erase(std::unique(triangles.begin(), triangles.end()), triangles.end());
    mesh.indices.clear();
    for (const auto& t : triangles) mesh.indices.insert(mesh.indices.end(), t.begin(), t.end());
    mesh.normals.clear();
}

void make_normals(Mesh& mesh) {
    mesh.normals.assign(mesh.positions.size(), Vec3(0));
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::uint32_t v = mesh.indices[i + corner];
            const Vec3 a = mesh.positions[mesh.indices[i + (corner + 1) % 3]] - mesh.positions[v];
            const Vec3 b = mesh.positions[mesh.indices[i + (corner + 2) % 3]] - mesh.positions[v];
            const Vec3 normal = glm::cross(a, b);
            const float length = glm::length(normal);
            if (length > 0) mesh.normals[v] += normal * (angle_between(a, b) / length);
        }
    }
    for (Vec3& normal : mesh.normals) {
        const float length = glm::length(normal);
        normal = length > 1e-12F ? normal / length : Vec3(0, 1, 0);
    }
}

void make_normals_by_area(Mesh& mesh) {
    mesh.normals.assign(mesh.positions.size(), Vec3(0));
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3 square =
            glm::cross(mesh.positions[mesh.indices[i + 1]] - a, mesh.positions[mesh.indices[i + 2]] - a);
        for (std::size_t k = 0; k < 3; ++k) mesh.normals[mesh.indices[i + k]] += square;
    }
    for (Vec3& normal : mesh.normals) {
        const float length = glm::length(normal);
        normal = length > 0 ? normal / length : Vec3(0, 1, 0);
    }
}

bool turn_outwards(Mesh& mesh) {
    if (volume_ml(mesh) >= 0) return false;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        std::swap(mesh.indices[i + 1], mesh.indices[i + 2]);
    for (Vec3& normal : mesh.normals) normal = -normal;
    return true;
}

std::size_t remove_specks(Mesh& mesh, Side side) {
    const std::vector<std::uint32_t> piece_of = pieces_of(mesh);
    std::vector<Piece> pieces(mesh.positions.size());
    float whole_area = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const Vec3 &a = mesh.positions[mesh.indices[i]], &b = mesh.positions[mesh.indices[i + 1]],
                   &c = mesh.positions[mesh.indices[i + 2]];
        Piece& piece = pieces[piece_of[mesh.indices[i]]];
        for (const Vec3& p : {a, b, c}) piece.box.add(p);
        const float area = glm::length(glm::cross(b - a, c - a)) / 2;
        piece.area += area;
        whole_area += area;
    }
    Box large;
    for (const Piece& piece : pieces)
        if (piece.area >= whole_area / 100) large.add(piece.box);
    std::vector<bool> drop(pieces.size(), false);
    std::size_t dropped = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (pieces[i].box.empty() || pieces[i].area >= whole_area / 100) continue;
        drop[i] = lies_across(pieces[i], side) || (!large.empty() && lies_outside(pieces[i].box, large));
        dropped += drop[i] ? 1U : 0U;
    }
    if (dropped == 0) return 0;
    std::vector<std::uint32_t> kept;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        if (!drop[piece_of[mesh.indices[i]]]) kept.insert(kept.end(), &mesh.indices[i], &mesh.indices[i] + 3);
    mesh.indices = std::move(kept);
    drop_unused_vertices(mesh);
    mesh.normals.clear();
    return dropped;
}

}  // namespace myomap
