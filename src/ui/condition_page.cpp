#include <algorithm>

#include "scene/story.h"
#include "ui/page_parts.h"
#include "ui/pages.h"
#include "ui/weighing.h"
#include "ui/words.h"

namespace myomap {
namespace {

Section red_flags_section(const Condition& condition) {
    Section section{{}, true, {}};
    Block flags;
    flags.kind = Block::Kind::Boxed;
    flags.tone = Tone::Alarm;
    flags.title = "Red flags: have it looked at first";
    for (const std::string& flag : condition.red_flags) flags.items.push_back(capitalised(flag));
    add(section, flags);
    return section;
}

// "Moderate means: pooled trials …"
std::string meaning_of(const std::string& grade, const Catalog& catalog) {
    for (const EvidenceGrade& entry : catalog.treatment().evidence_scale.grades) {
        if (entry.grade == grade) return capitalised(grade) + " means: " + entry.meaning + ".";
    }
    return {};
}

Section evidence_of(const Condition& condition, const Catalog& catalog) {
    Section section{"Evidence", true, {}};
    for (const Evidence& evidence : condition.evidence) {
        Block block;
        block.kind = Block::Kind::Boxed;
        block.title = treatment_words(evidence.treatment);
        block.badge = capitalised(evidence.grade);
        const std::string direction =
            evidence.direction_note.empty() ? evidence.direction : evidence.direction_note;
        block.text = direction.empty() ? evidence.text : capitalised(direction) + ". " + evidence.text;
        add(section, block);
        add(section, note_block(meaning_of(evidence.grade, catalog)));
        add(section, sources_block(evidence.sources, catalog));
    }
    return section;
}

// What is known of needling for it, in one line.
Block needling_box(const Evidence& evidence) {
    Block known;
    known.kind = Block::Kind::Boxed;
    known.title = treatment_words(evidence.treatment);
    known.badge = capitalised(evidence.grade);
    known.text = capitalised(evidence.direction_note.empty() ? evidence.direction : evidence.direction_note);
    return known;
}

// One tap to the story, and what is known of needling before anything else is read.
Section acts_section(const Condition& condition, const State& state, const Atlas& atlas) {
    Section section{{}, true, {}};
    Selection selection = state.selection;
    selection.condition = condition.id;
    Block story;
    story.kind = Block::Kind::Links;
    if (const PlacedPoint* place = point_of_story(selection, atlas))
        story.links = {{"Explain it to a patient",
                        "what a needle does, on " + point_words(*place->point, atlas.catalog()),
                        {TellStory{}},
                        Mark::None,
                        false}};
    add(section, story);
    for (const Evidence& evidence : condition.evidence)
        if (evidence.treatment == "dry_needling") add(section, needling_box(evidence));
    add(section, act_chips(std::nullopt));
    return section;
}

// Muscles in the catalog's order for the condition, each followed by its points.
Section points_section(const Condition& condition, const State& state, const Catalog& catalog) {
    Section section{"Muscles and points", true, {}};
    const auto points = catalog.points_of(condition);
    for (const RelatedMuscle& related : catalog.muscles_of(condition)) {
        Block block;
        block.kind = Block::Kind::Links;
        Link link = muscle_link(*related.muscle, related.why);
        link.current = related.muscle->id == state.selection.muscle;
        block.links.push_back(std::move(link));
        add(section, block);

        Block chips;
        chips.kind = Block::Kind::Chips;
        for (const RelatedPoint& point : points) {
            if (point.point->muscle != related.muscle->id) continue;
            chips.links.push_back({std::to_string(point.point->number),
                                   point.why,
                                   {SelectPoint{point.point->id, std::nullopt}, FlyTo{}},
                                   Mark::None,
                                   point.point->id == state.selection.point});
        }
        add(section, chips);
    }
    return section;
}

Section zones_section(const Condition& condition, const Catalog& catalog) {
    Section section{"Where it is felt", true, {}};
    Block links;
    links.kind = Block::Kind::Links;
    for (const std::string& id : condition.typical_zones) {
        if (const Zone* zone = catalog.zone(id)) links.links.push_back(zone_link(*zone));
    }
    add(section, links);
    return section;
}

Section weighed_section(const Condition& condition, const State& state, const Atlas& atlas) {
    Section section{state.pain.empty() ? "For and against" : "What is painted", true, {}};
    for (const Weighed& weighed : for_and_against(condition, state, atlas)) {
        Block block;
        block.kind = Block::Kind::Boxed;
        block.title = weighed.title;
        block.items = weighed.items;
        add(section, block);
    }
    return section;
}

// Conditions that are felt in the same places, most alike first.
Section compare_section(const Condition& condition, const Catalog& catalog) {
    constexpr std::size_t few = 6;
    std::vector<std::pair<std::size_t, const Condition*>> alike;
    for (const Condition& other : catalog.conditions()) {
        const std::size_t both = shared(condition.typical_zones, other.typical_zones).both.size();
        if (other.id != condition.id && both > 0) alike.emplace_back(both, &other);
    }
    std::ranges::stable_sort(alike, std::greater{}, [](const auto& entry) { return entry.first; });
    Section section{"Compare with", true, {}};
    Block chips;
    chips.kind = Block::Kind::Chips;
    for (std::size_t i = 0; i < std::min(few, alike.size()); ++i)
        chips.links.push_back({alike[i].second->name, {}, {Compare{alike[i].second->id}}, Mark::None, false});
    add(section, chips);
    return section;
}

}  // namespace

Page condition_page(const Condition& condition, const State& state, const Atlas& atlas) {
    const Catalog& catalog = atlas.catalog();
    Page page;
    page.kicker = "Condition · " + group_words(condition.group);
    page.title = condition.name;
    if (condition.lay_name != condition.name) page.subtitle = condition.lay_name;
    page.sided = true;
    add(page, red_flags_section(condition));
    add(page, acts_section(condition, state, atlas));
    add(page, weighed_section(condition, state, atlas));

    Section what{"What it is", true, {}};
    add(what, text_block(condition.summary));
    add(what, text_block(condition.why));
    add(page, what);
    add(page, points_section(condition, state, catalog));
    add(page, evidence_of(condition, catalog));
    add(page, zones_section(condition, catalog));
    if (!state.pain.empty()) {  // else it speaks against it, further up
        Section other_causes{"What else it can be", true, {}};
        add(other_causes, bullets_block(condition.differential));
        add(page, other_causes);
    }
    add(page, compare_section(condition, catalog));
    Section care{"Self-care", true, {}};
    add(care, bullets_block(condition.self_care));
    add(page, care);
    Section names{"Names and codes", false, {}};
    Block facts;
    facts.kind = Block::Kind::Facts;
    facts.facts = {
        {"Also called", listed(condition.aliases)}, {"ICD-10", condition.icd10}, {"ICD-11", condition.icd11}};
    add(names, facts);
    add(page, names);
    Section sources{"Sources", false, {}};
    add(sources, sources_block(condition.sources, catalog));
    add(page, sources);
    return page;
}

}  // namespace myomap
