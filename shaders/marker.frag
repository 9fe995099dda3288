#version 330 core
// A ring and a dot. Plain: small, pale. Related: fuller. Hovered and selected: larger, the selected with an
// outer ring.
flat in vec3 v_marker;
flat in float v_matter;

uniform float u_hidden_behind;   // m
uniform float u_plain_strength;  // of those that nothing was asked about

out vec4 o_colour;

// 1 inside the radius, 0 outside, one pixel soft.
float disc(float r, float radius) { return clamp(radius - r + 0.5, 0.0, 1.0); }

void main() {
    float size = 2.0 * v_marker.x + 4.0;
    float r = length((gl_PointCoord - 0.5) * size);
    float radius = v_marker.x;
    float rank = v_marker.y;
    bool in_model = v_marker.z > 0.5;
    vec3 dark = vec3(0.12, 0.09, 0.10);
    vec3 pale = vec3(1.0, 0.98, 0.94);
    vec3 core = rank > 2.5 ? vec3(0.85, 0.07, 0.07) : rank > 0.5 ? vec3(0.93, 0.40, 0.06) : vec3(0.44, 0.28, 0.24);
    float line = max(1.0, radius * 0.16);

    vec4 c = vec4(dark, 1.0) * disc(r, radius + 0.5);
    c = mix(c, vec4(pale, 1.0), disc(r, radius - line));
    if (rank > 2.5) c = mix(c, vec4(dark, 1.0), disc(r, radius * 0.62 + line * 0.5));
    float core_radius = rank > 2.5 ? radius * 0.56 : rank > 0.5 ? radius * 0.58 : radius * 0.45;
    c = mix(c, vec4(core, 1.0), disc(r, core_radius));
    // Not in this model: hollow, as what is only believed to be there.
    if (!in_model) c = mix(c, vec4(pale, 1.0) * 0.55, disc(r, core_radius - line));
    // A point lies in its muscle, so some matter before it is as it should be: what a finger feels through.
    bool ghost = v_matter > 0.030;
    float plain = u_plain_strength * (ghost ? 0.3 * clamp(4.0 - 4.0 * v_matter / u_hidden_behind, 0.0, 1.0) : 1.0);
    float alpha = c.a * (rank < 0.5 ? plain : !ghost ? 1.0 : rank > 1.5 ? 0.75 : 0.5);
    if (alpha < 0.004) discard;
    o_colour = vec4(c.rgb * alpha, alpha);
}
