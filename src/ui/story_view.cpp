#include "ui/story_view.h"

#include <imgui.h>

#include <algorithm>

#include "scene/sketch_words.h"
#include "scene/story_inset.h"
#include "scene/story_layout.h"
#include "ui/sketch_view.h"
#include "ui/widget_parts.h"
#include "ui/words.h"

namespace myomap {
namespace {

using Verb = TellStory::Verb;

Rect placed(const StoryFrame& frame, const Rect& body) {
    return {body.min + frame.from, body.min + frame.to};
}

void begin_panel(const Ui& ui, const char* name, const Rect& place) {
    ImGui::SetNextWindowPos({place.min.x, place.min.y});
    ImGui::SetNextWindowSize({place.size().x, place.size().y});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(18), ui.px(12)));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(12));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.overlay);
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing);
}

void end_panel() {
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(3);
}

// The whole story as a bar: scenes apart, what was told filled; a press or a drag goes there.
void draw_scrubber(Ui& ui, float width) {
    const Treatment& treatment = ui.atlas.catalog().treatment();
    const ImVec2 from = ImGui::GetCursorScreenPos();
    const float height = ImGui::GetItemRectSize().y;  // of the button beside it
    ImGui::InvisibleButton("scrub", {width, height});
    if (ImGui::IsItemActive()) {
        const float at = std::clamp((ImGui::GetIO().MousePos.x - from.x) / width, 0.0F, 1.0F);
        ui.act(TellStory{Verb::Pause, 0});
        ui.act(TellStory{Verb::At, at});
    }
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float told = story_progress(ui.state.story, treatment);
    const std::vector<float> starts = story_starts(treatment);
    const float y = from.y + height / 2;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        const float a = from.x + width * starts[i] + ui.px(1);
        const float b = from.x + width * starts[i + 1] - ui.px(1);
        draw->AddRectFilled({a, y - ui.px(2.5F)}, {b, y + ui.px(2.5F)}, ui.colours.line, ui.px(2));
        const float filled = std::clamp(from.x + width * told, a, b);
        if (filled > a)
            draw->AddRectFilled({a, y - ui.px(2.5F)}, {filled, y + ui.px(2.5F)}, ui.colours.accent, ui.px(2));
    }
    draw->AddCircleFilled({from.x + width * told, y}, ui.px(6), ui.colours.accent);
}

void draw_speed(Ui& ui) {
    constexpr float speeds[] = {0.5F, 1, 2};
    int current = -1;
    for (int i = 0; i < 3; ++i)
        if (ui.state.story.speed == speeds[i]) current = i;
    const int chosen = segmented(ui, "speed", {"½×", "1×", "2×"}, current, ui.px(120));
    if (chosen >= 0) ui.act(TellStory{Verb::Speed, speeds[chosen]});
}

void draw_player(Ui& ui, float width) {
    const Story& story = ui.state.story;
    const bool motion = ui.state.comfort.motion;
    if (text_button(ui, "Previous")) ui.act(TellStory{Verb::Previous, 0});
    ImGui::SameLine(0, ui.px(6));
    if (motion) {
        if (text_button(ui, story.playing ? "Pause" : "Play", true)) ui.act(TellStory{Verb::Toggle, 0});
        ImGui::SameLine(0, ui.px(6));
    }
    if (text_button(ui, "Next")) ui.act(TellStory{Verb::Next, 0});
    ImGui::SameLine(0, ui.px(14));
    const bool roomy = width > ui.px(640);
    const float close = text_width(ui.fonts.label, ui.tr("Close")) + ui.px(44);
    const float left = width - ImGui::GetCursorPosX() - close - (motion && roomy ? ui.px(134) : 0);
    draw_scrubber(ui, std::max(left, ui.px(60)));
    if (motion && roomy) {
        ImGui::SameLine(0, ui.px(14));
        draw_speed(ui);
    }
    ImGui::SameLine(0, ui.px(10));
    if (text_button(ui, "Close")) ui.act(TellStory{Verb::Close, 0});
}

// How high the words are with what plays them, where the text is large or long.
float words_height(const Ui& ui, const StoryMoment& moment, float width) {
    const float room = width - 2 * ui.px(18);
    const float apart = ImGui::GetStyle().ItemSpacing.y;
    float height = 2 * ui.px(12) + ui.px(34);
    const auto add = [&](ImFont* font, const std::string& english) {
        if (!english.empty()) height += wrapped_size(font, ui.tr(english), room).y + apart;
    };
    add(ui.fonts.label, certainty_words(*moment.scene));  // its line is never wrapped
    add(ui.fonts.heading, moment.scene->title);
    add(ui.fonts.body, moment.scene->narration);
    add(ui.fonts.small, story_note(moment, ui.atlas));
    return height;
}

// The drawing keeps its shape and gets smaller where the words leave it less room.
Rect over_the_words(const Rect& inset, float words_from, float margin) {
    const float share = std::min(1.0F, (words_from - margin - inset.min.y) / inset.size().y);
    const Vec2 size = inset.size() * std::max(share, 0.0F);
    return {{inset.max.x - size.x, inset.min.y}, {inset.max.x, inset.min.y + size.y}};
}

void draw_words(Ui& ui, const StoryMoment& moment, const Rect& place) {
    begin_panel(ui, "story", place);
    const TriggerPoint& point = *moment.place->point;
    text(ui, ui.fonts.label, ui.colours.accent,
         ui.tr(scene_words(ui.state.story, ui.atlas.catalog().treatment())) + "   ·   " +
             ui.tr(point_words(point, ui.atlas.catalog())) + "   ·   " +
             ui.tr(certainty_words(*moment.scene)));
    text(ui, ui.fonts.heading, ui.colours.text, moment.scene->title);
    text(ui, ui.fonts.body, ui.colours.text, moment.scene->narration);
    if (const std::string note = story_note(moment, ui.atlas); !note.empty())
        text(ui, ui.fonts.small, ui.colours.quiet, note);
    const float bottom = ImGui::GetWindowHeight() - ui.px(40);
    if (ImGui::GetCursorPosY() < bottom) ImGui::SetCursorPosY(bottom);
    draw_player(ui, place.size().x - ui.px(18));
    end_panel();
}

// Its words are as large as the labels beside it, where the text is large and the drawing cannot be.
void draw_inset(const Ui& ui, Sketch& sketch, const Sketch& drawn, const Rect& place) {
    const ImFont& font = *ui.fonts.label;
    enlarge_words(sketch, drawn, font.FontSize * sketch.size.x / place.size().x,
                  [&](const std::string& text) { return font.CalcTextSizeA(1, 1e9F, 0, text.c_str()).x; });
    draw_sketch(*ImGui::GetBackgroundDrawList(), sketch, place, ui.fonts);
}

}  // namespace

void draw_story(Ui& ui, const Rect& body) {
    const auto moment = story_moment(ui.state, ui.atlas);
    if (!moment) return;
    const StoryPlaces places = story_places(body.size(), ui.scale);
    const Treatment& treatment = ui.atlas.catalog().treatment();
    Sketch sketch = story_inset(*moment, treatment, ui.state.theme == Theme::Dark);
    for (SketchShape& shape : sketch.shapes) shape.text = ui.tr(shape.text);
    Rect words = placed(places.words, body);
    words.min.y = std::min(words.min.y, words.max.y - words_height(ui, *moment, words.size().x));
    const Rect inset = over_the_words(placed(places.inset, body), words.min.y, ui.px(12));
    if (inset.size().y > 0) draw_inset(ui, sketch, drawn_in_scene(*moment, treatment), inset);
    draw_words(ui, *moment, words);
}

}  // namespace myomap
