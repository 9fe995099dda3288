#include "catalog/landmark_place_reader.h"

#include <nlohmann/json.hpp>

namespace myomap {

std::vector<LandmarkPlace> read_landmark_places(const nlohmann::json& document) {
    std::vector<LandmarkPlace> places;
    for (const nlohmann::json& entry : document) {
        LandmarkPlace place;
        place.point = entry.at("point");
        for (const auto& [landmark, weight] : entry.at("between").items())
            place.anchors.push_back({landmark, weight.get<float>()});
        if (entry.contains("offset_mm"))
            place.offset_mm = {entry["offset_mm"][0], entry["offset_mm"][1], entry["offset_mm"][2]};
        place.in_muscle = entry.value("in_muscle", false);
        place.from_skin = entry.contains("under_skin_mm");
        place.under_skin_mm = entry.value("under_skin_mm", 0.0F);
        place.fibre_from = entry.at("fibre").at(0);
        place.fibre_to = entry.at("fibre").at(1);
        places.push_back(std::move(place));
    }
    return places;
}

}  // namespace myomap
