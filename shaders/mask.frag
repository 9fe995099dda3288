#version 330 core
// Which pixels an emphasised part covers: red where it is selected, green where it is only hovered.
#include "parts_table.glsl"

in vec3 v_along_tendon_part;

out vec4 o_colour;

void main() {
    float emphasis = texelFetch(u_parts, 2 * int(v_along_tendon_part.z + 0.5) + 1).y;
    o_colour = emphasis > 1.5 ? vec4(1.0, 0.0, 0.0, 1.0) : vec4(0.0, 1.0, 0.0, 1.0);
}
