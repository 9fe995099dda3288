#include "import/skin_remesh.h"

#include <tbb/parallel_for.h>

#include <cmath>
#include <cstdlib>
#include <vector>

#include "import/half_edges.h"
#include "import/mesh_repair.h"
#include "import/reference_surface.h"
#include "import/smooth_surface.h"

namespace myomap {
namespace {

using Index = HalfEdges::Index;

class Remesher {
public:
    Remesher(HalfEdges edges, const ReferenceSurface& surface) : mesh_(std::move(edges)), surface_(surface) {
        aimed_.resize(mesh_.vertex_count());
    }

    void round(float scale) {
        read_sizes(scale);
        split_long();
        collapse_short();
        even_valences();
        relax();
    }
    Mesh result() const { return mesh_.to_mesh(); }

private:
    float wanted(Index h) const { return 0.5F * (aimed_[mesh_.origin(h)] + aimed_[mesh_.target(h)]); }
    float length(Index h) const {
        return glm::distance(mesh_.positions[mesh_.origin(h)], mesh_.positions[mesh_.target(h)]);
    }
    Vec3 middle(Index h) const {
        return 0.5F * (mesh_.positions[mesh_.origin(h)] + mesh_.positions[mesh_.target(h)]);
    }

    void read_sizes(float scale) {
        aimed_.resize(mesh_.vertex_count());
        tbb::parallel_for(Index{0}, mesh_.vertex_count(), [&](Index v) {
            if (mesh_.vertex_alive(v)) {
                aimed_[v] = scale * surface_.edge_m(mesh_.positions[v]);
            }
        });
    }

    void split_long() {
        const Index count = mesh_.size();
        for (Index h = 0; h < count; ++h) {
            if (mesh_.alive(h) && length(h) > 4.0F / 3.0F * wanted(h)) {
                const float aim = wanted(h);
                mesh_.split(h, middle(h));
                aimed_.push_back(aim);
            }
        }
    }

    void collapse_short() {
        for (Index h = 0; h < mesh_.size(); ++h) {
            if (mesh_.alive(h)) {
                const float aim = wanted(h);
                if (length(h) < 0.8F * aim) {
                    mesh_.collapse(h, middle(h), 4.0F / 3.0F * aim);
                }
            }
        }
    }

    // Flips where that brings the valences of the four vertices nearer to six.
    void even_valences() {
        std::vector<int> valence(mesh_.vertex_count());
        for (Index h = 0; h < mesh_.size(); ++h) {
            if (mesh_.alive(h)) {
                ++valence[mesh_.origin(h)];
            }
        }
        const auto off = [](int n) { return (n - 6) * (n - 6); };
        for (Index h = 0; h < mesh_.size(); ++h) {
            if (!mesh_.alive(h) || mesh_.twin(h) < h) {
                continue;
            }
            int& a = valence[mesh_.origin(h)];
            int& b = valence[mesh_.target(h)];
            int& c = valence[mesh_.apex(h)];
            int& d = valence[mesh_.apex(mesh_.twin(h))];
            const int now = off(a) + off(b) + off(c) + off(d);
            const int then = off(a - 1) + off(b - 1) + off(c + 1) + off(d + 1);
            if (then < now && mesh_.flip(h)) {
                --a;
                --b;
                ++c;
                ++d;
            }
        }
    }

    // Moves each vertex within its tangent plane to the middle of its triangles, larger ones weighing more,
    // then onto the surface.
    void relax() {
        std::vector<Vec3> places = mesh_.positions;
        tbb::parallel_for(Index{0}, mesh_.vertex_count(), [&](Index v) {
            if (mesh_.vertex_alive(v)) {
                places[v] = relaxed(v);
            }
        });
        mesh_.positions.swap(places);
    }

    Vec3 relaxed(Index v) const {
        const Vec3& place = mesh_.positions[v];
        Vec3 sum(0);
        Vec3 normal(0);
        float weights = 0;
        Index h = mesh_.out(v);
        do {
            const Vec3 n = mesh_.normal_of(h);
            const float size = (aimed_[v] + aimed_[mesh_.target(h)] + aimed_[mesh_.apex(h)]) / 3.0F;
            const float weight = glm::length(n) / (size * size);  // the area as the sizes aimed at see it
            sum +=
                weight * (place + mesh_.positions[mesh_.target(h)] + mesh_.positions[mesh_.apex(h)]) / 3.0F;
            weights += weight;
            normal += n;
            h = mesh_.around(h);
        } while (h != mesh_.out(v));
        const float steepness = glm::length(normal);
        if (weights <= 0 || steepness <= 0) {
            return place;
        }
        normal /= steepness;
        const Vec3 to_middle = sum / weights - place;
        return surface_.project(place + to_middle - normal * glm::dot(normal, to_middle), normal);
    }

    HalfEdges mesh_;
    const ReferenceSurface& surface_;
    std::vector<float> aimed_;  // edge length, one a vertex
};

}  // namespace

std::optional<Mesh> remesh(const Mesh& fine, const RemeshSettings& settings) {
    return remesh_to(
        fine, edge_lengths(fine, {settings.shortest_edge_m, settings.longest_edge_m, settings.vertices}));
}

std::optional<Mesh> remesh_to(const Mesh& fine, std::vector<float> edge_m) {
    std::optional<HalfEdges> edges = HalfEdges::from_mesh(fine);
    if (!edges) {
        return std::nullopt;
    }
    const ReferenceSurface surface(fine, std::move(edge_m));
    Remesher remesher(std::move(*edges), surface);
    for (const float scale : {0.5F, 0.8F, 1.0F, 1.0F, 1.0F, 1.0F, 1.0F, 1.0F}) {
        remesher.round(scale);
    }
    Mesh mesh = remesher.result();
    smooth_surface(mesh, 1);  // thin rims, as of ears, come rough from projecting
    make_normals(mesh);
    return mesh;
}

}  // namespace myomap
