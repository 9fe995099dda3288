// What every shader knows of the frame; the same layout as FrameBlock in src/render/frame.h.
layout(std140) uniform Frame {
    mat4 u_view_projection;
    vec4 u_eye;
    vec4 u_view_corner;
    vec4 u_view_step_x;
    vec4 u_view_step_y;
    vec4 u_key_light;
    vec4 u_fill_light;
    vec4 u_towards_eye;
    vec4 u_size;
    vec4 u_lens;
    vec4 u_whole;
};
