#pragma once
#include <filesystem>
#include <memory>
#include <vector>

#include "atlas/atlas.h"
#include "base/problem.h"

namespace myomap {

// A catalog, a body and the atlas of both, kept where they are: the atlas refers to the other two.
struct World {
    std::unique_ptr<const Catalog> catalog;
    std::unique_ptr<const Body> body;
    std::unique_ptr<const Atlas> atlas;
};

struct WorldLoad {
    World world;  // without an atlas where something is missing
    std::vector<Problem> problems;
};

// Catalog and body are read side by side.
WorldLoad load_world(const std::filesystem::path& data_dir, const std::filesystem::path& body);

// Another catalog for the same body: read, checked and joined to it. None where it has a problem.
struct CatalogLoad {
    std::unique_ptr<const Catalog> catalog;
    std::unique_ptr<const Atlas> atlas;
    std::vector<Problem> problems;
};
CatalogLoad load_catalog(const std::filesystem::path& data_dir, const Body& body);

}  // namespace myomap
