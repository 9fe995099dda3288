#include "ui/page_parts.h"

#include <algorithm>

#include "body/part_origin.h"
#include "ui/words.h"

namespace myomap {

Link muscle_link(const Muscle& muscle, std::string note) {
    return {
        muscle.name, std::move(note), {SelectMuscle{muscle.id, std::nullopt}, FlyTo{}}, Mark::None, false};
}

Link point_link(const TriggerPoint& point, const Catalog& catalog, std::string note) {
    return {point_words(point, catalog),
            std::move(note),
            {SelectPoint{point.id, std::nullopt}, FlyTo{}},
            Mark::None,
            false};
}

Link condition_link(const Condition& condition, std::string note) {
    return {condition.name, std::move(note), {SelectCondition{condition.id}, FlyTo{}}, Mark::None, false};
}

Link zone_link(const Zone& zone, std::string note) {
    return {capitalised(zone.name),
            std::move(note),
            {SelectZone{zone.id, std::nullopt}, FlyTo{}},
            Mark::None,
            false};
}

Block point_chips(const Muscle& muscle, const Selection& selection) {
    Block chips;
    chips.kind = Block::Kind::Chips;
    if (muscle.trigger_points.size() < 2 && !selection.point.empty()) return chips;
    for (const TriggerPoint& point : muscle.trigger_points) {
        chips.links.push_back({std::to_string(point.number),
                               {},
                               {SelectPoint{point.id, std::nullopt}, FlyTo{}},
                               Mark::None,
                               point.id == selection.point});
    }
    return chips;
}

Block act_chips(const std::optional<PointOnSide>& keeps) {
    Block chips;
    chips.kind = Block::Kind::Chips;
    chips.links.push_back({"Handout", "Handout for the patient", {Ask{Asking::Handout}}, Mark::None, false});
    if (keeps)
        chips.links.push_back({"Keep",
                               "keep the point in the session",
                               {KeepPoint{keeps->point, keeps->side, {}}},
                               Mark::None,
                               false});
    return chips;
}

std::vector<Link> trail_of(const Selection& selection, const Catalog& catalog) {
    std::vector<Link> trail;
    if (const Condition* condition = catalog.condition(selection.condition)) {
        if (!selection.muscle.empty()) trail.push_back(condition_link(*condition));
    } else if (const Zone* zone = catalog.zone(selection.zone)) {
        if (!selection.muscle.empty()) trail.push_back(zone_link(*zone));
    }
    const Muscle* muscle = catalog.muscle(selection.muscle);
    if (muscle != nullptr && !selection.point.empty()) trail.push_back(muscle_link(*muscle));
    return trail;
}

Section needling_section(const Muscle& muscle) {
    const Needling& needling = muscle.needling;
    Section section{"Needling", true, {}};
    Block hazards;
    hazards.kind = Block::Kind::Boxed;
    hazards.tone = needling.risk == Risk::High ? Tone::Alarm : Tone::Caution;
    hazards.title = "Be careful of";
    hazards.badge = risk_words(needling.risk);
    for (const std::string& hazard : needling.hazards) hazards.items.push_back(capitalised(hazard));
    hazards.text = needling.caution;
    add(section, hazards);

    Block how;
    how.kind = Block::Kind::Facts;
    how.facts = {{"Position", capitalised(needling.position)}, {"Approach", capitalised(needling.approach)}};
    add(section, how);
    return section;
}

Block sources_block(const std::vector<std::string>& cited, const Catalog& catalog) {
    std::vector<std::string> lines;
    for (const std::string& id : cited) {
        std::string line = source_words(id, catalog);
        if (std::ranges::find(lines, line) == lines.end()) lines.push_back(std::move(line));
    }
    return bullets_block(std::move(lines));
}

Section evidence_section(const Muscle& muscle, const std::vector<std::string>& cited,
                         const Catalog& catalog) {
    Section section{"Evidence and sources", false, {}};
    add(section, text_block(confidence_words(muscle.confidence)));
    if (!muscle.note.empty()) {
        Block differ;
        differ.kind = Block::Kind::Boxed;
        differ.title = "Where sources differ";
        differ.text = muscle.note;
        add(section, differ);
    }
    add(section, sources_block(cited, catalog));
    return section;
}

Section conditions_section(const std::vector<std::string>& conditions, const Catalog& catalog) {
    Section section{"Conditions it relates to", true, {}};
    Block links;
    links.kind = Block::Kind::Links;
    for (const std::string& id : conditions) {
        if (const Condition* condition = catalog.condition(id))
            links.links.push_back(condition_link(*condition));
    }
    add(section, links);
    return section;
}

std::vector<std::string> sources_of(const Muscle& muscle, const Body& body) {
    std::vector<std::string> cited = muscle.sources;
    for (const Part& part : body.parts) {
        if (part.muscle != muscle.id) continue;
        for (const std::string& id : origin_of(part.source).sources)
            if (std::ranges::find(cited, id) == cited.end()) cited.push_back(id);
    }
    return cited;
}

Block missing_note(const Muscle& muscle, const Body& body) {
    bool there = false;
    PartOrigin made;
    for (const Part& part : body.parts) {
        if (part.muscle != muscle.id) continue;
        there = true;
        if (const PartOrigin origin = origin_of(part.source); origin.made) made = origin;
    }
    if (there && !made.made) return {};
    Block note;
    note.kind = Block::Kind::Boxed;
    if (made.made) {
        note.title = "Made from its attachments";
        note.text = made.words.empty()
                        ? "The atlas lacks it, or a side or a part of it; it is drawn from origin "
                          "to insertion over what lies beneath."
                        : made.words;
        return note;
    }
    note.title = "This muscle is not in this model";
    note.text = muscle.trigger_points.empty() ? "It has no shape here."
                                              : "Its points are placed by the bones near it.";
    return note;
}

}  // namespace myomap
