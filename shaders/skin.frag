#version 330 core
// The skin's surface; with PAIN the map on it.
#include "surface.glsl"

in vec3 v_normal;

out uvec2 o_surface;

#ifdef PAIN
uniform float u_dot_radius;  // m
uniform float u_hatch;       // m from line to line of the essential area; 0 for none

in vec3 v_position;
in vec2 v_pain;
in vec4 v_paint;
in vec4 v_dot;

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

// Lines that lie on the skin and stay there, where planes cut it, inside a solid border. 0.5 … 1, in place of
// the density; they melt into their mean where they would be finer than the picture's pixels.
float hatch() {
    float x = dot(v_position, vec3(0.62, 0.62, 0.48)) / u_hatch;
    float width = fwidth(x);
    float line = smoothstep(0.22 - width, 0.22 + width, abs(fract(x) - 0.5));
    line = mix(line, 0.56, smoothstep(0.3, 0.6, width));
    float border = 1.0 - smoothstep(0.54, 0.56 + fwidth(v_pain.x), v_pain.x);
    return 0.5 + 0.5 * max(line, border);
}

void main() {
    float density = u_hatch > 0.0 ? hatch() : v_pain.x;
    vec3 paint = v_paint.rgb / max(v_paint.w, 1e-4);
    o_surface = pack_skin(v_normal, vec4(inside(v_pain.x), density, inside(v_pain.y), stipple()), paint);
}
#else
void main() { o_surface = pack_skin(v_normal, vec4(0.0), vec3(0.0)); }
#endif
