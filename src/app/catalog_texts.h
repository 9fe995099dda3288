#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace myomap {

// A text of the catalog's files that is put on the screen, a page or a picture.
struct CatalogText {
    std::string file;   // from the catalog's folder: "muscles/forearm.json"
    std::string where;  // JSON pointer
    std::string kind;   // the file's, and its field: "muscles symptoms"
    std::string english;

    bool operator==(const CatalogText&) const = default;
};

// All of them, in the order of the files and of what stands in them. What is looked up, drawn as a number, or
// has a name of its own in Latin, is none.
std::vector<CatalogText> catalog_texts(const std::filesystem::path& data_dir);

// The fields whose words are told, of the files or folder of that name: "muscles" has "place", "symptoms" …
std::vector<std::string> told_fields(const std::string& kind);

}  // namespace myomap
