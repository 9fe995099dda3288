#version 330 core
// The skin's surface; with PAIN the map on it.
#include "surface.glsl"

in vec3 v_normal;

out uvec2 o_surface;

#ifdef PAIN
uniform float u_dot_radius;  // m

in vec3 v_position;
in vec2 v_pain;
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

void main() { o_surface = pack_skin(v_normal, vec4(inside(v_pain.x), v_pain.x, inside(v_pain.y), stipple())); }
#else
void main() { o_surface = pack_skin(v_normal, vec4(0.0)); }
#endif
