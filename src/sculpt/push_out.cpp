#include "sculpt/push_out.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "import/mesh_repair.h"
#include "sculpt/carve.h"
#include "sculpt/clearance.h"
#include "sculpt/edge_split.h"
#include "sculpt/part_overlap.h"
#include "sculpt/surface_error.h"

namespace myomap {
namespace {

using Surfaces = std::vector<const MeshSurface*>;

// A mesh that is moved out of what it lies in.
class Pushed {
public:
    Pushed(Mesh& mesh, const Surfaces& around) : mesh_(mesh), around_(around) {}

    void push() {
        constexpr int rounds = 2;
        std::size_t asked = 0;  // vertices whose edges among themselves need not be looked at again
        for (int round = 0; round < rounds; ++round) asked = split_deep(asked);
        measure();
        draw_back();
        asked = 0;
        for (int round = 0; round < rounds; ++round) {
            asked = split_deep(asked);
            tbb::parallel_for(asked, mesh_.positions.size(), [&](std::size_t v) {
                mesh_.positions[v] += way_out(around_, mesh_.positions[v]);
            });
        }
        even_out();
    }

private:
    // How far the vertices that are not yet known lie off the surfaces, 0 within; as far as their edges
    // reach.
    void measure() {
        const std::size_t known = off_mm_.size();
        off_mm_.resize(mesh_.positions.size(), 0);
        for (std::size_t i = 0; i < mesh_.indices.size(); ++i) {
            const std::uint32_t v = mesh_.indices[i];
            const std::uint32_t next = mesh_.indices[i % 3 == 2 ? i - 2 : i + 1];
            const float half_mm = 0.5F * glm::distance(mesh_.positions[v], mesh_.positions[next]);
            for (const std::uint32_t end : {v, next})
                if (end >= known) off_mm_[end] = std::min(farthest_mm, std::max(off_mm_[end], half_mm));
        }
        tbb::parallel_for(known, off_mm_.size(), [&](std::size_t v) {
            const Vec3& place = mesh_.positions[v];
            for (const MeshSurface* surface : around_) {
                if (!surface->bounds().grown(off_mm_[v]).holds(place)) continue;
                off_mm_[v] = surface->bounds().holds(place) && surface->holds(place)
                                 ? 0
                                 : surface->distance_to(place, off_mm_[v]);
            }
        });
    }

    // Halves the edges whose middle lies deep within, but those between the first vertices. How many vertices
    // there were.
    std::size_t split_deep(std::size_t but_between) {
        measure();
        const std::size_t before = mesh_.positions.size();
        std::map<std::pair<std::uint32_t, std::uint32_t>, bool> deep;  // either triangle beside an edge asks
        split_edges(mesh_, [&](std::uint32_t a, std::uint32_t b) {
            if (a < but_between && b < but_between) return false;
            const float half_mm =
                std::min(farthest_mm, 0.5F * glm::distance(mesh_.positions[a], mesh_.positions[b]));
            if (half_mm < clearance_left_mm + std::max(off_mm_[a], off_mm_[b])) return false;
            const auto [known, is_new] = deep.try_emplace(std::minmax(a, b));
            if (is_new)
                known->second =
                    lies_deep(0.5F * (mesh_.positions[a] + mesh_.positions[b]), 1.5F * clearance_left_mm);
            return known->second;
        });
        return before;
    }

    bool lies_deep(const Vec3& place, float depth_mm) const {
        return std::ranges::any_of(around_, [&](const MeshSurface* surface) {
            return surface->bounds().holds(place) && surface->distance_to(place, depth_mm) >= depth_mm &&
                   surface->holds(place);
        });
    }

    // What lies within is laid on the surface from where the mesh enters it, vertex by vertex inwards: by the
    // nearest way out alone it would come out on either side of a thin bone.
    void draw_back() {
        neighbours_.assign(mesh_.positions.size(), {});
        for (std::size_t i = 0; i < mesh_.indices.size(); i += 3)
            for (std::size_t k = 0; k < 3; ++k)
                neighbours_[mesh_.indices[i + k]].push_back(mesh_.indices[i + (k + 1) % 3]);
        done_.assign(mesh_.positions.size(), 1);
        tbb::parallel_for(std::size_t{0}, done_.size(), [&](std::size_t v) {
            if (off_mm_[v] == 0 && glm::length(way_out(around_, mesh_.positions[v])) > 0.05F) done_[v] = 0;
        });
        before_ = mesh_.positions;
        std::vector<std::uint32_t> left;
        for (std::uint32_t v = 0; v < done_.size(); ++v)
            if (done_[v] == 0) left.push_back(v);
        while (!left.empty()) {
            std::vector<std::uint32_t> next, later;
            for (const std::uint32_t v : left) (is_reached(v) ? next : later).push_back(v);
            if (next.empty()) std::swap(next, later);  // all of a piece lies within
            std::vector<Vec3> places(next.size());
            tbb::parallel_for(std::size_t{0}, next.size(), [&](std::size_t i) { places[i] = laid(next[i]); });
            for (std::size_t i = 0; i < next.size(); ++i) {
                mesh_.positions[next[i]] = places[i];
                done_[next[i]] = 1;
            }
            left = std::move(later);
        }
    }

    // Vertices that were laid one by one stand in creases: the surface there is evened without shrinking it
    // (Taubin 1995), and what that brings too deep comes out again.
    void even_out() {
        constexpr int rounds = 6, rings = 3;
        constexpr float inwards = 0.5F, outwards = -0.53F;
        std::vector<char> is_moved(mesh_.positions.size(), 0);
        for (std::size_t v = 0; v < mesh_.positions.size(); ++v)
            is_moved[v] = v >= before_.size() || glm::distance(before_[v], mesh_.positions[v]) > 0.3F ? 1 : 0;
        for (int ring = 0; ring < rings; ++ring) {
            const std::vector<char> known = is_moved;
            for (std::size_t i = 0; i < mesh_.indices.size(); i += 3)
                for (std::size_t k = 0; k < 3; ++k)
                    if (known[mesh_.indices[i + k]] != 0)
                        for (std::size_t n = 0; n < 3; ++n) is_moved[mesh_.indices[i + n]] = 1;
        }
        for (int round = 0; round < rounds; ++round)
            for (const float share : {inwards, outwards}) {
                std::vector<Vec3> sum(mesh_.positions.size(), Vec3(0));
                std::vector<float> count(mesh_.positions.size(), 0);
                for (std::size_t i = 0; i < mesh_.indices.size(); i += 3)
                    for (std::size_t k = 0; k < 3; ++k) {
                        sum[mesh_.indices[i + k]] += mesh_.positions[mesh_.indices[i + (k + 1) % 3]];
                        count[mesh_.indices[i + k]] += 1;
                    }
                for (std::size_t v = 0; v < sum.size(); ++v)
                    if (is_moved[v] != 0 && count[v] > 0)
                        mesh_.positions[v] += share * (sum[v] / count[v] - mesh_.positions[v]);
            }
        tbb::parallel_for(std::size_t{0}, is_moved.size(), [&](std::size_t v) {
            if (is_moved[v] != 0) mesh_.positions[v] += way_out(around_, mesh_.positions[v]);
        });
    }

    bool is_reached(std::uint32_t v) const {
        return std::ranges::any_of(neighbours_[v], [&](std::uint32_t n) { return done_[n] != 0; });
    }

    Vec3 laid(std::uint32_t v) const {
        constexpr float carried = 0.6F;  // of the way from a neighbour
        Vec3 sum(0);
        float count = 0;
        for (const std::uint32_t n : neighbours_[v]) {
            if (done_[n] == 0) continue;
            sum += mesh_.positions[n] + carried * (before_[v] - before_[n]);
            count += 1;
        }
        Vec3 place = count > 0 ? sum / count : before_[v];
        for (int step = 0; step < 3; ++step) place += way_out(around_, place);
        return place;
    }

    static constexpr float farthest_mm = 8;  // nothing further off matters

    Mesh& mesh_;
    const Surfaces& around_;
    std::vector<float> off_mm_;
    std::vector<std::vector<std::uint32_t>> neighbours_;
    std::vector<char> done_;
    std::vector<Vec3> before_;
};

// The surfaces in which more of the mesh still lies deep than may.
Surfaces still_in(const Mesh& mesh_mm, const Surfaces& around) {
    constexpr std::size_t places = 2000;
    constexpr float most_share = 0.007F;
    if (around.empty()) return {};
    const std::vector<SurfaceSample> samples = sample_surface(mesh_mm, places);
    Surfaces deep;
    std::ranges::copy_if(around, std::back_inserter(deep), [&](const MeshSurface* surface) {
        std::atomic<std::size_t> count = 0;
        tbb::parallel_for(std::size_t{0}, samples.size(), [&](std::size_t i) {
            const Vec3& place = samples[i].position;
            if (!surface->bounds().holds(place)) return;
            const std::optional<Vec3> nearest = surface->nearest_from_within(place);
            if (nearest && glm::distance(*nearest, place) > overlap_counts_mm) ++count;
        });
        return static_cast<float>(count) > most_share * static_cast<float>(samples.size());
    });
    return deep;
}

}  // namespace

void push_out(Mesh& mesh_mm, const std::vector<const MeshSurface*>& around) {
    const Mesh given_mm = mesh_mm;
    Pushed(mesh_mm, around).push();
    // Where it reaches round an edge, or a blade divides it, there is no way out to be pushed.
    if (const Surfaces stuck_in = still_in(mesh_mm, around); !stuck_in.empty()) {
        mesh_mm = carved(given_mm, stuck_in, clearance_left_mm);
        Pushed(mesh_mm, around).push();
    }
    make_normals_by_area(mesh_mm);
}

void light_rims(Mesh& mesh_mm, const MeshSurface& skin) {
    constexpr float faces_skin = 0.8F;  // cosine to the way to the skin, from which a normal is left as it is
    constexpr float least_share = 0.1F;  // of the area round a vertex, of the faces towards the skin
    std::vector<Vec3> outwards(mesh_mm.positions.size()), outer(mesh_mm.positions.size(), Vec3(0));
    std::vector<float> area(mesh_mm.positions.size(), 0);
    tbb::parallel_for(std::size_t{0}, outwards.size(),
                      [&](std::size_t v) { outwards[v] = skin.nearest(mesh_mm.positions[v]).outwards; });
    for (std::size_t i = 0; i < mesh_mm.indices.size(); i += 3) {
        const Vec3& a = mesh_mm.positions[mesh_mm.indices[i]];
        const Vec3 square = glm::cross(mesh_mm.positions[mesh_mm.indices[i + 1]] - a,
                                       mesh_mm.positions[mesh_mm.indices[i + 2]] - a);
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t v = mesh_mm.indices[i + k];
            area[v] += glm::length(square);
            if (glm::dot(square, outwards[v]) > 0) outer[v] += square;
        }
    }
    for (std::size_t v = 0; v < outer.size(); ++v) {
        const float length = glm::length(outer[v]);
        if (length > least_share * area[v] && glm::dot(mesh_mm.normals[v], outwards[v]) < faces_skin)
            mesh_mm.normals[v] = outer[v] / length;
    }
}

std::vector<Mesh> clear_of_bones(std::span<const Part> parts) {
    std::vector<std::optional<MeshSurface>> bones(parts.size());
    tbb::parallel_for(std::size_t{0}, bones.size(), [&](std::size_t i) {
        if (is_skeletal(parts[i].kind) && !parts[i].levels[0].indices.empty())
            bones[i].emplace(scaled(parts[i].levels[0], 1000));
    });
    std::vector<Mesh> clear(parts.size());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        if (parts[i].kind != PartKind::Muscle || parts[i].levels[0].indices.empty()) return;
        Mesh mesh = scaled(parts[i].levels[0], 1000);
        const Box box = bounds_of(mesh);
        std::vector<const MeshSurface*> around;
        for (const auto& bone : bones)
            if (bone && bone->bounds().meets(box)) around.push_back(&*bone);
        push_out(mesh, around);
        clear[i] = scaled(std::move(mesh), 0.001F);
    });
    return clear;
}

}  // namespace myomap
