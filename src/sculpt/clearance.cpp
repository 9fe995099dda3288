#include "sculpt/clearance.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>

#include "sculpt/edge_split.h"
#include "sculpt/sheet_builder.h"
#include "sculpt/sheet_shape.h"

namespace myomap {
namespace {

constexpr float node_along_mm = 8, node_across_mm = 6;
constexpr int most_stations = 44, most_rows = 36;
constexpr float thinnest_mm = 0.3F;  // half of it

bool holds(const Box& box, const Vec3& place, float beside = 0) {
    return glm::all(glm::greaterThanEqual(place, box.min - beside)) &&
           glm::all(glm::lessThanEqual(place, box.max + beside));
}

bool meet(const Box& a, const Box& b) {
    return glm::all(glm::lessThanEqual(a.min, b.max)) && glm::all(glm::lessThanEqual(b.min, a.max));
}

bool is_hard(const Part& part) {
    return part.kind == PartKind::Bone || part.kind == PartKind::Cartilage || part.kind == PartKind::Disc ||
           part.kind == PartKind::Tooth;
}

// The same surface with nodes about so far apart.
void refine(BodySheet& sheet) {
    const auto wanted = [](float length_mm, float step_mm, int least, int most) {
        return std::clamp(static_cast<int>(std::lround(length_mm / step_mm)) + 1, least, most);
    };
    const int stations =
        std::max(sheet.stations, wanted(length_mm(sheet), node_along_mm, sheet.stations, most_stations));
    const int rows = std::max(sheet.rows, wanted(width_mm(sheet), node_across_mm, sheet.rows, most_rows));
    const SheetControls controls = controls_of(sheet);
    BodySheet fine = sheet;
    fine.stations = stations;
    fine.rows = rows;
    fine.middle_mm.clear();
    fine.half_mm.clear();
    for (int s = 0; s < stations; ++s)
        for (int r = 0; r < rows; ++r) {
            const Vec4 middle =
                spline_middle(controls, static_cast<float>(s) / static_cast<float>(stations - 1),
                              static_cast<float>(r) / static_cast<float>(rows - 1));
            fine.middle_mm.emplace_back(middle);
            fine.half_mm.push_back(std::max(middle.w, thinnest_mm));
        }
    sheet = std::move(fine);
}

using Surfaces = std::vector<const MeshSurface*>;

// A fine sheet among its neighbours.
class Room {
public:
    Room(BodySheet& sheet, const Surfaces& around) : sheet_(sheet), around_(around) {}

    // Moves the middle out of what it lies in. Whether anything had to move.
    bool free_middle() {
        std::vector<Vec3> move(sheet_.middle_mm.size(), Vec3(0));
        std::atomic<bool> moved = false;
        tbb::parallel_for(std::size_t{0}, move.size(), [&](std::size_t i) {
            move[i] = way_out(around_, sheet_.middle_mm[i], -thinnest_mm);
            if (glm::length(move[i]) > 0.1F) moved = true;
        });
        if (!moved) return false;
        even_out(move);
        for (std::size_t i = 0; i < move.size(); ++i) sheet_.middle_mm[i] += move[i];
        return true;
    }

    // Lays the faces where they meet no neighbour, seen square from the middle.
    void cut_faces() {
        const std::vector<Vec3> normals = normals_of(controls_of(sheet_));
        std::vector<float> low(normals.size()), high(normals.size());
        tbb::parallel_for(std::size_t{0}, normals.size(), [&](std::size_t i) {
            low[i] = reach(i, -normals[i]);
            high[i] = reach(i, normals[i]);
        });
        taper(low);
        taper(high);
        for (std::size_t i = 0; i < normals.size(); ++i) {
            sheet_.middle_mm[i] += 0.5F * (high[i] - low[i]) * normals[i];
            sheet_.half_mm[i] = std::max(thinnest_mm, 0.5F * (high[i] + low[i]));
        }
    }

private:
    // How far a face may lie off the middle.
    float reach(std::size_t i, const Vec3& direction) const {
        const float half = sheet_.half_mm[i];
        float free = half;
        const Vec3& middle = sheet_.middle_mm[i];
        for (const MeshSurface* surface : around_) {
            if (!holds(surface->bounds(), middle, half)) continue;
            if (const auto met = surface->distance_in(middle, direction, free)) free = *met;
        }
        return free < half ? std::min(half, free + 0.5F * clearance_left_mm) : half;
    }

    std::size_t at(int s, int r) const {
        return static_cast<std::size_t>(std::clamp(s, 0, sheet_.stations - 1) * sheet_.rows +
                                        std::clamp(r, 0, sheet_.rows - 1));
    }

    float mean_round(const std::vector<float>& values, int s, int r) const {
        return 0.25F *
               (values[at(s - 1, r)] + values[at(s + 1, r)] + values[at(s, r - 1)] + values[at(s, r + 1)]);
    }

    // What is cut gives way over some distance.
    void taper(std::vector<float>& reach) const {
        constexpr int rounds = 4;
        for (int round = 0; round < rounds; ++round) {
            const std::vector<float> before = reach;
            for (int s = 0; s < sheet_.stations; ++s)
                for (int r = 0; r < sheet_.rows; ++r)
                    reach[at(s, r)] =
                        std::min(before[at(s, r)], 0.5F * (before[at(s, r)] + mean_round(before, s, r)));
        }
    }

    // What is pushed takes its neighbours along, so that no knob is left.
    void even_out(std::vector<Vec3>& move) const {
        for (int round = 0; round < 3; ++round) {
            const std::vector<Vec3> before = move;
            for (int s = 0; s < sheet_.stations; ++s)
                for (int r = 0; r < sheet_.rows; ++r) {
                    const Vec3 mean = (before[at(s - 1, r)] + before[at(s + 1, r)] + before[at(s, r - 1)] +
                                       before[at(s, r + 1)]) *
                                      0.25F;
                    Vec3& here = move[at(s, r)];
                    if (glm::length(mean) > glm::length(here)) here = 0.5F * (here + mean);
                }
        }
    }

    BodySheet& sheet_;
    const Surfaces& around_;
};

// A mesh that is moved out of what it lies in.
class Pushed {
public:
    Pushed(Mesh& mesh, const Surfaces& around) : mesh_(mesh), around_(around) {}

    void push() {
        constexpr int rounds = 2;
        for (int round = 0; round < rounds; ++round) split_deep();
        measure();
        draw_back();
        for (int round = 0; round < rounds; ++round) {
            const std::size_t first = mesh_.positions.size();
            split_deep();
            tbb::parallel_for(first, mesh_.positions.size(), [&](std::size_t v) {
                mesh_.positions[v] += way_out(around_, mesh_.positions[v]);
            });
        }
        even_out();
    }

private:
    // How far the vertices that are not yet known lie off the surfaces, 0 within.
    void measure() {
        const std::size_t known = off_mm_.size();
        off_mm_.resize(mesh_.positions.size(), farthest_mm);
        tbb::parallel_for(known, off_mm_.size(), [&](std::size_t v) {
            const Vec3& place = mesh_.positions[v];
            for (const MeshSurface* surface : around_) {
                if (!holds(surface->bounds(), place, off_mm_[v])) continue;
                off_mm_[v] = holds(surface->bounds(), place) && surface->holds(place)
                                 ? 0
                                 : surface->distance_to(place, off_mm_[v]);
            }
        });
    }

    // Halves the edges whose middle lies deep within.
    void split_deep() {
        measure();
        split_edges(mesh_, [&](std::uint32_t a, std::uint32_t b) {
            const float half_mm =
                std::min(farthest_mm, 0.5F * glm::distance(mesh_.positions[a], mesh_.positions[b]));
            if (half_mm < clearance_left_mm || off_mm_[a] > half_mm || off_mm_[b] > half_mm) return false;
            const Vec3 middle = 0.5F * (mesh_.positions[a] + mesh_.positions[b]);
            return glm::length(way_out(around_, middle)) > 0.5F * clearance_left_mm;
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

void set_normals(Mesh& mesh) {
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

Mesh scaled(Mesh mesh, float scale) {
    for (Vec3& position : mesh.positions) position *= scale;
    mesh.normals.resize(mesh.positions.size(), Vec3(0));
    return mesh;
}

}  // namespace

Vec3 way_out(const std::vector<const MeshSurface*>& surfaces, const Vec3& place_mm, float left_mm) {
    Vec3 way(0);
    for (const MeshSurface* surface : surfaces) {
        if (!holds(surface->bounds(), place_mm + way)) continue;
        const std::optional<Vec3> nearest = surface->nearest_from_within(place_mm + way);
        if (!nearest) continue;
        const Vec3 out = *nearest - (place_mm + way);
        const float depth = glm::length(out);
        if (depth > std::max(left_mm, 1e-3F)) way += (1 - left_mm / depth) * out;
    }
    return way;
}

void make_room(BodySheet& sheet, const std::vector<const MeshSurface*>& around) {
    constexpr int rounds = 10;
    refine(sheet);
    Room room(sheet, around);
    for (int round = 0; round < rounds && room.free_middle(); ++round) {
    }
    room.cut_faces();
}

void push_out(Mesh& mesh_mm, const std::vector<const MeshSurface*>& around) {
    Pushed(mesh_mm, around).push();
    set_normals(mesh_mm);
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

void clear_of_bones(Body& body) {
    std::vector<std::unique_ptr<MeshSurface>> bones(body.parts.size());
    tbb::parallel_for(std::size_t{0}, bones.size(), [&](std::size_t i) {
        const Part& part = body.parts[i];
        if (is_hard(part) && !part.levels[0].indices.empty())
            bones[i] = std::make_unique<MeshSurface>(scaled(part.levels[0], 1000));
    });
    tbb::parallel_for(std::size_t{0}, body.parts.size(), [&](std::size_t i) {
        Part& part = body.parts[i];
        if (part.kind != PartKind::Muscle || part.levels[0].indices.empty()) return;
        Mesh mesh = scaled(part.levels[0], 1000);
        const Box box = bounds_of(mesh);
        std::vector<const MeshSurface*> around;
        for (const auto& bone : bones)
            if (bone != nullptr && meet(bone->bounds(), box)) around.push_back(bone.get());
        push_out(mesh, around);
        part.levels[0] = scaled(std::move(mesh), 0.001F);
    });
}

}  // namespace myomap
