#pragma once
#include <cstdint>
#include <vector>

#include "body/body.h"
#include "render/gl_handles.h"
#include "scene/scene.h"

namespace myomap {

// How matter looks: colours in linear light.
struct Material {
    Vec3 colour{0.8F};
    float gloss = 0.2F;  // strength of the highlight
};
Material material_of(const Part& part);

// One row a part, read by the shaders as the buffer texture u_parts (parts_table.glsl):
// colour and stripes across the muscle; gloss, emphasis and bands across its fibres.
struct PartRow {
    Vec3 colour;
    float stripes;  // fascicles across its width; 0 without fibres
    float gloss;
    float emphasis;   // 0 none, 1 hovered, 2 selected
    float kind;       // of PartKind
    float bands = 0;  // across its fibres; drawn where it is not at rest
    bool operator==(const PartRow&) const = default;
};
static_assert(sizeof(PartRow) == 32);

class PartTable {
public:
    explicit PartTable(const Body& body);
    void show(const Scene& scene);  // sent to the card only where it differs from the last
    const GlTexture& texture() const { return texture_; }

private:
    const Body* body_;
    std::vector<PartRow> rows_;
    GlBuffer buffer_;
    GlTexture texture_;
};

}  // namespace myomap
