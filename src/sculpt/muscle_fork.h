#pragma once
#include <functional>
#include <vector>

#include "import/fibre_piece.h"

namespace myomap {

// A stretch of a forked piece: its trunk or one of its slips.
struct ForkStretch {
    FibrePiece piece;                    // with its own fibres, cut open where it leaves the others
    float along_from = 0, along_to = 1;  // of the whole piece
    float across_from = 0, across_to = 1;
};

// The triangles of a piece that are left where some of its mesh's vertices are taken away: all but those with
// three such.
std::vector<std::uint32_t> triangles_without(const FibrePiece& piece, const std::vector<bool>& taken);

// Some triangles of a piece as a piece of their own, cut open where it leaves the others, with fibres by how
// far along each place of theirs lies. `to_skin` as in SheetFrame.
FibrePiece cut_piece(const FibrePiece& piece, const Mesh& mesh, std::vector<std::uint32_t> triangles,
                     const std::function<float(const Vec3&)>& along,
                     const std::function<Vec3(const Vec3&)>& to_skin);

// The trunk and the slips of a piece that forks towards one end into two or more, the trunk first; at the
// end where there are more of them. Empty where it does not fork. `to_skin` as in SheetFrame.
std::vector<ForkStretch> split_fork(const FibrePiece& piece, const Mesh& mesh,
                                    const std::function<Vec3(const Vec3&)>& to_skin);

}  // namespace myomap
