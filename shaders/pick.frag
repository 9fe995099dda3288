#version 330 core
// The part under a pixel, counted from one; zero is nothing.
in vec3 v_along_tendon_part;

out uint o_id;

void main() { o_id = uint(v_along_tendon_part.z + 1.5); }
