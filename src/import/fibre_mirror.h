#pragma once
#include <vector>

#include "import/fibre_piece.h"

namespace myomap {

// For each part on the right the index of the left muscle part whose mirror image it is, within two
// millimetres nearly everywhere; −1 for all others. Fibres of such twins are found once, so that small
// differences of their meshes do not lead to others of their fibres.
std::vector<int> left_twins(const std::vector<Part>& parts);

// A left piece's fibres, for the twin of its part.
FibrePiece mirrored(const FibrePiece& left, int part);

// The fibre coordinates of a mesh, from the nearest places of its twin on the left.
void set_mirrored_fibres(Mesh& right, const Mesh& left);

}  // namespace myomap
