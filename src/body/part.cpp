#include "body/part.h"

#include <utility>

namespace myomap {

namespace {

constexpr std::array<std::pair<PartKind, std::string_view>, 13> kind_names{{
    {PartKind::Muscle, "muscle"},
    {PartKind::Tendon, "tendon"},
    {PartKind::Fascia, "fascia"},
    {PartKind::Ligament, "ligament"},
    {PartKind::Bone, "bone"},
    {PartKind::Cartilage, "cartilage"},
    {PartKind::Disc, "disc"},
    {PartKind::Tooth, "tooth"},
    {PartKind::Artery, "artery"},
    {PartKind::Nerve, "nerve"},
    {PartKind::Organ, "organ"},
    {PartKind::Eye, "eye"},
    {PartKind::Other, "other"},
}};

}  // namespace

std::string_view to_text(PartKind kind) {
    for (const auto& [named, text] : kind_names)
        if (named == kind) return text;
    return "other";
}

std::optional<PartKind> part_kind_from_text(std::string_view text) {
    for (const auto& [kind, name] : kind_names)
        if (name == text) return kind;
    return std::nullopt;
}

bool is_muscular(PartKind kind) {
    return kind == PartKind::Muscle || kind == PartKind::Tendon || kind == PartKind::Fascia;
}

bool is_skeletal(PartKind kind) {
    return kind == PartKind::Bone || kind == PartKind::Cartilage || kind == PartKind::Disc ||
           kind == PartKind::Tooth;
}

const Mesh& viewed_shape(const Part& part) {
    if (!part.levels[1].indices.empty()) return part.levels[1];
    for (const Mesh& level : part.levels)
        if (!level.indices.empty()) return level;
    return part.levels.back();
}

}  // namespace myomap
