#version 330 core
// A picture times a weight: adds up pictures of slightly shifted cameras, then copies their mean.
uniform sampler2D u_picture;
uniform float u_weight;

out vec4 o_colour;

void main() { o_colour = texelFetch(u_picture, ivec2(gl_FragCoord.xy), 0) * u_weight; }
