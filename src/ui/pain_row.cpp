#include <algorithm>

#include "ui/pain_panel.h"
#include "ui/widget_parts.h"
#include "ui/words.h"

namespace myomap {
namespace {

constexpr float picture_points = 58;
constexpr float button_points = 26;

// Explained by essential pain, by spillover, and not at all, side by side.
void draw_bars(const Ui& ui, const Candidate& candidate, float width) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const FeltColours felt = felt_colours(ui.state.display.palette);
    const float height = ui.px(6);
    const float essential = width * std::clamp(candidate.essential, 0.0F, 1.0F);
    const float explained = width * std::clamp(candidate.explained(), 0.0F, 1.0F);
    draw->AddRectFilled(at, {at.x + width, at.y + height}, packed(felt.unexplained) & 0x60FFFFFFU,
                        height / 2);
    draw->AddRectFilled(at, {at.x + explained, at.y + height}, packed(felt.explained) & 0x80FFFFFFU,
                        height / 2);
    draw->AddRectFilled(at, {at.x + essential, at.y + height}, packed(felt.explained), height / 2);
    // What it predicts and is not painted, under it.
    const float below = at.y + height + ui.px(2);
    draw->AddRectFilled({at.x, below}, {at.x + width * candidate.unfelt, below + ui.px(3)},
                        packed(felt.predicted) & 0xA0FFFFFFU, ui.px(1.5F));
    ImGui::Dummy({width, height + ui.px(5)});
}

// How well the catalog knows the muscle as a source, in the filter's words.
std::string known_words(const Muscle& muscle) {
    switch (muscle.confidence) {
        case Confidence::High:
            return "Best known";
        case Confidence::Medium:
            return "Well known";
        case Confidence::Low:
            break;
    }
    return "Less known";
}

bool is_together(const State& state, const PointOnSide& point) {
    return std::ranges::find(state.together, point) != state.together.end();
}

// As many whole words as stand in that many lines; ends in … where it is cut. What follows is told whatever
// is cut.
std::string cut_to_lines(ImFont* font, const std::string& words, float width, int lines,
                         const std::string& followed_by = {}) {
    const float most = (static_cast<float>(lines) + 0.5F) * font_height(font);
    if (wrapped_size(font, words + followed_by, width).y <= most) return words + followed_by;
    std::string cut = words;
    do {
        const std::size_t blank = cut.find_last_of(' ');
        if (blank == std::string::npos) break;
        cut.resize(blank);
    } while (wrapped_size(font, cut + "…" + followed_by, width).y > most);
    return cut + "…" + followed_by;
}

// Into the set of points that are taken together, or out of it: at the right of the name.
void draw_set_button(Ui& ui, const PointOnSide& point, Spot at) {
    const bool taken = is_together(ui.state, point);
    const float size = ui.px(button_points);
    ImGui::SetCursorScreenPos({at.x, at.y});
    const std::string help = taken ? "Take out" : "Add to set";
    const Pressed pressed = area(ui, "set", {size, size});
    const Colour ground = taken             ? ui.colours.accent
                          : pressed.hovered ? ui.colours.accent_ground
                                            : ui.colours.hover;
    ImGui::GetWindowDrawList()->AddRectFilled(pressed.min, pressed.max, ground, ui.px(7));
    const std::string sign = taken ? "–" : "+";
    put(ui.fonts.strong,
        {at.x + (size - text_width(ui.fonts.strong, sign)) / 2,
         at.y + (size - font_height(ui.fonts.strong)) / 2},
        taken ? ui.colours.on_accent : ui.colours.text, sign);
    if (pressed.hovered) tooltip(ui, help);
    if (pressed.chosen) ui.act(Together{point});
}

// The muscle's other points that explain something of it.
void draw_points(Ui& ui, const LikelyMuscle& found) {
    if (found.points.size() < 2) return;
    for (std::size_t i = 0; i < found.points.size(); ++i) {
        const Candidate& other = found.points[i];
        ImGui::PushID(static_cast<int>(i));
        if (i > 0) ImGui::SameLine(0, ui.px(4));
        const Link link{
            std::to_string(other.point->number),
            point_words(*other.point, ui.atlas.catalog()) + ": explains " + percent(other.explained()),
            {},
            Mark::None,
            other.point->id == ui.state.selection.point};
        if (chip(ui, link)) ui.act(std::vector<Action>{SelectPoint{other.point->id, other.side}, FlyTo{}});
        ImGui::PopID();
    }
    gap(ui, 6);
}

struct RowPlace {
    float from, to;  // height on the screen
    bool whole;      // its reason is told whole
};

// Picture, name, bars and reason.
RowPlace draw_told(Ui& ui, PainView& view, const PainView::Row& row, bool chosen) {
    const Candidate& best = row.found.best();
    const float picture = ui.px(picture_points);
    const float across = ImGui::GetContentRegionAvail().x;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    const float wide = picture * PainView::picture_columns / PainView::picture_rows;
    if (ImGui::IsRectVisible({wide, picture + ui.px(6)}))  // one that is scrolled away is not even made
        draw_map_picture(ui, view.picture(*best.point, best.side, ui.atlas), {start.x, start.y + ui.px(6)},
                         picture);
    ImGui::SetCursorScreenPos({start.x + wide + ui.px(10), start.y + ui.px(4)});
    ImGui::BeginGroup();
    const float room = across - wide - ui.px(10);
    const std::string side = " · " + ui.tr(side_words(row.found.side));
    const std::string name = ui.tr(row.found.muscle->name);
    ImFont* font = chosen ? ui.fonts.strong : ui.fonts.body;
    const float beside = ui.px(button_points + 6);
    const std::string title = chosen ? name + side : cut_to_lines(font, name, room - beside, 2, side);
    text(ui, font, ui.colours.text, title, beside);
    draw_bars(ui, best, room);
    // A name of two lines leaves one for the reason: rows are of one height.
    const bool two = wrapped_size(font, title, room - beside).y > 1.5F * font_height(font);
    const std::string reason = row.reason + " " + ui.tr(known_words(*row.found.muscle)) + ".";
    const std::string told = chosen ? reason : cut_to_lines(ui.fonts.small, reason, room, two ? 1 : 2);
    text(ui, ui.fonts.small, ui.colours.quiet, told);
    ImGui::EndGroup();
    ImGui::EndGroup();
    const float bottom = std::max(ImGui::GetItemRectMax().y, start.y + picture + ui.px(8)) + ui.px(4);
    return {start.y, bottom, told == reason};
}

}  // namespace

bool draw_source_row(Ui& ui, PainView& view, const PainView::Row& row) {
    const Candidate& best = row.found.best();
    const PointOnSide point{best.point->id, best.side};
    const bool chosen = ui.state.selection.muscle == row.found.muscle->id;
    const float across = ImGui::GetContentRegionAvail().x;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->ChannelsSplit(2);
    draw->ChannelsSetCurrent(1);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(3)));
    const RowPlace place = draw_told(ui, view, row, chosen);
    const ImVec2 min{start.x - ui.px(8), place.from};
    const ImVec2 max{start.x + across + ui.px(8), place.to};
    const bool hovered = ImGui::IsWindowHovered() && ImGui::IsMouseHoveringRect(min, max);
    draw_set_button(ui, point, {start.x + across - ui.px(button_points), place.from + ui.px(2)});
    draw->ChannelsSetCurrent(0);
    if (hovered || chosen)
        draw->AddRectFilled(min, max, chosen ? ui.colours.accent_ground : ui.colours.hover, ui.px(8));
    draw->ChannelsMerge();
    ImGui::SetCursorScreenPos(start);
    if (ImGui::InvisibleButton("choose", {across - ui.px(button_points + 4), place.to - place.from}))
        ui.act(std::vector<Action>{SelectPoint{point.point, point.side}, FlyTo{}});
    if (ImGui::IsItemHovered() && !place.whole) {
        ImGui::SetNextWindowPos({max.x + ui.px(16), min.y});  // beside the list, over no other candidate
        tooltip(ui, row.reason);
    }
    draw_focus(ui);
    const bool focused = ImGui::IsItemFocused() && ImGui::GetIO().NavVisible;
    if (chosen) draw_points(ui, row.found);
    ImGui::PopStyleVar();
    return hovered || focused;
}

}  // namespace myomap
