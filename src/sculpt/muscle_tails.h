#pragma once
#include <functional>
#include <vector>

#include "sculpt/muscle_fork.h"

namespace myomap {

// The ways in which a piece can be told as a body and slips that leave it one after the other, as of a muscle
// that goes from vertebra to vertebra: those towards its insertion, those towards its origin, and those that
// leave its edges in a row, where there are such; each the body first. `to_skin` as in SheetFrame; `worth`
// tells by the places of a slip whether it is to be told apart.
std::vector<std::vector<ForkStretch>> split_tails(const FibrePiece& piece, const Mesh& mesh,
                                                  const std::function<Vec3(const Vec3&)>& to_skin,
                                                  const std::function<bool(const std::vector<Vec3>&)>& worth);

}  // namespace myomap
