#version 330 core
// The skin's front with the map on it, premultiplied.
#include "shading.glsl"
#include "surface.glsl"

uniform usampler2D u_surface;
uniform float u_opaque;  // 0 clear, 1 opaque
uniform float u_dark;    // 1 on a dark backdrop
uniform vec3 u_essential_colour;
uniform vec3 u_spillover_colour;
uniform float u_apart;  // 1: each map has its own colour
uniform float u_thin;   // how strong essential paint is where it is thinnest

out vec4 o_colour;

const vec3 skin_colour = vec3(0.80, 0.60, 0.48);

void main() {
    uvec2 surface = texelFetch(u_surface, ivec2(gl_FragCoord.xy), 0).xy;
    vec3 n = skin_normal(surface);
    vec4 pain = skin_pain(surface);
    vec3 to_eye = direction_to_eye();
    float facing = clamp(dot(n, to_eye), 0.0, 1.0);
    float edge = 1.0 - facing;
    vec3 light = diffuse_light(n, 0.6);
    float gleam = highlight(n, to_eye);

    vec3 bare = skin_colour * light * (0.72 + 0.28 * smoothstep(0.0, 0.5, facing)) + vec3(0.05 * gleam);
    vec3 screen = to_screen(bare);
    // On a dark backdrop the clear skin's rim must not turn into a black line.
    screen = mix(screen, max(screen, vec3(0.42, 0.36, 0.33)), u_dark * (1.0 - u_opaque) * edge);
    float alpha = mix(0.035 + 0.86 * edge * edge * sqrt(edge), 1.0, u_opaque);
    vec4 colour = vec4(screen * alpha, alpha);

    // Both kinds of paint lie under the same light, softened so that red stays red in the shade.
    vec3 paint_light = mix(vec3(0.88), light, 0.65);
    vec3 own = skin_paint(surface);
    own *= own;
    vec3 essential_colour = mix(u_essential_colour, own, u_apart);
    vec3 spillover_colour = mix(u_spillover_colour, own, u_apart);
    float essential = pain.x * mix(u_thin, mix(0.84, 0.95, u_opaque), smoothstep(0.5, 1.0, pain.y));
    float spillover = pain.z * (1.0 - pain.x) * max(0.13, 0.85 * pain.w);
    colour = colour * (1.0 - spillover) + vec4(to_screen(spillover_colour * paint_light), 1.0) * spillover;
    vec3 red = to_screen(essential_colour * paint_light + vec3(0.03 * gleam));
    colour = colour * (1.0 - essential) + vec4(red, 1.0) * essential;
    o_colour = colour;
}
