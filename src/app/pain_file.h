#pragma once
#include <filesystem>
#include <vector>

#include "scene/action.h"

namespace myomap {

// Painted areas as files (painted_area.h has the form). `fallback` stands for an empty name.
Loaded<std::vector<PaintedArea>> read_painted_areas(const std::filesystem::path& file);
std::vector<Problem> write_painted_areas(const std::filesystem::path& file,
                                         const std::vector<PaintedArea>& areas);

// What `reduce` leaves to the program: "pain open" becomes the areas that the file holds, so that a recording
// plays without the file. A file that cannot be read is told and changes nothing.
std::vector<Action> with_files_read(const std::vector<Action>& actions, const std::filesystem::path& fallback,
                                    std::vector<Problem>& problems);
// Writes what "pain save" asks for, and tells which files it wrote.
std::vector<std::filesystem::path> write_asked_files(const std::vector<Action>& actions,
                                                     const std::filesystem::path& fallback,
                                                     const std::vector<PaintedArea>& areas,
                                                     std::vector<Problem>& problems);

}  // namespace myomap
