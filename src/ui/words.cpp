#include "ui/words.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace myomap {
namespace {

// For an id that no table knows: "hip_thigh" -> "Hip thigh".
std::string spelt_out(std::string_view id) {
    std::string text(id);
    std::ranges::replace(text, '_', ' ');
    return capitalised(text);
}

template <std::size_t N>
std::string looked_up(const std::array<std::pair<std::string_view, std::string_view>, N>& table,
                      std::string_view id) {
    for (const auto& [name, words] : table) {
        if (name == id) return std::string(words);
    }
    return spelt_out(id);
}

using Entry = std::pair<std::string_view, std::string_view>;

}  // namespace

std::string capitalised(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

std::string listed(const std::vector<std::string>& items) {
    std::string text;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i > 0) text += i + 1 == items.size() ? " and " : ", ";
        text += items[i];
    }
    return text;
}

std::string side_words(Side side) {
    return std::string(to_text(side));
}

std::string side_words(const Selection& selection) {
    return selection.both_sides ? "both sides" : side_words(selection.side);
}

std::string region_words(std::string_view region) {
    static constexpr std::array<Entry, 5> table{{{"head_neck", "Head and neck"},
                                                 {"back", "Back and spine"},
                                                 {"chest_abdomen", "Chest and abdomen"},
                                                 {"forearm_hand", "Forearm and hand"},
                                                 {"hip_pelvis", "Hip and pelvis"}}};
    return looked_up(table, region);
}

std::string group_words(std::string_view group) {
    static constexpr std::array<Entry, 7> table{{{"neck_back", "Neck and back"},
                                                 {"hip_thigh", "Hip and thigh"},
                                                 {"leg_foot", "Leg and foot"},
                                                 {"arm_hand", "Arm and hand"},
                                                 {"chest_abdomen", "Chest and abdomen"},
                                                 {"head", "Head, jaw and face"},
                                                 {"general", "Whole body"}}};
    return looked_up(table, group);
}

std::string risk_words(Risk risk) {
    switch (risk) {
        case Risk::Low:
            return "Low risk";
        case Risk::Moderate:
            return "Moderate risk";
        case Risk::High:
            break;
    }
    return "High risk";
}

std::string confidence_words(Confidence confidence) {
    switch (confidence) {
        case Confidence::High:
            return "High confidence: the sources agree.";
        case Confidence::Medium:
            return "Medium confidence: the sources agree in the main.";
        case Confidence::Low:
            break;
    }
    return "Low confidence: few sources, or they differ.";
}

std::string depth_words(PointDepth depth) {
    switch (depth) {
        case PointDepth::Superficial:
            return "near the muscle's surface";
        case PointDepth::Middle:
            return "in the middle of the muscle's thickness";
        case PointDepth::Deep:
            break;
    }
    return "deep in the muscle";
}

std::string kind_words(PartKind kind) {
    return capitalised(std::string(to_text(kind)));
}

std::string treatment_words(std::string_view id) {
    return spelt_out(id);
}

std::string layer_words(int layer) {
    switch (layer) {
        case 1:
            return "superficial";
        case 2:
            return "second layer";
        case 3:
            return "third layer";
        case 4:
            return "deepest";
        default:
            return "";
    }
}

std::string source_words(std::string_view cited, const Catalog& catalog) {
    const Source* source = catalog.source(cited);
    if (source == nullptr) return std::string(cited);
    std::string text = source->citation;
    const std::string year = std::to_string(source->year);
    if (source->year > 0 && text.find(year) == std::string::npos) {
        if (!text.empty() && text.back() == '.') text.pop_back();
        text += ", " + year + ".";
    }
    if (const auto colon = cited.find(':'); colon != std::string_view::npos) {
        std::string chapter(cited.substr(colon + 1));
        if (chapter.starts_with("ch")) chapter = "chapter " + chapter.substr(2);
        text += " " + capitalised(chapter) + ".";
    }
    if (source->verified && !*source->verified)
        text += " Cited after others: the publication itself was not seen.";
    return text;
}

std::string point_words(const TriggerPoint& point, const Catalog& catalog) {
    const Muscle* muscle = catalog.muscle(point.muscle);
    if (muscle == nullptr) return point.id;
    if (muscle->trigger_points.size() == 1) return muscle->name;
    return muscle->name + ", point " + std::to_string(point.number);
}

std::vector<std::string> aftercare(const Treatment& treatment, bool urgent) {
    std::vector<std::string> lines;
    for (const std::string& line : treatment.aftercare)
        if ((line.starts_with("call ") || line.starts_with("get ")) == urgent) lines.push_back(line);
    if (urgent) std::ranges::reverse(lines);  // they stand from mild to urgent
    return lines;
}

std::string hover_words(const State& state, const Atlas& atlas) {
    const Catalog& catalog = atlas.catalog();
    const auto sided = [](const std::string& name, Side side) {
        return side == Side::Midline ? name : name + " · " + side_words(side);
    };
    if (state.hovered_point) {
        const TriggerPoint* point = catalog.point(state.hovered_point->point);
        if (point != nullptr) {
            const Muscle* muscle = catalog.muscle(point->muscle);
            const std::string name = muscle == nullptr ? point->muscle : muscle->name;
            return sided(name + ", point " + std::to_string(point->number), state.hovered_point->side);
        }
    }
    const int index = atlas.body().part_index(state.hovered_part);
    if (index < 0) return {};
    const Part& part = atlas.body().parts[static_cast<std::size_t>(index)];
    const Muscle* muscle = catalog.muscle(part.muscle);
    return muscle == nullptr ? capitalised(part.name) : sided(muscle->name, part.side);
}

}  // namespace myomap
