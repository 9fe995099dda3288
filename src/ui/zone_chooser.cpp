#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string_view>

#include "ui/pain_panel.h"
#include "ui/words.h"

namespace myomap {
namespace {

bool is_chosen(const State& state, std::string_view zone, Side side) {
    if (state.pain.current >= state.pain.areas.size()) return false;
    return std::ranges::any_of(state.pain.areas[state.pain.current].marks, [&](const PaintMark& mark) {
        return mark.kind == PaintMark::Kind::Zone && mark.zone == zone && mark.place.side == side;
    });
}

std::vector<char> chosen_entries(const State& state, const Atlas& atlas) {
    std::vector<char> chosen;
    for (const ZoneField::Entry& entry : atlas.zones().entries())
        chosen.push_back(is_chosen(state, entry.zone, entry.side));
    return chosen;
}

// A figure whose zones can be clicked; gives the one under the cursor, as an index, or −1.
std::int32_t draw_figure(Ui& ui, const SkinFigure& figure, const std::vector<std::int32_t>& zones,
                         const char* id, float height) {
    if (figure.rows == 0) return -1;
    const float step = height / static_cast<float>(figure.rows);
    const int skip = std::max(1, static_cast<int>(std::lround(ui.px(0.9F) / step)));
    const auto zone = [&](int x, int y) {
        return zones[static_cast<std::size_t>(y) * static_cast<std::size_t>(figure.columns) +
                     static_cast<std::size_t>(x)];
    };
    const ImVec2 at = ImGui::GetCursorScreenPos();
    const bool clicked = ImGui::InvisibleButton(id, {static_cast<float>(figure.columns) * step, height});
    std::int32_t under = -1;
    if (ImGui::IsItemHovered()) {
        const ImVec2 mouse = ImGui::GetIO().MousePos;
        under = zone(std::clamp(static_cast<int>((mouse.x - at.x) / step), 0, figure.columns - 1),
                     std::clamp(static_cast<int>((mouse.y - at.y) / step), 0, figure.rows - 1));
        if (under >= 0) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    const std::vector<char> chosen = chosen_entries(ui.state, ui.atlas);
    const Colour painted = packed(felt_colours(ui.state.display.palette).explained);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    for (int y = 0; y < figure.rows; y += skip) {
        const auto colour_at = [&](int x) -> Colour {
            if (x >= figure.columns || figure.at(x, y) < 0) return 0;
            const std::int32_t entry = zone(x, y);
            if (entry >= 0 && entry == under) return ui.colours.accent;
            if (entry >= 0 && chosen[static_cast<std::size_t>(entry)] != 0) return painted;
            const auto another = [&](int beside, int below) {
                return beside < figure.columns && below < figure.rows && figure.at(beside, below) >= 0 &&
                       zone(beside, below) != entry;
            };
            const bool border = another(x + skip, y) || another(x, y + skip);
            return border ? ui.colours.faint : ui.colours.figure;
        };
        const float top = at.y + static_cast<float>(y) * step;
        for (int from = 0; from < figure.columns;) {
            int to = from + skip;
            const Colour colour = colour_at(from);
            while (to < figure.columns && colour_at(to) == colour) to += skip;
            if (colour != 0)
                draw->AddRectFilled(
                    {at.x + static_cast<float>(from) * step, top},
                    {at.x + static_cast<float>(to) * step, top + static_cast<float>(skip) * step}, colour);
            from = to;
        }
    }
    if (clicked && under >= 0) {
        const ZoneField::Entry& entry = ui.atlas.zones().entries()[static_cast<std::size_t>(under)];
        ui.act(PaintZone{entry.zone, entry.side});
    }
    return under;
}

std::string_view region_of(std::string_view zone) {
    return zone.substr(0, zone.find('.'));
}

void draw_list(Ui& ui) {
    std::string_view region;
    bool open = false;
    for (const Zone& zone : ui.atlas.catalog().zones()) {
        if (!zone.whole.empty()) continue;
        if (region_of(zone.id) != region) {
            region = region_of(zone.id);
            ImGui::PushID(region.data(), region.data() + region.size());
            open = fold(ui, capitalised(std::string(region)), ui.fonts.body, false);
            ImGui::PopID();
        }
        if (!open) continue;
        const Side side = zone.midline ? Side::Midline : ui.state.selection.side;
        const Link link{capitalised(zone.name), {}, {}, Mark::None, is_chosen(ui.state, zone.id, side)};
        ImGui::PushID(zone.id.c_str());
        if (link_row(ui, link)) ui.act(PaintZone{zone.id, side});
        ImGui::PopID();
    }
}

}  // namespace

void draw_zone_chooser(Ui& ui, PainView& view) {
    const SkinFigures& figures = view.figures(ui.atlas);
    const float width = ImGui::GetContentRegionAvail().x;
    const float wide = static_cast<float>(std::max(1, figures[0].columns + figures[1].columns));
    const float high = static_cast<float>(std::max(1, figures[0].rows));
    // Whole without scrolling, where the window is not very low.
    const float room = ImGui::GetWindowHeight() - ImGui::GetCursorPosY() - ui.px(46);
    const float height =
        std::min({ui.px(340), std::max(ui.px(170), room), (width - ui.px(12)) * high / wide});
    std::int32_t under = draw_figure(ui, figures[0], view.figure_zones(0, ui.atlas), "front", height);
    ImGui::SameLine(0, ui.px(12));
    under = std::max(under, draw_figure(ui, figures[1], view.figure_zones(1, ui.atlas), "back", height));
    std::string words = "Front and back: click where it hurts.";
    if (under >= 0) {
        const ZoneField::Entry& entry = ui.atlas.zones().entries()[static_cast<std::size_t>(under)];
        const Zone* zone = ui.atlas.catalog().zone(entry.zone);
        words = capitalised(zone == nullptr ? entry.zone : zone->name);
        if (entry.side != Side::Midline) words += " · " + side_words(entry.side);
    }
    text(ui, ui.fonts.small, ui.colours.quiet, words);
    if (!view.pain().empty()) draw_first_sources(ui, view);
    gap(ui, 6);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(0, ui.px(1)));
    draw_list(ui);
    ImGui::PopStyleVar();
}

}  // namespace myomap
