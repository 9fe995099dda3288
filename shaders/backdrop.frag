#version 330 core
#include "frame.glsl"

uniform vec3 u_middle;
uniform vec3 u_edge;

out vec4 o_colour;

void main() {
    vec2 from_middle = gl_FragCoord.xy * u_size.zw - vec2(0.5, 0.56);
    float r2 = dot(from_middle, from_middle) * 1.9;
    o_colour = vec4(mix(u_middle, u_edge, clamp(r2, 0.0, 1.0)), 1.0);
}
