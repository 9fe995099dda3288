#pragma once
#include "import/fibre_piece.h"

namespace myomap {

// Fibres of parts that mirror each other (see left_twins) are found once, so that small differences of their
// meshes do not lead to others of their fibres.

// A left piece's fibres, for the twin of its part.
FibrePiece mirrored(const FibrePiece& left, int part);

// The fibre coordinates of a mesh, from the nearest places of its twin on the left.
void set_mirrored_fibres(Mesh& right, const Mesh& left);

}  // namespace myomap
