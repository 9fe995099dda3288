// Light for a plate of anatomy: a broad key from the upper left, a cooler fill, a soft edge that keeps forms
// apart. All turn with the camera, so the body is always lit as the eye expects. Colours are linear until
// to_screen.
#include "frame.glsl"

// Unit, from the surface to the eye. From the pixel instead of a varying: one interpolation less for each
// vertex.
vec3 direction_to_eye() {
    return -normalize(u_view_corner.xyz + gl_FragCoord.x * u_view_step_x.xyz + gl_FragCoord.y * u_view_step_y.xyz);
}

vec3 diffuse_light(vec3 n) {
    float key = max(dot(n, u_key_light.xyz) * 0.8 + 0.2, 0.0);
    float fill = max(dot(n, u_fill_light.xyz), 0.0);
    float sky = n.y * 0.5 + 0.5;
    vec3 around = mix(vec3(0.14, 0.12, 0.115), vec3(0.23, 0.24, 0.26), sky);
    return vec3(0.80, 0.77, 0.72) * key + vec3(0.13, 0.15, 0.18) * fill + around;
}

// A wide highlight, as of moist tissue: no sharp spot, which is what reads as plastic.
float highlight(vec3 n, vec3 to_eye) {
    float h = max(dot(n, normalize(u_key_light.xyz + to_eye)), 0.0);
    float h2 = h * h;
    float h8 = h2 * h2 * h2 * h2;
    return h8 * h8 * (0.4 + 0.6 * h8);
}

vec3 to_screen(vec3 linear) { return sqrt(min(linear, vec3(1.0))); }
