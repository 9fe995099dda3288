#include "sculpt/muscle_fork.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/joined_sets.h"
#include "import/fibre_sheet_maker.h"
#include "sculpt/sheet_seed.h"

namespace myomap {
namespace {

constexpr float least_area = 0.02F;    // of the piece, for a slip
constexpr float least_length = 0.12F;  // of the piece
constexpr float overlap_mm = 5;        // by which the trunk reaches into its slips
constexpr float most_overlap = 0.05F;  // of the piece
constexpr std::size_t most_triangles = 3000;

using Triangles = std::vector<std::uint32_t>;

float area_of(const Mesh& mesh, const Triangles& triangles) {
    float twice = 0;
    for (std::size_t i = 0; i < triangles.size(); i += 3) {
        const Vec3& a = mesh.positions[triangles[i]];
        twice += glm::length(
            glm::cross(mesh.positions[triangles[i + 1]] - a, mesh.positions[triangles[i + 2]] - a));
    }
    return twice / 2;
}

// Where along the piece it is cut, seen from the end that stays whole, and what comes apart there.
struct Cut {
    float at = 0;
    bool at_insertion = true;
    std::vector<Triangles> slips;
};

class Splitter {
public:
    Splitter(const FibrePiece& piece, const Mesh& mesh) : piece_(piece), mesh_(mesh) {
        along_.assign(mesh.positions.size(), 0);
        const SurfaceInterpolation interpolation(piece.surface);
        std::vector<bool> known(mesh.positions.size(), false);
        for (const std::uint32_t v : piece.triangles) {
            if (known[v]) continue;
            known[v] = true;
            along_[v] = interpolation.value_at(
                mesh.positions[v], v < mesh.normals.size() ? mesh.normals[v] : Vec3(0), piece.along);
        }
        whole_area_ = area_of(mesh, piece.triangles);
        overlap_ = std::min(most_overlap, overlap_mm / size_of(piece.sheet).length);
    }

    // Where it first comes apart, towards the end where there are more slips in the end.
    std::optional<Cut> find() const {
        constexpr int steps = 64;
        std::optional<Cut> best;
        std::size_t most = 1;
        for (const bool at_insertion : {true, false}) {
            std::optional<Cut> first;
            std::size_t slips = 0;
            for (int step = 0; step < steps; ++step) {
                Cut cut{0.1F + 0.75F * static_cast<float>(step) / steps, at_insertion, {}};
                cut.slips = slips_beyond(cut);
                slips = std::max(slips, cut.slips.size());
                if (cut.slips.size() >= 2 && !first) first = std::move(cut);
            }
            if (slips <= most) continue;
            most = slips;
            best = std::move(first);
        }
        return best;
    }

    float overlap() const { return overlap_; }

    Triangles trunk_of(const Cut& cut) const {
        std::vector<bool> apart(mesh_.positions.size(), false);
        for (const Triangles& slip : cut.slips)
            for (const std::uint32_t v : slip)
                if (towards_end(v, cut) > cut.at + overlap_) apart[v] = true;
        return triangles_without(piece_, apart);
    }

    ForkStretch stretch(Triangles triangles, float from, float to,
                        const std::function<Vec3(const Vec3&)>& to_skin) const {
        ForkStretch stretch;
        stretch.along_from = from;
        stretch.along_to = to;
        const SurfaceInterpolation interpolation(piece_.surface);
        stretch.piece = cut_piece(
            piece_, mesh_, std::move(triangles),
            [&](const Vec3& place) {
                const float along = interpolation.value_at(place, Vec3(0), piece_.along);
                return std::clamp((along - from) / (to - from), 0.0F, 1.0F);
            },
            to_skin);
        return stretch;
    }

private:
    float towards_end(std::uint32_t v, const Cut& cut) const {
        return cut.at_insertion ? along_[v] : 1 - along_[v];
    }

    std::vector<Triangles> slips_beyond(const Cut& cut) const {
        JoinedSets joined(mesh_.positions.size());
        const auto beyond = [&](const std::uint32_t* v) {
            return std::min({towards_end(v[0], cut), towards_end(v[1], cut), towards_end(v[2], cut)}) >
                   cut.at;
        };
        for (std::size_t i = 0; i < piece_.triangles.size(); i += 3) {
            const std::uint32_t* v = &piece_.triangles[i];
            if (!beyond(v)) continue;
            joined.join(v[0], v[1]);
            joined.join(v[0], v[2]);
        }
        std::vector<std::pair<std::uint32_t, Triangles>> found;  // by their roots, in order of appearance
        for (std::size_t i = 0; i < piece_.triangles.size(); i += 3) {
            const std::uint32_t* v = &piece_.triangles[i];
            if (!beyond(v)) continue;
            const std::uint32_t root = joined.root(v[0]);
            auto at = std::ranges::find(found, root, &std::pair<std::uint32_t, Triangles>::first);
            if (at == found.end()) at = found.insert(found.end(), {root, {}});
            at->second.insert(at->second.end(), v, v + 3);
        }
        std::vector<Triangles> slips;
        for (auto& [root, triangles] : found) {
            float reach = 0;
            for (const std::uint32_t v : triangles) reach = std::max(reach, towards_end(v, cut));
            if (reach > cut.at + least_length && area_of(mesh_, triangles) > least_area * whole_area_)
                slips.push_back(std::move(triangles));
        }
        return slips;
    }

    const FibrePiece& piece_;
    const Mesh& mesh_;
    std::vector<float> along_;  // of each vertex of the mesh
    float whole_area_ = 0;
    float overlap_ = 0;  // of the piece, by which the trunk reaches into its slips
};

// In the order of the trunk's rows, each with an equal share of them.
void set_ranges_across(std::vector<ForkStretch>& stretches) {
    const FibreSheet& trunk = stretches.front().piece.sheet;
    if (trunk.stations == 0) return;
    Vec3 run(0);
    const auto rows = static_cast<std::size_t>(trunk.rows);
    for (std::size_t s = 0; s < static_cast<std::size_t>(trunk.stations); ++s)
        run += trunk.outer[s * rows + rows - 1] - trunk.outer[s * rows];
    std::ranges::stable_sort(stretches.begin() + 1, stretches.end(), std::less{},
                             [&](const ForkStretch& one) { return glm::dot(one.piece.centre, run); });
    const auto slips = static_cast<float>(stretches.size() - 1);
    for (std::size_t i = 1; i < stretches.size(); ++i) {
        stretches[i].across_from = static_cast<float>(i - 1) / slips;
        stretches[i].across_to = static_cast<float>(i) / slips;
    }
}

}  // namespace

std::vector<std::uint32_t> triangles_without(const FibrePiece& piece, const std::vector<bool>& taken) {
    std::vector<std::uint32_t> left;
    for (std::size_t i = 0; i < piece.triangles.size(); i += 3) {
        const std::uint32_t* v = &piece.triangles[i];
        if (!taken[v[0]] || !taken[v[1]] || !taken[v[2]]) left.insert(left.end(), v, v + 3);
    }
    return left;
}

FibrePiece cut_piece(const FibrePiece& piece, const Mesh& mesh, std::vector<std::uint32_t> triangles,
                     const std::function<float(const Vec3&)>& along,
                     const std::function<Vec3(const Vec3&)>& to_skin) {
    FibrePiece part;
    part.part = piece.part;
    part.side = piece.side;
    part.muscles = piece.muscles;
    part.order = piece.order;
    part.triangles = std::move(triangles);
    part.surface = make_fibre_surface(mesh, part.triangles, most_triangles);
    for (const Vec3& place : part.surface.mesh.positions) part.along.push_back(along(place));
    SheetFrame frame;
    frame.side = part.side;
    frame.order = part.order;
    frame.to_skin = to_skin;
    part.sheet = make_fibre_sheet(part.surface, part.along, frame);
    part.centre = bounds_of(part.surface.mesh).centre();
    return part;
}

std::vector<ForkStretch> split_fork(const FibrePiece& piece, const Mesh& mesh,
                                    const std::function<Vec3(const Vec3&)>& to_skin) {
    if (piece.crosswise) return {};
    const Splitter splitter(piece, mesh);
    const std::optional<Cut> cut = splitter.find();
    if (!cut) return {};
    const float at = cut->at_insertion ? cut->at : 1 - cut->at;
    const float overlap = splitter.overlap();
    const float trunk_end = cut->at_insertion ? std::min(at + overlap, 1.0F) : std::max(at - overlap, 0.0F);
    std::vector<ForkStretch> stretches;
    const auto add = [&](const Triangles& triangles, float end, bool slip) {
        const bool first = slip != cut->at_insertion;  // whether it begins with the whole piece
        stretches.push_back(splitter.stretch(triangles, first ? 0 : end, first ? end : 1, to_skin));
    };
    add(splitter.trunk_of(*cut), trunk_end, false);
    for (const Triangles& slip : cut->slips) add(slip, at, true);
    set_ranges_across(stretches);
    return stretches;
}

}  // namespace myomap
