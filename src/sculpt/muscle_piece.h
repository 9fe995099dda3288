#pragma once
#include <optional>

#include "import/fibre_piece.h"
#include "sculpt/body_part.h"

namespace myomap {

// A piece of a muscle as a sheet: as many stations and rows as suit its size, laid on its surface. The
// ranges are the piece's own. None where the importer found no sheet on it.
std::optional<BodySheet> measure_piece(const FibrePiece& piece, const Mesh& mesh,
                                       const FibreContext& context);

}  // namespace myomap
