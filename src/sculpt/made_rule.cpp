#include "sculpt/made_rule.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file.h"

namespace myomap {

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

constexpr int most_slips = 20;

// Reads what a file says; a value of the wrong kind ends it, all else is told together.
class Reader {
public:
    explicit Reader(std::string file) : file_(std::move(file)) {}

    Loaded<MadeRule> read(const std::string& text) {
        try {
            MadeRule rule = rule_of(Json::parse(text));
            if (problems_.empty()) return {std::move(rule), {}};
        } catch (const Json::exception& error) {
            tell("", error.what(), "a muscle as data/body/README.md describes it");
        }
        return {std::nullopt, std::move(problems_)};
    }

private:
    void tell(const std::string& where, const std::string& what, const std::string& expected) {
        problems_.push_back({file_, where, what, expected, ""});
    }

    // A misspelt key would be left out silently.
    void know_keys(const Json& json, const std::string& where, const std::vector<std::string>& known) {
        for (const auto& [key, value] : json.items())
            if (std::ranges::find(known, key) == known.end())
                tell(std::string(where).append("/").append(key), "is no key of a made muscle",
                     "one of those in data/body/README.md");
    }

    MadeRule rule_of(const Json& json) {
        know_keys(json, "", {"muscle", "name", "made_from", "sources", "adds", "tendon", "layer", "sheets"});
        MadeRule rule;
        rule.muscle = json.at("muscle").get<std::string>();
        rule.name = json.value("name", "");
        rule.made_from = json.at("made_from").get<std::string>();
        rule.sources = json.at("sources").get<std::vector<std::string>>();
        rule.adds = json.value("adds", false);
        rule.tendon = json.value("tendon", "");
        rule.layer = json.value("layer", 0);
        const Json& sheets = json.at("sheets");
        for (std::size_t i = 0; i < sheets.size(); ++i)
            rule.sheets.push_back(sheet_of(sheets[i], "/sheets/" + std::to_string(i)));
        const bool has_tendon = std::ranges::any_of(rule.sheets, [](const MadeSheet& sheet) {
            return !sheet.flesh_from.empty() || !sheet.flesh_to.empty() || !sheet.intersections.empty();
        });
        if (has_tendon && rule.tendon.empty()) tell("/tendon", "is missing", "what its tendon is called");
        if (!rule.name.empty() && rule.layer <= 0)
            tell("/layer", "is missing", "1 or more, as it has a name");
        if (rule.sources.empty()) tell("/sources", "is empty", "at least one source of the catalog");
        if (rule.sheets.empty()) tell("/sheets", "is empty", "at least one sheet");
        return rule;
    }

    MadeSheet sheet_of(const Json& json, const std::string& where) {
        know_keys(
            json, where,
            {"stations", "rows",       "across",   "along",     "lines",         "thickness_mm", "volume_ml",
             "beneath",  "above",      "clear_of", "gap_mm",    "reach_mm",      "over",         "press",
             "relax",    "flesh_from", "flesh_to", "tendon_to", "intersections", "slips",        "slips_mm"});
        MadeSheet sheet;
        sheet.stations = json.at("stations").get<int>();
        sheet.rows = json.at("rows").get<int>();
        if (sheet.stations < 4 || sheet.rows < 2)
            tell(where, "is too coarse", "at least 4 stations of 2 rows");
        if (json.contains("across")) {
            sheet.across_from = json["across"].at(0).get<float>();
            sheet.across_to = json["across"].at(1).get<float>();
        }
        if (json.contains("along")) {
            sheet.along_from = json["along"].at(0).get<float>();
            sheet.along_to = json["along"].at(1).get<float>();
        }
        if (json.contains("over")) {
            sheet.over_from = json["over"].at(0).get<float>();
            sheet.over_to = json["over"].at(1).get<float>();
        }
        read_lines(json.at("lines"), where + "/lines", sheet);
        read_thickness(json.at("thickness_mm"), where + "/thickness_mm", sheet);
        sheet.volume_ml = json.value("volume_ml", 0.0F);
        sheet.beneath = json.value("beneath", sheet.beneath);
        sheet.above = json.value("above", sheet.above);
        sheet.clear_of = json.value("clear_of", sheet.clear_of);
        sheet.gap_mm = json.value("gap_mm", sheet.gap_mm);
        sheet.reach_mm = json.value("reach_mm", sheet.reach_mm);
        sheet.relax = json.value("relax", sheet.relax);
        sheet.flesh_from = json.value("flesh_from", sheet.flesh_from);
        sheet.flesh_to = json.value("flesh_to", sheet.flesh_to);
        sheet.tendon_to = json.value("tendon_to", sheet.tendon_to);
        if (!sheet.tendon_to.empty() && sheet.flesh_to.empty())
            tell(where + "/tendon_to", "is of no aponeurosis", "flesh_to beside it");
        sheet.intersections = json.value("intersections", sheet.intersections);
        sheet.slips = json.value("slips", sheet.slips);
        sheet.slips_mm = json.value("slips_mm", sheet.slips_mm);
        if (sheet.slips < 0 || sheet.slips > most_slips || (sheet.slips > 0) != (sheet.slips_mm > 0))
            tell(where + "/slips", "do not tell of slips",
                 "0 to " + std::to_string(most_slips) + " of them, and slips_mm above 0 where there are any");
        if (sheet.slips > 0 && !(sheet.flesh_from.empty() && sheet.intersections.empty()))
            tell(where + "/slips", "begin in a tendon",
                 "flesh from the origin on, without flesh_from and intersections");
        const std::string press = json.value("press", "");
        if (press == "in")
            sheet.press = MadeSheet::Press::In;
        else if (press == "out")
            sheet.press = MadeSheet::Press::Out;
        else if (!press.empty())
            tell(where + "/press", "is \"" + press + "\"", "\"in\" or \"out\"");
        return sheet;
    }

    void read_lines(const Json& json, const std::string& where, MadeSheet& sheet) {
        for (std::size_t i = 0; i < json.size(); ++i)
            sheet.lines.push_back(line_of(json[i], where + "/" + std::to_string(i), sheet.rows));
        const auto in_order = [](const MadeLine& a, const MadeLine& b) { return a.at < b.at; };
        if (sheet.lines.size() < 2 || sheet.lines.front().at != 0 || sheet.lines.back().at != 1 ||
            !std::ranges::is_sorted(sheet.lines, in_order))
            tell(where, "do not go from 0 to 1", "lines in the order of \"at\", the first 0, the last 1");
    }

    MadeLine line_of(const Json& json, const std::string& where, int rows) {
        know_keys(json, where, {"at", "through", "onto", "towards", "from", "lift_mm", "spread"});
        MadeLine line;
        line.at = json.at("at").get<float>();
        const Json& through = json.at("through");
        for (std::size_t i = 0; i < through.size(); ++i)
            line.through.push_back(place_of(through[i], where + "/through/" + std::to_string(i)));
        if (line.through.size() < 2) tell(where + "/through", "is no line", "at least two places");
        line.onto = json.value("onto", line.onto);
        if (json.contains("towards")) line.towards = vector_of(json["towards"]);
        if (json.contains("from")) line.from = place_of(json["from"], where + "/from");
        line.lift_mm = json.value("lift_mm", 0.0F);
        line.spread = json.value("spread", line.spread);
        if (!line.spread.empty() && line.spread.size() != static_cast<std::size_t>(rows))
            tell(where + "/spread", "has " + std::to_string(line.spread.size()) + " numbers", "one a row");
        return line;
    }

    MadePlace place_of(const Json& json, const std::string& where) {
        know_keys(json, where, {"between", "offset_mm"});
        MadePlace place;
        float sum = 0;
        for (const auto& [landmark, weight] : json.at("between").items()) {
            place.between.emplace_back(landmark, weight.get<float>());
            sum += place.between.back().second;
        }
        if (!(sum > 0)) tell(where + "/between", "weighs nothing", "landmarks with weights above zero");
        if (json.contains("offset_mm")) place.offset_mm = vector_of(json["offset_mm"]);
        return place;
    }

    void read_thickness(const Json& json, const std::string& where, MadeSheet& sheet) {
        for (std::size_t i = 0; i < json.size(); ++i) {
            sheet.thickness_mm.push_back(json[i].is_array() ? json[i].get<std::vector<float>>()
                                                            : std::vector<float>{json[i].get<float>()});
            const std::vector<float>& row = sheet.thickness_mm.back();
            if (row.empty() || std::ranges::any_of(row, [](float t) { return !(t > 0); }))
                tell(where + "/" + std::to_string(i), "is not a thickness", "numbers above zero, mm");
        }
        if (sheet.thickness_mm.empty()) tell(where, "is empty", "at least one thickness, mm");
    }

    static Vec3 vector_of(const Json& json) {
        return {json.at(0).get<float>(), json.at(1).get<float>(), json.at(2).get<float>()};
    }

    std::string file_;
    std::vector<Problem> problems_;
};

}  // namespace

Loaded<MadeRule> made_rule_from_text(const std::string& text, const std::string& file) {
    return Reader(file).read(text);
}

Loaded<std::vector<MadeRule>> read_made_rules(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".json") files.push_back(entry->path());
    std::ranges::sort(files);
    std::vector<MadeRule> rules;
    std::vector<Problem> problems;
    for (const fs::path& file : files) {
        const Loaded<std::string> text = read_file(file);
        Loaded<MadeRule> rule = text ? made_rule_from_text(*text.value, file.string())
                                     : Loaded<MadeRule>{std::nullopt, text.problems};
        std::ranges::move(rule.problems, std::back_inserter(problems));
        if (rule) rules.push_back(std::move(*rule.value));
    }
    if (!problems.empty()) return {std::nullopt, std::move(problems)};
    return {std::move(rules), {}};
}

}  // namespace myomap
