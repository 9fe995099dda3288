#version 330 core
#include "frame.glsl"

in vec3 a_position;
in vec4 a_normal;
in vec4 a_fibre;  // along, across, tendon (0 … 65535 each), part

// Two whole vectors: llvmpipe prepares each of them for every triangle, a flat one no cheaper.
out vec4 v_normal_across;
out vec3 v_along_tendon_part;

void main() {
    v_normal_across = vec4(a_normal.xyz, a_fibre.y * (1.0 / 65535.0));
    v_along_tendon_part = vec3(a_fibre.xz * (1.0 / 65535.0), a_fibre.w);
    gl_Position = u_view_projection * vec4(a_position, 1.0);
}
