#version 330 core
// A premultiplied layer over the picture.
uniform sampler2D u_layer;

out vec4 o_colour;

void main() {
    vec4 layer = texelFetch(u_layer, ivec2(gl_FragCoord.xy), 0);
    if (layer.a == 0.0) discard;
    o_colour = layer;
}
