#include "app/settings_file.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/file.h"

using namespace myomap;

namespace {

// A file in a folder of its own that goes away with it.
struct Scratch {
    std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("myomap_settings_" + std::to_string(getpid()));
    std::filesystem::path file = folder / "deep" / "settings.json";
    Scratch() { std::filesystem::remove_all(folder); }
    ~Scratch() { std::filesystem::remove_all(folder); }
    void put(const std::string& bytes) const {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file) << bytes;
    }
};

}  // namespace

TEST_CASE("settings come back as they were written, in a folder that was not there") {
    const Scratch scratch;
    CHECK(read_settings(scratch.file).settings == Settings());
    Settings settings;
    settings.theme = Theme::Dark;
    settings.palette = PainPalette::Print;
    settings.latin = true;
    settings.comfort = {
        .motion = false, .inertia = false, .speed = 1.5F, .text_size = 1.25F, .contrast = true};
    CHECK(write_settings(scratch.file, settings).empty());
    const SettingsRead read = read_settings(scratch.file);
    CHECK(read.problems.empty());
    CHECK(read.settings == settings);
}

TEST_CASE("settings are of the program, not of what was looked at") {
    State state;
    state.theme = Theme::Dark;
    state.selection.muscle = "infraspinatus";
    const Settings before = settings_of(state);
    state.selection.muscle = "soleus";
    state.hidden_parts = {"soleus.left"};
    CHECK(settings_of(state) == before);
    State fresh;
    apply(before, fresh);
    CHECK(fresh.theme == Theme::Dark);
    CHECK(fresh.selection.empty());
}

TEST_CASE("of damaged settings what can be read is taken, the rest told, the file kept beside") {
    for (const std::string bytes :
         {"", "{", "[]", "null", "{\"settings\": 3}", "{\"settings\": [\"theme dark\"", "\xff\xfe"}) {
        CAPTURE(bytes);
        const Scratch scratch;
        scratch.put(bytes);
        const SettingsRead read = read_settings(scratch.file);
        CHECK(read.problems.size() == 1);
        CHECK(read.settings == Settings());
        CHECK(read_file(scratch.file.string() + ".damaged").value == bytes);
    }
    const Scratch scratch;
    scratch.put(R"({"settings": ["theme dark", "text size 90", 7, "select muscle soleus", "motion off"]})");
    const SettingsRead read = read_settings(scratch.file);
    CHECK(read.problems.size() == 3);
    CHECK(read.problems.front().where == "/settings/1");
    CHECK(read.settings.theme == Theme::Dark);
    CHECK_FALSE(read.settings.comfort.motion);
    CHECK(read.settings.comfort.text_size == 1);
}
