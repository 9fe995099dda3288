#include "app/needle_record.h"

#include <ostream>

#include "scene/needle_words.h"

namespace myomap {
namespace {

const Part& part_of(int part, const Body& body) {
    return body.parts[static_cast<std::size_t>(part)];
}

Json maybe(const std::optional<float>& number) {
    return number ? Json(rounded(*number, 2)) : Json();
}

Json neighbours_json(const std::vector<NeedleNeighbour>& neighbours, const NeedlePath& path,
                     const Body& body) {
    Json list = Json::array();
    for (const NeedleNeighbour& each : neighbours)
        list.push_back({{"part", part_of(each.part, body).id},
                        {"kind", to_text(part_of(each.part, body).kind)},
                        {"aside_mm", rounded(each.aside_mm, 2)},
                        {"along_mm", rounded(each.along_mm, 2)},
                        {"behind_point_mm", rounded(std::max(0.0F, each.along_mm - path.length_mm), 2)}});
    return list;
}

Json hazards_json(const NeedlePath& path, const Body& body) {
    Json list = Json::array();
    for (const HazardInModel& hazard : path.hazards) {
        Json structures = Json::array();
        for (const NamedStructure& structure : hazard.structures) {
            Json parts = Json::array();
            for (const int part : structure.parts) parts.push_back(part_of(part, body).id);
            structures.push_back({{"name", structure.name},
                                  {"in_model", !structure.parts.empty()},
                                  {"parts", std::move(parts)}});
        }
        list.push_back({{"hazard", hazard.hazard}, {"structures", std::move(structures)}});
    }
    return list;
}

}  // namespace

Json needle_record(const NeedlePath& path, const PlacedPoint& place, const Muscle& muscle, const Body& body) {
    Json passes = Json::array();
    for (const NeedlePassage& passage : path.passes)
        passes.push_back({{"part", part_of(passage.part, body).id},
                          {"from_mm", rounded(passage.from_mm, 2)},
                          {"to_mm", rounded(passage.to_mm, 2)}});
    Json blocked = Json::array();
    for (const int part : path.blocked) blocked.push_back(part_of(part, body).id);
    return {{"caution", muscle.needling.caution},
            {"hazards", hazards_json(path, body)},
            {"about", needle_disclaimer},
            {"hold", to_text(path.hold)},
            {"entry_m", to_json(path.entry, 5)},
            {"direction", to_json(path.direction, 4)},
            {"point_m", to_json(place.position, 5)},
            {"angle_to_skin_deg", rounded(path.angle_deg, 1)},
            {"turned_deg", rounded(path.turned_deg, 1)},
            {"skin_to_point_mm", rounded(path.length_mm, 2)},
            {"skin_to_muscle_mm", maybe(path.to_muscle_mm)},
            {"through_muscle_mm", maybe(path.through_muscle_mm)},
            {"passes", std::move(passes)},
            {"goes_through", std::move(blocked)},
            {"near", neighbours_json(path.near, path, body)},
            {"behind", neighbours_json(path.behind, path, body)},
            {"further_away", further_away(path)},
            {"not_in_this_model", not_in_model(path)}};
}

void print_needle(std::ostream& out, const NeedlePath& path, const PlacedPoint& place, const Muscle& muscle,
                  const Body& body) {
    out << place.point->id << ' ' << to_text(place.side) << "\n  be careful of:";
    for (const std::string& hazard : muscle.needling.hazards) out << ' ' << hazard << ';';
    out << "\n  " << muscle.needling.caution << "\n  " << needle_disclaimer << '\n';
    if (const std::string words = way_words(path); !words.empty()) out << "  " << words << '\n';
    if (path.to_muscle_mm) out << "  skin to muscle " << millimetres(*path.to_muscle_mm) << ", ";
    if (path.through_muscle_mm) out << "through it " << millimetres(*path.through_muscle_mm) << ", ";
    out << "skin to point " << millimetres(path.length_mm) << '\n';
    if (const std::string passes = passes_words(path, body); !passes.empty())
        out << "  passes " << passes << '\n';
    for (const int part : path.blocked) out << "  goes through " << part_of(part, body).name << '\n';
    for (const NeedleNeighbour& each : path.near) out << "  near: " << near_words(each, body) << '\n';
    for (const NeedleNeighbour& each : path.behind)
        out << "  behind: " << behind_words(each, path, body) << '\n';
    for (const std::string& name : further_away(path)) out << "  further away: " << name << '\n';
    for (const std::string& name : not_in_model(path)) out << "  not in this model: " << name << '\n';
}

}  // namespace myomap
