#pragma once
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "scene/scene.h"
#include "scene/state.h"

namespace myomap {

// A name and the place that its leader line points at, on what the camera sees of it.
struct Label {
    std::string text;
    Vec3 at{0};           // m
    bool strong = false;  // of what is selected
    bool marked = false;  // its place has a marker, into which no line runs
    bool operator==(const Label&) const = default;
};

// What has a name in the picture, the most important first: of a selection it, its points, what lies next to
// it and the landmarks on it; of the whole body its largest muscles. Only what the camera sees of the parts
// that are shown and not ghosted. Casts rays, which takes tens of milliseconds: not for every frame of a
// turn.
std::vector<Label> labels_of(const State& state, const Scene& scene, const Atlas& atlas);

// "Left Scapula" -> "Scapula"
std::string without_side(std::string name);

// A label in the picture: pixels from the upper left corner.
struct LabelPlace {
    std::size_t label = 0;  // index
    Vec2 at{0};             // upper left corner of its text
    Vec2 line_from{0};      // beside the text
    Vec2 line_to{0};        // on what it names, or at the rim of its marker
    bool left = false;      // in the left column
    bool dot = true;        // ends the line
};

// The space for labels, in pixels, and the size of each text.
struct LabelSpace {
    Vec2 min{0}, max{0};
    float line_height = 16;
    std::vector<float> widths;  // one a label
};

// In two columns beside what they name, in the order of height, so that no two overlap and lines do not
// cross in a column. What has no room, or would lie over another's line, is left out, the last first. A label
// stays in the column that it had in `before`, unless its place has gone well over to the other side.
std::vector<LabelPlace> place_labels(const std::vector<Label>& labels, const Camera& camera, Vec2 size_px,
                                     const LabelSpace& space, const std::vector<LabelPlace>& before = {});

}  // namespace myomap
