#include "app/catalog_texts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

using namespace myomap;

namespace {

using Json = nlohmann::json;

// What the schema has as text and nobody reads on the screen: names that are looked up, numbers in words,
// what is meant for authors.
const std::map<std::string, std::set<std::string>> not_told{
    {"treatment", {"id", "story_point", "sources", "diameter_mm", "typical", "our_wording", "see", "shown"}},
    {"conditions", {"id", "icd10", "icd11", "typical_zones", "common_muscles", "sources"}},
    {"zones", {"id", "except", "segment", "landmark", "on", "through"}},
    {"landmarks",
     {"id", "latin", "extreme_of", "farthest_of", "from", "centroid_of", "between", "skin_nearest_to",
      "skin_extreme_near", "skin_ray_from", "direction"}},
    {"muscles",
     {"id", "name", "latin", "aliases", "group", "atlas_names", "conditions", "sources", "from", "to",
      "towards", "landmark", "segment", "key_for", "satellites", "zone", "draws"}}};

// The names of a schema's properties that hold texts or lists of texts.
class TextFields {
public:
    explicit TextFields(const Json& schema) : schema_(schema) { walk(schema); }
    std::set<std::string> names;

private:
    bool is_text(const Json& property) const {
        if (!property.is_object()) return false;
        if (property.contains("$ref")) {
            const std::string path = property["$ref"].get<std::string>().substr(1);
            return is_text(schema_.at(Json::json_pointer(path)));
        }
        if (property.value("type", "") == "array") return is_text(property.value("items", Json()));
        if (property.contains("oneOf"))
            return std::ranges::any_of(property["oneOf"], [&](const Json& each) { return is_text(each); });
        return property.value("type", "") == "string";
    }
    void walk(const Json& value) {
        if (value.is_object() && value.contains("properties"))
            for (const auto& [name, property] : value["properties"].items())
                if (is_text(property)) names.insert(name);
        if (value.is_structured())
            for (const Json& inner : value) walk(inner);
    }

    const Json& schema_;
};

}  // namespace

TEST_CASE("Every text field of the schema is told, so that it is translated, or known not to be") {
    const auto folder = std::filesystem::path(MYOMAP_SOURCE_DIR) / "data/schema";
    for (const auto& [kind, others] : not_told) {
        std::ifstream in(folder / (kind + ".schema.json"));
        REQUIRE(in.good());
        const Json schema = Json::parse(in);
        const std::set<std::string> fields = TextFields(schema).names;
        REQUIRE(fields.size() > others.size());
        const std::vector<std::string> told = told_fields(kind);
        CAPTURE(kind);
        for (const std::string& field : fields) {
            CAPTURE(field);
            const bool is_told = std::ranges::find(told, field) != told.end();
            CHECK(is_told != others.contains(field));
        }
        for (const std::string& field : others) CHECK_MESSAGE(fields.contains(field), field);
        for (const std::string& field : told) CHECK_MESSAGE(fields.contains(field), field);
    }
}
