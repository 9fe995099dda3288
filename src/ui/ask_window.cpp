#include "ui/ask_window.h"

#include <imgui.h>
#include <imgui_stdlib.h>

#include <algorithm>

#include "scene/meant_point.h"
#include "ui/words.h"

namespace myomap {
namespace {

void name_of_field(const Ui& ui, const std::string& words) {
    gap(ui, 10);
    text(ui, ui.fonts.label, ui.colours.quiet, words);
    gap(ui, 2);
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
}

// True when Enter was pressed in it.
bool file_field(Ui& ui, AskWindow& memory, const std::string& label, bool focus) {
    name_of_field(ui, label);
    if (focus) ImGui::SetKeyboardFocusHere();
    const bool entered = ImGui::InputText(
        "##file", &memory.file, ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_AutoSelectAll);
    if (ImGui::IsItemActive()) memory.focus_due = 0;  // once more would select, and so lose, what is typed
    return entered;
}

// True when the first was chosen; the second closes.
bool buttons(Ui& ui, const char* act, bool can_act) {
    gap(ui, 14);
    const bool chosen = can_act && text_button(ui, act, true);
    if (can_act ? next_button(ui, "Cancel") : text_button(ui, "Cancel")) ui.act(Ask{Asking::Nothing});
    return chosen;
}

void draw_title(const Ui& ui, const std::string& title, const std::string& words) {
    text(ui, ui.fonts.heading, ui.colours.text, title);
    if (words.empty()) return;
    gap(ui, 2);
    text(ui, ui.fonts.small, ui.colours.quiet, words);
}

void draw_handout(Ui& ui, AskWindow& memory, bool focus) {
    const Selection& selection = ui.state.selection;
    const TriggerPoint* point = meant_point(selection, ui.atlas.catalog());
    if (point == nullptr) {
        draw_title(ui, "Handout for the patient", "Choose a trigger point, a muscle or a condition first.");
        buttons(ui, "", false);
        return;
    }
    draw_title(ui, "Handout for the patient",
               point_words(*point, ui.atlas.catalog()) + " · " + side_words(selection) +
                   ". Two pages to print. Nothing about the patient stands on it but what you write here.");
    name_of_field(ui, "Practice");
    std::string practice = ui.state.leaflet.practice;
    bool entered = ImGui::InputText("##practice", &practice, ImGuiInputTextFlags_EnterReturnsTrue);
    if (practice != ui.state.leaflet.practice) ui.act(SetPractice{practice});
    name_of_field(ui, "Your words to the patient");
    std::string note = ui.state.leaflet.note;
    ImGui::InputTextMultiline("##note", &note, {ImGui::GetContentRegionAvail().x, ui.px(76)});
    if (note != ui.state.leaflet.note) ui.act(SetHandoutNote{note});
    name_of_field(ui, "Paper");
    const int paper = segmented(ui, "paper", {"Usual here", "A4", "Letter"},
                                static_cast<int>(ui.state.leaflet.paper), ImGui::GetContentRegionAvail().x);
    if (paper >= 0) ui.act(SetPaper{static_cast<Paper>(paper)});
    entered = file_field(ui, memory, "File: .pdf to print, .png for a message", focus) || entered;
    if (buttons(ui, "Make the handout", true) || entered) {
        ui.act(Ask{Asking::Nothing});
        ui.act(WriteHandout{memory.file});
    }
}

void draw_session_file(Ui& ui, AskWindow& memory, bool focus) {
    const bool opens = ui.state.panels.asking == Asking::OpenSession;
    draw_title(ui, opens ? "Open a session" : "Save the session",
               opens
                   ? "A session file; it can also be dropped on the window."
                   : "Points, notes and saved views in one readable file. Nothing is written anywhere else.");
    const bool entered = file_field(ui, memory, "File", focus);
    if (!buttons(ui, opens ? "Open" : "Save", true) && !entered) return;
    ui.act(opens ? Action(OpenSession{memory.file}) : Action(SaveSession{memory.file}));
    ui.act(Ask{Asking::Nothing});
}

void draw_unsaved(Ui& ui) {
    draw_title(ui, "The session has changes that are in no file", "");
    gap(ui, 10);
    if (text_button(ui, "Save", true)) {
        if (ui.session.file.empty()) {
            ui.act(Ask{Asking::SaveSession});
        } else {
            ui.act(SaveSession{});
            ui.act(Ask{Asking::Nothing});
        }
    }
    if (next_button(ui, "Go on without saving")) {
        ui.act(DropChanges{});
        ui.act(Ask{Asking::Nothing});
    }
    if (next_button(ui, "Cancel")) ui.act(Ask{Asking::Nothing});
}

}  // namespace

void draw_ask_window(Ui& ui, const Rect& window, AskWindow& memory) {
    const Asking asking = ui.state.panels.asking;
    const bool opened = asking != memory.shown;
    memory.shown = asking;
    if (asking == Asking::Nothing) return;
    if (opened) memory.focus_due = 3;
    const bool focus = memory.focus_due > 0;
    memory.focus_due = std::max(0, memory.focus_due - 1);
    if (opened) memory.file = asking == Asking::Handout ? ui.session.next_handout : ui.session.next_session;
    const float width = std::min(ui.px(540), window.size().x - ui.px(32));
    ImGui::SetNextWindowPos({(window.min.x + window.max.x) / 2, (window.min.y + window.max.y) / 2},
                            ImGuiCond_Always, {0.5F, 0.5F});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, window.size().y - ui.px(32)});
    if (opened) ImGui::SetNextWindowFocus();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.px(14));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 1);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(22), ui.px(18)));
    ImGui::PushStyleVar(ImGuiStyleVar_FrameBorderSize, 1);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.colours.raised);
    ImGui::Begin("ask", nullptr,
                 ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysAutoResize);
    if (asking == Asking::Handout)
        draw_handout(ui, memory, focus);
    else if (asking == Asking::Unsaved)
        draw_unsaved(ui);
    else
        draw_session_file(ui, memory, focus);
    if (ImGui::IsKeyPressed(ImGui::GetKeyIndex(ImGuiKey_Escape))) ui.act(Ask{Asking::Nothing});
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(4);
}

}  // namespace myomap
