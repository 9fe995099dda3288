#include "scene/action_parsers.h"

#include <cmath>
#include <utility>

namespace myomap {

ParsedAction parse_hover(ActionWords words) {
    if (words.empty()) return Hover{};
    if (words.size() == 2 && words[0] == "part") return Hover{words[1], std::nullopt};
    if (words.size() != 3 || words[0] != "point") return {};
    const auto side = side_from_text(words[2]);
    if (!side) return {};
    return Hover{{}, PointOnSide{words[1], *side}};
}

ParsedAction parse_lengthen(ActionWords words) {
    if (words.empty()) return {};
    const auto v = numbers_of(words.subspan(1));
    if (v.size() != 1 && v.size() != 5) return {};
    if (v[0] < Lengthening::least || v[0] > Lengthening::most) return {};
    Lengthen action{words[0], {v[0], std::nullopt}};
    if (v.size() == 5) {
        if (v[3] <= 0 || v[4] <= 0) return {};
        action.change.spot = FibreSpot{v[1], v[2], v[3], v[4]};
    }
    return action;
}

ParsedAction parse_orbit(ActionWords words) {
    const auto v = numbers_of(words);
    if (v.size() != 2) return {};
    return Orbit{v[0], v[1]};
}

ParsedAction parse_pan(ActionWords words) {
    const auto v = numbers_of(words);
    if (v.size() != 2 && v.size() != 3) return {};
    return Pan{{v[0], v[1]}, v.size() == 3 ? v[2] : 1};
}

ParsedAction parse_zoom(ActionWords words) {
    const auto v = numbers_of(words);
    if ((v.size() != 1 && v.size() != 3 && v.size() != 4) || v[0] <= 0) return {};
    return Zoom{v[0], v.size() >= 3 ? Vec2(v[1], v[2]) : Vec2(0), v.size() == 4 ? v[3] : 1};
}

ParsedAction parse_camera(ActionWords words) {
    const auto v = numbers_of(words);
    if (v.size() != 6 || v[3] <= 0) return {};
    Camera camera;
    camera.target = {v[0], v[1], v[2]};
    camera.distance_m = v[3];
    camera.yaw_deg = v[4];
    camera.pitch_deg = v[5];
    return SetCamera{camera};
}

ParsedAction parse_aspect(ActionWords words) {
    const auto v = numbers_of(words);
    if ((v.size() != 1 && v.size() != 3) || v[0] <= 0) return {};
    if (v.size() == 1) return SetAspect{v[0], {}};
    if (v[1] < 0 || v[2] < 0 || v[1] + v[2] >= 1) return {};
    return SetAspect{v[0], {v[1], v[2]}};
}

ParsedAction parse_find(ActionWords words) {
    return Find{joined(words)};
}

ParsedAction parse_cut(ActionWords words) {
    if (words.size() == 1 && words[0] == "off") return SetCut{std::nullopt};
    const auto v = numbers_of(words);
    if (v.size() != 1) return {};
    return SetCut{v[0]};
}

ParsedAction parse_cut_by(ActionWords words) {
    return one_number<CutBy>(words, -5, 5);
}
ParsedAction parse_speed(ActionWords words) {
    return one_number<SetSpeed>(words, least_speed, most_speed);
}
ParsedAction parse_text_size(ActionWords words) {
    return one_number<SetTextSize>(words, least_text_size, most_text_size);
}

ParsedAction parse_content_scale(ActionWords words) {
    if (words.size() == 1 && words[0] == "monitor") return SetContentScale{};
    const auto v = numbers_of(words);
    if (v.size() != 1 || v[0] < least_content_scale || v[0] > most_content_scale) return {};
    return SetContentScale{v[0]};
}

ParsedAction parse_rename(ActionWords words) {
    if (words.size() < 2) return {};
    const auto number = whole_number_of(words[0]);
    if (!number) return {};
    return RenameView{*number, joined(words.subspan(1))};
}

ParsedAction parse_move(ActionWords words) {
    if (words.size() != 2) return {};
    const auto number = whole_number_of(words[0]);
    const auto to = whole_number_of(words[1]);
    if (!number || !to) return {};
    return MoveView{*number, *to};
}

bool is_sensible(TellStory::Verb verb, float value) {
    switch (verb) {
        case TellStory::Verb::Step:
            return value >= 1 && value == std::floor(value);
        case TellStory::Verb::At:
            return value >= 0 && value <= 1;
        case TellStory::Verb::Speed:
            return value >= least_speed && value <= most_speed;
        default:
            return value >= 0;
    }
}

ParsedAction parse_story(ActionWords words) {
    if (words.empty()) return {};
    const auto verb = value_of(story_verbs, words[0]);
    if (!verb || words.size() != (takes_value(*verb) ? 2 : 1)) return {};
    TellStory action{*verb, 0};
    if (!takes_value(*verb)) return action;
    const auto value = number_of(words[1]);
    if (!value || !is_sensible(*verb, *value)) return {};
    action.value = *value;
    return action;
}

ParsedAction parse_brush_size(ActionWords words) {
    return one_number<SetBrushSize>(words, least_brush_mm, most_brush_mm);
}
ParsedAction parse_brush_by(ActionWords words) {
    return one_number<ScaleBrush>(words, 0.1F, 10);
}

ParsedAction parse_intensity(ActionWords words) {
    if (words.size() != 1) return {};
    const auto value = whole_number_of(words[0]);
    if (!value || *value < 0 || *value > 10) return {};
    return SetIntensity{*value};
}

ParsedAction parse_areas(ActionWords words) {
    if (words.empty()) return SetAreas{};
    auto areas = painted_areas_from_json(joined(words), "areas");
    if (!areas) return {};
    return SetAreas{std::move(*areas.value)};
}

ParsedAction parse_only_region(ActionWords words) {
    if (words.size() != 1) return {};
    return OnlyRegion{words[0] == "any" ? std::string() : words[0]};
}

}  // namespace myomap
