#include "ui/left_column.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <utility>

#include "ui/lists.h"
#include "ui/page_view.h"
#include "ui/pages.h"
#include "ui/pain_panel.h"

namespace myomap {
namespace {

void draw_header(Ui& ui) {
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    // The sign of a trigger point.
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 middle{at.x + ui.px(9), at.y + ui.px(15)};
    draw->AddCircle(middle, ui.px(8), ui.colours.essential, 32, ui.px(1.8F));
    draw->AddCircleFilled(middle, ui.px(3.6F), ui.colours.essential, 24);
    draw->AddText(ui.fonts.heading, ui.fonts.heading->FontSize, {at.x + ui.px(26), at.y + ui.px(4)},
                  ui.colours.text, "Myomap");
    const bool dark = ui.state.theme == Theme::Dark;
    ImGui::SetCursorScreenPos({at.x + width - ui.px(32) * 3 - ui.px(2), at.y});
    if (icon_button(ui, dark ? Icon::Sun : Icon::Moon, dark ? "Light theme (F10)" : "Dark theme (F10)")) {
        ui.act(SetTheme{});
    }
    ImGui::SameLine(0, 1);
    if (icon_button(ui, Icon::Question, "Keys (F1)")) ui.act(SetPanel{Panel::Help, true});
    ImGui::SameLine(0, 1);
    if (icon_button(ui, Icon::FoldLeft, "Fold this column (F8)")) ui.act(SetPanel{Panel::Left, false});
}

// A field with a magnifying glass.
void draw_find(Ui& ui, bool focus, Finder& finder) {
    gap(ui, 6);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, ImVec2(ui.px(36), ui.px(9)));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_TextDisabled, ui.colours.quiet);
    const bool searching = !ui.state.panels.query.empty();
    ImGui::SetNextItemWidth(width - (searching ? ui.px(34) : 0));
    if (focus) {
        ImGui::SetKeyboardFocusHere();
        // Dear ImGui selects the words when the field gets the keyboard, not when it has it already.
        if (ImGuiInputTextState* typed = ImGui::GetInputTextState(ImGui::GetID("##find"))) typed->SelectAll();
    }
    std::string query = ui.state.panels.query;
    const std::string hint =
        first_that_fits(ui.fonts.body, {ui.tr("Find a muscle or pain"), ui.tr("Find")}, width - ui.px(44));
    const bool entered =
        ImGui::InputTextWithHint("##find", hint.c_str(), &query,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    // Before the first letter is typed.
    if (ImGui::IsItemActive() || searching) finder.follow(ui.atlas, ui.state.comfort.language);
    if (ImGui::IsItemActive()) {
        ImGui::GetWindowDrawList()->AddRect(at, ImGui::GetItemRectMax(), ui.colours.accent, ui.px(8), 0,
                                            ui.px(1.5F));
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    const ImVec2 glass{at.x + ui.px(17), at.y + ui.px(17)};
    ImGui::GetWindowDrawList()->AddCircle(glass, ui.px(5), ui.colours.quiet, 24, ui.px(1.6F));
    ImGui::GetWindowDrawList()->AddLine({glass.x + ui.px(3.6F), glass.y + ui.px(3.6F)},
                                        {glass.x + ui.px(7.5F), glass.y + ui.px(7.5F)}, ui.colours.quiet,
                                        ui.px(1.8F));
    if (searching) {
        ImGui::SameLine(0, ui.px(2));
        if (icon_button(ui, Icon::Cross, "End the search")) query.clear();
    }
    if (query != ui.state.panels.query) ui.act(Find{query});
    if (entered) {
        const auto links = finder.found(ui.state.selection, query);
        if (!links.empty()) ui.act(links.front().actions);
    }
    gap(ui, 8);
}

void draw_groups(Ui& ui, const std::vector<LinkGroup>& groups, bool open) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.px(1)));
    for (const LinkGroup& group : groups) {
        ImGui::PushID(group.heading.c_str());
        const bool holds_current = std::ranges::any_of(group.links, &Link::current);
        if (fold(ui, group.heading, ui.fonts.strong, open || holds_current)) {
            for (const Link& link : group.links) {
                if (link_row(ui, link)) ui.act(link.actions);
            }
            gap(ui, 14);
        }
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
}

void draw_found(Ui& ui, const Finder& finder) {
    const std::vector<Link> links = finder.found(ui.state.selection, ui.state.panels.query);
    if (links.empty()) {
        gap(ui, 6);
        text(ui, ui.fonts.body, ui.colours.quiet,
             "Nothing found. Try the beginning of a word: a muscle, a Latin name, a place that hurts.");
        return;
    }
    Section section{{}, true, {}};
    Block block;
    block.kind = Block::Kind::Links;
    block.links = links;
    add(section, block);
    draw_sections(ui, {section});
}

void draw_tab(Ui& ui, PainView& pain, const Finder& finder) {
    const Panels& panels = ui.state.panels;
    if (!panels.query.empty()) {
        draw_found(ui, finder);
        return;
    }
    const Language language = ui.state.comfort.language;
    switch (panels.tab) {
        case Tab::Muscles:
            draw_groups(ui, muscles_by_region(ui.atlas.catalog(), ui.state.selection, language), false);
            break;
        case Tab::Conditions:
            draw_groups(ui, conditions_by_group(ui.atlas.catalog(), ui.state.selection, language), true);
            break;
        case Tab::Layers:
            draw_layers(ui);
            break;
        case Tab::Treatment:
            draw_page(ui, treatment_page(ui.atlas.catalog()));
            break;
        case Tab::Views:
            draw_session(ui);
            draw_saved_views(ui);
            break;
        case Tab::Settings:
            draw_settings(ui);
            break;
        case Tab::Pain:
            draw_pain(ui, pain);
            break;
    }
}

void draw_tabs(Ui& ui) {
    constexpr std::array tabs{Tab::Pain, Tab::Muscles, Tab::Conditions, Tab::Layers};
    const auto current = std::ranges::find(tabs, ui.state.panels.tab);
    const int chosen = segmented(ui, "tabs", {"Pain", "Muscles", "Conditions", "Layers"},
                                 current == tabs.end() ? -1 : static_cast<int>(current - tabs.begin()),
                                 ImGui::GetContentRegionAvail().x);
    if (chosen >= 0) ui.act(ShowTab{tabs.at(static_cast<std::size_t>(chosen))});
}

const std::vector<std::string> more_tabs{"Views", "Settings", "Needling"};

void draw_more_tabs(Ui& ui) {
    constexpr Tab tabs[] = {Tab::Views, Tab::Settings, Tab::Treatment};
    int current = -1;
    for (int i = 0; i < 3; ++i)
        if (ui.state.panels.tab == tabs[i] && ui.state.panels.query.empty()) current = i;
    const int chosen = segmented(ui, "more", more_tabs, current, ImGui::GetContentRegionAvail().x);
    if (chosen >= 0) ui.act(ShowTab{tabs[chosen]});
}

}  // namespace

void draw_left_column(Ui& ui, const Rect& place, bool focus_find, PainView& pain, Finder& finder) {
    ImGui::SetNextWindowPos({place.min.x, place.min.y});
    ImGui::SetNextWindowSize({place.size().x, place.size().y});
    ImGui::Begin("left", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoScrollWithMouse | ImGuiWindowFlags_NoBringToFrontOnFocus);
    draw_header(ui);
    draw_find(ui, focus_find, finder);
    if (ui.state.panels.query.empty()) draw_tabs(ui);
    gap(ui, 6);
    // In a low window the list has the room; the pages below it have keys. What may be the source of a pain
    // needs more of it than other lists.
    const bool lists_sources = ui.state.panels.tab == Tab::Pain && !ui.state.pain.empty();
    const bool has_footer = place.size().y > ui.px(lists_sources ? 780 : 420);
    const float footer =
        has_footer ? ui.px(52) + segmented_height(ui, more_tabs, ImGui::GetContentRegionAvail().x) : 0;
    // The list reaches to the edges of the column, so that its rows' ground does.
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(20), ui.px(4)));
    ImGui::SetCursorPosX(0);
    ImGui::BeginChild("list", {place.size().x, ImGui::GetContentRegionAvail().y - footer}, false,
                      ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NavFlattened);
    draw_tab(ui, pain, finder);
    ImGui::EndChild();
    ImGui::PopStyleVar();

    if (has_footer) {
        line(ui);
        gap(ui, 10);
        draw_more_tabs(ui);
        text(ui, ui.fonts.small, ui.colours.faint, "Education, not medical advice");
    }
    ImGui::End();
}

}  // namespace myomap
