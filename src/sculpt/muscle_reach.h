#pragma once
#include <functional>
#include <optional>

#include "import/fibre_piece.h"

namespace myomap {

// A piece's sheet drawn out over what lies beyond its attachments, which the importer's leaves out: the last
// centimetres of tendons, flaps over a bone's edge. The fibre coordinates stay where they were.
struct ReachedSheet {
    FibreSheet fibres;
    float along_from = 0, along_to = 1;  // of the piece, where the first and last stations lie
};

// None where the piece ends with its attachments, and for strips whose fibres run across them.
std::optional<ReachedSheet> reach_ends(const FibrePiece& piece,
                                       const std::function<Vec3(const Vec3&)>& to_skin);

}  // namespace myomap
