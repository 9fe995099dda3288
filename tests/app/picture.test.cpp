#include "app/picture.h"

#include <doctest/doctest.h>

#include "scene/reduce.h"
#include "support/test_world.h"

using namespace myomap;

namespace {

State after(std::initializer_list<const char*> actions) {
    const Atlas& atlas = testing::test_world().atlas;
    State state = first_state(atlas, 1);
    for (const char* text : actions) state = reduce(state, *action_from_text(text).value, atlas);
    return state;
}

}  // namespace

TEST_SUITE_BEGIN("picture");

TEST_CASE("a caption is in the user's language, whatever is selected") {
    const Catalog& catalog = testing::test_world().catalog;
    CHECK(caption_of(after({"select condition migraine"}), catalog) == "Migraine");
    CHECK(caption_of(after({"language de", "select condition migraine"}), catalog) == "Migräne");
    CHECK(caption_of(after({"language de", "select zone head.temple"}), catalog).starts_with("Schläfe"));
    CHECK(caption_of(after({}), catalog).empty());
}

TEST_CASE(
    "a picture has the names, the legend and the caption that the window shows, and none over a story") {
    const Catalog& catalog = testing::test_world().catalog;
    const PictureWish shown =
        wish_as_shown(after({"labels on", "select condition migraine"}), {1920, 1080}, catalog);
    CHECK(shown.size_px == glm::ivec2(1920, 1080));
    CHECK(shown.labels);
    CHECK(shown.legend);
    CHECK(shown.caption == "Migraine");
    const PictureWish told = wish_as_shown(after({"story open"}), {1920, 1080}, catalog);
    CHECK_FALSE(told.labels);
    CHECK_FALSE(told.legend);
    CHECK(told.caption.empty());
}

TEST_SUITE_END();
