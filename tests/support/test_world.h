#pragma once
#include <doctest/doctest.h>

#include <memory>
#include <utility>

#include "atlas/atlas.h"
#include "support/synthetic_body.h"

namespace myomap::testing {

// The project's own catalog on the body made in code: all of scene and ui is tested on it. Built once a
// program.
struct TestWorld {
    Catalog catalog;
    Body body;
    Atlas atlas;

    explicit TestWorld(Catalog read)
        : catalog(std::move(read)), body(synthetic_body()), atlas(catalog, body) {}
    TestWorld(const TestWorld&) = delete;
    TestWorld& operator=(const TestWorld&) = delete;
};

inline const TestWorld& test_world() {
    static const std::unique_ptr<const TestWorld> world = [] {
        Loaded<Catalog> catalog = Catalog::load(std::filesystem::path(MYOMAP_SOURCE_DIR) / "data");
        REQUIRE_MESSAGE(catalog, to_text(catalog.problems));
        return std::make_unique<const TestWorld>(std::move(*catalog.value));
    }();
    return *world;
}

}  // namespace myomap::testing
