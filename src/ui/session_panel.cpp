#include <imgui.h>
#include <imgui_stdlib.h>

#include "ui/left_column.h"
#include "ui/page_parts.h"
#include "ui/words.h"

namespace myomap {
namespace {

void heading(const Ui& ui, const std::string& words) {
    gap(ui, 14);
    text(ui, ui.fonts.label, ui.colours.quiet, words);
    gap(ui, 4);
}

std::string file_name(const std::string& path) {
    return path.substr(path.rfind('/') + 1);
}

void draw_file(Ui& ui) {
    const SessionShown& session = ui.session;
    const std::string name = session.file.empty() ? "In no file yet" : file_name(session.file);
    text(ui, ui.fonts.strong, ui.colours.text, name);
    if (session.unsaved) text(ui, ui.fonts.small, ui.colours.caution, "• Changes that are in no file");
    gap(ui, 6);
    if (text_button(ui, "Open")) ui.act(Ask{Asking::OpenSession});
    if (next_button(ui, "Save", session.unsaved)) ui.act(SaveSession{});
    if (next_button(ui, "Save as")) ui.act(Ask{Asking::SaveSession});
    if (next_button(ui, "New")) ui.act(NewSession{});
}

void draw_kept_point(Ui& ui, const KeptPoint& kept, int number) {
    const Catalog& catalog = ui.atlas.catalog();
    const TriggerPoint* point = catalog.point(kept.point);
    Link link{point == nullptr ? kept.point : point_words(*point, catalog), side_words(kept.side), {}};
    if (!kept.date.empty()) link.note += " · " + date_words(ui.state.comfort.language, kept.date);
    if (point != nullptr) link.actions = {SelectPoint{kept.point, kept.side}, FlyTo{}};
    link.current = ui.state.selection.point == kept.point && ui.state.selection.side == kept.side;
    if (link_row(ui, link)) ui.act(link.actions);
    std::string note = kept.note;
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x - ui.px(36));
    ImGui::InputTextWithHint("##note", ui.tr("Note").c_str(), &note);
    if (note != kept.note) ui.act(NotePoint{number, note});
    ImGui::SameLine(0, ui.px(4));
    if (icon_button(ui, Icon::Cross, "Take it out of the session")) ui.act(ForgetPoint{number});
    gap(ui, 8);
}

void draw_points(Ui& ui) {
    heading(ui, "Points");
    const Selection& selection = ui.state.selection;
    if (!selection.point.empty() && text_button(ui, "Keep the selected point")) ui.act(KeepPoint{});
    gap(ui, 4);
    int number = 0;
    for (const KeptPoint& kept : ui.state.session.points) {
        ImGui::PushID(++number);
        draw_kept_point(ui, kept, number);
        ImGui::PopID();
    }
}

void draw_notes(Ui& ui) {
    heading(ui, "Notes");
    int number = 0;
    for (const SessionNote& note : ui.state.session.notes) {
        ImGui::PushID(1000 + ++number);
        if (!note.date.empty())
            text(ui, ui.fonts.small, ui.colours.quiet, date_words(ui.state.comfort.language, note.date));
        std::string words = note.text;
        ImGui::InputTextMultiline("##text", &words, {ImGui::GetContentRegionAvail().x, ui.px(64)});
        if (words != note.text) ui.act(ChangeNote{number, words});
        gap(ui, 6);
        ImGui::PopID();
    }
    std::string fresh;
    ImGui::SetNextItemWidth(ImGui::GetContentRegionAvail().x);
    if (ImGui::InputTextWithHint("##fresh", ui.tr("A new note; Enter keeps it").c_str(), &fresh,
                                 ImGuiInputTextFlags_EnterReturnsTrue) &&
        !fresh.empty())
        ui.act(AddNote{{}, fresh});
}

}  // namespace

void draw_session(Ui& ui) {
    draw_file(ui);
    draw_points(ui);
    draw_notes(ui);
    gap(ui, 10);
    line(ui);
}

}  // namespace myomap
