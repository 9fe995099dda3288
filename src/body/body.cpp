#include "body/body.h"

#include <algorithm>

namespace myomap {

const Landmark* Body::landmark(std::string_view id, Side side) const {
    for (const Landmark& landmark : landmarks)
        if (landmark.side == side && landmark.id == id) return &landmark;
    return nullptr;
}

const FibreSheet* Body::sheet(std::string_view muscle, Side side) const {
    for (const FibreSheet& sheet : sheets)
        if (sheet.side == side && sheet.muscle == muscle) return &sheet;
    return nullptr;
}

int Body::part_index(std::string_view id) const {
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i].id == id) return static_cast<int>(i);
    return -1;
}

std::vector<int> Body::parts_of_muscle(std::string_view muscle, Side side) const {
    std::vector<int> found;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i].side == side && parts[i].muscle == muscle) found.push_back(static_cast<int>(i));
    if (!found.empty()) return found;
    for (const FibreSheet& sheet : sheets)
        if (sheet.muscle == muscle && sheet.side == side && sheet.part >= 0 &&
            std::ranges::find(found, sheet.part) == found.end())
            found.push_back(sheet.part);
    return found;
}

Box Body::bounds() const {
    Box box = bounds_of(skin.mesh);
    for (const Part& part : parts)
        for (const Mesh& level : part.levels) box.add(bounds_of(level));
    return box;
}

std::size_t Body::triangle_count(std::size_t level) const {
    std::size_t count = 0;
    for (const Part& part : parts) {
        std::size_t there = level;
        while (there + 1 < part.levels.size() && part.levels[there].indices.empty()) ++there;
        count += part.levels[there].triangle_count();
    }
    return count;
}

}  // namespace myomap
