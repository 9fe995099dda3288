#include "catalog/body_map_reader.h"

#include <nlohmann/json.hpp>

namespace myomap {
namespace {

using Json = nlohmann::json;

Vec3 vector_from(const Json& entry, const char* key, const Vec3& otherwise) {
    const auto found = entry.find(key);
    return found == entry.end() ? otherwise : Vec3((*found)[0], (*found)[1], (*found)[2]);
}

LandmarkRule::Kind kind_from(const std::string& word) {
    if (word == "centroid") return LandmarkRule::Kind::Centroid;
    if (word == "between") return LandmarkRule::Kind::Between;
    if (word == "nearest_skin") return LandmarkRule::Kind::NearestSkin;
    if (word == "skin_extreme") return LandmarkRule::Kind::SkinExtreme;
    if (word == "skin_ray") return LandmarkRule::Kind::SkinRay;
    return LandmarkRule::Kind::Extreme;
}

std::vector<std::string> texts(const Json& entry, const char* key) {
    return entry.value(key, std::vector<std::string>());
}

}  // namespace

std::vector<Zone> read_zones(const Json& document) {
    std::vector<Zone> zones;
    for (const Json& entry : document) {
        Zone zone;
        zone.id = entry.at("id");
        zone.name = entry.at("name");
        zone.description = entry.value("description", "");
        zone.midline = entry.value("midline", false);
        zone.felt_inside = entry.value("felt_inside", false);
        zone.whole = entry.value("whole", "");
        for (const Json& patch : entry.value("patches", Json::array()))
            zone.patches.push_back({patch.at("segment"), patch.value("t_from", 0.0F),
                                    patch.value("t_to", 1.0F), patch.value("azimuth_from_deg", -180.0F),
                                    patch.value("azimuth_to_deg", 180.0F)});
        for (const Json& disc : entry.value("discs", Json::array()))
            zone.discs.push_back(
                {disc.at("landmark"), disc.value("radius_mm", 30.0F), texts(disc, "segments")});
        zones.push_back(std::move(zone));
    }
    return zones;
}

std::vector<LandmarkRule> read_landmarks(const Json& document) {
    std::vector<LandmarkRule> rules;
    for (const Json& entry : document) {
        LandmarkRule rule;
        rule.id = entry.at("id");
        rule.name = entry.at("name");
        rule.latin = entry.value("latin", "");
        rule.paired = entry.value("paired", true);
        rule.kind = kind_from(entry.at("kind"));
        rule.parts = texts(entry, "parts");
        rule.direction = vector_from(entry, "direction", rule.direction);
        rule.window_min = vector_from(entry, "window_min", rule.window_min);
        rule.window_max = vector_from(entry, "window_max", rule.window_max);
        rule.a = entry.value("a", "");
        rule.b = entry.value("b", "");
        rule.fraction = entry.value("fraction", rule.fraction);
        rules.push_back(std::move(rule));
    }
    return rules;
}

std::vector<SegmentRule> read_segments(const Json& document) {
    std::vector<SegmentRule> rules;
    for (const Json& entry : document) {
        SegmentRule rule;
        rule.id = entry.at("id");
        rule.paired = entry.value("paired", true);
        rule.from = entry.at("from");
        rule.to = entry.at("to");
        rule.forward = entry.value("forward", "");
        rule.forward_direction = vector_from(entry, "forward_direction", rule.forward_direction);
        rule.bones = texts(entry, "bones");
        rules.push_back(std::move(rule));
    }
    return rules;
}

}  // namespace myomap
