#include "ui/label_view.h"

#include <imgui.h>

#include "ui/language.h"
#include "ui/widgets.h"

namespace myomap {

void LabelView::draw(const Fonts& fonts, const State& state, const Scene& scene, const Atlas& atlas,
                     const Layout& layout, const Camera& camera, bool moving) {
    if (!state.display.labels) {
        known_.reset();
        return;
    }
    const Known now{state.selection, state.display, scene.parts, state.camera, state.comfort.language};
    const bool other_things = !known_ || known_->selection != now.selection ||
                              known_->display != now.display || known_->parts != now.parts ||
                              known_->language != now.language;
    if (other_things) {
        labels_.clear();
        places_.clear();
    }
    if (!moving && known_ != now) {
        Scene seen = scene;
        seen.camera = camera;
        std::vector<Label> found = labels_of(state, seen, atlas);
        for (Label& label : found) label.text = translated(state.comfort.language, label.text);
        if (found != labels_) places_.clear();
        labels_ = std::move(found);
        known_ = now;
    }
    if (labels_.empty()) return;

    const auto px = [&](float points) { return points * layout.scale; };
    const Vec2 size = layout.body.size();
    LabelSpace space{{px(14), px(64)}, {size.x - px(14), size.y - px(84)}, fonts.small->FontSize, {}};
    for (const Label& label : labels_)
        space.widths.push_back(text_width(label.strong ? fonts.label : fonts.small, label.text));
    places_ = place_labels(labels_, camera, size, space, places_);

    const Palette& colours = palette(state.theme);
    ImDrawList* draw = ImGui::GetBackgroundDrawList();
    const auto at = [&](Vec2 place) {
        return ImVec2(place.x + layout.body.min.x, place.y + layout.body.min.y);
    };
    for (const LabelPlace& place : places_) {
        draw->AddLine(at(place.line_from), at(place.line_to), colours.overlay, px(3));
        draw->AddLine(at(place.line_from), at(place.line_to), colours.text, px(1));
        draw->AddCircleFilled(at(place.line_to), px(2.5F), colours.text);
    }
    for (const LabelPlace& place : places_) {
        const Label& label = labels_[place.label];
        ImFont* font = label.strong ? fonts.label : fonts.small;
        const Vec2 end = place.at + Vec2(space.widths[place.label], space.line_height);
        draw->AddRectFilled(at(place.at - Vec2(px(4), px(2))), at(end + Vec2(px(4), px(2))), colours.overlay,
                            px(4));
        draw->AddText(font, font->FontSize, at(place.at), colours.text, label.text.c_str());
    }
}

}  // namespace myomap
