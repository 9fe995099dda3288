#include "sculpt/muscle_reach.h"

#include <algorithm>

#include "import/fibre_sheet_maker.h"
#include "sculpt/sheet_seed.h"

namespace myomap {
namespace {

constexpr float end_share = 0.012F;  // of `along`: where the importer's first cut lies

// How far each vertex of an end lies beyond its border; 0 elsewhere.
std::vector<float> beyond_m(const FibrePiece& piece, bool at_origin) {
    std::vector<std::uint32_t> within;
    for (std::uint32_t v = 0; v < piece.along.size(); ++v)
        if (at_origin ? piece.along[v] > end_share : piece.along[v] < 1 - end_share) within.push_back(v);
    if (within.empty()) return std::vector<float>(piece.along.size(), 0);
    std::vector<float> beyond = walk_distances(piece.surface, within);
    for (float& distance : beyond)
        if (!(distance < 1)) distance = 0;  // not joined to the rest
    return beyond;
}

Vec3 run_of(const FibreSheet& fibres) {
    Vec3 run(0);
    const auto rows = static_cast<std::size_t>(fibres.rows);
    for (std::size_t s = 0; s < static_cast<std::size_t>(fibres.stations); ++s)
        run += fibres.outer[s * rows + rows - 1] - fibres.outer[s * rows];
    return run;
}

void turn_rows(FibreSheet& fibres) {
    for (auto* face : {&fibres.outer, &fibres.inner})
        for (auto row = face->begin(); row != face->end(); row += fibres.rows)
            std::reverse(row, row + fibres.rows);
}

}  // namespace

std::optional<ReachedSheet> reach_ends(const FibrePiece& piece,
                                       const std::function<Vec3(const Vec3&)>& to_skin) {
    constexpr float least_mm = 4;
    if (piece.crosswise || piece.sheet.stations < 2) return std::nullopt;
    const float length_mm = size_of(piece.sheet).length;
    if (!(length_mm > 0)) return std::nullopt;
    const std::vector<float> before = beyond_m(piece, true);
    const std::vector<float> after = beyond_m(piece, false);
    const float from = *std::ranges::max_element(before) * 1000 / length_mm;
    const float to = *std::ranges::max_element(after) * 1000 / length_mm;
    if (std::max(from, to) * length_mm < least_mm) return std::nullopt;
    std::vector<float> along(piece.along.size());
    for (std::size_t v = 0; v < along.size(); ++v)
        along[v] = (piece.along[v] + from + (after[v] - before[v]) * 1000 / length_mm) / (1 + from + to);

    SheetFrame frame;
    frame.side = piece.side;
    frame.order = piece.order;
    frame.to_skin = to_skin;
    ReachedSheet reached{make_fibre_sheet(piece.surface, along, frame), -from, 1 + to};
    if (reached.fibres.stations == 0) return std::nullopt;
    if (glm::dot(run_of(reached.fibres), run_of(piece.sheet)) < 0) turn_rows(reached.fibres);
    return reached;
}

}  // namespace myomap
