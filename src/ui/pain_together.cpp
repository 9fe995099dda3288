#include <imgui.h>

#include "scene/relations.h"
#include "ui/pain_panel.h"
#include "ui/words.h"

namespace myomap {
namespace {

PointOnSide point_of(const PainLookup::Cover& cover, const Atlas& atlas) {
    const PainLookup::Source& source = atlas.lookup().sources()[cover.source];
    return {source.point->id, source.side};
}

// The smallest set that explains the pain, with what each of its points adds.
void draw_cover(Ui& ui, const PainView& view) {
    const Catalog& catalog = ui.atlas.catalog();
    gap(ui, 8);
    text(ui, ui.fonts.label, ui.colours.quiet, "Smallest set that explains it");
    std::vector<Action> take{Together{}};
    for (const PainLookup::Cover& cover : view.cover())
        take.emplace_back(Together{point_of(cover, ui.atlas)});
    if (text_button(ui, "Take this set")) ui.act(take);
    for (const PainLookup::Cover& cover : view.cover()) {
        const PointOnSide point = point_of(cover, ui.atlas);
        const Link link{point_words(*catalog.point(point.point), catalog) + " · " + side_words(point.side),
                        "adds " + percent(cover.gain) + ", in all " + percent(cover.explained),
                        {SelectPoint{point.point, point.side}, FlyTo{}},
                        Mark::None,
                        false};
        ImGui::PushID(static_cast<int>(cover.source));
        if (link_row(ui, link)) ui.act(link.actions);
        ImGui::PopID();
    }
}

// The points that are taken together, what they explain, and how the catalog says they are related.
void draw_chosen(Ui& ui, const PainView& view) {
    const Catalog& catalog = ui.atlas.catalog();
    for (const PointOnSide& chosen : ui.state.together) {
        const TriggerPoint* point = catalog.point(chosen.point);
        if (point == nullptr) continue;
        ImGui::PushID((chosen.point + std::string(to_text(chosen.side))).c_str());
        if (link_row(ui, {point_words(*point, catalog), side_words(chosen.side), {}, Mark::None, true}))
            ui.act(Together{chosen});
        ImGui::PopID();
    }
    if (!view.pain().empty())
        text(ui, ui.fonts.body, ui.colours.text,
             "Together they explain " + percent(view.together().explained()) + " of it; " +
                 percent(view.together().unfelt) + " of what they predict is not painted.");
    for (const Relation& relation : relations_among(ui.state.together, catalog)) {
        const TriggerPoint* from = catalog.point(relation.from.point);
        const TriggerPoint* to = catalog.point(relation.to.point);
        if (from == nullptr || to == nullptr) continue;
        const bool key = relation.kind == Relation::Kind::Key;
        text(ui, ui.fonts.small, ui.colours.quiet,
             point_words(*from, catalog) + (key ? " is reported to calm " : " commonly goes with ") +
                 point_words(*to, catalog) + ".");
    }
    if (text_button(ui, "Clear the set")) ui.act(Together{});
}

}  // namespace

void draw_together(Ui& ui, const PainView& view) {
    const std::size_t chosen = ui.state.together.size();
    ImGui::PushID("together");
    const std::string heading =
        chosen == 0 ? "Several points together" : "Taken together: " + std::to_string(chosen);
    if (fold(ui, heading, ui.fonts.label, false)) {
        if (chosen == 0)
            text(ui, ui.fonts.small, ui.colours.quiet, "None are chosen yet.");
        else
            draw_chosen(ui, view);
        if (!view.cover().empty()) draw_cover(ui, view);
        gap(ui, 8);
    }
    ImGui::PopID();
}

}  // namespace myomap
