#include "catalog/catalog.h"

namespace myomap {
namespace {

void add_all(SearchIndex& index, TextRank rank, const std::vector<std::string>& texts) {
    for (const std::string& text : texts) index.add_text(rank, text);
}

}  // namespace

// What a thing is found by: its own names, then what it is related to. A muscle is not found by its points'
// numbers, nor a condition by its muscles: that would bury what was asked for.
void Catalog::build_search_index() {
    SearchIndex& index = search_index_;
    const auto add_conditions = [&](const Muscle& muscle) {
        for (const std::string& id : muscle.conditions)
            if (const Condition* named = condition(id)) {
                index.add_text(TextRank::Related, named->name);
                index.add_text(TextRank::Related, named->lay_name);
            }
    };
    const auto add_zones = [&](const TriggerPoint& point) {
        for (const Referral& referral : point.refers)
            if (const Zone* place = zone(referral.zone)) index.add_text(TextRank::Related, place->name);
    };
    for (const Muscle& muscle : muscles_) {
        index.add_entry(HitKind::Muscle, muscle.id, muscle.name);
        add_all(index, TextRank::Alias, muscle.aliases);
        index.add_text(TextRank::Latin, muscle.latin);
        add_conditions(muscle);
        for (const TriggerPoint& point : muscle.trigger_points) add_zones(point);
    }
    for (const Condition& condition : conditions_) {
        index.add_entry(HitKind::Condition, condition.id, condition.name);
        index.add_text(TextRank::Alias, condition.lay_name);
        add_all(index, TextRank::Alias, condition.aliases);
        for (const std::string& id : condition.typical_zones)
            if (const Zone* place = zone(id)) index.add_text(TextRank::Related, place->name);
    }
    for (const Zone& zone : zones_) {
        index.add_entry(HitKind::Zone, zone.id, zone.name);
        index.add_text(TextRank::Alias, zone.description);
        index.add_text(TextRank::Alias, zone.id);
    }
    for (const Muscle& muscle : muscles_)
        for (const TriggerPoint& point : muscle.trigger_points) {
            index.add_entry(HitKind::Point, point.id,
                            muscle.name + ", point " + std::to_string(point.number));
            add_all(index, TextRank::Alias, muscle.aliases);
            index.add_text(TextRank::Latin, muscle.latin);
            index.add_text(TextRank::Related, point.place);
            add_zones(point);
            add_conditions(muscle);
        }
    index.finish();
}

}  // namespace myomap
