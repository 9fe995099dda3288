#version 330 core
// The parts that are seen; with GHOST a faint premultiplied shell of them.
#include "shading.glsl"
#include "surface.glsl"
#include "parts_table.glsl"

uniform usampler2D u_surface;

out vec4 o_colour;

const vec3 tendon_colour = vec3(0.74, 0.68, 0.58);

// −1 … 1 across the fibres: fascicles of uneven width that waver a little along their way. They fade where
// they would be finer than the picture's pixels.
float fascicles(float along, float across, float count) {
    float x = across * count + 0.35 * sin(along * 9.0 + across * 5.0);
    float width_px = fwidth(x);
    float wave = sin(x * 6.2832) * 0.5 + sin(x * 2.45 + 1.3 + along * 2.0) * 0.3 + sin(x * 14.1 + along * 5.0) * 0.2;
    return wave * clamp(1.0 - width_px * 1.6, 0.0, 1.0);
}

// Dark lines across the fibres, which come together where the fibres shorten.
float bands(float along, float count) {
    float x = along * count;
    float wave = 0.5 - 0.5 * cos(x * 6.2832);
    return (1.0 - wave * wave) * clamp(1.0 - fwidth(x) * 2.0, 0.0, 1.0) * min(count, 1.0);
}

void main() {
    uvec2 surface = texelFetch(u_surface, ivec2(gl_FragCoord.xy), 0).xy;
    int part = part_index(surface);
    vec4 looks = texelFetch(u_parts, 2 * part);
    vec4 looks2 = texelFetch(u_parts, 2 * part + 1);
    vec3 n = part_normal(surface);
    vec3 to_eye = direction_to_eye();
    float facing = clamp(dot(n, to_eye), 0.0, 1.0);
#ifdef GHOST
    float edge = 1.0 - facing;
    float alpha = 0.09 + 0.38 * edge * edge;
    o_colour = vec4(to_screen(looks.rgb * diffuse_light(n)) * alpha, alpha);
#else
    vec3 fibre = part_fibre(surface);
    float wave = fascicles(fibre.x, fibre.y, looks.a) * min(looks.a, 1.0);
    vec3 colour = mix(looks.rgb * (1.0 + 0.16 * wave), tendon_colour * (1.0 + 0.07 * wave), fibre.z);
    colour *= 1.0 - 0.20 * bands(fibre.x, looks2.w) * (1.0 - fibre.z);
    float gloss = mix(looks2.x, 0.3, fibre.z) * (1.0 + 0.5 * wave);
    float contour = 0.62 + 0.38 * smoothstep(0.0, 0.55, facing);
    vec3 light = colour * diffuse_light(n) * contour + vec3(gloss * 0.55 * highlight(n, to_eye));
    float emphasis = 0.5 * looks2.y;
    light = light * (1.0 + 0.22 * emphasis) + emphasis * vec3(0.030, 0.022, 0.008);
    o_colour = vec4(to_screen(light), 1.0);
#endif
}
