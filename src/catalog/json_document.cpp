#include "catalog/json_document.h"

#include <algorithm>
#include <unordered_set>

#include "base/file.h"

namespace myomap {
namespace {

using Json = nlohmann::json;

struct LineColumn {
    std::size_t line = 1, column = 1;
};

LineColumn place_of(std::string_view bytes, std::size_t offset) {
    const std::string_view before = bytes.substr(0, std::min(offset, bytes.size()));
    const std::size_t last_break = before.rfind('\n');
    return {1 + static_cast<std::size_t>(std::ranges::count(before, '\n')),
            last_break == std::string_view::npos ? before.size() + 1 : before.size() - last_break};
}

// Builds the document and notes keys that come twice in one object; the parser itself keeps the last one in
// silence.
class DocumentBuilder : public nlohmann::detail::json_sax_dom_parser<Json> {
    using Base = nlohmann::detail::json_sax_dom_parser<Json>;

public:
    explicit DocumentBuilder(Json& document) : Base(document, true) {}

    bool start_object(std::size_t size) {
        open_.emplace_back();
        return Base::start_object(size);
    }
    bool end_object() {
        open_.pop_back();
        return Base::end_object();
    }
    bool key(std::string& name) {
        auto& keys = open_.back();
        if (std::ranges::find(keys, name) != keys.end()) repeated_.push_back(name);
        keys.push_back(name);
        return Base::key(name);
    }

    const std::vector<std::string>& repeated() const { return repeated_; }

private:
    std::vector<std::vector<std::string>> open_;  // keys of the objects that are not closed yet; few each
    std::vector<std::string> repeated_;
};

// "[json.exception.parse_error.101] parse error at line 3, column 7: syntax error while parsing value - …" ->
// the reason
std::string reason_of(const Json::exception& error) {
    std::string text = error.what();
    const std::size_t colon = text.find(": ");
    if (colon != std::string::npos) text.erase(0, colon + 2);
    return text;
}

Problem syntax_problem(std::string_view bytes, const std::string& file, const Json::exception& error) {
    std::string where;
    if (const auto* syntax = dynamic_cast<const Json::parse_error*>(&error)) {
        const LineColumn place = place_of(bytes, syntax->byte == 0 ? 0 : syntax->byte - 1);
        where = "line " + std::to_string(place.line) + ", column " + std::to_string(place.column);
        if (bytes.find_first_not_of(" \t\r\n") == std::string_view::npos)
            return {file, where, "is empty", "a JSON document", ""};
        return {file, where, "is not JSON: " + reason_of(error), "JSON in UTF-8", ""};
    }
    return {file, where, "holds a number that is too large: " + std::string(error.what()), "JSON in UTF-8",
            ""};
}

}  // namespace

Loaded<Json> parse_json(std::string_view bytes, const std::string& file) {
    Json document;
    DocumentBuilder builder(document);
    try {
        Json::sax_parse(bytes, &builder);
    } catch (const Json::exception& error) {
        return {std::nullopt, {syntax_problem(bytes, file, error)}};
    }
    std::vector<Problem> problems;
    for (const std::string& key : builder.repeated())
        problems.push_back({file, "", "an object has the key \"" + key + "\" twice", "each key once", ""});
    if (!problems.empty()) return {std::nullopt, std::move(problems)};
    return {std::move(document), {}};
}

Loaded<Json> read_json(const std::filesystem::path& path) {
    const Loaded<std::string> bytes = read_file(path);
    if (!bytes) return {std::nullopt, bytes.problems};
    return parse_json(*bytes.value, path.string());
}

}  // namespace myomap
