#version 330 core
// A line round what the mask covers: strong round the selected, thin round the hovered.
#include "frame.glsl"

uniform sampler2D u_mask;

out vec4 o_colour;

vec2 mask_at(ivec2 at) { return texelFetch(u_mask, clamp(at, ivec2(0), ivec2(u_size.xy) - 1), 0).rg; }

// The sum of four places round one, the first at `step`, each a quarter turn further.
vec2 cross_at(ivec2 at, ivec2 step) {
    ivec2 turned = ivec2(-step.y, step.x);
    return mask_at(at + step) + mask_at(at - step) + mask_at(at + turned) + mask_at(at - turned);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    vec2 here = mask_at(at);
    int r = max(1, int(u_lens.x + 0.5));
    int d = 2 * r;
    // Coverage round the pixel, in two rings; what lies half in is on the line.
    vec2 around = (cross_at(at, ivec2(r, 0)) + cross_at(at, ivec2(d, 0)) + cross_at(at, ivec2(r, r))) / 12.0;
    vec2 line = clamp(around * 2.4, 0.0, 1.0) * (1.0 - here) + here * clamp((1.0 - around) * 1.2, 0.0, 1.0) * 0.5;
    float selected = line.r * 0.95;
    float hovered = line.g * 0.70 * (1.0 - selected);
    if (selected + hovered < 0.01) discard;
    vec3 selected_colour = vec3(1.0, 0.78, 0.22);
    vec3 hovered_colour = vec3(1.0, 0.95, 0.80);
    o_colour = vec4(selected_colour * selected + hovered_colour * hovered, selected + hovered);
}
