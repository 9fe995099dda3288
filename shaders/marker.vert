#version 330 core
#include "frame.glsl"

in vec3 a_position;
in vec3 a_marker;  // radius in pixels, rank, whether its muscle is in the model
in vec4 a_paint;   // the core's colour and whether it is its own (1); 2 and more: a number + 2 on it

uniform sampler2D u_depth;

flat out vec4 v_paint;
flat out vec3 v_marker;   // radius in pixels, rank, in model
flat out float v_matter;  // metres of it before the point

float metres_from_eye(float depth) {
    float near = u_lens.z;
    float far = u_lens.w;
    return near * far / (far - depth * (far - near));
}

void main() {
    gl_Position = u_view_projection * vec4(a_position, 1.0);
    gl_PointSize = 2.0 * a_marker.x + 4.0;
    v_marker = a_marker;
    v_paint = a_paint;
    vec2 at = (gl_Position.xy / gl_Position.w * 0.5 + 0.5) * u_size.xy;
    float before = texelFetch(u_depth, clamp(ivec2(at), ivec2(0), ivec2(u_size.xy) - 1), 0).r;
    v_matter = gl_Position.w - metres_from_eye(before);
}
