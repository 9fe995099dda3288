#include "import/fibre_surface.h"

#include <meshoptimizer.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <queue>

#include "base/triangle.h"
#include "body/mesh_pieces.h"

namespace myomap {
namespace {

constexpr float other_face_is_further = 4;  // times as far as it is
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

float twice_area(const Mesh& mesh, const std::uint32_t* corner) {
    const Vec3& a = mesh.positions[corner[0]];
    return glm::length(glm::cross(mesh.positions[corner[1]] - a, mesh.positions[corner[2]] - a));
}

// Only the vertices that the triangles use.
Mesh compacted(const Mesh& mesh, std::span<const std::uint32_t> triangles) {
    Mesh result;
    std::vector<std::uint32_t> renamed(mesh.positions.size(), none);
    for (const std::uint32_t vertex : triangles) {
        if (renamed[vertex] == none) {
            renamed[vertex] = static_cast<std::uint32_t>(result.positions.size());
            result.positions.push_back(mesh.positions[vertex]);
        }
        result.indices.push_back(renamed[vertex]);
    }
    return result;
}

// A few triangles less would hardly be faster to solve and would be less exact.
Mesh simplified(Mesh mesh, std::size_t most_triangles) {
    if (mesh.triangle_count() <= most_triangles) return mesh;
    std::vector<std::uint32_t> fewer(mesh.indices.size());
    const float most_error = 0.02F;  // of the piece's size
    const std::size_t count =
        meshopt_simplify(fewer.data(), mesh.indices.data(), mesh.indices.size(), &mesh.positions[0].x,
                         mesh.positions.size(), sizeof(Vec3), most_triangles * 3, most_error, 0, nullptr);
    fewer.resize(count);
    return count < 12 ? mesh : compacted(mesh, fewer);
}

void add_edges(FibreSurface& surface) {
    const Mesh& mesh = surface.mesh;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = mesh.indices[i + k];
            const std::uint32_t b = mesh.indices[i + (k + 1) % 3];
            pairs.emplace_back(a, b);
            pairs.emplace_back(b, a);
        }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    surface.first_edge.assign(mesh.positions.size() + 1, 0);
    for (const auto& [from, to] : pairs) {
        ++surface.first_edge[from + 1];
        surface.edges.push_back({to, glm::distance(mesh.positions[from], mesh.positions[to])});
    }
    std::partial_sum(surface.first_edge.begin(), surface.first_edge.end(), surface.first_edge.begin());
}

}  // namespace

std::vector<std::vector<std::uint32_t>> connected_pieces(const Mesh& mesh) {
    const std::vector<std::uint32_t> root = pieces_of(mesh);
    struct Piece {
        std::vector<std::uint32_t> triangles;
        double area = 0;
    };
    std::vector<Piece> pieces;
    std::vector<std::uint32_t> piece_of(mesh.positions.size(), none);
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        std::uint32_t& number = piece_of[root[mesh.indices[i]]];
        if (number == none) {
            number = static_cast<std::uint32_t>(pieces.size());
            pieces.emplace_back();
        }
        Piece& piece = pieces[number];
        piece.triangles.insert(piece.triangles.end(), &mesh.indices[i], &mesh.indices[i] + 3);
        piece.area += static_cast<double>(twice_area(mesh, &mesh.indices[i]));
    }
    std::ranges::stable_sort(pieces, std::greater{}, &Piece::area);
    std::vector<std::vector<std::uint32_t>> result;
    result.reserve(pieces.size());
    for (Piece& piece : pieces) result.push_back(std::move(piece.triangles));
    return result;
}

FibreSurface make_fibre_surface(const Mesh& mesh, std::span<const std::uint32_t> triangles,
                                std::size_t most_triangles) {
    FibreSurface surface;
    surface.mesh = simplified(compacted(mesh, triangles), most_triangles);
    add_edges(surface);
    surface.vertex_area_m2.assign(surface.mesh.positions.size(), 0.0F);
    for (std::size_t i = 0; i < surface.mesh.indices.size(); i += 3) {
        const float third = twice_area(surface.mesh, &surface.mesh.indices[i]) / 6;
        for (std::size_t k = 0; k < 3; ++k) surface.vertex_area_m2[surface.mesh.indices[i + k]] += third;
    }
    return surface;
}

std::vector<float> walk_distances(const FibreSurface& surface, std::span<const std::uint32_t> from) {
    using Step = std::pair<float, std::uint32_t>;
    std::vector<float> distance(surface.mesh.positions.size(), std::numeric_limits<float>::infinity());
    std::priority_queue<Step, std::vector<Step>, std::greater<>> open;
    for (const std::uint32_t vertex : from) {
        distance[vertex] = 0;
        open.emplace(0.0F, vertex);
    }
    while (!open.empty()) {
        const auto [so_far, vertex] = open.top();
        open.pop();
        if (so_far > distance[vertex]) continue;
        for (const FibreSurface::Edge& edge : surface.edges_of(vertex)) {
            const float here = so_far + edge.length_m;
            if (here >= distance[edge.to]) continue;
            distance[edge.to] = here;
            open.emplace(here, edge.to);
        }
    }
    return distance;
}

SurfaceInterpolation::SurfaceInterpolation(const FibreSurface& surface) : surface_(&surface) {
    const Mesh& mesh = surface.mesh;
    const std::size_t vertices = mesh.positions.size();
    first_triangle_.assign(vertices + 1, 0);
    for (const std::uint32_t vertex : mesh.indices) ++first_triangle_[vertex + 1];
    std::partial_sum(first_triangle_.begin(), first_triangle_.end(), first_triangle_.begin());
    triangles_.resize(mesh.indices.size());
    std::vector<std::uint32_t> next(first_triangle_.begin(), first_triangle_.end() - 1);
    for (std::size_t i = 0; i < mesh.indices.size(); ++i)
        triangles_[next[mesh.indices[i]]++] = static_cast<std::uint32_t>(i / 3 * 3);

    normals_.assign(vertices, Vec3(0));
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3 normal =
            glm::cross(mesh.positions[mesh.indices[i + 1]] - a, mesh.positions[mesh.indices[i + 2]] - a);
        for (std::size_t k = 0; k < 3; ++k) normals_[mesh.indices[i + k]] += normal;
    }

    // A grid with about one vertex in each cell that the surface passes.
    const Box box = bounds_of(mesh);
    corner_ = box.min;
    const Vec3 size = box.size();
    const float area = std::accumulate(surface.vertex_area_m2.begin(), surface.vertex_area_m2.end(), 0.0F);
    cell_m_ = std::max(
        {std::sqrt(area / static_cast<float>(vertices)), std::max({size.x, size.y, size.z}) / 100, 1e-5F});
    for (int k = 0; k < 3; ++k) cells_[k] = 1 + static_cast<int>(size[k] / cell_m_);
    const auto cell_at = [&](const Vec3& p) { return cell_of(glm::ivec3((p - corner_) / cell_m_)); };
    first_in_cell_.assign(cell_of({0, 0, cells_[2]}) + 1, 0);
    for (const Vec3& p : mesh.positions) ++first_in_cell_[cell_at(p) + 1];
    std::partial_sum(first_in_cell_.begin(), first_in_cell_.end(), first_in_cell_.begin());
    in_cell_.resize(vertices);
    std::vector<std::uint32_t> next_in_cell(first_in_cell_.begin(), first_in_cell_.end() - 1);
    for (std::size_t v = 0; v < vertices; ++v)
        in_cell_[next_in_cell[cell_at(mesh.positions[v])]++] = static_cast<std::uint32_t>(v);
}

std::size_t SurfaceInterpolation::cell_of(const glm::ivec3& cell) const {
    const auto along = [](int i) { return static_cast<std::size_t>(i); };
    return (along(cell.z) * along(cells_[1]) + along(cell.y)) * along(cells_[0]) + along(cell.x);
}

std::uint32_t SurfaceInterpolation::nearest_vertex(const Vec3& position, const Vec3& normal) const {
    const glm::ivec3 last(cells_[0] - 1, cells_[1] - 1, cells_[2] - 1);
    const glm::ivec3 home = glm::clamp(glm::ivec3((position - corner_) / cell_m_), glm::ivec3(0), last);
    std::uint32_t nearest = 0;
    float least = std::numeric_limits<float>::infinity();
    const int furthest = std::max({cells_[0], cells_[1], cells_[2]});
    for (int ring = 0; ring <= furthest; ++ring) {
        const glm::ivec3 from = glm::max(home - ring, glm::ivec3(0));
        const glm::ivec3 to = glm::min(home + ring, last);
        for (int z = from.z; z <= to.z; ++z)
            for (int y = from.y; y <= to.y; ++y)
                for (int x = from.x; x <= to.x; ++x) {
                    const glm::ivec3 away = glm::abs(glm::ivec3(x, y, z) - home);
                    if (std::max({away.x, away.y, away.z}) != ring) continue;
                    const std::size_t cell = cell_of({x, y, z});
                    for (std::uint32_t i = first_in_cell_[cell]; i < first_in_cell_[cell + 1]; ++i) {
                        const std::uint32_t vertex = in_cell_[i];
                        const bool other_face = glm::dot(normal, normals_[vertex]) < 0;
                        const float distance = glm::distance(position, surface_->mesh.positions[vertex]) *
                                               (other_face ? other_face_is_further : 1);
                        if (distance < least) {
                            least = distance;
                            nearest = vertex;
                        }
                    }
                }
        if (least <= static_cast<float>(ring) * cell_m_) break;
    }
    return nearest;
}

float SurfaceInterpolation::value_at(const Vec3& position, const Vec3& normal,
                                     std::span<const float> vertex_values) const {
    const Mesh& mesh = surface_->mesh;
    const std::uint32_t vertex = nearest_vertex(position, normal);
    float value = vertex_values[vertex];
    float least = std::numeric_limits<float>::infinity();
    for (std::uint32_t i = first_triangle_[vertex]; i < first_triangle_[vertex + 1]; ++i) {
        const std::uint32_t* corner = &mesh.indices[triangles_[i]];
        const Vec3 weights = nearest_in_triangle(position, mesh.positions[corner[0]],
                                                 mesh.positions[corner[1]], mesh.positions[corner[2]]);
        const Vec3 there = weights.x * mesh.positions[corner[0]] + weights.y * mesh.positions[corner[1]] +
                           weights.z * mesh.positions[corner[2]];
        const float distance = glm::distance(position, there);
        if (distance >= least) continue;
        least = distance;
        value = weights.x * vertex_values[corner[0]] + weights.y * vertex_values[corner[1]] +
                weights.z * vertex_values[corner[2]];
    }
    return value;
}

}  // namespace myomap
