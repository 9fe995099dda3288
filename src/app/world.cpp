#include "app/world.h"

#include <future>
#include <utility>

namespace myomap {

WorldLoad load_world(const std::filesystem::path& data_dir, const std::filesystem::path& body) {
    auto reading = std::async(std::launch::async, [&] { return Catalog::load(data_dir); });
    Loaded<Body> loaded_body = read_body(body);
    Loaded<Catalog> loaded_catalog = reading.get();

    WorldLoad load;
    load.problems = std::move(loaded_catalog.problems);
    load.problems.insert(load.problems.end(), loaded_body.problems.begin(), loaded_body.problems.end());
    if (!loaded_catalog || !loaded_body) return load;
    load.world.catalog = std::make_unique<const Catalog>(std::move(*loaded_catalog.value));
    load.world.body = std::make_unique<const Body>(std::move(*loaded_body.value));
    load.world.atlas = std::make_unique<const Atlas>(*load.world.catalog, *load.world.body);
    return load;
}

CatalogLoad load_catalog(const std::filesystem::path& data_dir, const Body& body) {
    Loaded<Catalog> loaded = Catalog::load(data_dir);
    CatalogLoad load;
    load.problems = std::move(loaded.problems);
    if (!loaded || !load.problems.empty()) return load;
    load.catalog = std::make_unique<const Catalog>(std::move(*loaded.value));
    load.atlas = std::make_unique<const Atlas>(*load.catalog, body);
    return load;
}

}  // namespace myomap
