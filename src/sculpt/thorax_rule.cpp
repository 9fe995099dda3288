#include "sculpt/thorax_rule.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/file.h"

namespace myomap {

using Json = nlohmann::json;

namespace {

ThoraxRule::Lining lining_of(const Json& json) {
    ThoraxRule::Lining lining;
    lining.made_from = json.at("made_from").get<std::string>();
    lining.inside_mm = json.at("inside_mm").get<float>();
    const Json& limits = json.at("limits");
    lining.limits = {limits.at("midclavicular").get<std::string>(),
                     limits.at("midaxillary").get<std::string>(),
                     limits.at("paravertebral").get<std::string>()};
    return lining;
}

}  // namespace

Loaded<ThoraxRule> thorax_rule_from_text(const std::string& text, const std::string& file) {
    try {
        const Json json = Json::parse(text);
        ThoraxRule rule;
        rule.sources = json.at("sources").get<std::vector<std::string>>();
        rule.wall_mm = json.at("wall_mm").get<float>();
        rule.cupola_mm = json.at("cupola_mm").get<float>();
        rule.recess_mm = json.at("recess_mm").get<float>();
        rule.pleura = lining_of(json.at("pleura"));
        rule.lung = lining_of(json.at("lung"));
        if (std::min({rule.wall_mm, rule.cupola_mm, rule.recess_mm, rule.pleura.inside_mm,
                      rule.lung.inside_mm}) <= 0)
            return {std::nullopt, {{file, "", "has a length that is not positive", "mm", ""}}};
        return {std::move(rule), {}};
    } catch (const Json::exception& error) {
        return {std::nullopt, {{file, "", error.what(), "a thorax as data/body/README.md describes it", ""}}};
    }
}

Loaded<std::vector<ThoraxRule>> read_thorax_rule(const std::filesystem::path& body_folder) {
    const std::filesystem::path file = body_folder / "thorax.json";
    if (!std::filesystem::exists(file)) return {std::vector<ThoraxRule>{}, {}};
    const Loaded<std::string> text = read_file(file);
    if (!text) return {std::nullopt, text.problems};
    Loaded<ThoraxRule> rule = thorax_rule_from_text(*text.value, file.string());
    if (!rule) return {std::nullopt, std::move(rule.problems)};
    return {std::vector<ThoraxRule>{std::move(*rule.value)}, {}};
}

}  // namespace myomap
