#include "sculpt/clearance.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cmath>

#include "sculpt/sheet_builder.h"
#include "sculpt/sheet_shape.h"

namespace myomap {
namespace {

constexpr float node_along_mm = 8, node_across_mm = 6;
constexpr int most_stations = 44, most_rows = 36;
constexpr float thinnest_mm = 0.3F;  // half of it

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
            if (!surface->bounds().grown(half).holds(middle)) continue;
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

}  // namespace

Vec3 way_out(const std::vector<const MeshSurface*>& surfaces, const Vec3& place_mm, float left_mm) {
    Vec3 way(0);
    for (const MeshSurface* surface : surfaces) {
        if (!surface->bounds().holds(place_mm + way)) continue;
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

}  // namespace myomap
