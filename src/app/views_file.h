#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "scene/state.h"

namespace myomap {

// Saved views as a file that a person can read and write: a list of {"name", "actions"}. A missing file holds
// none; a line that is no action is told and left out.
struct SavedViews {
    std::vector<SavedView> views;
    std::vector<Problem> problems;
};
SavedViews read_saved_views(const std::filesystem::path& file);
std::vector<Problem> write_saved_views(const std::filesystem::path& file,
                                       const std::vector<SavedView>& views);

// The one of that name; a Refusal with the nearest name where there is none.
SavedView saved_view(const std::string& name, const std::filesystem::path& file);

}  // namespace myomap
