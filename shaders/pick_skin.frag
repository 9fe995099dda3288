#version 330 core
out uint o_id;

void main() { o_id = 0xFFFFFFFFu; }
