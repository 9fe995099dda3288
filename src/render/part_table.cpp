#include "render/part_table.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/text.h"
#include "body/part_origin.h"
#include "render/frame.h"
#include "render/muscle_look.h"
#include "render/part_geometry.h"

namespace myomap {

namespace {

// Printed colours (sRGB, 0 … 255) to linear light, by the same square that shaders/shading.glsl undoes.
Vec3 linear(float r, float g, float b) {
    const Vec3 c = Vec3(r, g, b) / 255.0F;
    return c * c;
}

// A number in −1 … 1 that is the same for both sides of the body and on every machine (FNV-1a).
float variation(std::string_view id) {
    std::uint32_t hash = 2166136261U;
    for (const char c : id.substr(0, id.rfind('.'))) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return static_cast<float>(hash >> 8U & 0xFFFFU) / 32767.5F - 1;
}

constexpr float fascicle_m = 0.0021F;
constexpr float band_m = 0.008F;

// What looks otherwise than its kind. The cornea is as dark as what is seen through it, so that an eye looks.
std::optional<Material> material_of_name(std::string_view folded_name) {
    struct Named {
        std::string_view word;
        Material material;
    };
    const std::array<Named, 5> table{{{"cornea", {linear(52, 40, 34), 0.9F}},
                                      {"iris", {linear(92, 66, 46), 0.4F}},
                                      {"gingiva", {linear(214, 142, 138), 0.4F}},
                                      {"tarsal plate", {linear(226, 200, 182), 0.15F}},
                                      {"lung", {linear(214, 160, 156), 0.25F}}}};
    for (const Named& named : table)
        if (folded_name.find(named.word) != std::string_view::npos) return named.material;
    return std::nullopt;
}

}  // namespace

Material material_of(const Part& part) {
    if (part.kind == PartKind::Eye || part.kind == PartKind::Organ || part.kind == PartKind::Other)
        if (const auto named = material_of_name(folded(part.name))) return *named;
    switch (part.kind) {
        case PartKind::Muscle:
            if (origin_of(part.source).made) return {linear(182, 97, 85), 0.16F};  // slightly lighter
            return {linear(166, 74, 64), 0.16F};
        case PartKind::Tendon:
            return {linear(224, 214, 196), 0.30F};
        case PartKind::Fascia:
            return {linear(214, 204, 188), 0.20F};
        case PartKind::Ligament:
            return {linear(212, 203, 182), 0.18F};
        case PartKind::Bone:
            return {linear(231, 221, 196), 0.10F};
        case PartKind::Cartilage:
            return {linear(200, 214, 217), 0.30F};
        case PartKind::Disc:
            return {linear(176, 196, 204), 0.25F};
        case PartKind::Tooth:
            return {linear(243, 240, 228), 0.55F};
        case PartKind::Artery:
            return {linear(186, 44, 40), 0.30F};
        case PartKind::Nerve:
            return {linear(232, 205, 104), 0.20F};
        case PartKind::Organ:
            return {linear(196, 138, 130), 0.30F};
        case PartKind::Eye:
            return {linear(240, 240, 236), 0.70F};
        case PartKind::Other:
            break;
    }
    return {linear(200, 196, 190), 0.15F};
}

PartTable::PartTable(const Body& body)
    : body_(&body), buffer_(GlBuffer::make()), texture_(GlTexture::make()) {
    for (const Part& part : body.parts) {
        const Material material = material_of(part);
        PartRow row{};
        row.colour = material.colour;
        row.gloss = material.gloss;
        row.kind = static_cast<float>(part.kind);
        if (part.kind == PartKind::Muscle) {
            // Neighbours differ a little in tone, as they do in a plate, so that their borders are read.
            const float tone = variation(part.id);
            row.colour *= Vec3(1 + 0.13F * tone, 1 + 0.10F * tone, 1 - 0.04F * tone);
            const float width_m = sheet_width_m(mesh_at_level(part, level_count - 1));
            row.stripes = width_m > 0 ? std::clamp(width_m / fascicle_m, 4.0F, 160.0F) : 0;
        }
        rows_.push_back(row);
    }
    glBindBuffer(GL_TEXTURE_BUFFER, buffer_.name());
    glBufferData(GL_TEXTURE_BUFFER,
                 static_cast<GLsizeiptr>(std::max<std::size_t>(1, rows_.size()) * sizeof(PartRow)),
                 rows_.empty() ? nullptr : rows_.data(), GL_DYNAMIC_DRAW);
    glBindTexture(GL_TEXTURE_BUFFER, texture_.name());
    glTexBuffer(GL_TEXTURE_BUFFER, GL_RGBA32F, buffer_.name());
}

void PartTable::show(const Scene& scene) {
    const std::vector<PartRow> before = rows_;
    for (std::size_t part = 0; part < rows_.size(); ++part) {
        rows_[part].emphasis = static_cast<float>(look_of(scene, part).emphasis);
        rows_[part].bands = 0;
    }
    for (const LengthenedPart& lengthened : scene.lengthened)
        rows_[lengthened.part].bands =
            fibre_length_m(mesh_at_level(body_->parts[lengthened.part], level_count - 1)) / band_m;
    if (rows_ == before) return;
    glBindBuffer(GL_TEXTURE_BUFFER, buffer_.name());
    glBufferSubData(GL_TEXTURE_BUFFER, 0, static_cast<GLsizeiptr>(rows_.size() * sizeof(PartRow)),
                    rows_.data());
}

}  // namespace myomap
