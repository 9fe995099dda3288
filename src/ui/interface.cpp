#include "ui/interface.h"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/left_column.h"
#include "ui/pain_panel.h"
#include "ui/right_column.h"
#include "ui/story_view.h"

namespace myomap {
namespace {

// Left column, right column, body, and again; or the other way round.
void go_to_panel(const Layout& layout, int steps) {
    std::vector<std::string> stops{""};  // the body
    if (layout.left.size().x > 0) stops.emplace_back("left");
    if (layout.right.size().x > 0) stops.emplace_back("right");
    // A column that was clicked, or just drawn for the first time, is current to Dear ImGui without showing
    // it.
    const ImGuiContext& imgui = *ImGui::GetCurrentContext();
    const bool in_column =
        imgui.NavWindow != nullptr && (!imgui.NavDisableHighlight || imgui.IO.WantTextInput);
    const auto at = std::ranges::find(stops, in_column ? imgui.NavWindow->RootWindow->Name : "");
    const auto count = static_cast<int>(stops.size());
    const int from = at == stops.end() ? 0 : static_cast<int>(at - stops.begin());
    const std::string& next = stops[static_cast<std::size_t>((from + steps + count) % count)];
    ImGuiWindow* window = next.empty() ? nullptr : ImGui::FindWindowByName(next.c_str());
    ImGui::FocusWindow(window);
    if (window == nullptr) return;
    // Only the internal interface of 1.86 can show where the keyboard is before an arrow was pressed.
    ImGui::NavInitWindow(window, true);
    ImGui::GetCurrentContext()->NavDisableHighlight = false;
}

// A panel is current where one sees it: one that was clicked, or that Dear ImGui made current because another
// closed, takes no keys from the body. Not while something in it is held or typed into.
void leave_unseen_panels() {
    const ImGuiContext& imgui = *ImGui::GetCurrentContext();
    if (imgui.NavWindow != nullptr && imgui.NavDisableHighlight && imgui.ActiveId == 0 &&
        imgui.OpenPopupStack.empty() && !imgui.IO.WantTextInput)
        ImGui::FocusWindow(nullptr);
}

}  // namespace

std::vector<Action> Interface::draw(const History& history, const Atlas& atlas, const Layout& layout,
                                    Vec2 cursor, const InterfaceRequests& requests) {
    const State& state = history.state();
    language_ = state.comfort.language;
    Palette colours = palette(state.theme, state.display.palette);
    if (state.comfort.contrast) colours = contrasted(colours);
    Ui ui{state, atlas, history, colours, fonts_, layout.scale, {}, requests.view_pictures, requests.session};
    ImGui::PushFont(fonts_.body);
    leave_unseen_panels();
    if (requests.leave_panels) ImGui::SetWindowFocus(nullptr);
    if (requests.panel_steps != 0) go_to_panel(layout, requests.panel_steps);
    if (layout.left.size().x > 0) draw_left_column(ui, layout.left, requests.focus_find, pain_, finder_);
    if (layout.right.size().x > 0) draw_right_column(ui, layout.right);
    draw_toolbar(ui, layout);
    const bool no_map = state.story.open || (state.needle && !state.selection.point.empty());
    if (!no_map) draw_legend(ui, layout.body);
    draw_story(ui, layout.body);
    draw_relations(ui, layout.body);
    if (!covers(cursor)) draw_brush(ui, layout.body, cursor);
    if (requests.open_menu) menu_ = *requests.open_menu;
    draw_menu(ui, menu_, requests.open_menu.has_value());
    if (!ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId)) draw_hover_label(ui, layout.body, cursor);
    draw_help(ui, {{0, 0}, {layout.right.max.x, layout.right.max.y}});
    draw_command_palette(ui, {{0, 0}, {layout.right.max.x, layout.right.max.y}}, palette_, finder_);
    draw_ask_window(ui, {{0, 0}, {layout.right.max.x, layout.right.max.y}}, ask_window_);
    ImGui::PopFont();
    return std::move(ui.actions);
}

bool Interface::covers(Vec2 place) {
    for (const ImGuiWindow* window : ImGui::GetCurrentContext()->Windows) {
        const bool takes_the_mouse =
            window->WasActive && (window->Flags & ImGuiWindowFlags_NoMouseInputs) == 0;
        const bool whole = (window->Flags & ImGuiWindowFlags_ChildWindow) == 0;
        if (takes_the_mouse && whole && window->Rect().Contains({place.x, place.y}) &&
            !window->IsFallbackWindow) {
            return true;
        }
    }
    return false;
}

namespace {

void wrapped(ImFont* font, Colour colour, const std::string& words, float width) {
    ImGui::PushFont(font);
    ImGui::PushStyleColor(ImGuiCol_Text, colour);
    ImGui::PushTextWrapPos(width);
    ImGui::TextUnformatted(words.data(), words.data() + words.size());
    ImGui::PopTextWrapPos();
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void list_problems(const Fonts& fonts, Colour colour, const std::vector<std::string>& problems, float width) {
    constexpr std::size_t shown = 12;
    for (std::size_t i = 0; i < problems.size() && i < shown; ++i)
        wrapped(fonts.small, colour, problems[i], width);
    if (problems.size() > shown) {
        wrapped(fonts.small, colour, "and " + std::to_string(problems.size() - shown) + " more", width);
    }
}

}  // namespace

bool Interface::draw_notice(Theme theme, const Layout& layout, const std::vector<std::string>& lines) const {
    const Palette& colours = palette(theme);
    const float scale = layout.scale;
    const float width = std::min(460 * scale, layout.body.size().x - 24 * scale);
    ImGui::SetNextWindowPos({layout.body.min.x + layout.body.size().x / 2, layout.body.min.y + 72 * scale},
                            ImGuiCond_Always, {0.5F, 0});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, layout.body.size().y / 2});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 12 * scale);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, colours.alarm_ground);
    ImGui::Begin("notice", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
    list_problems(fonts_, colours.alarm, lines, width - 20 * scale);
    ImGui::PushFont(fonts_.label);
    const bool closed = ImGui::Button(translated(language_, "Close").c_str());
    ImGui::PopFont();
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    return closed;
}

void Interface::draw_pulse(const Scene& scene, const Layout& layout, const Camera& camera,
                           double seconds) const {
    if (seconds < 0) return;
    constexpr double beat_s = 1.4;
    const auto t = static_cast<float>(std::fmod(seconds, beat_s) / beat_s);
    const float spread = 1 - (1 - t) * (1 - t);
    const float radius = layout.scale * (10 + 12 * spread);
    const auto alpha = static_cast<Colour>(190 * (1 - t));
    ImDrawList* draw = ImGui::GetBackgroundDrawList();
    draw->PushClipRect({layout.body.min.x, layout.body.min.y}, {layout.body.max.x, layout.body.max.y});
    for (const Marker& marker : scene.markers) {
        if (marker.emphasis != Emphasis::Selected) continue;
        const Vec3 at = pixel_of(camera, layout.body.size(), marker.position);
        if (at.z <= 0) continue;
        draw->AddCircle({layout.body.min.x + at.x, layout.body.min.y + at.y}, radius,
                        (alpha << 24) | 0x2E10C8, 48, layout.scale * (3.5F - 2 * t));
    }
    draw->PopClipRect();
}

void Interface::draw_news(Theme theme, const Layout& layout,
                          const std::vector<std::string>& sentences) const {
    const Palette& colours = palette(theme);
    const float scale = layout.scale;
    ImGui::SetNextWindowPos({layout.body.min.x + layout.body.size().x / 2, layout.body.min.y + 72 * scale},
                            ImGuiCond_Always, {0.5F, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(16 * scale, 10 * scale));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, 12 * scale);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, colours.accent_ground);
    ImGui::Begin("news", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize |
                     ImGuiWindowFlags_NoFocusOnAppearing);
    const float width = std::min(520 * scale, layout.body.size().x - 48 * scale);
    for (const std::string& sentence : sentences) wrapped(fonts_.small, colours.text, sentence, width);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

void Interface::draw_message(Theme theme, const Layout& layout, const std::string& title,
                             const std::string& words, const std::vector<std::string>& problems) const {
    const Palette& colours = palette(theme);
    const float scale = layout.scale;
    const Vec2 window = layout.right.max;
    const float width = std::min(560 * scale, window.x - 48 * scale);
    ImGui::SetNextWindowPos({window.x / 2, window.y / 2}, ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, window.y - 48 * scale});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, colours.column);
    ImGui::Begin("message", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
    const float wrap = width - 20 * scale;
    wrapped(fonts_.title, colours.text, title, wrap);
    if (!words.empty()) wrapped(fonts_.body, colours.quiet, words, wrap);
    list_problems(fonts_, colours.alarm, problems, wrap);
    ImGui::End();
    ImGui::PopStyleColor();
}

}  // namespace myomap
