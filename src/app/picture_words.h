#pragma once
#include <string>
#include <vector>

#include "base/language.h"
#include "render/image.h"
#include "scene/labels.h"
#include "ui/legend.h"

namespace myomap {

// What is written on a picture; drawn with cairo, so that it needs neither a window nor its fonts.
struct PictureWords {
    std::vector<Label> labels;
    Camera camera;
    Vec2 labels_min{0}, labels_max{0};  // where they may stand, pixels; the whole picture where it is empty
    Language language = Language::English;
    Legend legend;
    std::string caption;

    bool empty() const { return labels.empty() && legend.empty() && caption.empty(); }
};

// How much of the picture's height legend and caption take at its lower end.
float share_of_words(const PictureWords& words, glm::ivec2 size_px, float pixels_per_point);

// `light_ground`: dark ink. A picture that is clear stays so but for the words.
void write_on(Image& image, const PictureWords& words, float pixels_per_point, bool light_ground);

}  // namespace myomap
