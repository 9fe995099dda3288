#include <algorithm>

#include "body/part_origin.h"
#include "scene/felt_shown.h"
#include "ui/page_parts.h"
#include "ui/pages.h"
#include "ui/words.h"

namespace myomap {
namespace {

Section referring_section(const Zone& zone, ReferralKind kind, const Catalog& catalog) {
    const bool essential = kind == ReferralKind::Essential;
    Section section{essential ? "Points that refer here" : "Points whose pain may spill over here", true, {}};
    Block links;
    links.kind = Block::Kind::Links;
    for (const TriggerPoint* point : catalog.points_referring_to(zone.id)) {
        // A point that names only a third of the zone, or the whole of which this is a third, refers here as
        // well.
        const auto here = [&](const Referral& referral) {
            const Zone* other = catalog.zone(referral.zone);
            return referral.zone == zone.id || referral.zone == zone.whole ||
                   (other != nullptr && other->whole == zone.id);
        };
        const bool is_essential = std::ranges::any_of(point->refers, [&](const Referral& referral) {
            return here(referral) && referral.kind == ReferralKind::Essential;
        });
        if (is_essential != essential) continue;
        Link link = point_link(*point, catalog);
        link.mark = essential ? Mark::Essential : Mark::Spillover;
        links.links.push_back(std::move(link));
    }
    add(section, links);
    return section;
}

// Vessels, nerves and organs tell whether they were measured or made: distances to them mean as much.
Block origin_block(const Part& part) {
    const bool told =
        part.kind == PartKind::Artery || part.kind == PartKind::Nerve || part.kind == PartKind::Organ;
    if (!told) return {};
    const PartOrigin origin = origin_of(part.source);
    Block note;
    note.kind = Block::Kind::Boxed;
    note.title = origin.made ? "Made" : "Measured";
    note.text = origin.made ? origin.words + " It differs from person to person."
                            : "Its shape comes from an atlas: " + origin.words + ".";
    return note;
}

}  // namespace

Page zone_page(const Zone& zone, const State& state, const Atlas& atlas) {
    Page page;
    page.kicker = "Area of pain";
    page.title = capitalised(zone.name);
    page.trail = trail_of(state.selection, atlas.catalog());
    page.sided = !zone.midline;
    Section top{{}, true, {}};
    if (zone.description != zone.name) add(top, text_block(capitalised(zone.description)));
    if (zone.felt_inside)
        add(top, note_block("The pain is felt inside; the skin stands for what lies under it."));
    add(page, top);
    add(page, referring_section(zone, ReferralKind::Essential, atlas.catalog()));
    add(page, referring_section(zone, ReferralKind::Spillover, atlas.catalog()));
    return page;
}

Page part_page(const Part& part, const Atlas& atlas) {
    Page page;
    page.kicker = kind_words(part.kind);
    page.title = capitalised(part.name);
    Section section{{}, true, {}};
    if (part.kind == PartKind::Muscle) {
        add(section, note_block("The catalog tells nothing about this muscle."));
    }
    Block facts;
    facts.kind = Block::Kind::Facts;
    facts.facts = {
        {"Side", capitalised(side_words(part.side))}, {"Ontology", part.fma}, {"Model", atlas.body().name}};
    add(section, facts);
    add(section, origin_block(part));
    add(page, section);
    if (const PartOrigin origin = origin_of(part.source); !origin.sources.empty()) {
        Section sources{"Sources", false, {}};
        add(sources, sources_block(origin.sources, atlas.catalog()));
        add(page, sources);
    }
    return page;
}

Page welcome_page(const Atlas& atlas) {
    const Catalog& catalog = atlas.catalog();
    Page page;
    page.title = "Where does it hurt, and from where?";
    Section start{{}, true, {}};
    add(start,
        text_block(
            "Choose a muscle or a point on the body. The skin shows where the pain of the point is felt."));
    add(page, start);
    Section ways{"Begin with", true, {}};
    Block links;
    links.kind = Block::Kind::Links;
    links.links = {
        {"A condition",
         "headache, low back pain, tennis elbow …",
         {ShowTab{Tab::Conditions}},
         Mark::None,
         false},
        {"A muscle", "all of them, by region", {ShowTab{Tab::Muscles}}, Mark::None, false},
        {"How dry needling works",
         "for a conversation with a patient",
         {ShowTab{Tab::Treatment}},
         Mark::None,
         false},
        {"The keys", "everything works without a mouse", {SetPanel{Panel::Help, true}}, Mark::None, false}};
    add(ways, links);
    add(page, ways);
    Section about{"About this model", true, {}};
    add(about, note_block(std::to_string(catalog.muscles().size()) + " muscles, " +
                          std::to_string(catalog.points().size()) + " trigger points and " +
                          std::to_string(catalog.conditions().size()) + " conditions."));
    add(about,
        note_block(atlas.body().name + (atlas.body().credit.empty() ? "" : ". " + atlas.body().credit)));
    add(page, about);
    return page;
}

Page selection_page(const State& state, const Atlas& atlas) {
    const Catalog& catalog = atlas.catalog();
    const Selection& selection = state.selection;
    if (const TriggerPoint* point = catalog.point(selection.point)) return point_page(*point, state, atlas);
    if (const Muscle* muscle = catalog.muscle(selection.muscle)) return muscle_page(*muscle, state, atlas);
    if (const Condition* condition = catalog.condition(selection.condition)) {
        const Condition* other = catalog.condition(state.compared);
        if (is_comparing(state) && other != nullptr) return compare_page(*condition, *other, state, atlas);
        return condition_page(*condition, state, atlas);
    }
    if (const Zone* zone = catalog.zone(selection.zone)) return zone_page(*zone, state, atlas);
    const int part = atlas.body().part_index(selection.part);
    if (part >= 0) return part_page(atlas.body().parts[static_cast<std::size_t>(part)], atlas);
    return welcome_page(atlas);
}

}  // namespace myomap
