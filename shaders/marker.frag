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

// How far a place is from the strokes of a digit, which is 2 high and 1.1 wide, y down.
float stroke(vec2 p, vec2 a, vec2 b) {
    vec2 along = b - a;
    return length(p - a - along * clamp(dot(p - a, along) / dot(along, along), 0.0, 1.0));
}

float digit(vec2 p, int value) {
    const int strokes[10] = int[10](63, 6, 91, 79, 102, 109, 125, 7, 127, 111);
    const vec2 ends[6] = vec2[6](vec2(-0.55, -1.0), vec2(0.55, -1.0), vec2(0.55, 0.0), vec2(0.55, 1.0),
                                 vec2(-0.55, 1.0), vec2(-0.55, 0.0));
    float nearest = 9.0;
    for (int i = 0; i < 6; ++i)
        if ((strokes[value] >> i & 1) == 1) nearest = min(nearest, stroke(p, ends[i], ends[(i + 1) % 6]));
    if ((strokes[value] >> 6 & 1) == 1) nearest = min(nearest, stroke(p, ends[2], ends[5]));
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
