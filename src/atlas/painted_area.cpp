#include "atlas/painted_area.h"

#include <cmath>
#include <nlohmann/json.hpp>
#include <utility>

#include "catalog/json_document.h"

namespace myomap {
namespace {

using Ordered = nlohmann::ordered_json;
using Json = nlohmann::json;

double rounded(float value, double scale) {
    return std::round(static_cast<double>(value) * scale) / scale;
}

Ordered to_json(const PaintMark& mark) {
    if (mark.kind == PaintMark::Kind::Zone) return {{"zone", dotted_side(mark.zone, mark.place.side)}};
    return {{mark.kind == PaintMark::Kind::Dab ? "paint" : "erase",
             dotted_side(mark.place.segment, mark.place.side)},
            {"t", rounded(mark.place.t, 1e4)},
            {"azimuth_deg", rounded(mark.place.azimuth_deg, 1e2)},
            {"radius_mm", rounded(mark.radius_mm, 1e1)}};
}

// Takes the document apart and notes what is wrong, with its JSON pointer.
class Reader {
public:
    explicit Reader(const std::string& file) : file_(file) {}

    std::vector<PaintedArea> areas(const Json& document) {
        std::vector<PaintedArea> areas;
        if (!document.is_object() || !document.contains("areas") || !document["areas"].is_array()) {
            tell("", "this is no painted area", "an object with a list of areas");
            return areas;
        }
        const Json& list = document["areas"];
        for (std::size_t i = 0; i < list.size(); ++i)
            areas.push_back(area(list[i], "/areas/" + std::to_string(i)));
        return areas;
    }

    std::vector<Problem> problems;

private:
    void tell(const std::string& where, std::string what, std::string expected) {
        problems.push_back({file_, where, std::move(what), std::move(expected), {}});
    }

    PaintedArea area(const Json& json, const std::string& where) {
        PaintedArea area;
        if (!json.is_object()) {
            tell(where, "this is no area", "an object with name and marks");
            return area;
        }
        if (json.contains("name") && json["name"].is_string())
            area.name = json["name"].get<std::string>();
        else
            tell(where, "the area has no name", "\"name\": a text");
        if (json.contains("intensity")) {
            const Json& intensity = json["intensity"];
            const double value = intensity.is_number() ? intensity.get<double>() : -1;
            if (value >= 0 && value <= 10)
                area.intensity = static_cast<int>(std::lround(value));
            else
                tell(where + "/intensity", "this is no intensity", "a number from 0 to 10");
        }
        if (json.contains("deep")) {
            if (json["deep"].is_boolean())
                area.deep = json["deep"].get<bool>();
            else
                tell(where + "/deep", "whether pain is deep is told by true or false", {});
        }
        if (!json.contains("marks") || !json["marks"].is_array()) {
            tell(where, "the area has no marks", "\"marks\": a list");
            return area;
        }
        for (std::size_t i = 0; i < json["marks"].size(); ++i)
            mark(json["marks"][i], where + "/marks/" + std::to_string(i), area);
        return area;
    }

    void mark(const Json& json, const std::string& where, PaintedArea& area) {
        for (const auto& [key, kind] :
             {std::pair{"paint", PaintMark::Kind::Dab}, std::pair{"erase", PaintMark::Kind::Erase},
              std::pair{"zone", PaintMark::Kind::Zone}}) {
            if (!json.is_object() || !json.contains(key) || !json[key].is_string()) continue;
            const NameOnSide named = name_on_side(json[key].get<std::string>());
            PaintMark mark;
            mark.kind = kind;
            mark.place.side = named.side;
            (kind == PaintMark::Kind::Zone ? mark.zone : mark.place.segment) = named.name;
            if (kind != PaintMark::Kind::Zone) {
                mark.place.t = number(json, "t", where, -1, 2);
                mark.place.azimuth_deg = number(json, "azimuth_deg", where, -180, 180);
                mark.radius_mm = number(json, "radius_mm", where, 1, most_brush_mm);
            }
            area.marks.push_back(std::move(mark));
            return;
        }
        tell(where, "this is no mark", "an object with paint, erase or zone");
    }

    float number(const Json& json, const char* key, const std::string& where, float least, float most) {
        if (json.contains(key) && json[key].is_number()) {
            const float value = json[key].get<float>();
            if (value >= least && value <= most) return value;
        }
        tell(where, std::string("the mark has no usable ") + key,
             "a number from " + std::to_string(std::lround(least)) + " to " +
                 std::to_string(std::lround(most)));
        return 0;
    }

    const std::string& file_;
};

}  // namespace

SkinPlace mirrored(const SkinPlace& place) {
    SkinPlace other = place;
    other.side = mirrored(place.side);
    if (place.side == Side::Midline) other.azimuth_deg = -place.azimuth_deg;
    return other;
}

std::string dotted_side(const std::string& name, Side side) {
    return side == Side::Midline ? name : name + "." + std::string(to_text(side));
}

NameOnSide name_on_side(std::string_view text) {
    const std::size_t dot = text.rfind('.');
    if (dot != std::string_view::npos)
        if (const auto side = side_from_text(text.substr(dot + 1)))
            return {std::string(text.substr(0, dot)), *side};
    return {std::string(text), Side::Midline};
}

std::string to_json_text(const std::vector<PaintedArea>& areas) {
    std::string text = "{\"areas\": [";
    bool first_area = true;
    for (const PaintedArea& area : areas) {
        text += first_area ? "\n" : ",\n";
        first_area = false;
        const Ordered name = area.name;
        text += "  {\"name\": " + name.dump(-1, ' ', false, Ordered::error_handler_t::replace) +
                ", \"intensity\": " + std::to_string(area.intensity) +
                ", \"deep\": " + (area.deep ? "true" : "false") + ", \"marks\": [";
        for (std::size_t i = 0; i < area.marks.size(); ++i)
            text += (i == 0 ? "\n    " : ",\n    ") + to_json(area.marks[i]).dump();
        text += "]}";
    }
    return text + "]}\n";
}

Loaded<std::vector<PaintedArea>> painted_areas_from_json(std::string_view text, const std::string& file) {
    const Loaded<Json> document = parse_json(text, file);
    if (!document) return {std::nullopt, document.problems};
    Reader reader(file);
    std::vector<PaintedArea> areas = reader.areas(*document.value);
    if (!reader.problems.empty()) return {std::nullopt, std::move(reader.problems)};
    return {std::move(areas), {}};
}

}  // namespace myomap
