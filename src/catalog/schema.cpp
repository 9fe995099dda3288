#include "catalog/schema.h"

#include <exception>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "catalog/json_document.h"
#include "catalog/schema_explainer.h"

namespace myomap {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

// valijson's own words, for a rule that the explainer does not know.
std::vector<Problem> raw_problems(valijson::ValidationResults& results, const std::string& file) {
    std::vector<Problem> problems;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        std::string place;
        for (const std::string& step : error.context)
            if (step != "<root>") place += step;
        problems.push_back({file, place, error.description, "", ""});
    }
    return problems;
}

}  // namespace

struct Schema::Compiled {
    nlohmann::json text;
    valijson::Schema rules;
};

Schema::Schema(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Schema::Schema(Schema&&) noexcept = default;
Schema& Schema::operator=(Schema&&) noexcept = default;
Schema::~Schema() = default;

Loaded<Schema> Schema::read(const std::filesystem::path& path) {
    Loaded<nlohmann::json> text = read_json(path);
    if (!text) return {std::nullopt, std::move(text.problems)};
    auto compiled = std::make_unique<Compiled>();
    compiled->text = std::move(*text.value);
    try {
        valijson::SchemaParser parser;
        parser.populateSchema(Adapter(compiled->text), compiled->rules);
    } catch (const std::exception& error) {
        return {std::nullopt,
                {{path.string(), "", std::string("is not a JSON Schema: ") + error.what(), "draft 7", ""}}};
    }
    return {Schema(std::move(compiled)), {}};
}

std::vector<Problem> Schema::check(const nlohmann::json& document, const std::string& file) const {
    valijson::Validator validator;
    if (validator.validate(compiled_->rules, Adapter(document), nullptr)) return {};
    std::vector<Problem> problems = explain_misfit(document, compiled_->text, file);
    if (!problems.empty()) return problems;
    valijson::ValidationResults results;
    validator.validate(compiled_->rules, Adapter(document), &results);
    return raw_problems(results, file);
}

}  // namespace myomap
