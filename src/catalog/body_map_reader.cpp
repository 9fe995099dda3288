#include "catalog/body_map_reader.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

namespace myomap {
namespace {

using Json = nlohmann::json;

Vec3 vector_of(const Json& json) {
    return {json.at(0).get<float>(), json.at(1).get<float>(), json.at(2).get<float>()};
}

std::vector<std::string> names_of(const Json& object, const char* key) {
    return object.contains(key) ? object.at(key).get<std::vector<std::string>>() : std::vector<std::string>();
}

std::vector<SkinPatch> patches_of(const Json& zone) {
    std::vector<SkinPatch> patches;
    if (!zone.contains("patches")) return patches;
    for (const Json& json : zone.at("patches")) {
        SkinPatch patch;
        patch.segment = json.at("segment");
        if (json.contains("t")) {
            patch.t_from = json["t"][0];
            patch.t_to = json["t"][1];
        }
        const Json around = json.value("azimuth_deg", Json{-180, 180});
        patch.azimuth_from_deg = around[0];
        patch.azimuth_to_deg = around[1];
        const Json end = json.value("azimuth_end_deg", around);
        patch.azimuth_end_from_deg = end[0];
        patch.azimuth_end_to_deg = end[1];
        patches.push_back(std::move(patch));
    }
    return patches;
}

std::vector<SkinDisc> discs_of(const Json& zone) {
    std::vector<SkinDisc> discs;
    if (!zone.contains("discs")) return discs;
    for (const Json& json : zone.at("discs"))
        discs.push_back({json.at("landmark"), json.at("radius_mm"), json.at("on")});
    return discs;
}

std::vector<SkinBand> bands_of(const Json& zone) {
    std::vector<SkinBand> bands;
    if (!zone.contains("bands")) return bands;
    for (const Json& json : zone.at("bands"))
        bands.push_back({json.at("through"), json.at("width_mm"), json.at("on")});
    return bands;
}

Zone zone_of(const Json& json) {
    Zone zone;
    zone.id = json.at("id");
    zone.name = json.at("name");
    zone.description = json.at("description");
    zone.midline = json.value("midline", false);
    zone.felt_inside = json.value("felt_inside", false);
    zone.patches = patches_of(json);
    zone.discs = discs_of(json);
    zone.bands = bands_of(json);
    zone.except = names_of(json, "except");
    return zone;
}

// A stretch of a patch, as shares of its way along the segment.
SkinPatch stretch_of(const SkinPatch& patch, float begin, float end) {
    const auto at = [](float from, float to, float share) { return from + (to - from) * share; };
    SkinPatch part = patch;
    part.t_from = at(patch.t_from, patch.t_to, begin);
    part.t_to = at(patch.t_from, patch.t_to, end);
    part.azimuth_from_deg = at(patch.azimuth_from_deg, patch.azimuth_end_from_deg, begin);
    part.azimuth_to_deg = at(patch.azimuth_to_deg, patch.azimuth_end_to_deg, begin);
    part.azimuth_end_from_deg = at(patch.azimuth_from_deg, patch.azimuth_end_from_deg, end);
    part.azimuth_end_to_deg = at(patch.azimuth_to_deg, patch.azimuth_end_to_deg, end);
    return part;
}

Zone part_of(const Zone& whole, std::string_view suffix, std::string_view words) {
    Zone part = whole;
    part.id = whole.id + "." + std::string(suffix);
    part.name = whole.name + ", " + std::string(words);
    part.whole = whole.id;
    return part;
}

void add_thirds(const Zone& whole, std::vector<Zone>& zones) {
    struct Third {
        std::string_view suffix, words;
        float begin, end;
    };
    constexpr std::array thirds{Third{"upper", "upper third", 0, 1.0F / 3},
                                Third{"mid", "middle third", 1.0F / 3, 2.0F / 3},
                                Third{"lower", "lower third", 2.0F / 3, 1}};
    for (const Third& third : thirds) {
        Zone part = part_of(whole, third.suffix, third.words);
        for (SkinPatch& patch : part.patches) patch = stretch_of(patch, third.begin, third.end);
        zones.push_back(std::move(part));
    }
}

// Of digits, whose forward side is the volar one.
void add_halves(const Zone& whole, std::vector<Zone>& zones) {
    struct Half {
        std::string_view suffix, words;
        float from_deg, to_deg;
    };
    constexpr std::array halves{Half{"volar", "palm side", -90, 90}, Half{"dorsal", "back", 90, 270}};
    for (const Half& half : halves) {
        Zone part = part_of(whole, half.suffix, half.words);
        for (SkinPatch& patch : part.patches) {
            patch.azimuth_from_deg = patch.azimuth_end_from_deg = half.from_deg;
            patch.azimuth_to_deg = patch.azimuth_end_to_deg = half.to_deg;
        }
        zones.push_back(std::move(part));
    }
}

LandmarkRule rule_of(const Json& json) {
    using Kind = LandmarkRule::Kind;
    LandmarkRule rule;
    rule.id = json.at("id");
    rule.name = json.at("name");
    rule.latin = json.value("latin", "");
    rule.paired = json.value("paired", true);
    const auto take_window = [&](const char* key) {
        if (!json.contains(key)) return;
        rule.window_min = vector_of(json[key][0]);
        rule.window_max = vector_of(json[key][1]);
    };
    if (json.contains("direction") && json["direction"][0].is_string()) {
        rule.a = json["direction"][0];
        rule.b = json["direction"][1];
    } else if (json.contains("direction")) {
        rule.direction = vector_of(json["direction"]);
    }
    take_window("window");
    if (json.contains("extreme_of")) {
        rule.parts = names_of(json, "extreme_of");
    } else if (json.contains("farthest_of")) {
        rule.kind = Kind::Farthest;
        rule.parts = names_of(json, "farthest_of");
        rule.a = json.at("from");
    } else if (json.contains("centroid_of")) {
        rule.kind = Kind::Centroid;
        rule.parts = names_of(json, "centroid_of");
    } else if (json.contains("between")) {
        rule.kind = Kind::Between;
        rule.a = json["between"][0];
        rule.b = json["between"][1];
        rule.fraction = json.value("fraction", 0.5F);
    } else if (json.contains("skin_nearest_to")) {
        rule.kind = Kind::NearestSkin;
        rule.a = json["skin_nearest_to"];
    } else if (json.contains("skin_extreme_near")) {
        rule.kind = Kind::SkinExtreme;
        rule.a = json["skin_extreme_near"];
        take_window("window_mm");
    } else {
        rule.kind = Kind::SkinRay;
        rule.a = json.at("skin_ray_from");
    }
    return rule;
}

SegmentRule segment_of(const Json& json) {
    SegmentRule rule;
    rule.id = json.at("id");
    rule.paired = json.value("paired", true);
    rule.from = json.at("from");
    rule.to = json.at("to");
    const Json& forward = json.at("forward");
    if (forward.is_string()) {
        rule.forward = forward;
    } else if (forward[0].is_string()) {
        rule.forward_from = forward[0];
        rule.forward = forward[1];
    } else {
        rule.forward_direction = vector_of(forward);
    }
    rule.bones = names_of(json, "bones");
    rule.continues = json.value("continues", "");
    rule.cut_through = names_of(json, "cut_through");
    return rule;
}

}  // namespace

std::vector<Zone> read_zones(const Json& document) {
    std::vector<Zone> zones;
    for (const Json& json : document) {
        const Zone whole = zone_of(json);
        zones.push_back(whole);
        if (json.value("thirds", false)) add_thirds(whole, zones);
        if (json.value("halves", false)) add_halves(whole, zones);
    }
    return zones;
}

std::vector<LandmarkRule> read_landmarks(const Json& document) {
    std::vector<LandmarkRule> rules;
    for (const Json& json : document) rules.push_back(rule_of(json));
    return rules;
}

std::vector<SegmentRule> read_segments(const Json& document) {
    std::vector<SegmentRule> rules;
    for (const Json& json : document) rules.push_back(segment_of(json));
    return rules;
}

}  // namespace myomap
