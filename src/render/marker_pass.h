#pragma once
#include <cstdint>
#include <vector>

#include "render/frame.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// The radius within which a marker is drawn and hit, in points (a point is a pixel at a content scale of
// one). Markers that nothing was asked about are smaller when the whole body is in view, where hundreds of
// them would cover it.
float marker_radius_pt(const Marker& marker, const Camera& camera);

// Neither hovered, selected nor related: such a marker is not shown, nor hit, with more than this much before
// it.
bool is_plain(const Marker& marker);
inline constexpr float plain_marker_hidden_behind_m = 0.09F;

// Reads the markers and the parts' depth; writes them over the picture, constant in pixels, faint where
// matter stands well before them. Shaders marker.vert, marker.frag.
class MarkerPass {
public:
    void draw(const FrameInputs& inputs, const Targets& targets);

private:
    ShaderProgram program_{"marker"};
    GlVertexArray vertex_array_ = GlVertexArray::make();
    GlBuffer vertices_ = GlBuffer::make();
};

}  // namespace myomap
