#pragma once
#include "atlas/atlas.h"
#include "render/image.h"
#include "render/renderer.h"

namespace myomap {

// A point in its muscle, near; and its map on the skin from the front and from behind. Hatched and dotted in
// grey, so that they survive a printer without colours.
struct HandoutPictures {
    Image point;
    Image front;
    Image back;
};

// Widths to heights, in that order.
inline constexpr float handout_point_aspect = 1.24F;
inline constexpr float handout_map_aspect = 0.68F;

// Drawn by `renderer` with its context, whatever the window shows. Throws GraphicsError.
HandoutPictures draw_handout_pictures(const TriggerPoint& point, Side side, bool both_sides,
                                      const Atlas& atlas, Renderer& renderer);

}  // namespace myomap
