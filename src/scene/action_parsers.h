#pragma once
#include <optional>
#include <string>
#include <vector>

#include "scene/action_names.h"
#include "scene/action_words.h"

namespace myomap {

// What follows an action's name in its text form, made into the action. None where the words are not such an
// action.
using ParsedAction = std::optional<Action>;

ParsedAction parse_hover(ActionWords words);
ParsedAction parse_lengthen(ActionWords words);
ParsedAction parse_orbit(ActionWords words);
ParsedAction parse_pan(ActionWords words);
ParsedAction parse_zoom(ActionWords words);
ParsedAction parse_camera(ActionWords words);
ParsedAction parse_aspect(ActionWords words);
ParsedAction parse_find(ActionWords words);
ParsedAction parse_cut(ActionWords words);
ParsedAction parse_cut_by(ActionWords words);
ParsedAction parse_speed(ActionWords words);
ParsedAction parse_text_size(ActionWords words);
ParsedAction parse_content_scale(ActionWords words);
ParsedAction parse_rename(ActionWords words);
ParsedAction parse_move(ActionWords words);
ParsedAction parse_story(ActionWords words);
ParsedAction parse_brush_size(ActionWords words);
ParsedAction parse_brush_by(ActionWords words);
ParsedAction parse_intensity(ActionWords words);
ParsedAction parse_areas(ActionWords words);
ParsedAction parse_only_region(ActionWords words);

// Those of a shape that several actions share.

// An id, and perhaps a side.
template <class Select>
ParsedAction id_and_side(ActionWords words) {
    if (words.empty() || words.size() > 2) return {};
    Select select{words[0], std::nullopt};
    if (words.size() == 2) {
        select.side = side_from_text(words[1]);
        if (!select.side) return {};
    }
    return select;
}

template <class One>
ParsedAction one_id(ActionWords words) {
    if (words.size() != 1) return {};
    return One{words[0]};
}

template <class One>
ParsedAction id_or_selection(ActionWords words) {
    if (words.size() > 1) return {};
    return One{words.empty() ? std::string() : words[0]};
}

template <class One>
ParsedAction ids_or_selection(ActionWords words) {
    return One{joined(words)};
}

template <class One>
ParsedAction name_of_view(ActionWords words) {
    if (words.empty()) return {};
    return One{joined(words)};
}

template <class None>
ParsedAction nothing_more(ActionWords words) {
    if (!words.empty()) return {};
    return None{};
}

// One of the names; or none, which means the next one.
template <class One, const auto& names>
ParsedAction name_or_next(ActionWords words) {
    if (words.empty()) return One{std::nullopt};
    if (words.size() != 1) return {};
    if (const auto value = value_of(names, words[0])) return One{value};
    return {};
}

template <class One, const auto& names>
ParsedAction one_name(ActionWords words) {
    if (words.size() != 1) return {};
    if (const auto value = value_of(names, words[0])) return One{*value};
    return {};
}

// A name, and perhaps "on" or "off".
template <class One, const auto& names>
ParsedAction name_and_switch(ActionWords words) {
    if (words.empty() || words.size() > 2) return {};
    const auto value = value_of(names, words[0]);
    if (!value) return {};
    One action{*value, std::nullopt};
    if (words.size() == 2) {
        const auto on = value_of(switches, words[1]);
        if (!on) return {};
        if constexpr (requires { action.shown; }) action.shown = on;
        if constexpr (requires { action.open; }) action.open = on;
    }
    return action;
}

template <class One>
ParsedAction whole_number(ActionWords words) {
    if (words.size() != 1) return {};
    const auto value = whole_number_of(words[0]);
    if (!value) return {};
    return One{*value};
}

template <class One>
ParsedAction one_number(ActionWords words, float least, float most) {
    const auto v = numbers_of(words);
    if (v.size() != 1 || v[0] < least || v[0] > most) return {};
    return One{v[0]};
}

// "thigh.right 0.4 12.5 18": a place on the skin and perhaps a radius.
template <class One>
ParsedAction place_on_skin(ActionWords words) {
    if (words.size() != 3 && words.size() != 4) return {};
    const auto v = numbers_of(words.subspan(1));
    if (v.size() + 1 != words.size()) return {};
    const NameOnSide segment = name_on_side(words[0]);
    One action{{segment.name, segment.side, v[0], v[1]}, std::nullopt};
    if (v.size() == 3) {
        if (v[2] < 1 || v[2] > most_brush_mm) return {};
        action.radius_mm = v[2];
    }
    return action;
}

template <class One>
ParsedAction words_or_none(ActionWords words) {
    return One{joined(words)};
}

template <class One>
ParsedAction point_on_side(ActionWords words) {
    if (words.empty()) return One{std::nullopt};
    if (words.size() != 2) return {};
    const auto side = side_from_text(words[1]);
    if (!side) return {};
    return One{PointOnSide{words[0], *side}};
}

// A name, or "any".
template <class One, const auto& names>
ParsedAction name_or_any(ActionWords words) {
    if (words.size() != 1) return {};
    if (words[0] == "any") return One{std::nullopt};
    return name_or_next<One, names>(words);
}

}  // namespace myomap
