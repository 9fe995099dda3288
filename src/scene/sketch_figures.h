#pragma once
#include "scene/sketch.h"

namespace myomap {

// What several drawings of the story share. All in the units of the sketch that they are drawn into.

struct SketchInk {
    Rgb ground, text, quiet, line;
};
SketchInk sketch_ink(bool dark);

namespace story_colour {
inline constexpr Rgb nerve{226, 186, 74};
inline constexpr Rgb signal{255, 196, 60};
inline constexpr Rgb knot{132, 26, 48};
inline constexpr Rgb steel{150, 158, 170};
inline constexpr Rgb pain{206, 52, 44};
inline constexpr Rgb calm{92, 150, 98};
}  // namespace story_colour

Vec2 between(Vec2 a, Vec2 b, float t);

// A curve with two handles: a place on it, and all of it.
Vec2 bezier(Vec2 a, Vec2 b, Vec2 c, Vec2 d, float t);
std::vector<Vec2> curve(Vec2 a, Vec2 b, Vec2 c, Vec2 d);

void draw_bead(Sketch& sketch, Vec2 at);  // a signal on its way
// A slice of the spinal cord: the butterfly of grey matter.
void draw_cord_slice(Sketch& sketch, Vec2 at, float radius);
void draw_cell_body(Sketch& sketch, Vec2 at, float lit);
void draw_brain(Sketch& sketch, Vec2 at, float pain);
void draw_belly(Sketch& sketch, Vec2 at, float knot, float half_length);

// People at what helps; `move` −1 … 1.
void draw_stretching(Sketch& sketch, const SketchInk& ink, Vec2 at, float move);
void draw_lifting(Sketch& sketch, const SketchInk& ink, Vec2 at, float move);
void draw_sitting(Sketch& sketch, const SketchInk& ink, Vec2 at);

}  // namespace myomap
