#include "import/reference_surface.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <nanoflann.hpp>

#include "body/neighbours.h"
#include "import/smooth_surface.h"

namespace myomap {

struct ReferenceSurface::Index {
    std::vector<Vec3> places;
    std::vector<Vec3> normals;
    std::vector<float> edges_m;
    float spacing_m = 0;  // between neighbours

    // What nanoflann asks for.
    std::size_t kdtree_get_point_count() const { return places.size(); }
    float kdtree_get_pt(std::size_t i, std::size_t axis) const {
        return places[i][static_cast<Vec3::length_type>(axis)];
    }
    template <class Bounds>
    bool kdtree_get_bbox(Bounds&) const {
        return false;
    }

    using Tree = nanoflann::KDTreeSingleIndexAdaptor<nanoflann::L2_Simple_Adaptor<float, Index>, Index, 3,
                                                     std::uint32_t>;
    std::unique_ptr<Tree> tree;
};

namespace {

float mean_edge(const Mesh& mesh) {
    double sum = 0;
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        const Vec3& next = mesh.positions[mesh.indices[i % 3 == 2 ? i - 2 : i + 1]];
        sum += static_cast<double>(glm::distance(mesh.positions[mesh.indices[i]], next));
    }
    return mesh.indices.empty() ? 0.0F : static_cast<float>(sum / static_cast<double>(mesh.indices.size()));
}

}  // namespace

ReferenceSurface::ReferenceSurface(const Mesh& fine, std::vector<float> edge_m)
    : index_(std::make_unique<Index>()) {
    index_->places = fine.positions;
    index_->normals = fine.normals;
    index_->edges_m = std::move(edge_m);
    index_->spacing_m = mean_edge(fine);
    index_->tree = std::make_unique<Index::Tree>(3, *index_, nanoflann::KDTreeSingleIndexAdaptorParams(16));
    index_->tree->buildIndex();
}

ReferenceSurface::~ReferenceSurface() = default;

Vec3 ReferenceSurface::project(const Vec3& position, const Vec3& normal) const {
    constexpr std::size_t count = 10;
    std::array<std::uint32_t, count> nearest{};
    std::array<float, count> squares{};
    const std::size_t found = index_->tree->knnSearch(&position.x, count, nearest.data(), squares.data());
    const float reach = squares[found / 2] + 1e-12F;
    Vec3 place(0);
    Vec3 facing(0);
    float sum = 0;
    for (std::size_t i = 0; i < found; ++i) {
        const Vec3& n = index_->normals[nearest[i]];
        if (glm::dot(n, normal) > 0.2F) {
            const float weight = std::exp(-squares[i] / reach);
            place += weight * index_->places[nearest[i]];
            facing += weight * n;
            sum += weight;
        }
    }
    if (sum <= 0) {
        return position;  // at a fold, where all that is near faces away: relaxing unfolds it
    }
    facing = glm::normalize(facing);
    const Vec3 projected = position - facing * glm::dot(facing, position - place / sum);

    // Beyond a thin rim, as of an ear, the planes go on but the surface does not.
    const Vec3& close = index_->places[nearest[0]];
    const float beyond = glm::distance(projected, close) / index_->spacing_m;
    return beyond > 0.8F ? close + (projected - close) * (0.8F / beyond) : projected;
}

float ReferenceSurface::edge_m(const Vec3& position) const {
    std::uint32_t nearest = 0;
    float square = 0;
    index_->tree->knnSearch(&position.x, 1, &nearest, &square);
    return index_->edges_m[nearest];
}

namespace {

// The largest curvature along an edge, 1/m, from how the normals turn.
std::vector<float> curvatures(const Mesh& mesh, const Neighbours& neighbours) {
    std::vector<float> curvature(mesh.positions.size());
    tbb::parallel_for(std::size_t{0}, curvature.size(), [&](std::size_t v) {
        for (const std::uint32_t n : neighbours.of(v)) {
            const Vec3 edge = mesh.positions[n] - mesh.positions[v];
            const float square = std::max(glm::dot(edge, edge), 1e-12F);
            curvature[v] =
                std::max(curvature[v], std::abs(glm::dot(mesh.normals[n] - mesh.normals[v], edge)) / square);
        }
    });
    return curvature;
}

std::vector<float> vertex_areas(const Mesh& mesh) {
    std::vector<float> area(mesh.positions.size());
    for (std::size_t t = 0; t + 2 < mesh.indices.size(); t += 3) {
        const std::uint32_t* v = &mesh.indices[t];
        const Vec3& p = mesh.positions[v[0]];
        const float third =
            glm::length(glm::cross(mesh.positions[v[1]] - p, mesh.positions[v[2]] - p)) / 6.0F;
        for (std::size_t k = 0; k < 3; ++k) {
            area[v[k]] += third;
        }
    }
    return area;
}

}  // namespace

std::vector<float> edge_lengths(const Mesh& fine, const EdgeLengths& wanted) {
    const Neighbours neighbours(fine);
    Mesh calm = fine;  // the normals of a voxel surface waver from triangle to triangle
    blur_values(calm.normals, neighbours, 6);
    std::vector<float> curvature = curvatures(calm, neighbours);
    blur_values(curvature, neighbours, 12);

    // A chord of length L leaves a circle of curvature k by about k L² / 8, so L goes with the root of 1 / k.
    std::vector<float> shape(curvature.size());
    std::ranges::transform(curvature, shape.begin(),
                           [](float k) { return 1.0F / std::sqrt(std::max(k, 1e-3F)); });
    const std::vector<float> area = vertex_areas(fine);
    const auto length = [&](std::size_t v, float scale) {
        return std::clamp(scale * shape[v], wanted.shortest_m, wanted.longest_m);
    };
    float low = 0;
    float high = 1;
    for (int step = 0; step < 30; ++step) {
        const float middle = (low + high) / 2;
        double count = 0;
        for (std::size_t v = 0; v < area.size(); ++v) {
            const double l = static_cast<double>(length(v, middle));
            count += static_cast<double>(area[v]) / (0.866 * l * l);  // two equilateral triangles a vertex
        }
        (count > static_cast<double>(wanted.vertices) ? low : high) = middle;
    }
    std::vector<float> edges(shape.size());
    for (std::size_t v = 0; v < edges.size(); ++v) {
        edges[v] = length(v, high);
    }
    blur_values(edges, neighbours, 8);
    return edges;
}

}  // namespace myomap
