#include "ui/page_parts.h"
#include "ui/pages.h"
#include "ui/words.h"

namespace myomap {
namespace {

Section anatomy_section(const Muscle& muscle) {
    Section section{"Anatomy", true, {}};
    std::vector<std::string> action = muscle.action;
    Block facts;
    facts.kind = Block::Kind::Facts;
    facts.facts = {{"Origin", capitalised(muscle.origin)},
                   {"Insertion", capitalised(muscle.insertion)},
                   {"Action", capitalised(listed(action))},
                   {"Nerve", capitalised(muscle.innervation)},
                   {"Also called", listed(muscle.aliases)}};
    add(section, facts);
    return section;
}

// "essential zones" of a point in one line.
std::string reach(const TriggerPoint& point, const Catalog& catalog) {
    std::vector<std::string> names;
    for (const ReferralKind kind : {ReferralKind::Essential, ReferralKind::Spillover}) {
        for (const Referral& referral : point.refers) {
            const Zone* zone = catalog.zone(referral.zone);
            if (referral.kind == kind && zone != nullptr) names.push_back(zone->name);
        }
        if (!names.empty()) break;
    }
    constexpr std::size_t shown = 3;
    if (names.size() > shown) {
        const std::size_t more = names.size() - shown;
        names.resize(shown);
        names.push_back(std::to_string(more) + " more");
    }
    return refers_pain(point) ? "refers to " + listed(names) : capitalised(point.not_pain) + ", not pain";
}

Section points_section(const Muscle& muscle, const State& state, const Catalog& catalog) {
    Section section{"Trigger points", true, {}};
    Block links;
    links.kind = Block::Kind::Links;
    for (const TriggerPoint& point : muscle.trigger_points) {
        Link link = point_link(point, catalog, reach(point, catalog));
        link.label = "Point " + std::to_string(point.number);
        link.current = point.id == state.selection.point;
        links.links.push_back(std::move(link));
    }
    add(section, links);
    return section;
}

Section listed_section(std::string heading, const std::vector<std::string>& items, bool open = true) {
    Section section{std::move(heading), open, {}};
    add(section, bullets_block(items));
    return section;
}

}  // namespace

Page muscle_page(const Muscle& muscle, const State& state, const Atlas& atlas) {
    const Catalog& catalog = atlas.catalog();
    Page page;
    page.kicker = "Muscle · " + region_words(muscle.region);
    page.title = muscle.name;
    page.subtitle = muscle.latin;
    page.trail = trail_of(state.selection, catalog);
    page.sided = muscle.paired;

    Section top{{}, true, {}};
    add(top, missing_note(muscle, atlas.body()));
    add(page, top);
    add(page, points_section(muscle, state, catalog));
    add(page, anatomy_section(muscle));
    add(page, listed_section("Symptoms", muscle.symptoms));
    add(page, listed_section("What sets it off", muscle.activated_by));
    Section test{"Test", true, {}};
    add(test, text_block(muscle.test));
    add(page, test);
    Section palpation{"How to find it", false, {}};
    add(palpation, text_block(muscle.palpation));
    add(page, palpation);
    Section needling = needling_section(muscle);
    needling.open = false;
    add(page, needling);
    add(page, listed_section("Self-care", muscle.self_care, false));
    add(page, conditions_section(muscle.conditions, catalog));
    add(page, listed_section("Can be mistaken for", muscle.mimics, false));
    add(page, evidence_section(muscle, sources_of(muscle, atlas.body()), catalog));
    return page;
}

}  // namespace myomap
