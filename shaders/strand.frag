#version 330 core
// Threads through the body, premultiplied: in the light of the scene, or glowing by themselves.
#include "shading.glsl"

uniform float u_behind;  // 1: what matter stands before

in vec3 v_normal;
in vec4 v_paint;
in vec2 v_look;

out vec4 o_colour;

void main() {
    vec3 n = normalize(v_normal);
    vec3 to_eye = direction_to_eye();
    vec3 colour = v_paint.rgb * v_paint.rgb;
    float facing = clamp(dot(n, to_eye), 0.0, 1.0);
    vec3 lit = colour * diffuse_light(n, 0.0) * (0.7 + 0.3 * facing) + vec3(0.10 * highlight(n, to_eye));
    // What shows through matter is brighter than it, so that it is told from it.
    float glow = max(v_look.y, 0.75 * u_behind);
    vec3 light = mix(lit, colour * (0.75 + 0.45 * facing), glow);
    float alpha = v_paint.a * mix(1.0, v_look.x, u_behind);
    if (alpha < 0.004) discard;
    o_colour = vec4(to_screen(light) * alpha, alpha);
}
