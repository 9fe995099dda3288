#include <imgui.h>

#include <algorithm>
#include <cmath>

#include "ui/lists.h"
#include "ui/page_parts.h"
#include "ui/pain_panel.h"
#include "ui/words.h"

namespace myomap {
namespace {

// What the bars' colours mean.
void draw_bar_legend(const Ui& ui) {
    const FeltColours felt = felt_colours(ui.state.display.palette);
    const std::pair<Colour, const char*> entries[] = {{packed(felt.explained), "Explained"},
                                                      {packed(felt.unexplained), "Not explained"},
                                                      {packed(felt.predicted), "Predicted, not painted"}};
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    const float square = ui.px(9);
    bool first = true;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.px(2)));
    for (const auto& [colour, english] : entries) {
        const std::string words = ui.tr(english);
        const float width = square + ui.px(5) + text_width(ui.fonts.small, words);
        if (!first && ImGui::GetItemRectMax().x + ui.px(10) + width <= right) ImGui::SameLine(0, ui.px(10));
        first = false;
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const float height = ui.fonts.small->FontSize;
        ImDrawList* draw = ImGui::GetWindowDrawList();
        const float top = at.y + (height - square) / 2;
        draw->AddRectFilled({at.x, top}, {at.x + square, top + square}, colour, ui.px(2));
        draw->AddText(ui.fonts.small, height, {at.x + square + ui.px(5), at.y}, ui.colours.quiet,
                      words.c_str());
        ImGui::Dummy({width, height});
    }
    ImGui::PopStyleVar();
}

// Told while the filters are folded away, too: what is missing from the list was left out.
std::string filter_heading(const LookupFilter& filter) {
    std::vector<std::string> on;
    if (filter.side) on.push_back(capitalised(side_words(*filter.side)));
    if (filter.least) on.emplace_back(*filter.least == Confidence::Medium ? "Well known" : "Best known");
    if (!filter.region.empty()) on.push_back(region_words(filter.region));
    std::string heading = "Filter";
    for (std::size_t i = 0; i < on.size(); ++i) heading += (i == 0 ? ": " : ", ") + on[i];
    return heading;
}

void draw_filters(Ui& ui) {
    const LookupFilter& filter = ui.state.lookup_filter;
    const float width = ImGui::GetContentRegionAvail().x;
    const int side = segmented(ui, "side", {"Both sides", "Left", "Right"},
                               !filter.side                 ? 0
                               : *filter.side == Side::Left ? 1
                                                            : 2,
                               width);
    if (side == 0) ui.act(OnlySide{});
    if (side > 0) ui.act(OnlySide{side == 1 ? Side::Left : Side::Right});
    const int sure = segmented(ui, "confidence", {"All", "Well known", "Best known"},
                               !filter.least                         ? 0
                               : *filter.least == Confidence::Medium ? 1
                                                                     : 2,
                               width);
    if (sure == 0) ui.act(OnlyConfidence{});
    if (sure > 0) ui.act(OnlyConfidence{sure == 1 ? Confidence::Medium : Confidence::High});
    ImGui::SetNextItemWidth(width);
    const std::string region_chosen =
        ui.tr(filter.region.empty() ? "All muscle groups" : region_words(filter.region));
    if (ImGui::BeginCombo("##region", region_chosen.c_str())) {
        if (ImGui::Selectable(ui.tr("All muscle groups").c_str(), filter.region.empty()))
            ui.act(OnlyRegion{});
        for (const std::string& region : regions_in_order(ui.atlas.catalog()))
            if (ImGui::Selectable(ui.tr(region_words(region)).c_str(), filter.region == region))
                ui.act(OnlyRegion{region});
        ImGui::EndCombo();
    }
}

void draw_nothing_passes(Ui& ui) {
    text(ui, ui.fonts.body, ui.colours.quiet, "Nothing passes the filter.");
    gap(ui, 4);
    if (text_button(ui, "All sources"))
        ui.act(std::vector<Action>{OnlySide{}, OnlyConfidence{}, OnlyRegion{}});
}

// A condition, which can be opened, and what must not be missed in it.
void draw_flags(Ui& ui, const Condition& condition) {
    const Link link = condition_link(condition);
    ImGui::PushID(condition.id.c_str());
    if (link_row(ui, link)) ui.act(link.actions);
    ImGui::PopID();
    for (const std::string& flag : condition.red_flags)
        text(ui, ui.fonts.small, ui.colours.text, "• " + ui.tr(capitalised(flag)));
    gap(ui, 6);
}

// Nothing fits: what must not be missed comes first, then what else it may be.
void draw_nothing_fits(Ui& ui, const PainView& view) {
    text(ui, ui.fonts.body, ui.colours.text,
         "No trigger point of the catalog explains this pain well. It may come from something else.");
    gap(ui, 8);
    constexpr std::size_t few = 4;
    std::size_t told = 0;
    if (!view.conditions().empty())
        text(ui, ui.fonts.label, ui.colours.alarm, "Red flags: have it looked at first");
    for (const Condition* condition : view.conditions())
        if (told++ < few) draw_flags(ui, *condition);
    std::vector<std::string> other;
    for (const Condition* condition : view.conditions())
        for (const std::string& name : condition->differential)
            if (std::ranges::find(other, name) == other.end()) other.push_back(name);
    if (other.empty()) return;
    text(ui, ui.fonts.label, ui.colours.quiet, "What else it can be");
    for (const std::string& name : other)
        text(ui, ui.fonts.small, ui.colours.text, "• " + ui.tr(capitalised(name)));
}

}  // namespace

void draw_map_picture(const Ui& ui, const MapPicture& picture, Spot upper_left, float height_px) {
    if (picture.rows == 0) return;
    const float step = height_px / static_cast<float>(picture.rows);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const auto colour_of = [&](Dot dot) -> Colour {
        switch (dot) {
            case Dot::Essential:
                return ui.colours.essential;
            case Dot::Spillover:
                return (ui.colours.spillover & 0x00FFFFFFU) | 0x80000000U;
            case Dot::Skin:
                return ui.colours.figure;
            case Dot::None:
                break;
        }
        return 0;
    };
    for (int y = 0; y < picture.rows; ++y) {
        int from = 0;
        const auto dot = [&](int x) {
            return picture.dots[static_cast<std::size_t>(y) * static_cast<std::size_t>(picture.columns) +
                                static_cast<std::size_t>(x)];
        };
        for (int x = 1; x <= picture.columns; ++x) {
            if (x < picture.columns && dot(x) == dot(from)) continue;
            if (const Colour colour = colour_of(dot(from)); colour != 0)
                draw->AddRectFilled({upper_left.x + static_cast<float>(from) * step,
                                     upper_left.y + static_cast<float>(y) * step},
                                    {upper_left.x + static_cast<float>(x) * step,
                                     upper_left.y + static_cast<float>(y + 1) * step},
                                    colour);
            from = x;
        }
    }
}

void draw_sources(Ui& ui, PainView& view) {
    if (!view.fits()) {
        draw_nothing_fits(ui, view);
        draw_together(ui, view);
        if (ui.state.previewed) ui.act(Preview{});
        return;
    }
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(1)));  // the list has the room
    ImGui::PushID("filters");
    const bool filters = fold(ui, filter_heading(ui.state.lookup_filter), ui.fonts.label, false);
    ImGui::PopID();
    ImGui::PopStyleVar();
    if (filters) draw_filters(ui);
    draw_together(ui, view);
    if (view.rows().empty()) draw_nothing_passes(ui);
    std::optional<PointOnSide> previewed;
    for (std::size_t i = 0; i < view.rows().size(); ++i) {
        const PainView::Row& row = view.rows()[i];
        ImGui::PushID(static_cast<int>(i));
        if (draw_source_row(ui, view, row))
            previewed = PointOnSide{row.found.best().point->id, row.found.side};
        ImGui::PopID();
    }
    gap(ui, 8);
    if (!view.rows().empty()) draw_bar_legend(ui);
    if (previewed != ui.state.previewed) ui.act(Preview{previewed});
}

void draw_first_sources(Ui& ui, const PainView& view) {
    constexpr std::size_t few = 3;
    gap(ui, 6);
    if (!view.fits()) {
        text(ui, ui.fonts.small, ui.colours.alarm,
             "No trigger point of the catalog explains this pain well.");
        if (text_button(ui, "What else it can be")) ui.act(ShowPain{PainPage::Sources});
        return;
    }
    for (std::size_t i = 0; i < std::min(few, view.rows().size()); ++i) {
        const LikelyMuscle& found = view.rows()[i].found;
        const Candidate& best = found.best();
        const Link link{found.muscle->name + " · " + side_words(found.side),
                        "explains " + percent(best.explained()),
                        {SelectPoint{best.point->id, best.side}, FlyTo{}},
                        Mark::None,
                        ui.state.selection.point == best.point->id};
        ImGui::PushID(static_cast<int>(i));
        if (link_row(ui, link)) ui.act(link.actions);
        ImGui::PopID();
    }
    if (text_button(ui, "All sources")) ui.act(ShowPain{PainPage::Sources});
}

}  // namespace myomap
