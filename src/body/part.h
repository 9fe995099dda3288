#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/side.h"
#include "body/mesh.h"

namespace myomap {

enum class PartKind {
    Muscle,
    Tendon,
    Fascia,
    Ligament,
    Bone,
    Cartilage,
    Disc,
    Tooth,
    Artery,
    Nerve,
    Organ,
    Eye,
    Other
};

std::string_view to_text(PartKind kind);  // "muscle", …
std::optional<PartKind> part_kind_from_text(std::string_view text);

bool is_muscular(PartKind kind);  // a muscle and what it ends in
bool is_skeletal(PartKind kind);  // hard, or between bones

// Levels of detail: 0 all, 1 some 300 to 400 thousand, 2 some 120 thousand triangles for the body.
inline constexpr int level_count = 3;

// Part::source of a muscle that an atlas lacks and that was made from its attachments.
inline constexpr std::string_view made_source = "made";

struct Part {
    std::string id;    // stable and unique: "infraspinatus.left", "scapula.left"
    std::string name;  // as its maker names it: "Left infraspinatus"
    PartKind kind = PartKind::Other;
    Side side = Side::Midline;
    std::string fma;            // "FMA32548", or empty
    std::string source;         // file or node it came from
    std::string muscle;         // id of the catalog's muscle it shows or is a part of; empty for none
    int layer = 0;              // 1 superficial … 4 deepest, 0 where unknown
    std::optional<Vec2> flesh;  // of a muscle with long tendons: from where to where along its fibres
    float volume_ml = 0;
    std::array<Mesh, level_count> levels;  // level 0 is empty where the body was read for viewing
    std::size_t full_triangle_count = 0;   // of level 0, known without loading it
};

// Level 1, which is near enough to full detail for places and a third of the work; without it the finest.
const Mesh& viewed_shape(const Part& part);

}  // namespace myomap
