#version 330 core
#include "surface.glsl"

in vec4 v_normal_across;
in vec3 v_along_tendon_part;

out uvec2 o_surface;

void main() { o_surface = pack_part(v_normal_across, v_along_tendon_part); }
