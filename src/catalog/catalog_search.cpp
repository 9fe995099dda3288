#include <unordered_map>

#include "catalog/catalog.h"

namespace myomap {
namespace {

// Fills an index with texts and what they are in the language that is typed in. Texts return often, so each
// is put into it once.
class IndexMaker {
public:
    IndexMaker(Language typed_in, const Catalog::InLanguage& put) : index_(typed_in), put_(put) {}

    void entry(HitKind kind, const std::string& id, const std::string& label) {
        index_.add_entry(kind, id, label);
        if (put_) index_.add_text(TextRank::Name, in_language(label));
    }
    void text(TextRank rank, const std::string& text) {
        index_.add_text(rank, text);
        if (put_) index_.add_text(rank, in_language(text));
    }
    void texts(TextRank rank, const std::vector<std::string>& all) {
        for (const std::string& one : all) text(rank, one);
    }
    SearchIndex finished() {
        index_.finish();
        return std::move(index_);
    }

private:
    const std::string& in_language(const std::string& text) {
        const auto [known, is_new] = known_.try_emplace(text);
        if (is_new) known->second = put_(text);
        return known->second;
    }

    SearchIndex index_;
    const Catalog::InLanguage& put_;
    std::unordered_map<std::string, std::string> known_;
};

}  // namespace

// What a thing is found by: its own names, then what it is related to. A muscle is not found by its points'
// numbers, nor a condition by its muscles: that would bury what was asked for.
SearchIndex Catalog::search_index(Language typed_in, const InLanguage& put) const {
    IndexMaker index(typed_in, put);
    const auto add_conditions = [&](const Muscle& muscle) {
        for (const std::string& id : muscle.conditions)
            if (const Condition* named = condition(id)) {
                index.text(TextRank::Related, named->name);
                index.text(TextRank::Related, named->lay_name);
            }
    };
    const auto add_zones = [&](const TriggerPoint& point) {
        for (const Referral& referral : point.refers)
            if (const Zone* place = zone(referral.zone)) index.text(TextRank::Related, place->name);
    };
    for (const Muscle& muscle : muscles_) {
        index.entry(HitKind::Muscle, muscle.id, muscle.name);
        index.texts(TextRank::Alias, muscle.aliases);
        index.text(TextRank::Latin, muscle.latin);
        add_conditions(muscle);
        for (const TriggerPoint& point : muscle.trigger_points) add_zones(point);
    }
    for (const Condition& condition : conditions_) {
        index.entry(HitKind::Condition, condition.id, condition.name);
        index.text(TextRank::Alias, condition.lay_name);
        index.texts(TextRank::Alias, condition.aliases);
        for (const std::string& id : condition.typical_zones)
            if (const Zone* place = zone(id)) index.text(TextRank::Related, place->name);
    }
    for (const Zone& zone : zones_) {
        index.entry(HitKind::Zone, zone.id, zone.name);
        index.text(TextRank::Alias, zone.description);
        index.text(TextRank::Alias, zone.id);
    }
    for (const Muscle& muscle : muscles_)
        for (const TriggerPoint& point : muscle.trigger_points) {
            index.entry(HitKind::Point, point.id, muscle.name + ", point " + std::to_string(point.number));
            index.texts(TextRank::Alias, muscle.aliases);
            index.text(TextRank::Latin, muscle.latin);
            index.text(TextRank::Related, point.place);
            add_zones(point);
            add_conditions(muscle);
        }
    return index.finished();
}

}  // namespace myomap
