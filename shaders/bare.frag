#version 330 core
// Flat grey: the reference of tests/bench/frame.
out vec4 o_colour;

void main() { o_colour = vec4(0.5, 0.5, 0.5, 1.0); }
