#version 330 core
// A ring and a dot. Plain: small, pale. Related: fuller. Hovered and selected: larger, the selected with an
// outer ring.
flat in vec3 v_marker;
flat in float v_matter;
flat in vec4 v_paint;

uniform float u_hidden_behind;   // m
uniform float u_plain_strength;  // of those that nothing was asked about

out vec4 o_colour;

// 1 inside the radius, 0 outside, one pixel soft.
float disc(float r, float radius) { return clamp(radius - r + 0.5, 0.0, 1.0); }

// How far a place is from the line of a digit, which is 2 high and 1.1 wide, y down.
float stroke(vec2 p, vec2 a, vec2 b) {
    vec2 along = b - a;
    return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}

// As they are written by hand, one digit after another.
const vec2 path[84] = vec2[84](
    vec2(0.0, -1.0), vec2(0.42, -0.72), vec2(0.55, 0.0), vec2(0.42, 0.72), vec2(0.0, 1.0), vec2(-0.42, 0.72),
    vec2(-0.55, 0.0), vec2(-0.42, -0.72), vec2(0.0, -1.0),                                            // 0
    vec2(-0.38, -0.6), vec2(0.1, -1.0), vec2(0.1, 1.0),                                               // 1
    vec2(-0.5, -0.52), vec2(-0.4, -0.84), vec2(0.0, -1.0), vec2(0.42, -0.82), vec2(0.5, -0.45),
    vec2(0.3, -0.05), vec2(-0.52, 1.0), vec2(0.55, 1.0),                                              // 2
    vec2(-0.48, -0.72), vec2(-0.2, -0.97), vec2(0.2, -0.97), vec2(0.46, -0.7), vec2(0.44, -0.34),
    vec2(0.16, -0.08), vec2(-0.08, -0.06), vec2(0.28, 0.02), vec2(0.54, 0.32), vec2(0.5, 0.72),
    vec2(0.2, 0.98), vec2(-0.2, 0.98), vec2(-0.52, 0.7),                                              // 3
    vec2(0.25, 1.0), vec2(0.25, -1.0), vec2(-0.58, 0.42), vec2(0.6, 0.42),                            // 4
    vec2(0.48, -1.0), vec2(-0.38, -1.0), vec2(-0.46, -0.08), vec2(0.0, -0.28), vec2(0.42, -0.08),
    vec2(0.54, 0.38), vec2(0.3, 0.88), vec2(-0.12, 1.0), vec2(-0.52, 0.72),                           // 5
    vec2(0.4, -0.86), vec2(0.05, -1.0), vec2(-0.35, -0.72), vec2(-0.55, 0.1), vec2(-0.46, 0.68),
    vec2(-0.06, 1.0), vec2(0.38, 0.82), vec2(0.54, 0.38), vec2(0.34, -0.04), vec2(-0.08, -0.12),
    vec2(-0.5, 0.2),                                                                                  // 6
    vec2(-0.52, -1.0), vec2(0.55, -1.0), vec2(-0.1, 1.0),                                             // 7
    vec2(0.0, -0.06), vec2(-0.42, -0.3), vec2(-0.44, -0.72), vec2(0.0, -1.0), vec2(0.44, -0.72),
    vec2(0.42, -0.3), vec2(0.0, -0.06), vec2(-0.5, 0.28), vec2(-0.5, 0.75), vec2(0.0, 1.0),
    vec2(0.5, 0.75), vec2(0.5, 0.28), vec2(0.0, -0.06),                                               // 8
    vec2(-0.4, 0.86), vec2(-0.05, 1.0), vec2(0.35, 0.72), vec2(0.55, -0.1), vec2(0.46, -0.68),
    vec2(0.06, -1.0), vec2(-0.38, -0.82), vec2(-0.54, -0.38), vec2(-0.34, 0.04), vec2(0.08, 0.12),
    vec2(0.5, -0.2));                                                                                 // 9
const int begin[11] = int[11](0, 9, 12, 20, 33, 37, 46, 57, 60, 73, 84);

float digit(vec2 p, int value) {
    float nearest = 9.0;
    for (int i = begin[value]; i + 1 < begin[value + 1]; ++i) nearest = min(nearest, stroke(p, path[i], path[i + 1]));
    return nearest;
}

float number(vec2 p, int value) {
    if (value < 10) return digit(p, value);
    return min(digit(p + vec2(0.95, 0.0), value / 10), digit(p - vec2(0.95, 0.0), value % 10));
}

void main() {
    float size = 2.0 * v_marker.x + 4.0;
    float r = length((gl_PointCoord - 0.5) * size);
    float radius = v_marker.x;
    float rank = v_marker.y;
    bool in_model = v_marker.z > 0.5;
    vec3 dark = vec3(0.12, 0.09, 0.10);
    vec3 pale = vec3(1.0, 0.98, 0.94);
    vec3 core = rank > 2.5 ? vec3(0.85, 0.07, 0.07) : rank > 0.5 ? vec3(0.93, 0.40, 0.06) : vec3(0.44, 0.28, 0.24);
    if (v_paint.a > 0.5) core = v_paint.rgb;
    float line = max(1.0, radius * 0.16);

    vec4 c = vec4(dark, 1.0) * disc(r, radius + 0.5);
    c = mix(c, vec4(pale, 1.0), disc(r, radius - line));
    if (rank > 2.5) c = mix(c, vec4(dark, 1.0), disc(r, radius * 0.62 + line * 0.5));
    float core_radius = rank > 2.5 ? radius * 0.56 : rank > 0.5 ? radius * 0.58 : radius * 0.45;
    if (v_paint.a > 1.5) core_radius = radius - line;
    c = mix(c, vec4(core, 1.0), disc(r, core_radius));
    if (v_paint.a > 1.5) {
        float unit = radius * 0.46;
        float distance_px = number((gl_PointCoord - 0.5) * size / unit, int(v_paint.a - 1.5)) * unit;
        c = mix(c, vec4(pale, 1.0), disc(distance_px, max(0.6, 0.22 * unit)));
    }
    // Not in this model: hollow, as what is only believed to be there.
    if (!in_model) c = mix(c, vec4(pale, 1.0) * 0.55, disc(r, core_radius - line));
    // A point lies in its muscle, so some matter before it is as it should be: what a finger feels through.
    bool ghost = v_matter > 0.030;
    float plain = u_plain_strength * (ghost ? 0.3 * clamp(4.0 - 4.0 * v_matter / u_hidden_behind, 0.0, 1.0) : 1.0);
    float alpha = c.a * (rank < 0.5 ? plain : !ghost ? 1.0 : rank > 1.5 ? 0.75 : 0.5);
    if (alpha < 0.004) discard;
    o_colour = vec4(c.rgb * alpha, alpha);
}
