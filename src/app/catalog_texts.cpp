#include "app/catalog_texts.h"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "app/json.h"
#include "base/file.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;

// The fields whose words are told, each wherever it stands in a file of that name or folder.
constexpr std::array treatment_fields = std::to_array<std::string_view>({
    "title",
    "audience",
    "disclaimer",
    "grade",
    "meaning",
    "note",
    "directions",
    "short",
    "points",
    "name",
    "text",
    "definition",
    "signs",
    "claimed_causes",
    "status",
    "claim",
    "features",
    "object",
    "what",
    "evidence",
    "plain",
    "steps",
    "stop_signs",
    "helps",
    "flow",
    "aftercare",
    "columns",
    "aspect",
    "dry_needling",
    "acupuncture",
    "alone",
    "programme",
    "limits",
    "setting",
    "event",
    "rate",
    "kinds",
    "why_they_differ",
    "where",
    "verdict",
    "item",
    "reason",
    "before",
    "tell_the_therapist",
    "during",
    "record",
    "narration",
    "certainty",
    "cards",
    "label",
    "number_of_sessions",
});
constexpr std::array condition_fields = std::to_array<std::string_view>(
    {"name", "lay_name", "aliases", "summary", "why", "differential", "red_flags", "grade", "direction",
     "direction_note", "statement", "self_care"});
constexpr std::array zone_fields = std::to_array<std::string_view>({"name", "description"});
constexpr std::array landmark_fields = std::to_array<std::string_view>({"name"});
constexpr std::array muscle_fields = std::to_array<std::string_view>(
    {"origin", "insertion", "action", "innervation", "place", "not_pain", "symptoms", "activated_by",
     "mimics", "test", "palpation", "position", "approach", "hazards", "caution", "self_care", "note"});

// Kept for authors: what is often claimed, and how we say it.
constexpr std::string_view authors_section = "common_claims";

struct Kind {
    std::string_view name;
    std::span<const std::string_view> fields;
};
constexpr std::array kinds{Kind{"treatment", treatment_fields}, Kind{"conditions", condition_fields},
                           Kind{"zones", zone_fields}, Kind{"landmarks", landmark_fields},
                           Kind{"muscles", muscle_fields}};

class Collector {
public:
    Collector(std::vector<CatalogText>& texts, std::string file, const Kind& kind)
        : texts_(&texts), file_(std::move(file)), kind_(kind) {}

    // `field` is the nearest name above: of a list of texts the list's.
    void collect(const Json& value, const std::string& where, const std::string& field) {
        if (value.is_object())
            for (const auto& [name, inner] : value.items())
                if (name != authors_section)
                    collect(inner, std::string(where).append("/").append(name), name);
        if (value.is_array())
            for (std::size_t i = 0; i < value.size(); ++i)
                collect(value[i], where + "/" + std::to_string(i), field);
        if (value.is_string() && std::ranges::find(kind_.fields, field) != kind_.fields.end())
            texts_->push_back(
                {file_, where, std::string(kind_.name) + " " + field, value.get<std::string>()});
    }

private:
    std::vector<CatalogText>* texts_;
    std::string file_;
    Kind kind_;
};

void collect_file(std::vector<CatalogText>& texts, const fs::path& file, const fs::path& root,
                  const Kind& kind) {
    const auto bytes = read_file(file);
    if (!bytes) return;
    const Json document = Json::parse(*bytes.value, nullptr, false);
    if (!document.is_discarded())
        Collector(texts, file.lexically_relative(root).string(), kind).collect(document, "", "");
}

std::vector<fs::path> files_of(const fs::path& root, const Kind& kind) {
    std::vector<fs::path> files;
    std::error_code error;
    if (const fs::path single = root / (std::string(kind.name) + ".json"); fs::exists(single, error))
        files.push_back(single);
    for (fs::directory_iterator it(root / kind.name, error), end; !error && it != end; it.increment(error))
        if (it->path().extension() == ".json") files.push_back(it->path());
    std::ranges::sort(files);
    return files;
}

}  // namespace

std::vector<std::string> told_fields(const std::string& kind) {
    const auto found = std::ranges::find(kinds, kind, &Kind::name);
    if (found == kinds.end()) return {};
    return {found->fields.begin(), found->fields.end()};
}

std::vector<CatalogText> catalog_texts(const fs::path& data_dir) {
    const fs::path root = data_dir / "catalog";
    std::vector<CatalogText> texts;
    for (const Kind& kind : kinds)
        for (const fs::path& file : files_of(root, kind)) collect_file(texts, file, root, kind);
    return texts;
}

}  // namespace myomap
