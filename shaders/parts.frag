#version 330 core
#include "surface.glsl"

in vec3 v_normal;
in vec3 v_fibre;
flat in int v_part;

out uvec2 o_surface;

void main() { o_surface = pack_part(v_normal, v_fibre, v_part); }
