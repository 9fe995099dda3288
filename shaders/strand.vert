#version 330 core
#include "frame.glsl"

in vec3 a_position;
in vec4 a_normal;
in vec4 a_paint;   // as printed, and alpha
in vec3 a_marker;  // alpha where matter stands before it, glow

out vec3 v_normal;
out vec4 v_paint;
out vec2 v_look;

void main() {
    v_normal = a_normal.xyz;
    v_paint = a_paint;
    v_look = a_marker.xy;
    gl_Position = u_view_projection * vec4(a_position, 1.0);
}
