#include "ui/label_view.h"

#include <imgui.h>

#include "scene/story_labels.h"
#include "scene/story_layout.h"
#include "ui/language.h"
#include "ui/widgets.h"

namespace myomap {
namespace {

// Where labels may stand: while the story is told beside its drawing and above its words.
LabelSpace space_for(const State& state, const Layout& layout, float line_height) {
    const auto px = [&](float points) { return points * layout.scale; };
    const Vec2 size = layout.body.size();
    LabelSpace space{{px(14), px(64)}, {size.x - px(14), size.y - px(84)}, line_height, {}};
    if (!state.story.open) return space;
    const StoryPlaces places = story_places(size, layout.scale);
    space.max = {places.free.to.x, places.free.to.y};
    space.min.y = std::max(space.min.y, places.free.from.y);
    return space;
}

}  // namespace

void LabelView::find(const State& state, const Scene& scene, const Atlas& atlas, const Camera& camera,
                     bool moving) {
    const Known now{state.selection, state.display, scene.parts, state.camera, state.needle};
    const bool other_things = !known_ || known_->selection != now.selection ||
                              known_->display != now.display || known_->parts != now.parts ||
                              known_->needle != now.needle;
    if (other_things) {
        labels_.clear();
        places_.clear();
    }
    if (moving || known_ == now) return;
    Scene seen = scene;
    seen.camera = camera;
    std::vector<Label> found = needle_labels(state, atlas);
    if (state.display.labels)
        for (Label& label : labels_of(state, seen, atlas)) found.push_back(std::move(label));
    if (found != labels_) places_.clear();
    labels_ = std::move(found);
    known_ = now;
}

void LabelView::draw(const Fonts& fonts, const State& state, const Scene& scene, const Atlas& atlas,
                     const Layout& layout, const Camera& camera, bool moving) {
    const LabelSpace space = space_for(state, layout, fonts.small->FontSize);
    if (const auto moment = story_moment(state, atlas)) {
        known_.reset();
        std::vector<Label> told =
            labels_within(story_labels(*moment, atlas), camera, layout.body.size(), {0, 0}, space.max);
        if (told != labels_) places_.clear();
        labels_ = std::move(told);
    } else if (state.display.labels || state.needle) {
        find(state, scene, atlas, camera, moving);
    } else {
        known_.reset();
        return;
    }
    if (!labels_.empty()) put(fonts, state, layout, camera, space);
}

void LabelView::put(const Fonts& fonts, const State& state, const Layout& layout, const Camera& camera,
                    const LabelSpace& given) {
    const auto px = [&](float points) { return points * layout.scale; };
    LabelSpace space = given;
    std::vector<std::string> words;
    for (const Label& label : labels_) {
        words.push_back(translated(state.comfort.language, label.text));
        space.widths.push_back(text_width(label.strong ? fonts.label : fonts.small, words.back()));
    }
    places_ = place_labels(labels_, camera, layout.body.size(), space, places_);

    const Palette& colours = palette(state.theme);
    ImDrawList* draw = ImGui::GetBackgroundDrawList();
    const auto at = [&](Vec2 place) {
        return ImVec2(place.x + layout.body.min.x, place.y + layout.body.min.y);
    };
    for (const LabelPlace& place : places_) {
        draw->AddLine(at(place.line_from), at(place.line_to), colours.overlay, px(3));
        draw->AddLine(at(place.line_from), at(place.line_to), colours.text, px(1));
        if (place.dot) draw->AddCircleFilled(at(place.line_to), px(2.5F), colours.text);
    }
    for (const LabelPlace& place : places_) {
        ImFont* font = labels_[place.label].strong ? fonts.label : fonts.small;
        const Vec2 end = place.at + Vec2(space.widths[place.label], space.line_height);
        draw->AddRectFilled(at(place.at - Vec2(px(4), px(2))), at(end + Vec2(px(4), px(2))), colours.overlay,
                            px(4));
        draw->AddText(font, font->FontSize, at(place.at), colours.text, words[place.label].c_str());
    }
}

}  // namespace myomap
