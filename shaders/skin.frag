#version 330 core
// The skin's surface; with PAIN the map on it.
#include "surface.glsl"

in vec3 v_normal;

out uvec2 o_surface;

#ifdef PAIN
uniform float u_hatch;  // m from line to line of the essential area; 0 for none

in vec3 v_position;
in vec2 v_pain;
in vec4 v_paint;

// 0 outside the drawn edge (density one half), 1 inside, as sharp as the pixels allow.
float inside(float density) {
    float width = max(fwidth(density), 1e-4);
    return clamp((density - 0.5) / width + 0.5, 0.0, 1.0);
}

const float cell_m = 0.0082;
const float dot_radius = 0.25;   // in cells
const float dots_cover = 0.19;   // of the surface

// 0 … 1 each.
vec3 in_cell(ivec3 c) {
    uvec3 h = uvec3(c) * uvec3(0x8da6b343u, 0xd8163841u, 0xcb1ab31fu);
    uint mixed = h.x ^ h.y ^ h.z;
    mixed = (mixed ^ mixed >> 15) * 0x9e3779b1u;
    mixed ^= mixed >> 13;
    return vec3(mixed & 1023u, mixed >> 10 & 1023u, mixed >> 20 & 1023u) * (1.0 / 1023.0);
}

// Round dots that lie on the skin and stay there, whatever the camera and the triangles do. Space is cut into
// cells with a place in each; a place less than half a cell before or behind the surface is a dot where it
// stands over it, the smaller the nearer it is to that limit, so that none is cut. A surface of any slant
// meets as many.
float stipple() {
    vec3 here = v_position / cell_m;
    vec3 n = normalize(v_normal);
    ivec3 first = ivec3(floor(here - 0.5));
    float pixel = length(fwidth(here)) * 0.6;
    float dot_here = 0.0;
    int count = v_pain.y > 0.4 ? 8 : 0;
    for (int i = 0; i < count; ++i) {
        ivec3 cell = first + ivec3(i & 1, i >> 1 & 1, i >> 2);
        vec3 away = here - (vec3(cell) + 0.25 + 0.5 * in_cell(cell));
        float height = dot(away, n);
        float radius = dot_radius * (1.0 - smoothstep(0.40, 0.50, abs(height)));
        float beside = sqrt(max(dot(away, away) - height * height, 0.0));
        if (radius > 0.02) dot_here = max(dot_here, clamp((radius - beside) / max(pixel, 1e-6) + 0.5, 0.0, 1.0));
    }
    // Dots finer than the picture's pixels melt into their mean.
    return mix(dot_here, dots_cover, smoothstep(0.35, 0.8, pixel));
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
    // Spillover that ends where an essential area begins, as they run against each other, goes on beneath it:
    // no seam is left.
    vec2 essential_rise = vec2(dFdx(v_pain.x), dFdy(v_pain.x));
    vec2 spillover_rise = vec2(dFdx(v_pain.y), dFdy(v_pain.y));
    float beneath = dot(essential_rise, spillover_rise) < 0.0 ? min(v_pain.x, v_pain.y) : 0.0;
    float spillover = inside(v_pain.y + beneath);
    o_surface = pack_skin(v_normal, vec4(inside(v_pain.x), density, spillover, stipple()), paint);
}
#else
void main() { o_surface = pack_skin(v_normal, vec4(0.0), vec3(0.0)); }
#endif
