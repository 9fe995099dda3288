#include "catalog/catalog_files.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <functional>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/text.h"
#include "catalog/body_map_reader.h"
#include "catalog/json_document.h"
#include "catalog/landmark_place_reader.h"
#include "catalog/record_reader.h"
#include "catalog/schema.h"
#include "catalog/treatment_reader.h"

namespace myomap {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

// One kind of file: its name without ".json" (of its folder, where there are several), which is its schema's
// too.
struct Kind {
    const char* name;
    bool folder;
    void (*take)(CatalogContents&, const std::string& path, const Json&);
    void (*give_up)(CatalogContents&);  // a file of this kind could not be taken
};

template <auto records, auto read>
constexpr Kind list_kind(const char* name, bool folder = false) {
    return {name, folder,
            [](CatalogContents& contents, const std::string& path, const Json& document) {
                (contents.*records).add(path, read(document));
            },
            [](CatalogContents& contents) { (contents.*records).complete = false; }};
}

constexpr std::array kinds{
    list_kind<&CatalogContents::muscles, read_muscles>("muscles", true),
    list_kind<&CatalogContents::conditions, read_conditions>("conditions"),
    list_kind<&CatalogContents::sources, read_sources>("sources"),
    list_kind<&CatalogContents::zones, read_zones>("zones"),
    list_kind<&CatalogContents::landmarks, read_landmarks>("landmarks"),
    list_kind<&CatalogContents::segments, read_segments>("segments"),
    list_kind<&CatalogContents::landmark_places, read_landmark_places>("landmark_places"),
    Kind{"treatment", false,
         [](CatalogContents& contents, const std::string& path, const Json& document) {
             contents.treatment = read_treatment(document);
             contents.treatment_file = path;
         },
         [](CatalogContents&) {}},
};

struct Document {
    std::size_t kind = 0;
    fs::path path;
    std::optional<Json> json;  // none where it does not fit its schema
    std::vector<Problem> problems;
};

std::vector<fs::path> json_files_under(const fs::path& folder) {
    std::vector<fs::path> paths;
    std::error_code error;
    for (fs::recursive_directory_iterator it(folder, fs::directory_options::skip_permission_denied, error),
         end;
         !error && it != end; it.increment(error))
        if (it->path().extension() == ".json" && !it->is_directory(error)) paths.push_back(it->path());
    std::ranges::sort(paths);
    return paths;
}

std::optional<std::size_t> kind_of(const fs::path& path, const fs::path& root) {
    const fs::path relative = path.lexically_relative(root);
    const bool in_folder = relative.has_parent_path();
    const std::string name = in_folder ? relative.parent_path().string() : relative.stem().string();
    for (std::size_t i = 0; i < kinds.size(); ++i)
        if (kinds[i].name == name && kinds[i].folder == in_folder) return i;
    return std::nullopt;
}

Problem unknown_file(const fs::path& path, const fs::path& root) {
    std::vector<std::string> known;
    for (const Kind& kind : kinds)
        known.push_back(std::string(kind.name) + (kind.folder ? "/….json" : ".json"));
    std::string all;
    for (const std::string& name : known) all += (all.empty() ? "" : ", ") + name;
    return {path.string(), "", "is not a file that the catalog knows", "one of: " + all,
            nearest_name(path.lexically_relative(root).string(), known)};
}

// Schemas and documents are independent of each other, so each is one task.
void for_each_at_once(std::size_t count, const std::function<void(std::size_t)>& task) {
    tbb::parallel_for(std::size_t{0}, count, task);
}

class Files {
public:
    explicit Files(const fs::path& data_dir) : root_(data_dir / "catalog"), schemas_(data_dir / "schema") {}

    CatalogFiles read() {
        if (!find_documents()) return std::move(result_);
        read_schemas();
        for_each_at_once(documents_.size(), [&](std::size_t i) { read_document(documents_[i]); });
        for (Document& document : documents_) take(document);
        return std::move(result_);
    }

private:
    bool find_documents() {
        std::error_code error;
        if (!fs::is_directory(root_, error)) {
            result_.problems.push_back(
                {root_.string(), "", "there is no such folder", "a folder with the catalog's files", ""});
            return false;
        }
        std::array<bool, kinds.size()> found{};
        for (const fs::path& path : json_files_under(root_)) {
            const auto kind = kind_of(path, root_);
            if (!kind) {
                result_.problems.push_back(unknown_file(path, root_));
                continue;
            }
            found[*kind] = true;
            documents_.push_back({*kind, path, std::nullopt, {}});
        }
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            if (found[i]) continue;
            kinds[i].give_up(result_.contents);
            const fs::path missing = root_ / (std::string(kinds[i].name) + (kinds[i].folder ? "" : ".json"));
            result_.problems.push_back({missing.string(), "", "is missing",
                                        kinds[i].folder ? "a folder of JSON files" : "a JSON file", ""});
        }
        return true;
    }

    void read_schemas() {
        std::array<std::vector<Problem>, kinds.size()> problems;
        for_each_at_once(kinds.size(), [&](std::size_t i) {
            if (std::ranges::find(documents_, i, &Document::kind) == documents_.end()) return;
            Loaded<Schema> schema = Schema::read(schema_path(i));
            problems[i] = std::move(schema.problems);
            schemas_read_[i] = std::move(schema.value);
        });
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            std::ranges::move(problems[i], std::back_inserter(result_.problems));
            if (schemas_read_[i]) result_.files.push_back(schema_path(i));
        }
    }

    fs::path schema_path(std::size_t kind) const {
        return schemas_ / (std::string(kinds[kind].name) + ".schema.json");
    }

    void read_document(Document& document) const {
        Loaded<Json> json = read_json(document.path);
        document.problems = std::move(json.problems);
        const std::optional<Schema>& schema = schemas_read_[document.kind];
        if (!json || !schema) return;
        document.problems = schema->check(*json.value, document.path.string());
        if (document.problems.empty()) document.json = std::move(json.value);
    }

    void take(Document& document) {
        const Kind& kind = kinds[document.kind];
        result_.files.push_back(document.path);
        std::ranges::move(document.problems, std::back_inserter(result_.problems));
        if (!document.json) return kind.give_up(result_.contents);
        try {
            kind.take(result_.contents, document.path.string(), *document.json);
        } catch (const Json::exception& error) {  // schemas are data too, and may promise too little
            result_.problems.push_back(
                {document.path.string(), "", std::string("cannot be used: ") + error.what(),
                 "what " + schema_path(document.kind).string() + " said when it was published", ""});
            kind.give_up(result_.contents);
        }
    }

    fs::path root_, schemas_;
    std::vector<Document> documents_;
    std::array<std::optional<Schema>, kinds.size()> schemas_read_;
    CatalogFiles result_;
};

}  // namespace

CatalogFiles read_catalog_files(const fs::path& data_dir) {
    return Files(data_dir).read();
}

}  // namespace myomap
