#pragma once
#include <filesystem>
#include <vector>

#include "base/problem.h"
#include "catalog/catalog_contents.h"

namespace myomap {

struct CatalogFiles {
    CatalogContents contents;                  // of the files that could be taken
    std::vector<std::filesystem::path> files;  // that were read, schemas too
    std::vector<Problem> problems;
};

// Reads every JSON file under `data_dir`/catalog, all cores at once, and holds each against its schema.
CatalogFiles read_catalog_files(const std::filesystem::path& data_dir);

}  // namespace myomap
