#include <algorithm>

#include "ui/page_parts.h"
#include "ui/pages.h"
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

}  // namespace

Page condition_page(const Condition& condition, const State& state, const Atlas& atlas) {
    const Catalog& catalog = atlas.catalog();
    Page page;
    page.kicker = "Condition · " + group_words(condition.group);
    page.title = condition.name;
    if (condition.lay_name != condition.name) page.subtitle = condition.lay_name;
    page.sided = true;
    add(page, red_flags_section(condition));
    Section acts{{}, true, {}};
    add(acts, act_chips(false));
    add(page, acts);

    Section what{"What it is", true, {}};
    add(what, text_block(condition.summary));
    add(what, text_block(condition.why));
    add(page, what);
    add(page, points_section(condition, state, catalog));
    add(page, evidence_of(condition, catalog));
    add(page, zones_section(condition, catalog));
    Section other{"What else it can be", true, {}};
    add(other, bullets_block(condition.differential));
    add(page, other);
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
