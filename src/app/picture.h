#pragma once
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "render/image.h"
#include "render/renderer.h"
#include "scene/scene.h"
#include "scene/state.h"

namespace myomap {

// A picture that leaves the program, by `render` or by the window's button.
struct PictureWish {
    glm::ivec2 size_px{1280, 960};
    float pixels_per_point = 1;  // of markers, lines and words
    bool labels = false;         // names with leader lines
    bool legend = false;         // what the colours of the map mean, where there is one
    bool transparent = false;    // in place of the backdrop
    std::string caption;         // below; empty for none
    Quality quality = Quality::Fine;
};

// Words and lines keep their share of the picture from about 960 pixels on.
float pixels_per_point_of(glm::ivec2 size_px);

// What a picture of the state tells in one line: "Infraspinatus, point 1 · right"; empty for nothing.
std::string caption_of(const State& state, const Catalog& catalog);

// What the window's button asks for: names where they are shown, legend and caption; none of both while the
// story tells its own words there.
PictureWish wish_as_shown(const State& state, glm::ivec2 size_px, const Catalog& catalog);

// The scene with the words that were asked for; the state tells what the names and the legend are about. The
// view is moved back so far that legend and caption have room below.
Image make_picture(Renderer& renderer, Scene scene, const State& state, const Atlas& atlas,
                   const PictureWish& wish);

}  // namespace myomap
