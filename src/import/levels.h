#pragma once
#include <span>
#include <vector>

#include "body/part.h"
#include "import/progress.h"

namespace myomap {

// Triangles for the whole body at each level; 0 for as many as there are.
inline constexpr std::array<std::size_t, level_count> level_budgets{0, 300'000, 120'000};

// How many triangles each part may have so that all have `budget`: more area gets more, but less than in
// proportion, so that fingers and small muscles keep their shape; none more than it has, none less than a
// shape needs.
std::vector<std::size_t> share_budget(std::span<const Part> parts, std::size_t budget);

// Makes all levels of level 0, on all cores, ordered for the card's caches. Normals and fibres stay with
// their vertices; those of a coarser level are the first ones of the finer. `budgets` are for all these parts
// together.
void make_levels(std::span<Part> parts, const Progress& progress = {},
                 const std::array<std::size_t, level_count>& budgets = level_budgets);

// A mesh without the triangles that its shape can do without: no place moves further than `most_mm`.
Mesh thinned(const Mesh& mesh, float most_mm);

}  // namespace myomap
