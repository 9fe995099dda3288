#include "sculpt/body_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/file.h"

namespace myomap {

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

std::string fixed(float value, int digits) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", digits, static_cast<double>(value));
    std::string result = text;
    result.erase(result.find_last_not_of('0') + 1);
    if (result.back() == '.') result.pop_back();
    return result == "-0" ? "0" : result;
}

std::string list_of(const std::vector<std::string>& numbers) {
    std::string text = "[";
    for (const std::string& number : numbers) text += (text.size() > 1 ? ", " : "") + number;
    return text + "]";
}

void add(std::vector<std::string>& numbers, const Vec3& v, int digits) {
    for (int k = 0; k < 3; ++k) numbers.push_back(fixed(v[k], digits));
}

std::string lines_of(const std::vector<std::string>& lines) {
    std::string text = "[";
    for (std::size_t i = 0; i < lines.size(); ++i) text += (i > 0 ? ",\n    " : "\n    ") + lines[i];
    return text + "\n  ]";
}

template <class Ranged>
std::string range_text(const Ranged& range) {
    return ", \"across\": " + list_of({fixed(range.across_from, 4), fixed(range.across_to, 4)}) +
           ", \"along\": " + list_of({fixed(range.along_from, 4), fixed(range.along_to, 4)});
}

std::string text_of(const BodySheet& sheet) {
    std::vector<std::string> lines;
    for (int s = 0; s < sheet.stations; ++s) {
        std::vector<std::string> numbers;
        for (int r = 0; r < sheet.rows; ++r) {
            const auto i = static_cast<std::size_t>(s * sheet.rows + r);
            add(numbers, sheet.middle_mm[i], 2);
            numbers.push_back(fixed(sheet.half_mm[i], 2));
        }
        lines.push_back(list_of(numbers));
    }
    std::string text = "{\"rows\": " + std::to_string(sheet.rows);
    if (!sheet.muscle.empty()) text += ", \"muscle\": " + Json(sheet.muscle).dump();
    if (!sheet.counts) text += ", \"counts\": false";
    text += range_text(sheet);
    if (!sheet.places.empty()) {
        std::vector<std::string> numbers;
        for (const Vec2& place : sheet.places) {
            numbers.push_back(fixed(place.x, 3));
            numbers.push_back(fixed(place.y, 3));
        }
        text += ", \"places\": " + list_of(numbers);
    }
    std::string also;
    for (const MuscleRange& other : sheet.also)
        also += (also.empty() ? "" : ", ") + ("{\"muscle\": " + Json(other.muscle).dump()) +
                range_text(other) + "}";
    if (!also.empty()) text += ", \"also\": [" + also + "]";
    return text + ", \"stations\": " + lines_of(lines) + "}";
}

std::string text_of(const EllipsoidUnion& bone) {
    std::vector<std::string> lines;
    for (const Ellipsoid& ellipsoid : bone.ellipsoids) {
        std::vector<std::string> numbers;
        add(numbers, ellipsoid.centre_mm, 2);
        add(numbers, ellipsoid.radii_mm, 2);
        add(numbers, ellipsoid.turn, 3);
        lines.push_back(list_of(numbers));
    }
    return lines_of(lines);
}

std::string text_of(const BodyCage& cage) {
    std::vector<std::string> places, strips;
    for (const Vec3& place : cage.places_mm) {
        std::vector<std::string> numbers;
        add(numbers, place, 2);
        places.push_back(list_of(numbers));
    }
    for (const std::vector<std::uint32_t>& strip : cage.strips) {
        std::vector<std::string> numbers;
        for (const std::uint32_t place : strip) numbers.push_back(std::to_string(place));
        strips.push_back(list_of(numbers));
    }
    return "{\"places\": " + lines_of(places) + ", \"strips\": " + lines_of(strips) + "}";
}

std::string text_of(const std::vector<TubeCourse>& tubes) {
    std::vector<std::string> courses;
    for (const TubeCourse& course : tubes) {
        std::vector<std::string> lines;
        for (const Vec4& node : course.nodes_mm) {
            std::vector<std::string> numbers;
            add(numbers, Vec3(node), 2);
            numbers.push_back(fixed(node.w, 2));
            lines.push_back(list_of(numbers));
        }
        courses.push_back(lines_of(lines));
    }
    return list_of(courses);
}

// Reads what a file says; the first thing that is wrong ends it.
class Reader {
public:
    explicit Reader(std::string file) : file_(std::move(file)) {}

    Loaded<BodyPart> read(const std::string& text) {
        try {
            const Json json = Json::parse(text);
            BodyPart part = part_of(json);
            if (problems_.empty()) return {std::move(part), {}};
        } catch (const Json::exception& error) {
            tell("", error.what(), "a part as data/body/README.md describes it");
        }
        return {std::nullopt, std::move(problems_)};
    }

private:
    void tell(const std::string& where, const std::string& what, const std::string& expected) {
        problems_.push_back({file_, where, what, expected, ""});
    }

    BodyPart part_of(const Json& json) {
        BodyPart part;
        part.id = json.at("id").get<std::string>();
        part.name = json.at("name").get<std::string>();
        const std::string kind = json.at("kind").get<std::string>();
        if (const auto known = part_kind_from_text(kind))
            part.kind = *known;
        else
            tell("/kind", "is \"" + kind + "\"", "muscle, bone, …");
        part.paired = json.at("paired").get<bool>();
        part.own_side = json.value("own_side", "");
        part.fma = json.at("fma").get<std::map<std::string, std::string>>();
        part.made_from = json.at("made_from").get<std::string>();
        part.by_hand = json.value("by_hand", false);
        if (json.contains("sheets")) {
            const Json& sheets = json.at("sheets");
            for (std::size_t i = 0; i < sheets.size(); ++i)
                part.sheets.push_back(sheet_of(sheets[i], "/sheets/" + std::to_string(i)));
        }
        if (json.contains("ellipsoids")) {
            part.bone.blend_mm = json.at("blend_mm").get<float>();
            const Json& ellipsoids = json.at("ellipsoids");
            for (std::size_t i = 0; i < ellipsoids.size(); ++i)
                part.bone.ellipsoids.push_back(
                    ellipsoid_of(ellipsoids[i], "/ellipsoids/" + std::to_string(i)));
        }
        if (json.contains("cage")) part.cage = cage_of(json.at("cage"));
        if (json.contains("courses")) {
            const Json& courses = json.at("courses");
            for (std::size_t i = 0; i < courses.size(); ++i)
                part.tubes.push_back(course_of(courses[i], "/courses/" + std::to_string(i)));
        }
        const int shapes = (part.sheets.empty() ? 0 : 1) + (part.bone.ellipsoids.empty() ? 0 : 1) +
                           (part.cage.places_mm.empty() ? 0 : 1) + (part.tubes.empty() ? 0 : 1);
        if (shapes != 1)
            tell("", "has no shape, or two", "\"sheets\", \"ellipsoids\", \"cage\" or \"courses\"");
        return part;
    }

    template <class Ranged>
    static void read_range(const Json& json, Ranged& range) {
        range.across_from = json.at("across").at(0).get<float>();
        range.across_to = json.at("across").at(1).get<float>();
        range.along_from = json.at("along").at(0).get<float>();
        range.along_to = json.at("along").at(1).get<float>();
    }

    BodySheet sheet_of(const Json& json, const std::string& where) {
        BodySheet sheet;
        sheet.rows = json.at("rows").get<int>();
        sheet.muscle = json.value("muscle", "");
        read_range(json, sheet);
        sheet.counts = json.value("counts", true);
        if (json.contains("places")) {
            const auto numbers = json.at("places").get<std::vector<float>>();
            if (numbers.size() != 32)
                tell(where + "/places", "has " + std::to_string(numbers.size()) + " numbers",
                     "32: along and across at 4 × 4 places");
            else
                for (std::size_t i = 0; i < numbers.size(); i += 2)
                    sheet.places.emplace_back(numbers[i], numbers[i + 1]);
        }
        for (const Json& other : json.value("also", Json::array())) {
            sheet.also.push_back({other.at("muscle").get<std::string>()});
            read_range(other, sheet.also.back());
        }
        const Json& stations = json.at("stations");
        sheet.stations = static_cast<int>(stations.size());
        if (sheet.rows < 2 || sheet.stations < 2)
            tell(where,
                 "has " + std::to_string(sheet.stations) + " stations of " + std::to_string(sheet.rows) +
                     " rows",
                 "at least 2 of 2");
        for (std::size_t s = 0; s < stations.size(); ++s) {
            const auto numbers = stations[s].get<std::vector<float>>();
            const std::string at = where + "/stations/" + std::to_string(s);
            if (numbers.size() != 4 * static_cast<std::size_t>(std::max(sheet.rows, 0))) {
                tell(at, "has " + std::to_string(numbers.size()) + " numbers",
                     "4 a row: x, y, z and half the thickness");
                continue;
            }
            for (std::size_t i = 0; i < numbers.size(); i += 4) {
                sheet.middle_mm.emplace_back(numbers[i], numbers[i + 1], numbers[i + 2]);
                sheet.half_mm.push_back(numbers[i + 3]);
                if (numbers[i + 3] < 0) tell(at, "has a thickness below zero", "half a thickness in mm");
            }
        }
        return sheet;
    }

    Ellipsoid ellipsoid_of(const Json& json, const std::string& where) {
        const auto n = json.get<std::vector<float>>();
        if (n.size() != 9) {
            tell(where, "has " + std::to_string(n.size()) + " numbers",
                 "9: centre, radii and rotation vector");
            return {};
        }
        if (std::min({n[3], n[4], n[5]}) <= 0) tell(where, "has a radius that is not positive", "mm");
        return {{n[0], n[1], n[2]}, {n[3], n[4], n[5]}, {n[6], n[7], n[8]}};
    }

    BodyCage cage_of(const Json& json) {
        BodyCage cage;
        for (const auto& place : json.at("places").get<std::vector<std::array<float, 3>>>())
            cage.places_mm.emplace_back(place[0], place[1], place[2]);
        cage.strips = json.at("strips").get<std::vector<std::vector<std::uint32_t>>>();
        for (std::size_t i = 0; i < cage.strips.size(); ++i)
            for (const std::uint32_t place : cage.strips[i])
                if (place >= cage.places_mm.size())
                    tell("/cage/strips/" + std::to_string(i), "names place " + std::to_string(place),
                         "0 to " + std::to_string(cage.places_mm.size() - 1));
        return cage;
    }

    TubeCourse course_of(const Json& json, const std::string& where) {
        TubeCourse course;
        if (json.size() < 2) tell(where, "has " + std::to_string(json.size()) + " places", "at least 2");
        for (std::size_t i = 0; i < json.size(); ++i) {
            const auto n = json[i].get<std::vector<float>>();
            const std::string at = where + "/" + std::to_string(i);
            if (n.size() != 4) {
                tell(at, "has " + std::to_string(n.size()) + " numbers", "4: x, y, z and the radius");
                continue;
            }
            if (!(n[3] > 0)) tell(at, "has a radius that is not positive", "mm");
            course.nodes_mm.emplace_back(n[0], n[1], n[2], n[3]);
        }
        return course;
    }

    std::string file_;
    std::vector<Problem> problems_;
};

// KIND/ID.json
std::vector<fs::path> part_files(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error))
        if (entry->path().extension() == ".json" &&
            part_kind_from_text(entry->path().parent_path().filename().string()))
            files.push_back(entry->path());
    std::ranges::sort(files);
    return files;
}

Loaded<std::vector<BodyPart>> read_parts(const std::vector<fs::path>& files) {
    std::vector<Problem> problems;
    std::vector<BodyPart> parts;
    for (const fs::path& file : files) {
        const Loaded<std::string> text = read_file(file);
        Loaded<BodyPart> part = text ? body_part_from_text(*text.value, file.string())
                                     : Loaded<BodyPart>{std::nullopt, text.problems};
        std::ranges::move(part.problems, std::back_inserter(problems));
        if (part) parts.push_back(std::move(*part.value));
    }
    if (!problems.empty()) return {std::nullopt, std::move(problems)};
    return {std::move(parts), {}};
}

std::vector<Problem> write_part(const BodyPart& part, const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    return write_file(folder / (part.id + ".json"), to_text(part));
}

}  // namespace

std::string to_text(const BodyPart& part) {
    std::string text = "{\n  \"id\": " + Json(part.id).dump() + ",\n  \"name\": " + Json(part.name).dump() +
                       ",\n  \"kind\": " + Json(to_text(part.kind)).dump() +
                       ",\n  \"paired\": " + (part.paired ? "true" : "false");
    if (!part.own_side.empty()) text += ",\n  \"own_side\": " + Json(part.own_side).dump();
    text += ",\n  \"fma\": " + Json(part.fma).dump() + ",\n  \"made_from\": " + Json(part.made_from).dump();
    if (part.by_hand) text += ",\n  \"by_hand\": true";
    if (!part.sheets.empty()) {
        text += ",\n  \"sheets\": [";
        for (std::size_t i = 0; i < part.sheets.size(); ++i)
            text += (i > 0 ? ", " : "") + text_of(part.sheets[i]);
        text += "]";
    }
    if (!part.bone.ellipsoids.empty())
        text += ",\n  \"blend_mm\": " + fixed(part.bone.blend_mm, 3) +
                ",\n  \"ellipsoids\": " + text_of(part.bone);
    if (!part.cage.places_mm.empty()) text += ",\n  \"cage\": " + text_of(part.cage);
    if (!part.tubes.empty()) text += ",\n  \"courses\": " + text_of(part.tubes);
    return text + "\n}\n";
}

Loaded<BodyPart> body_part_from_text(const std::string& text, const std::string& file) {
    return Reader(file).read(text);
}

Loaded<std::vector<BodyPart>> read_body_numbers(const fs::path& folder) {
    const std::vector<fs::path> files = part_files(folder);
    if (files.empty())
        return {std::nullopt, {{folder.string(), "", "holds no part of a body", "files KIND/ID.json", ""}}};
    return read_parts(files);
}

Loaded<std::vector<std::string>> read_parts_by_hand(const fs::path& folder) {
    const Loaded<std::vector<BodyPart>> parts = read_parts(part_files(folder));
    if (!parts) return {std::nullopt, parts.problems};
    std::vector<std::string> ids;
    for (const BodyPart& part : *parts.value)
        if (part.by_hand) ids.push_back(part.id);
    return {std::move(ids), {}};
}

std::vector<Problem> write_body_numbers(const std::vector<BodyPart>& parts, const fs::path& folder) {
    std::vector<Problem> problems;
    for (const BodyPart& part : parts)
        std::ranges::move(write_part(part, folder / to_text(part.kind)), std::back_inserter(problems));
    return problems;
}

std::size_t count_numbers(const std::vector<BodyPart>& parts) {
    std::size_t count = 0;
    for (const BodyPart& part : parts) {
        for (const BodySheet& sheet : part.sheets)
            count += 4 * sheet.middle_mm.size() + 2 * sheet.places.size();
        count += 9 * part.bone.ellipsoids.size() + 3 * part.cage.places_mm.size();
        for (const std::vector<std::uint32_t>& strip : part.cage.strips) count += strip.size();
        for (const TubeCourse& course : part.tubes) count += 4 * course.nodes_mm.size();
    }
    return count;
}

}  // namespace myomap
