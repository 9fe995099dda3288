#include "ui/command_palette.h"

#include <imgui.h>
#include <imgui_internal.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "ui/commands.h"
#include "ui/keys.h"
#include "ui/language.h"

namespace myomap {
namespace {

// Up and down go through what was found; what was typed early comes first.
int while_typing(ImGuiInputTextCallbackData* data) {
    CommandPalette& palette = *static_cast<CommandPalette*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackHistory) {
        if (data->EventKey == ImGuiKey_DownArrow) ++palette.chosen;
        if (data->EventKey == ImGuiKey_UpArrow) --palette.chosen;
    } else if (!palette.early.empty()) {
        data->InsertChars(0, palette.early.c_str());
        data->ClearSelection();
        palette.early.clear();
    }
    return 0;
}

void close(Ui& ui) {
    ui.act(SetPanel{Panel::Commands, false});
}

// What was typed for this frame.
std::string typed_now() {
    std::string letters;
    for (const ImWchar letter : ImGui::GetIO().InputQueueCharacters) {
        char bytes[5];
        letters += ImTextCharToUtf8(bytes, letter);
    }
    return letters;
}

// True when Enter was pressed.
bool draw_query(const Ui& ui, CommandPalette& palette, bool opened) {
    if (opened) ImGui::SetKeyboardFocusHere();
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    const std::string before = palette.query;
    const std::string typed = typed_now();
    const bool entered =
        ImGui::InputTextWithHint("##command", ui.tr("What to do, or what to show").c_str(), &palette.query,
                                 ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackHistory |
                                     ImGuiInputTextFlags_CallbackAlways,
                                 while_typing, &palette);
    palette.typing = ImGui::IsItemActive();
    // Dear ImGui gives the field the keyboard a frame or two after it is asked to, and drops what is typed in
    // the frame that does; on a slow machine half a word is typed by then.
    if (!palette.typing || ImGui::IsItemActivated()) palette.early += typed;
    if (palette.query != before) palette.chosen = 0;
    return entered;
}

}  // namespace

void draw_command_palette(Ui& ui, const Rect& window, CommandPalette& palette, Finder& finder) {
    const bool opened = ui.state.panels.commands && !palette.open;
    palette.open = ui.state.panels.commands;
    if (!palette.open) return;
    if (opened) {
        palette = {};
        palette.open = true;
    }
    const float width = std::min(ui.px(560), window.size().x - ui.px(32));
    const float height = std::min(ui.px(440), window.size().y - ui.px(96));
    ImGui::SetNextWindowPos({(window.min.x + window.max.x - width) / 2, window.min.y + ui.px(64)});
    ImGui::SetNextWindowSize({width, height});
    if (opened) ImGui::SetNextWindowFocus();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(14));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.raised);
    ImGui::Begin("commands", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     (palette.typing ? 0 : ImGuiWindowFlags_NoNavInputs));  // Space would choose
    const bool entered = draw_query(ui, palette, opened);
    finder.follow(ui.atlas, ui.state.comfort.language);
    std::vector<Link> links = commands_found(finder, ui.state.selection, palette.query);
    palette.chosen = std::clamp(palette.chosen, 0, std::max(0, static_cast<int>(links.size()) - 1));
    ImGui::BeginChild("found", {0, 0}, false, ImGuiWindowFlags_NoNav);
    for (std::size_t i = 0; i < links.size(); ++i) {
        const bool chosen = static_cast<int>(i) == palette.chosen;
        links[i].current = chosen;
        if (action_for(links[i].note)) links[i].note = key_words(ui.state.comfort.language, links[i].note);
        ImGui::PushID(static_cast<int>(i));
        if (link_row(ui, links[i]) || (entered && chosen)) {
            close(ui);
            ui.act(links[i].actions);
        }
        if (chosen) ImGui::SetScrollHereY();
        ImGui::PopID();
    }
    ImGui::EndChild();
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape)) ||
        (!opened && !ImGui::IsWindowFocused(ImGuiFocusedFlags_RootAndChildWindows)))
        close(ui);
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace myomap
