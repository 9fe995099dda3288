#version 330 core
#include "frame.glsl"

// Nearer the eye by so many metres, at the same pixel: what is drawn over a coarser sheet of the same skin.
uniform float u_lift;

in vec3 a_position;
in vec4 a_normal;
#ifdef PAIN
in vec2 a_pain;   // essential, spillover
in vec3 a_paint;  // as printed
#endif

out vec3 v_normal;
#ifdef PAIN
out vec3 v_position;
out vec2 v_pain;
out vec4 v_paint;  // colour and weight, both weighted, so that bare corners lend no colour
#endif

void main() {
    v_normal = a_normal.xyz;
#ifdef PAIN
    v_position = a_position;
    v_pain = a_pain;
    float weight = max(a_pain.x, a_pain.y);
    v_paint = vec4(a_paint * weight, weight);
#endif
    vec3 lifted = a_position + u_lift * normalize(u_eye.xyz - a_position);
    gl_Position = u_view_projection * vec4(lifted, 1.0);
}
