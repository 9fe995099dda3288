#include <algorithm>

#include "ui/page_parts.h"
#include "ui/pages.h"
#include "ui/words.h"

namespace myomap {
namespace {

// What a point sets off that is no pain, so that nobody takes its map for one.
Block no_pain_box(const TriggerPoint& point) {
    Block box;
    if (refers_pain(point)) return box;
    box.kind = Block::Kind::Boxed;
    box.tone = Tone::Caution;
    box.title = "Not pain: " + point.not_pain;
    box.text =
        "That is what this point sets off in the places that are shown. It is not listed as a source of "
        "pain.";
    return box;
}

Section where_section(const TriggerPoint& point, const Muscle& muscle, const State& state,
                      const Atlas& atlas) {
    Section section{{}, true, {}};
    add(section, point_chips(muscle, state.selection));
    add(section, no_pain_box(point));
    add(section, missing_note(muscle, atlas.body()));
    Block story;
    story.kind = Block::Kind::Links;
    story.links = {
        {"Explain it to a patient", "what a needle does, in pictures", {TellStory{}}, Mark::None, false}};
    add(section, story);
    add(section, text_block(capitalised(point.place) + ". It lies " + depth_words(point.depth) + "."));
    add(section, act_chips(PointOnSide{point.id, state.selection.side}));
    return section;
}

std::string felt_words(const Referral& referral, const Zone& zone) {
    std::string words = zone.felt_inside ? "felt inside" : "";
    if (referral.felt == FeltSide::Same) return words;
    if (!words.empty()) words += ", ";
    return words + (referral.felt == FeltSide::Both ? "on both sides" : "on the other side");
}

Block referred(const TriggerPoint& point, ReferralKind kind, const Catalog& catalog) {
    Block block;
    block.kind = Block::Kind::Links;
    block.title = kind == ReferralKind::Essential ? "Felt by nearly everyone" : "Felt by some";
    for (const Referral& referral : point.refers) {
        const Zone* zone = catalog.zone(referral.zone);
        if (referral.kind != kind || zone == nullptr) continue;
        Link link = zone_link(*zone, felt_words(referral, *zone));
        if (refers_pain(point))
            link.mark = kind == ReferralKind::Essential ? Mark::Essential : Mark::Spillover;
        block.links.push_back(std::move(link));
    }
    return block;
}

Section refers_section(const TriggerPoint& point, const Catalog& catalog) {
    Section section{refers_pain(point) ? "Refers pain to" : "Where it is felt", true, {}};
    add(section, referred(point, ReferralKind::Essential, catalog));
    add(section, referred(point, ReferralKind::Spillover, catalog));
    return section;
}

Block muscle_links(const std::string& title, const std::vector<const Muscle*>& muscles) {
    Block block;
    block.kind = Block::Kind::Links;
    block.title = title;
    for (const Muscle* muscle : muscles) block.links.push_back(muscle_link(*muscle));
    return block;
}

Section together_section(const TriggerPoint& point, const Muscle& muscle, const Catalog& catalog) {
    Section section{"Goes together with", true, {}};
    add(section,
        muscle_links("Satellites: their points commonly go with this one", catalog.satellites_of(point)));
    std::vector<const Muscle*> calmed;
    for (const std::string& id : point.key_for) {
        if (const Muscle* other = catalog.muscle(id)) calmed.push_back(other);
    }
    add(section, muscle_links("Key for: treating this point was reported to calm points there", calmed));
    add(section, muscle_links("Keys to this muscle: treating them was reported to calm it",
                              catalog.key_muscles_of(muscle)));
    return section;
}

Section simple(std::string heading, Block block) {
    Section section{std::move(heading), true, {}};
    add(section, std::move(block));
    return section;
}

std::vector<std::string> cited_by(const TriggerPoint& point, const Muscle& muscle) {
    std::vector<std::string> cited = point.sources;
    for (const std::string& id : muscle.sources) {
        if (std::ranges::find(cited, id) == cited.end()) cited.push_back(id);
    }
    return cited;
}

}  // namespace

Page point_page(const TriggerPoint& point, const State& state, const Atlas& atlas) {
    const Catalog& catalog = atlas.catalog();
    const Muscle* found = catalog.muscle(point.muscle);
    if (found == nullptr) return {};
    const Muscle& muscle = *found;

    Page page;
    page.kicker = "Trigger point " + std::to_string(point.number);
    const bool counted_alone =
        muscle.trigger_points.back().number == static_cast<int>(muscle.trigger_points.size());
    if (muscle.trigger_points.size() > 1 && counted_alone)  // not where numbers run over a group of muscles
        page.kicker += " of " + std::to_string(muscle.trigger_points.size());
    page.title = muscle.name;
    page.subtitle = muscle.latin;
    page.trail = trail_of(state.selection, catalog);
    page.sided = muscle.paired && atlas.sides_of(point).size() > 1;
    add(page, where_section(point, muscle, state, atlas));
    add(page, refers_section(point, catalog));
    add(page, simple("Symptoms", bullets_block(muscle.symptoms)));
    add(page, simple("What sets it off", bullets_block(muscle.activated_by)));
    add(page, simple("How to find it", text_block(muscle.palpation)));
    add(page, needling_section(muscle));
    add(page, needle_section(point, state, atlas));
    add(page, simple("Self-care", bullets_block(muscle.self_care)));
    add(page, together_section(point, muscle, catalog));
    std::vector<std::string> conditions;
    for (const Condition* condition : catalog.conditions_of(point)) conditions.push_back(condition->id);
    add(page, conditions_section(conditions, catalog));
    add(page, simple("Can be mistaken for", bullets_block(muscle.mimics)));
    add(page, evidence_section(muscle, cited_by(point, muscle), catalog));
    return page;
}

}  // namespace myomap
