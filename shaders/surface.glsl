// What the first round over the triangles leaves of a surface in each pixel, for one round of shading over
// the pixels that stayed: with triangles of a few pixels, as a whole body has, shading them as they come
// would cost several times as much.

vec2 octahedron(vec3 n) {
    n.xy /= abs(n.x) + abs(n.y) + abs(n.z);
    vec2 folded = (1.0 - abs(n.yx)) * vec2(n.x < 0.0 ? -1.0 : 1.0, n.y < 0.0 ? -1.0 : 1.0);
    return n.z < 0.0 ? folded : n.xy;
}

vec3 from_octahedron(vec2 o) {
    vec3 n = vec3(o, 1.0 - abs(o.x) - abs(o.y));
    float t = max(-n.z, 0.0);
    n.xy += vec2(n.x < 0.0 ? t : -t, n.y < 0.0 ? t : -t);
    return normalize(n);
}

// Parts: normal 10 + 10 bits, across 12; part 16, along 8, tendon 8.
uvec2 pack_part(vec4 normal_across, vec3 along_tendon_part) {
    uvec3 o = uvec3(vec3(octahedron(normal_across.xyz) * 0.5 + 0.5, normal_across.w) * vec3(1023.0, 1023.0, 4095.0) + 0.5);
    uvec3 f = uvec3(along_tendon_part * vec3(255.0, 255.0, 1.0) + 0.5);
    return uvec2(o.x | o.y << 10 | o.z << 20, f.z | f.x << 16 | f.y << 24);
}

vec3 part_normal(uvec2 s) { return from_octahedron(vec2(s.x & 1023u, s.x >> 10 & 1023u) * (2.0 / 1023.0) - 1.0); }
vec3 part_fibre(uvec2 s) { return vec3(s.y >> 16 & 255u, s.x >> 20, s.y >> 24) * vec3(1.0 / 255.0, 1.0 / 4095.0, 1.0 / 255.0); }
int part_index(uvec2 s) { return int(s.y & 65535u); }

// Skin: normal 12 + 12 bits, essential density 8; essential covered, spillover covered, dot 4 each, the
// paint's colour 7 + 7 + 6.
uvec2 pack_skin(vec3 normal, vec4 pain, vec3 paint) {
    uvec3 o = uvec3(vec3(octahedron(normal) * 0.5 + 0.5, pain.y) * vec3(4095.0, 4095.0, 255.0) + 0.5);
    uvec3 p = uvec3(pain.xzw * 15.0 + 0.5);
    uvec3 c = uvec3(clamp(paint, 0.0, 1.0) * vec3(127.0, 127.0, 63.0) + 0.5);
    return uvec2(o.x | o.y << 12 | o.z << 24, p.x | p.y << 4 | p.z << 8 | c.x << 12 | c.y << 19 | c.z << 26);
}

vec3 skin_normal(uvec2 s) { return from_octahedron(vec2(s.x & 4095u, s.x >> 12 & 4095u) * (2.0 / 4095.0) - 1.0); }
vec4 skin_pain(uvec2 s) {
    return vec4(s.y & 15u, s.x >> 24, s.y >> 4 & 15u, s.y >> 8 & 15u) * vec4(1.0 / 15.0, 1.0 / 255.0, 1.0 / 15.0, 1.0 / 15.0);
}
vec3 skin_paint(uvec2 s) {
    return vec3(s.y >> 12 & 127u, s.y >> 19 & 127u, s.y >> 26) * vec3(1.0 / 127.0, 1.0 / 127.0, 1.0 / 63.0);
}
