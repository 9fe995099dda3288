#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/side.h"
#include "body/mesh.h"

namespace myomap {

// A segment of this body: the axis from which t and azimuth are measured.
struct SegmentFrame {
    std::string id;  // "forearm"
    Side side = Side::Midline;
    Vec3 from;     // m, t = 0
    Vec3 to;       // m, t = 1
    Vec3 forward;  // unit, across the axis: azimuth 0
    Vec3 lateral;  // unit, azimuth 90: away from the midline for paired segments, the body's left for midline
                   // ones

    Vec2 coordinates_of(const Vec3& position) const;  // (t, azimuth in degrees −180 … 180); t may leave 0 … 1
};

// One closed sheet, each vertex with its segment, height along it and azimuth round it.
struct Skin {
    Mesh mesh;
    std::vector<SegmentFrame> segments;
    std::vector<std::uint8_t> segment;  // index into `segments`, one a vertex
    std::vector<float> t;
    std::vector<float> azimuth_deg;
    std::vector<float> vertex_area_mm2;  // a third of the triangles round each vertex; computed on load
    bool grown = false;                  // grown from muscles and bones, not the atlas's own
};

}  // namespace myomap
