#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/language.h"
#include "scene/session.h"

namespace myomap {

struct WindowOptions {
    std::filesystem::path body;      // GLB; empty: a sentence on how to import one
    std::filesystem::path data_dir;  // with catalog/ and schema/
    std::string select;              // muscle, point, condition, zone or part; empty for nothing
    int width = 1280;                // points
    int height = 800;

    Language language = Language::English;
    bool language_given = false;  // by the user, so that it goes before the one of the settings
    Paper paper = Paper::A4;      // of handouts, where the user does not say

    std::filesystem::path views_file;       // saved views; empty: they last as long as the window
    std::filesystem::path record_file;      // where a recording goes
    std::filesystem::path settings_file;    // empty: settings last as long as the window
    std::filesystem::path pictures_folder;  // where pictures go that are saved without a name
    std::filesystem::path session;          // to begin with; empty: none

    // For tests and for pictures of the program.
    std::vector<std::string> actions;    // text forms, done once the body is there
    std::filesystem::path screenshot;    // written when all has come to rest; then the window closes
    std::filesystem::path state_file;    // the state in words, written anew whenever it has come to rest
    std::optional<float> content_scale;  // in place of the monitor's
    bool report_start = false;  // tells on standard error when the first frame with the body was shown
};

// Opens the window and returns when it is closed: the program's exit code. Problems are told in the window
// and on standard error. Throws GraphicsError where no window can be opened.
int run_window(const WindowOptions& options);

}  // namespace myomap
