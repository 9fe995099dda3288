#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "render/image.h"

namespace myomap {

// Pictures side by side, with what they show written under them.
struct SheetCell {
    std::vector<Image> pictures;  // all of one size
    std::string title;
    std::vector<std::string> lines;  // each wrapped where it is too long
};

// One page, cells from left to right and down, as a PNG. Problems where it cannot be written.
std::vector<Problem> write_contact_sheet(const std::vector<SheetCell>& cells, int columns,
                                         const std::filesystem::path& file);

}  // namespace myomap
