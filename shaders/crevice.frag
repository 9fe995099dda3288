#version 330 core
// Less light where parts meet: of the places round a pixel, how many stand before the surface's tangent
// plane, near enough to shade it. After McGuire, Osman, Bukowski and Hennessy, "The Alchemy Screen-Space
// Ambient Obscurance Algorithm" (2011), whose estimator this is, at two reaches: near for the grooves between
// muscles, far for the hollows of the body. The places lie on a spiral that turns from picture to picture,
// and the mean of the pictures takes the place of their noise and blur.
#include "frame.glsl"
#include "surface.glsl"

uniform usampler2D u_surface;
uniform sampler2D u_depth;
uniform float u_turn;  // of the spiral, 0 … 1

out vec4 o_colour;

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

// The nearer of the steps to the pixels before and behind: that which stays on the surface.
vec3 shorter(vec3 a, vec3 b) { return dot(a, a) < dot(b, b) ? a : -b; }

// Where a thin sheet ends, its smooth normals turn away from the eye over whole triangles; there the pixels'
// own places tell how the surface lies.
vec3 true_normal(ivec2 at, vec3 here, vec3 smooth_normal) {
    vec3 x = shorter(place(at + ivec2(1, 0)) - here, place(at - ivec2(1, 0)) - here);
    vec3 y = shorter(place(at + ivec2(0, 1)) - here, place(at - ivec2(0, 1)) - here);
    vec3 n = cross(x, y);
    n *= inversesqrt(max(dot(n, n), 1e-20));
    return normalize(mix(n, smooth_normal, smoothstep(0.30, 0.75, dot(n, smooth_normal))));
}

float shade(ivec2 at, vec3 here, vec3 n, float reach_m, float radius_px, int count, float turn) {
    ivec2 last = ivec2(u_size.xy) - 1;
    float sum = 0.0;
    for (int i = 0; i < count; ++i) {
        float part = (float(i) + 0.125 + u_turn) / float(count);
        float angle = 6.2831853 * (turn + float(i) * 0.38196601);
        ivec2 there = clamp(at + ivec2(round(part * radius_px * vec2(cos(angle), sin(angle)))), ivec2(0), last);
        vec3 v = place(there) - here;
        float distance2 = dot(v, v);
        float f = max(reach_m * reach_m - distance2, 0.0) / (reach_m * reach_m);
        sum += f * f * f * max(dot(v, n) - 0.0004 - 0.025 * reach_m, 0.0) / (distance2 + 1e-6) * reach_m;
    }
    return sum / float(count);
}

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    float depth_m = metres_from_eye(at);
    if (depth_m > 0.999 * u_lens.w) discard;
    vec3 here = place(at);
    vec3 n = true_normal(at, here, part_normal(texelFetch(u_surface, at, 0).xy));
    float px_m = depth_m * u_lens.y;
    float near_px = clamp(0.011 / px_m, 2.5, 40.0);
    float far_px = clamp(0.060 / px_m, 6.0, 140.0);
    float near = shade(at, here, n, near_px * px_m, near_px, 10, u_turn * 0.618);
    float far = shade(at, here, n, far_px * px_m, far_px, 10, u_turn * 0.618 + 0.31);
    // Each can take only so much, or folds turn black, which no tissue is.
    float open = (1.0 - 0.62 * (1.0 - exp(-3.4 * near))) * (1.0 - 0.58 * (1.0 - exp(-3.2 * far)));
    // Light that comes back from red walls is red: shade takes the blue and green first.
    o_colour = vec4(pow(vec3(open), vec3(0.88, 1.06, 1.10)), 1.0);
}
