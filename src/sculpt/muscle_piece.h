#pragma once
#include <vector>

#include "import/fibre_piece.h"
#include "sculpt/body_part.h"

namespace myomap {

// A piece of a muscle as a sheet: with as many stations and rows as bring it near enough to its surface. One
// that forks is told by several, its trunk first, where that comes clearly nearer; one with slips by its body
// and them. Their ranges are those of the piece. None where the importer found no sheet on it.
std::vector<BodySheet> measure_piece(const FibrePiece& piece, const Mesh& mesh, const FibreContext& context);

}  // namespace myomap
