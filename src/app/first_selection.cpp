#include "app/first_selection.h"

#include "app/refusal.h"

namespace myomap {

std::optional<Action> first_selection(const Atlas& atlas, const std::string& id) {
    if (atlas.catalog().point(id) != nullptr) return SelectPoint{id, std::nullopt};
    if (atlas.catalog().muscle(id) != nullptr) return SelectMuscle{id, std::nullopt};
    if (atlas.catalog().condition(id) != nullptr) return SelectCondition{id};
    if (atlas.catalog().zone(id) != nullptr) return SelectZone{id, std::nullopt};
    if (atlas.body().part_index(id) >= 0) return SelectPart{id};
    return std::nullopt;
}

std::string unknown_selection(const std::string& id, const Atlas& atlas) {
    std::vector<std::string> known;
    for (const Muscle& muscle : atlas.catalog().muscles()) {
        known.push_back(muscle.id);
        for (const TriggerPoint& point : muscle.trigger_points) known.push_back(point.id);
    }
    for (const Condition& condition : atlas.catalog().conditions()) known.push_back(condition.id);
    for (const Zone& zone : atlas.catalog().zones()) known.push_back(zone.id);
    for (const Part& part : atlas.body().parts) known.push_back(part.id);
    return unknown_word(ExitCode::BadInput, "muscle, point, condition, zone or part", id, known).what();
}

}  // namespace myomap
