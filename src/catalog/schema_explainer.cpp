#include "catalog/schema_explainer.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace myomap {
namespace {

using Json = nlohmann::json;

std::string kind_of(const Json& value) {
    if (value.is_number_integer()) return "a whole number";
    if (value.is_number()) return "a number";
    if (value.is_string()) return "text";
    if (value.is_boolean()) return "true or false";
    if (value.is_array()) return "a list";
    if (value.is_object()) return "an object";
    return "null";
}

std::string kind_named(const std::string& type) {
    if (type == "integer") return "a whole number";
    if (type == "number") return "a number";
    if (type == "string") return "text";
    if (type == "boolean") return "true or false";
    if (type == "array") return "a list";
    if (type == "object") return "an object";
    return type;
}

bool is_of(const Json& value, const std::string& type) {
    if (type == "integer")
        return value.is_number_integer() ||
               (value.is_number() &&
                value.get<double>() == static_cast<double>(static_cast<long long>(
                                           std::clamp(value.get<double>(), -1e15, 1e15))));
    if (type == "number") return value.is_number();
    if (type == "string") return value.is_string();
    if (type == "boolean") return value.is_boolean();
    if (type == "array") return value.is_array();
    if (type == "object") return value.is_object();
    return type == "null" && value.is_null();
}

// A value as it stands in the file, cut where it is long; lists and objects by their kind.
std::string shown(const Json& value) {
    if (value.is_structured()) return kind_of(value);
    std::string text = value.dump(-1, ' ', false, Json::error_handler_t::replace);
    constexpr std::size_t longest = 60;
    if (text.size() > longest) text = text.substr(0, longest) + "…";
    return text;
}

std::string listed(const std::vector<std::string>& words) {
    std::string text;
    for (std::size_t i = 0; i < words.size(); ++i)
        text += (i == 0 ? "" : i + 1 == words.size() ? " or " : ", ") + words[i];
    return text;
}

class Explainer {
public:
    Explainer(const Json& schema, const std::string& file) : root_(schema), file_(file) {}

    void explain(const Json& value, const Json& rules, const Json::json_pointer& place) {
        const auto reference = rules.find("$ref");
        if (reference != rules.end()) {
            explain(value, root_.at(Json::json_pointer(reference->get<std::string>().substr(1))), place);
            return;
        }
        if (!fits_type(value, rules, place) || !fits_choice(value, rules, place)) return;
        explain_forms(value, rules, place);
        if (value.is_number()) explain_number(value, rules, place);
        if (value.is_string()) explain_text(value, rules, place);
        if (value.is_array()) explain_list(value, rules, place);
        if (value.is_object()) explain_object(value, rules, place);
    }

    std::vector<Problem> problems() && { return std::move(problems_); }

private:
    void tell(const Json::json_pointer& place, std::string what, std::string expected,
              std::string nearest = {}) {
        problems_.push_back(
            {file_, place.to_string(), std::move(what), std::move(expected), std::move(nearest)});
    }

    bool fits_type(const Json& value, const Json& rules, const Json::json_pointer& place) {
        const auto type = rules.find("type");
        if (type == rules.end() || is_of(value, type->get<std::string>())) return true;
        const std::string found = value.is_structured() || value.is_null() ? kind_of(value) : shown(value);
        tell(place, "is " + found, kind_named(type->get<std::string>()));
        return false;
    }

    bool fits_choice(const Json& value, const Json& rules, const Json::json_pointer& place) {
        const auto choices = rules.find("enum");
        if (choices == rules.end() || std::ranges::find(*choices, value) != choices->end()) return true;
        std::vector<std::string> words;
        for (const Json& choice : *choices) words.push_back(choice.get<std::string>());
        tell(place, "is " + shown(value), listed(words),
             value.is_string() ? nearest_name(value.get<std::string>(), words) : "");
        return false;
    }

    // Of several forms exactly one must fit; what each would want is best said by the schema's own
    // description.
    void explain_forms(const Json& value, const Json& rules, const Json::json_pointer& place) {
        const auto forms = rules.find("oneOf");
        if (forms == rules.end()) return;
        const auto fits = [&](const Json& form) {
            Explainer explainer(root_, file_);
            explainer.explain(value, form, place);
            return explainer.problems_.empty();
        };
        const auto fitting = std::ranges::count_if(*forms, fits);
        if (fitting == 1) return;
        tell(place,
             std::string("fits ") + (fitting == 0 ? "none" : "several") + " of the forms that it may have",
             rules.value("description", std::string()));
    }

    void explain_number(const Json& value, const Json& rules, const Json::json_pointer& place) {
        const double number = value.get<double>();
        const auto least = rules.find("minimum");
        const auto most = rules.find("maximum");
        const auto above = rules.find("exclusiveMinimum");
        const bool low = least != rules.end() && number < least->get<double>();
        const bool high = most != rules.end() && number > most->get<double>();
        if (low || high) {
            std::string expected = least == rules.end()  ? "at most " + shown(*most)
                                   : most == rules.end() ? "at least " + shown(*least)
                                                         : shown(*least) + " to " + shown(*most);
            tell(place, "is " + shown(value), std::move(expected));
        }
        if (above != rules.end() && number <= above->get<double>())
            tell(place, "is " + shown(value), "more than " + shown(*above));
    }

    void explain_text(const Json& value, const Json& rules, const Json::json_pointer& place) {
        if (rules.value("minLength", std::size_t{0}) > value.get_ref<const std::string&>().size())
            tell(place, "is empty", "text");
    }

    void explain_list(const Json& value, const Json& rules, const Json::json_pointer& place) {
        const std::size_t least = rules.value("minItems", std::size_t{0});
        const std::size_t most = rules.value("maxItems", value.size());
        if (value.size() < least)
            tell(place, "has " + std::to_string(value.size()) + " entries",
                 "at least " + std::to_string(least));
        if (value.size() > most)
            tell(place, "has " + std::to_string(value.size()) + " entries",
                 "at most " + std::to_string(most));
        if (rules.value("uniqueItems", false)) explain_repeats(value, place);
        const auto items = rules.find("items");
        if (items == rules.end()) return;
        for (std::size_t i = 0; i < value.size(); ++i) explain(value[i], *items, place / i);
    }

    void explain_repeats(const Json& value, const Json::json_pointer& place) {
        for (std::size_t i = 1; i < value.size(); ++i) {
            const auto end = value.begin() + static_cast<std::ptrdiff_t>(i);
            if (std::find(value.begin(), end, value[i]) != end)
                tell(place / i, shown(value[i]) + " is there already", "each entry once");
        }
    }

    void explain_object(const Json& value, const Json& rules, const Json::json_pointer& place) {
        const Json empty = Json::object();
        const Json& properties = rules.contains("properties") ? rules.at("properties") : empty;
        std::vector<std::string> known;
        for (const auto& [key, rule] : properties.items()) known.push_back(key);
        for (const Json& key : rules.value("required", Json::array()))
            if (!value.contains(key))
                tell(place, "lacks \"" + key.get<std::string>() + "\"", expected_of(properties, key));
        if (value.size() < rules.value("minProperties", std::size_t{0}))
            tell(place, "has no entries", "at least one");
        const auto others = rules.find("additionalProperties");
        for (const auto& [key, entry] : value.items()) {
            if (properties.contains(key)) {
                explain(entry, properties.at(key), place / key);
            } else if (others != rules.end() && others->is_object()) {
                explain(entry, *others, place / key);
            } else if (others != rules.end() && !others->get<bool>()) {
                tell(place / key, "is not a key that is known here", "one of: " + listed(known),
                     nearest_name(key, known));
            }
        }
    }

    static std::string expected_of(const Json& properties, const std::string& key) {
        if (!properties.contains(key)) return {};
        return properties.at(key).value("description", std::string());
    }

    const Json& root_;
    const std::string& file_;
    std::vector<Problem> problems_;
};

}  // namespace

std::vector<Problem> explain_misfit(const Json& document, const Json& schema, const std::string& file) {
    Explainer explainer(schema, file);
    explainer.explain(document, schema, Json::json_pointer());
    return std::move(explainer).problems();
}

}  // namespace myomap
