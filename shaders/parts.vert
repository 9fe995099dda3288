#version 330 core
#include "frame.glsl"

in vec3 a_position;
in vec4 a_normal;
in vec4 a_fibre;  // along, across, tendon (0 … 65535 each), part

out vec3 v_normal;
out vec3 v_fibre;
flat out int v_part;

void main() {
    v_normal = a_normal.xyz;
    v_fibre = a_fibre.xyz * (1.0 / 65535.0);
    v_part = int(a_fibre.w);
    gl_Position = u_view_projection * vec4(a_position, 1.0);
}
