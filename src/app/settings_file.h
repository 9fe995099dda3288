#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/problem.h"
#include "scene/state.h"

namespace myomap {

// How the program suits its user, from one run to the next: nothing of what was looked at, nothing about
// anyone.
struct Settings {
    Theme theme = Theme::Light;
    PainPalette palette = PainPalette::Red;
    bool latin = false;                // names in Latin
    Comfort comfort;                   // but its language
    std::optional<Language> language;  // none: not yet chosen

    bool operator==(const Settings&) const = default;
};

Settings settings_of(const State& state);
void apply(const Settings& settings, State& state);

// Settings as a file that a person can read: an object with the text forms of the actions that set them. A
// missing file holds the defaults. Of a damaged one what can be read is taken and the rest told; the file is
// copied beside under its name with ".damaged", since it will be written over.
struct SettingsRead {
    Settings settings;
    std::vector<Problem> problems;
};
SettingsRead read_settings(const std::filesystem::path& file);
std::vector<Problem> write_settings(const std::filesystem::path& file, const Settings& settings);

}  // namespace myomap
