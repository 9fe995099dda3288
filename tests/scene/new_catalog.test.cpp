#include "scene/new_catalog.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <utility>

#include "scene/history.h"
#include "scene/reduce.h"
#include "scene/story.h"
#include "support/test_world.h"

using namespace myomap;
using doctest::Approx;

namespace {

namespace fs = std::filesystem;

const Atlas& atlas() {
    return testing::test_world().atlas;
}

// The project's own catalog with one file of it edited, on the body of the other tests.
class Edited {
public:
    Edited(const fs::path& file, const std::function<void(nlohmann::json&)>& edit)
        : catalog_(read(file, edit)), atlas_(catalog_, testing::test_world().body) {}
    const Atlas& atlas() const { return atlas_; }

private:
    static Catalog read(const fs::path& file, const std::function<void(nlohmann::json&)>& edit) {
        const fs::path data = fs::path(MYOMAP_SOURCE_DIR) / "data";
        const fs::path copy = fs::temp_directory_path() / ("myomap-edited-" + std::to_string(::getpid()));
        fs::create_directories(copy);
        for (const char* folder : {"catalog", "schema"})
            fs::copy(data / folder, copy / folder,
                     fs::copy_options::recursive | fs::copy_options::overwrite_existing);
        nlohmann::json document = nlohmann::json::parse(std::ifstream(copy / "catalog" / file));
        edit(document);
        std::ofstream(copy / "catalog" / file) << document.dump(1);
        Loaded<Catalog> catalog = Catalog::load(copy);
        fs::remove_all(copy);
        REQUIRE_MESSAGE(catalog, to_text(catalog.problems));
        return std::move(*catalog.value);
    }

    Catalog catalog_;
    Atlas atlas_;
};

Edited edited_story(const std::function<void(nlohmann::json& storyboard)>& edit) {
    return {"treatment.json", [&](nlohmann::json& document) { edit(document["storyboard"]); }};
}

State after(const std::vector<std::string>& actions) {
    State state = first_state(atlas(), 1.5F);
    for (const std::string& text : actions) {
        const Loaded<Action> action = action_from_text(text);
        REQUIRE_MESSAGE(action, text);
        state = reduce(state, *action.value, atlas());
    }
    return state;
}

}  // namespace

TEST_CASE("The camera of a story's scene follows an edit, unless somebody turned it") {
    const Edited edited = edited_story([](nlohmann::json& scenes) { scenes[2]["view"] = "pain"; });
    const State told = after({"select point infraspinatus.1 left", "story step 3", "story pause"});
    const State now = with_new_catalog(told, atlas(), edited.atlas());
    CHECK(now.camera != told.camera);
    CHECK(now.camera == story_camera(now, edited.atlas()));
    const State turned = reduce(told, Orbit{20, 5}, atlas());
    CHECK(with_new_catalog(turned, atlas(), edited.atlas()).camera == turned.camera);
}

TEST_CASE("The story stays at its scene where scenes were put before it, and goes on in time") {
    const Edited edited = edited_story([](nlohmann::json& scenes) {
        scenes.erase(0);
        for (std::size_t i = 0; i < scenes.size(); ++i) scenes[i]["order"] = i + 1;
        scenes[4]["seconds"] = 20;
    });
    State told = after({"select point infraspinatus.1 left", "story step 6", "story advance 3"});
    told = with_new_catalog(told, atlas(), edited.atlas());
    REQUIRE(told.story.scene == 4);
    CHECK(story_moment(told, edited.atlas())->scene->id == "needle_in");
    const float at = told.story.at;
    told = reduce(told, TellStory{TellStory::Verb::Advance, 2}, edited.atlas());
    CHECK(told.story.at == Approx(at + 2.0F / 20));
}

TEST_CASE("Of a shorter story the last scene is told, and without motion its own still") {
    const Edited edited = edited_story([](nlohmann::json& scenes) {
        while (scenes.size() > 4) scenes.erase(scenes.size() - 1);
        scenes[3]["still"] = 0.25;
    });
    const State told = after({"motion off", "select point infraspinatus.1 left", "story step 9"});
    const State now = with_new_catalog(told, atlas(), edited.atlas());
    CHECK(now.story.open);
    CHECK(now.story.scene == 3);
    CHECK(now.story.at == Approx(0.25));
    const State played = with_new_catalog(after({"select point infraspinatus.1 left", "story step 9"}),
                                          atlas(), edited.atlas());
    CHECK(reduce(played, TellStory{TellStory::Verb::Advance, 100}, edited.atlas()).story.at == 1);
}

TEST_CASE("What an edit takes away is selected no longer, now or by undo, and its story ends") {
    const Edited edited("muscles/shoulder.json", [](nlohmann::json& document) {
        for (nlohmann::json& muscle : document)
            if (muscle["id"] == "infraspinatus") muscle["trigger_points"].erase(2);
    });
    REQUIRE(edited.atlas().catalog().point("infraspinatus.3") == nullptr);
    History history(first_state(atlas(), 1.5F));
    for (const char* text : {"select point infraspinatus.3 left", "select muscle deltoid_middle left",
                             "select point infraspinatus.3 left", "story open"})
        history.apply(*action_from_text(text).value, atlas());
    REQUIRE(history.state().story.open);
    history.go_on_with(atlas(), edited.atlas());
    CHECK_FALSE(history.state().story.open);
    CHECK(history.state().selection.point.empty());
    CHECK(history.state().selection.muscle == "infraspinatus");
    while (history.can_undo()) {
        history.apply(Action(Undo{}), edited.atlas());
        CHECK(history.state().selection.point.empty());
    }
}
