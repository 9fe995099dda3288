#include "render/parts_on_card.h"

#include <algorithm>

#include "body/lengthened_muscle.h"
#include "render/frame.h"

namespace myomap {
namespace {

Mesh mixed(const Mesh& rest, const Mesh& changed, float share) {
    if (share >= 1) return changed;
    Mesh mesh = rest;
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        mesh.positions[v] = glm::mix(rest.positions[v], changed.positions[v], share);
        const Vec3 normal = glm::mix(rest.normals[v], changed.normals[v], share);
        const float length = glm::length(normal);
        if (length > 0) mesh.normals[v] = normal / length;
    }
    return mesh;
}

}  // namespace

const Mesh& PartsOnCard::changed(Level& level, const LengthenedPart& wanted, const Mesh& rest) {
    constexpr std::size_t kept = 4;
    const auto known = std::ranges::find_if(
        level.changed, [&](const Changed& c) { return c.part == wanted.part && c.change == wanted.change; });
    if (known != level.changed.end()) return known->mesh;
    if (level.changed.size() >= kept) level.changed.erase(level.changed.begin());
    level.changed.push_back({wanted.part, wanted.change, lengthened(rest, wanted.change)});
    return level.changed.back().mesh;
}

void PartsOnCard::show(const Scene& scene) {
    table_.show(scene);
    lengthened_ = scene.lengthened;
}

const PartGeometry& PartsOnCard::geometry(int level) {
    const auto index = static_cast<std::size_t>(std::clamp(level, 0, level_count - 1));
    if (!levels_[index]) levels_[index].emplace(Level{PartGeometry(*body_, static_cast<int>(index)), {}, {}});
    Level& here = *levels_[index];
    if (here.lengthened == lengthened_) return here.geometry;
    const auto in = [](const std::vector<LengthenedPart>& all, std::size_t part) {
        return std::ranges::find(all, part, &LengthenedPart::part) != all.end();
    };
    for (const LengthenedPart& before : here.lengthened)
        if (!in(lengthened_, before.part))
            here.geometry.move(before.part, mesh_at_level(body_->parts[before.part], level));
    for (const LengthenedPart& now : lengthened_)
        if (std::ranges::find(here.lengthened, now) == here.lengthened.end()) {
            const Mesh& rest = mesh_at_level(body_->parts[now.part], level);
            here.geometry.move(now.part, mixed(rest, changed(here, now, rest), now.share));
        }
    here.lengthened = lengthened_;
    return here.geometry;
}

std::vector<std::uint8_t> PartsOnCard::visible(const Scene& scene, bool ghosted) const {
    std::vector<std::uint8_t> wanted(count());
    for (std::size_t part = 0; part < wanted.size(); ++part) {
        const PartLook look = look_of(scene, part);
        wanted[part] = look.visible && look.ghosted == ghosted ? 1 : 0;
    }
    return wanted;
}

std::vector<std::uint8_t> PartsOnCard::ghosts(const Scene& scene, bool skeleton) const {
    std::vector<std::uint8_t> wanted = visible(scene, true);
    for (std::size_t part = 0; part < wanted.size(); ++part)
        if (is_skeletal(body_->parts[part].kind) != skeleton) wanted[part] = 0;
    return wanted;
}

}  // namespace myomap
