#pragma once
#include <functional>
#include <vector>

#include "sculpt/muscle_fork.h"

namespace myomap {

// The body of a piece and the slips that leave it one after the other on their way to one end, as of a muscle
// that goes from vertebra to vertebra: the body first, with the longest slip as its end; at the end where
// there are more of them. Empty where there are none. `to_skin` as in SheetFrame.
std::vector<ForkStretch> split_tails(const FibrePiece& piece, const Mesh& mesh,
                                     const std::function<Vec3(const Vec3&)>& to_skin);

}  // namespace myomap
