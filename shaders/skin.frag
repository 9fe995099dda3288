#version 330 core
// The skin's front, premultiplied; with PAIN the map on it.
#include "shading.glsl"

uniform float u_opaque;  // 0 clear, 1 opaque
uniform float u_dark;    // 1 on a dark backdrop
#ifdef PAIN
uniform float u_dot_radius;  // m
#endif

in vec3 v_normal;
#ifdef PAIN
in vec3 v_position;
in vec2 v_pain;
in vec4 v_dot;
#endif

out vec4 o_colour;

const vec3 skin_colour = vec3(0.80, 0.60, 0.48);

#ifdef PAIN
const vec3 essential_colour = vec3(0.70, 0.022, 0.020);
const vec3 spillover_colour = vec3(0.74, 0.060, 0.045);

// 0 outside the drawn edge (density one half), 1 inside, as sharp as the pixels allow.
float inside(float density) {
    float width = max(fwidth(density), 1e-4);
    return clamp((density - 0.5) / width + 0.5, 0.0, 1.0);
}

// Round dots that lie on the skin and stay there.
float stipple() {
    if (v_dot.w < 1e-4) return 0.0;
    float distance_m = length(v_position - v_dot.xyz / v_dot.w);
    float pixel_m = length(fwidth(v_position)) * 0.7;
    return clamp((u_dot_radius - distance_m) / max(pixel_m, 1e-6) + 0.5, 0.0, 1.0);
}
#endif

void main() {
    vec3 n = normalize(v_normal);
    vec3 to_eye = direction_to_eye();
    float facing = clamp(dot(n, to_eye), 0.0, 1.0);
    float edge = 1.0 - facing;
    vec3 light = diffuse_light(n);
    float gleam = highlight(n, to_eye);
    vec3 colour = skin_colour * light * (0.72 + 0.28 * smoothstep(0.0, 0.5, facing)) + vec3(0.05 * gleam);
    float clear_alpha = 0.07 + 0.62 * edge * edge * edge;
    float alpha = mix(clear_alpha, 1.0, u_opaque);
#ifdef PAIN
    // Both lie under the same light, softened so that red stays red in the shade.
    vec3 paint_light = mix(vec3(0.85), light, 0.45);
    float essential = inside(v_pain.x);
    float spillover = inside(v_pain.y) * (1.0 - essential);
    float essential_alpha = essential * mix(0.66, 0.90, smoothstep(0.5, 1.0, v_pain.x));
    float spillover_alpha = spillover * max(0.13, 0.85 * stipple());
    colour = mix(colour, spillover_colour * paint_light, spillover_alpha / max(spillover_alpha + alpha * (1.0 - spillover_alpha), 1e-4));
    alpha = spillover_alpha + alpha * (1.0 - spillover_alpha);
    colour = mix(colour, essential_colour * paint_light + vec3(0.03 * gleam),
                 essential_alpha / max(essential_alpha + alpha * (1.0 - essential_alpha), 1e-4));
    alpha = essential_alpha + alpha * (1.0 - essential_alpha);
#endif
    vec3 screen = to_screen(colour);
    // On a dark backdrop the clear skin's rim must not turn into a black line.
    screen = mix(screen, max(screen, vec3(0.42, 0.36, 0.33)), u_dark * (1.0 - u_opaque) * edge);
    o_colour = vec4(screen * alpha, alpha);
}
