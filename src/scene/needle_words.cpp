#include "scene/needle_words.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "scene/labels.h"

namespace myomap {
namespace {

const std::string& part_name(int part, const Body& body) {
    return body.parts[static_cast<std::size_t>(part)].name;
}

}  // namespace

std::string hold_words(NeedleHold hold) {
    switch (hold) {
        case NeedleHold::Straight:
            break;
        case NeedleHold::Flat:
            return "The record has the needle nearly flat to the skin, and so it is drawn.";
        case NeedleHold::Pincer:
            return "The record lifts the muscle between finger and thumb and needles only the held fold. The "
                   "model lies at rest, so the way drawn is not that of the treatment.";
        case NeedleHold::Hand:
            return "The record treats this point by hand, so no needle is drawn. What lies here shows why.";
    }
    return {};
}

std::string way_words(const NeedlePath& path) {
    constexpr float longest_needle_mm = 100;
    const std::string words = hold_words(path.hold);
    if (!words.empty() || path.length_mm <= longest_needle_mm) return words;
    return "The way is longer than a needle is: the model stands at rest, and the position of the treatment "
           "opens a shorter one.";
}

std::string millimetres(float mm) {
    char text[32];
    std::snprintf(text, sizeof text, std::abs(mm) < 9.95F ? "%.1f mm" : "%.0f mm", static_cast<double>(mm));
    return text;
}

std::string near_words(const NeedleNeighbour& neighbour, const Body& body) {
    const std::string where = neighbour.aside_mm <= 0
                                  ? "the line goes through it"
                                  : millimetres(neighbour.aside_mm) + " beside the needle";
    return part_name(neighbour.part, body) + ": " + where + ", " + millimetres(neighbour.along_mm) + " deep";
}

std::string behind_words(const NeedleNeighbour& neighbour, const NeedlePath& path, const Body& body) {
    const std::string aside =
        neighbour.aside_mm <= 0 ? "" : ", " + millimetres(neighbour.aside_mm) + " aside";
    return part_name(neighbour.part, body) + ": " + millimetres(neighbour.along_mm - path.length_mm) +
           " behind the point" + aside;
}

std::string short_near_words(const NeedleNeighbour& neighbour, const Body& body) {
    const std::string where =
        neighbour.aside_mm <= 0 ? "in the way" : millimetres(neighbour.aside_mm) + " beside the needle";
    return without_side(part_name(neighbour.part, body)) + ", " + where;
}

std::string short_behind_words(const NeedleNeighbour& neighbour, const NeedlePath& path, const Body& body) {
    return without_side(part_name(neighbour.part, body)) + ", " +
           millimetres(neighbour.along_mm - path.length_mm) + " behind the point";
}

std::string passes_words(const NeedlePath& path, const Body& body) {
    std::vector<int> told;
    std::string words;
    for (const NeedlePassage& passage : path.passes) {
        if (std::ranges::find(told, passage.part) != told.end()) continue;
        told.push_back(passage.part);
        words += (words.empty() ? "" : " \u2192 ") + part_name(passage.part, body);
    }
    return words;
}

std::vector<std::string> not_in_model(const NeedlePath& path) {
    std::vector<std::string> names;
    for (const HazardInModel& hazard : path.hazards)
        for (const NamedStructure& structure : hazard.structures)
            if (structure.parts.empty() && std::ranges::find(names, structure.name) == names.end())
                names.push_back(structure.name);
    return names;
}

std::vector<std::string> further_away(const NeedlePath& path) {
    const auto told = [&](int part) {
        return std::ranges::find(path.near, part, &NeedleNeighbour::part) != path.near.end() ||
               std::ranges::find(path.behind, part, &NeedleNeighbour::part) != path.behind.end();
    };
    std::vector<std::string> names;
    for (const HazardInModel& hazard : path.hazards)
        for (const NamedStructure& structure : hazard.structures)
            if (!structure.parts.empty() && std::ranges::none_of(structure.parts, told) &&
                std::ranges::find(names, structure.name) == names.end())
                names.push_back(structure.name);
    return names;
}

}  // namespace myomap
