#include "sculpt/nerve_rule.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>

#include "base/file.h"

namespace myomap {

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

// Reads what a file says; a value of the wrong kind ends it, all else is told together.
class Reader {
public:
    explicit Reader(std::string file) : file_(std::move(file)) {}

    Loaded<NerveRule> read(const std::string& text) {
        try {
            NerveRule rule = rule_of(Json::parse(text));
            if (problems_.empty()) return {std::move(rule), {}};
        } catch (const Json::exception& error) {
            tell("", error.what(), "a nerve as data/body/README.md describes it");
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
                tell(where + "/" + key, "is no key of a nerve", "one of those in data/body/README.md");
    }

    NerveRule rule_of(const Json& json) {
        know_keys(json, "", {"id", "name", "made_from", "sources", "courses"});
        NerveRule rule;
        rule.id = json.at("id").get<std::string>();
        rule.name = json.at("name").get<std::string>();
        rule.made_from = json.at("made_from").get<std::string>();
        rule.sources = json.at("sources").get<std::vector<std::string>>();
        const Json& courses = json.at("courses");
        for (std::size_t i = 0; i < courses.size(); ++i)
            rule.courses.push_back(course_of(courses[i], "/courses/" + std::to_string(i)));
        if (rule.courses.empty()) tell("/courses", "is empty", "at least one course");
        if (rule.sources.empty()) tell("/sources", "is empty", "at least one source of the catalog");
        return rule;
    }

    NerveCourse course_of(const Json& json, const std::string& where) {
        know_keys(json, where, {"radius_mm", "through"});
        NerveCourse course;
        course.radius_mm = json.at("radius_mm").get<std::vector<float>>();
        if (course.radius_mm.empty() ||
            std::ranges::any_of(course.radius_mm, [](float radius) { return !(radius > 0); }))
            tell(where + "/radius_mm", "is no radius", "numbers above zero, mm");
        const Json& through = json.at("through");
        for (std::size_t i = 0; i < through.size(); ++i)
            course.through.push_back(place_of(through[i], where + "/through/" + std::to_string(i)));
        if (course.through.size() < 2) tell(where + "/through", "is no course", "at least two places");
        return course;
    }

    NervePlace place_of(const Json& json, const std::string& where) {
        know_keys(json, where, {"between", "offset_mm", "amid", "onto", "towards", "lift_mm"});
        NervePlace place;
        float sum = 0;
        for (const auto& [landmark, weight] : json.at("between").items()) {
            place.by.between.emplace_back(landmark, weight.get<float>());
            sum += place.by.between.back().second;
        }
        if (!(sum > 0)) tell(where + "/between", "weighs nothing", "landmarks with weights above zero");
        if (json.contains("offset_mm")) place.by.offset_mm = vector_of(json["offset_mm"]);
        if (json.contains("towards")) place.towards = vector_of(json["towards"]);
        place.amid = json.value("amid", place.amid);
        place.onto = json.value("onto", place.onto);
        place.lift_mm = json.value("lift_mm", 0.0F);
        return place;
    }

    static Vec3 vector_of(const Json& json) {
        return {json.at(0).get<float>(), json.at(1).get<float>(), json.at(2).get<float>()};
    }

    std::string file_;
    std::vector<Problem> problems_;
};

}  // namespace

Loaded<NerveRule> nerve_rule_from_text(const std::string& text, const std::string& file) {
    return Reader(file).read(text);
}

Loaded<std::vector<NerveRule>> read_nerve_rules(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == ".json") files.push_back(entry->path());
    std::ranges::sort(files);
    std::vector<NerveRule> rules;
    std::vector<Problem> problems;
    for (const fs::path& file : files) {
        const Loaded<std::string> text = read_file(file);
        Loaded<NerveRule> rule = text ? nerve_rule_from_text(*text.value, file.string())
                                      : Loaded<NerveRule>{std::nullopt, text.problems};
        std::ranges::move(rule.problems, std::back_inserter(problems));
        if (rule) rules.push_back(std::move(*rule.value));
    }
    if (!problems.empty()) return {std::nullopt, std::move(problems)};
    return {std::move(rules), {}};
}

}  // namespace myomap
