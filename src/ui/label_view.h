#pragma once
#include <optional>
#include <vector>

#include "scene/labels.h"
#include "ui/fonts.h"
#include "ui/layout.h"
#include "ui/theme.h"

namespace myomap {

// Names over the body, and the words of the story or of a needle that is shown. They are looked up when the
// camera rests; while it moves they keep their places on the body and their columns, so that nothing jumps.
class LabelView {
public:
    void draw(const Fonts& fonts, const State& state, const Scene& scene, const Atlas& atlas,
              const Layout& layout, const Camera& camera, bool moving);

private:
    void find(const State& state, const Scene& scene, const Atlas& atlas, const Camera& camera, bool moving);
    void put(const Fonts& fonts, const State& state, const Layout& layout, const Camera& camera,
             const LabelSpace& space);

    // What the labels were found for.
    struct Known {
        Selection selection;
        Display display;
        std::vector<PartLook> parts;
        Camera camera;
        bool needle = false;
        bool operator==(const Known&) const = default;
    };
    std::optional<Known> known_;
    std::vector<Label> labels_;
    std::vector<LabelPlace> places_;
};

}  // namespace myomap
