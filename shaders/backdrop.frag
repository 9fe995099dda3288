#version 330 core
#include "frame.glsl"

uniform vec3 u_middle;
uniform vec3 u_edge;
uniform float u_strength;  // 0: clear

out vec4 o_colour;

void main() {
    vec2 px = gl_FragCoord.xy + u_whole.xy;
    vec2 from_middle = px * u_whole.zw - vec2(0.5, 0.56);
    float r2 = dot(from_middle, from_middle) * 1.9;
    // Half a step of grain, or the steps of eight bits would show as rings.
    uint h = uint(px.x) * 0x8da6b343u ^ uint(px.y) * 0xd8163841u;
    h = (h ^ h >> 13) * 0x9e3779b1u;
    float grain = (float(h >> 8) * (1.0 / 16777216.0) - 0.5) * (1.0 / 255.0);
    o_colour = vec4(mix(u_middle, u_edge, clamp(r2, 0.0, 1.0)) + grain, 1.0) * u_strength;
}
