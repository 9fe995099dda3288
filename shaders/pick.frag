#version 330 core
// The part under a pixel, counted from one; zero is nothing.
flat in int v_part;

out uint o_id;

void main() { o_id = uint(v_part + 1); }
