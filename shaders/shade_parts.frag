#version 330 core
// The parts that are seen; with GHOST a faint premultiplied shell of them; with FINE, for a picture that stays,
// the relief of the fibres and a line where parts meet.
#include "shading.glsl"
#include "surface.glsl"
#include "parts_table.glsl"

uniform usampler2D u_surface;

out vec4 o_colour;

const vec3 tendon_colour = vec3(0.80, 0.755, 0.665);

#ifndef GHOST
float at_corner(ivec2 p) {
    uint h = uint(p.x) * 0x8da6b343u + uint(p.y) * 0xd8163841u;
    h = (h ^ h >> 13) * 0x9e3779b1u;
    return float(h >> 8) * (1.0 / 16777216.0);
}

// −1 … 1, smooth from one whole number to the next.
float noise(vec2 p) {
    vec2 corner = floor(p);
    vec2 f = p - corner;
    f = f * f * (3.0 - 2.0 * f);
    ivec2 c = ivec2(corner);
    float low = mix(at_corner(c), at_corner(c + ivec2(1, 0)), f.x);
    float high = mix(at_corner(c + ivec2(0, 1)), at_corner(c + ivec2(1, 1)), f.x);
    return 2.0 * mix(low, high, f.y) - 1.0;
}

// −1 … 1 across the fibres: bundles, fascicles and strands of uneven width that waver a little and begin and
// end along their way. Each fades where it would be finer than the picture's pixels. `x` counts fascicles.
float fascicles(float along, float x, float width_px) {
    float waver = 0.5 * sin(along * 11.0 + x * 0.13);
    float bundle = noise(vec2((x + waver) * 0.28, along * 3.0)) * clamp(1.4 - 0.5 * width_px, 0.0, 1.0);
    float fascicle = noise(vec2(x + waver, along * 7.0 + 19.0)) * clamp(1.25 - 1.5 * width_px, 0.0, 1.0);
#ifdef FINE
    float strand = noise(vec2((x + waver) * 3.1, along * 12.0 + 47.0)) * clamp(1.25 - 4.5 * width_px, 0.0, 1.0);
    return 0.42 * bundle + 0.46 * fascicle + 0.30 * strand;
#else
    return 0.42 * bundle + 0.46 * fascicle;
#endif
}

// Dark lines across the fibres, which come together where the fibres shorten.
float bands(float along, float count) {
    float x = along * count;
    float wave = 0.5 - 0.5 * cos(x * 6.2832);
    return (1.0 - wave * wave) * clamp(1.0 - fwidth(x) * 2.0, 0.0, 1.0) * min(count, 1.0);
}

#ifdef FINE
// How many of the pixels round this one belong to another part, or to none: 0 … 1.
float on_border(ivec2 at, uint part) {
    int r = max(1, int(u_lens.x * 0.75 + 0.5));
    ivec2 last = ivec2(u_size.xy) - 1;
    float other = 0.0;
    for (int i = 0; i < 4; ++i) {
        ivec2 step = i < 2 ? ivec2(i * 2 - 1, 0) : ivec2(0, i * 2 - 5);
        uvec2 there = texelFetch(u_surface, clamp(at + step * r, ivec2(0), last), 0).xy;
        other += there.x == 0u || (there.y & 65535u) != part ? 0.25 : 0.0;
    }
    return other;
}
#endif
#endif

void main() {
    ivec2 at = ivec2(gl_FragCoord.xy);
    uvec2 surface = texelFetch(u_surface, at, 0).xy;
    int part = part_index(surface);
    vec4 looks = texelFetch(u_parts, 2 * part);
    vec4 looks2 = texelFetch(u_parts, 2 * part + 1);
    vec3 n = part_normal(surface);
    vec3 to_eye = direction_to_eye();
    float facing = clamp(dot(n, to_eye), 0.0, 1.0);
#ifdef GHOST
    if (surface == uvec2(0u)) discard;  // the depth is that of matter
    float edge = 1.0 - facing;
    float alpha = 0.07 + 0.40 * edge * edge;
    o_colour = vec4(to_screen(looks.rgb * diffuse_light(n, 0.5)) * alpha, alpha);
#else
    vec3 fibre = part_fibre(surface);
    float fibred = min(looks.a, 1.0);
    float x = fibre.y * looks.a;
    vec2 slope_x = vec2(dFdx(x), dFdy(x));
    float wave = fascicles(fibre.x, x, abs(slope_x.x) + abs(slope_x.y)) * fibred;
    // Tendon and flesh reach into each other in strands.
    float tendon = smoothstep(0.22, 0.70, fibre.z + 0.30 * wave * (1.0 - abs(2.0 * fibre.z - 1.0)));
    float sheen = 0.0;
#ifdef FINE
    // The relief of the fibres: across the direction in which `x` grows on the picture.
    float square = dot(slope_x, slope_x);
    if (fibred > 0.0 && square > 1e-8 && square < 1.0) {
        float slope = clamp(dot(vec2(dFdx(wave), dFdy(wave)), slope_x) / square, -1.2, 1.2);
        vec3 across = normalize(u_view_step_x.xyz) * slope_x.x + normalize(u_view_step_y.xyz) * slope_x.y;
        across -= n * dot(n, across);
        across *= inversesqrt(max(dot(across, across), 1e-8));
        // From so near that a pixel is less than a step of the packed coordinate the steps would show.
        float steps_a_pixel = 4095.0 * sqrt(square) / looks.a;
        slope *= smoothstep(0.5, 3.0, steps_a_pixel);
        n = normalize(n - 0.20 * (1.0 - 0.5 * tendon) * slope * across);
        // Light runs along fibres in a band, after Kajiya and Kay (1989).
        vec3 along = cross(n, across);
        float grazed = dot(along, normalize(u_key_light.xyz + to_eye));
        float band = max(1.0 - grazed * grazed, 0.0);
        band *= band;
        band *= band;
        sheen = band * band * max(dot(n, u_key_light.xyz), 0.0) * fibred;
    }
#endif
    vec3 flesh = looks.rgb * (1.0 + vec3(0.26, 0.30, 0.30) * wave);
    vec3 colour = mix(flesh, tendon_colour * (1.0 + 0.12 * wave), tendon);
    colour *= 1.0 - 0.20 * bands(fibre.x, looks2.w) * (1.0 - tendon);
    float bleed = fibred * (1.0 - tendon);
    float gloss = mix(looks2.x, 0.34, tendon * fibred) * (1.0 + 0.5 * wave);
    float contour = mix(0.60, 1.0, smoothstep(0.0, 0.5, facing));
    vec3 light = colour * diffuse_light(n, bleed) * contour;
    light += mix(vec3(1.0), vec3(1.0, 0.90, 0.84), bleed) * gloss * (0.55 * highlight(n, to_eye) + 0.34 * sheen);
    light += (0.10 + 0.5 * colour) * vec3(0.62, 0.68, 0.80) * kicker(n, facing);
    float emphasis = 0.5 * looks2.y;
    light = light * (1.0 + 0.22 * emphasis) + emphasis * vec3(0.030, 0.022, 0.008);
#ifdef FINE
    light *= mix(vec3(1.0), vec3(0.40, 0.30, 0.28), on_border(at, surface.y & 65535u));
#endif
    o_colour = vec4(to_screen(light), 1.0);
#endif
}
