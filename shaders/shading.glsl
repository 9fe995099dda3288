// Light for a plate of anatomy: a broad key from the upper left, a cooler fill, light from below that the
// table throws back, and a kicker from behind that keeps forms apart. All turn with the camera, so the body is
// always lit as the eye expects. Colours are linear until to_screen.
#include "frame.glsl"

// Unit, from the surface to the eye. From the pixel instead of a varying: one interpolation less for each
// vertex.
vec3 direction_to_eye() {
    return -normalize(u_view_corner.xyz + gl_FragCoord.x * u_view_step_x.xyz + gl_FragCoord.y * u_view_step_y.xyz);
}

// `bleed` 0 … 1: how far light creeps round the form within the matter, which it leaves redder, as in flesh.
vec3 diffuse_light(vec3 n, float bleed) {
    float towards_key = dot(n, u_key_light.xyz);
    vec3 wrap = mix(vec3(0.16), vec3(0.38, 0.20, 0.17), bleed);
    vec3 key = max((towards_key + wrap) / (1.0 + wrap), 0.0);
    float fill = max(dot(n, u_fill_light.xyz), 0.0);
    float sky = n.y * 0.5 + 0.5;
    vec3 around = mix(vec3(0.130, 0.108, 0.096), vec3(0.185, 0.190, 0.205), sky);
    return vec3(0.98, 0.935, 0.86) * key + vec3(0.12, 0.14, 0.17) * fill + around;
}

// A wide highlight, as of moist tissue: no sharp spot, which is what reads as plastic.
float highlight(vec3 n, vec3 to_eye) {
    float h = max(dot(n, normalize(u_key_light.xyz + to_eye)), 0.0);
    float h2 = h * h;
    float h8 = h2 * h2 * h2 * h2;
    return h8 * h8 * (0.4 + 0.6 * h8);
}

// Light from behind that grazes the side turned from the key.
float kicker(vec3 n, float facing) {
    float edge = 1.0 - facing;
    float away = clamp(0.5 - 0.9 * dot(n, u_key_light.xyz), 0.0, 1.0);
    return edge * edge * edge * away;
}

// Bright light is drawn together instead of cut off, so that pale bone keeps its form.
vec3 to_screen(vec3 linear) {
    const float knee = 0.72;
    vec3 over = max(linear - knee, 0.0);
    return sqrt(min(linear, vec3(knee)) + over / (1.0 + 2.2 * over));
}
