#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/side.h"
#include "base/vec.h"
#include "body/lengthening.h"
#include "scene/camera.h"
#include "scene/paint.h"

namespace myomap {

enum class Emphasis : std::uint8_t { None, Hovered, Selected };

// How one part of the body is drawn; same index as Body::parts.
struct PartLook {
    bool visible = true;
    bool ghosted = false;  // drawn as a faint shell, looked through by picking (x-ray)
    Emphasis emphasis = Emphasis::None;
    bool operator==(const PartLook&) const = default;
};

// A muscle drawn longer or shorter than at rest.
struct LengthenedPart {
    std::size_t part = 0;  // index of Body::parts
    Lengthening change;
    float share = 1;  // of the change: 0 at rest
    bool operator==(const LengthenedPart&) const = default;
};

enum class SkinLook : std::uint8_t { Off, Clear, Opaque };

// A trigger point as drawn and hit; constant in pixels.
struct Marker {
    std::uint32_t placed_point = 0;  // index into Atlas::points()
    Vec3 position{0, 0, 0};
    Emphasis emphasis = Emphasis::None;
    bool related = false;  // of the selected condition or muscle, drawn stronger than the rest
    bool in_model = true;
    std::uint8_t number = 0;  // to be written on it; 0 for none
    bool hued = false;        // its core has the colour of its map
    Rgb colour{};
    bool operator==(const Marker&) const = default;
};

// A round thread through the body: a needle, a fibre, a nerve.
struct StrandNode {
    Vec3 position{0, 0, 0};
    float radius_m = 0.001F;
    Rgb colour{};
    bool operator==(const StrandNode&) const = default;
};
struct Strand {
    std::vector<StrandNode> nodes;
    float alpha = 1;
    float hidden_alpha = 0;  // where matter stands before it
    float least_px = 0;      // never drawn thinner than this radius, in points
    float glow = 0;          // 0 in the light of the scene … 1 in its own
    bool operator==(const Strand&) const = default;
};

// None: a picture that is clear where nothing is drawn.
enum class Backdrop : std::uint8_t { Light, Dark, None };

// How much a frame may cost. Still: smooth edges and soft shade in the folds, for a picture that stays.
// Moving: neither, for a camera that turns, so that a machine without a GPU keeps up. The window draws once
// more as Still when all has come to rest. Fine: for a picture that is kept, three times the price of Still.
enum class Quality : std::uint8_t { Still, Moving, Fine };

// What the renderer draws: plain values, compared to decide whether a frame is needed. It knows no catalog.
struct Scene {
    std::vector<PartLook> parts;
    std::vector<LengthenedPart> lengthened;  // the other parts are at rest
    SkinLook skin = SkinLook::Clear;
    std::vector<float> essential;  // density a skin vertex; empty for no map
    std::vector<float> spillover;
    std::vector<Rgb> paint;  // colour of the map a skin vertex; empty for that of the palette
    bool summed = false;     // maps of several points: the fuller, the more of them meet
    PainPalette palette = PainPalette::Red;
    std::vector<Marker> markers;
    std::vector<Strand> strands;
    Camera camera;
    Backdrop backdrop = Backdrop::Light;
    int level = 1;  // level of detail of the parts
    Quality quality = Quality::Still;

    bool operator==(const Scene&) const = default;
};

}  // namespace myomap
