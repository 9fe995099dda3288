#version 330 core
// Less light where parts meet: of the places round a pixel, how many stand before the surface's tangent
// plane, near enough to shade it. After McGuire, Osman, Bukowski and Hennessy, "The Alchemy Screen-Space
// Ambient Obscurance Algorithm" (2011), whose estimator this is; the places lie on a spiral that turns from
// picture to picture, and the mean of the pictures takes the place of their noise and blur: with some fifty
// places a pixel, neighbours may share them without a pattern being seen.
#include "frame.glsl"
#include "surface.glsl"

uniform usampler2D u_surface;
uniform sampler2D u_depth;
uniform float u_turn;  // of the spiral, 0 … 1

out vec4 o_colour;

const int count = 14;
const float radius_m = 0.028;
const float strength = 3.6;

float metres_from_eye(ivec2 at) {
    float near = u_lens.z;
    float far = u_lens.w;
    return near * far / (far - texelFetch(u_depth, at, 0).r * (far - near));
}

// Relative to the eye.
vec3 place(ivec2 at) {
    vec2 px = vec2(at) + 0.5;
    return (u_view_corner.xyz + px.x * u_view_step_x.xyz + px.y * u_view_step_y.xyz) * metres_from_eye(at);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    float depth_m = metres_from_eye(at);
    if (depth_m > 0.999 * u_lens.w) discard;
    vec3 here = place(at);
    vec3 n = part_normal(texelFetch(u_surface, at, 0).xy);
    float radius_px = clamp(radius_m / (depth_m * u_lens.y), 2.5, 90.0);
    float reach_m = radius_px * depth_m * u_lens.y;
    ivec2 last = ivec2(u_size.xy) - 1;
    float sum = 0.0;
    for (int i = 0; i < count; ++i) {
        float part = (float(i) + 0.125 + u_turn) / float(count);
        float angle = 6.2831853 * (u_turn * 0.618 + float(i) * 0.38196601);
        ivec2 there = clamp(at + ivec2(round(part * radius_px * vec2(cos(angle), sin(angle)))), ivec2(0), last);
        vec3 v = place(there) - here;
        float distance2 = dot(v, v);
        float f = max(reach_m * reach_m - distance2, 0.0) / (reach_m * reach_m);
        sum += f * f * f * max(dot(v, n) - 0.001 - 0.02 * reach_m, 0.0) / (distance2 + 1e-6) * reach_m;
    }
    float open = max(1.0 - strength * sum / float(count), 0.0);
    // Light that comes back from red walls is red: shade takes the blue and green first.
    o_colour = vec4(mix(vec3(0.42, 0.33, 0.33), vec3(1.0), open), 1.0);
}
