#pragma once
#include <filesystem>
#include <vector>

#include "app/handout.h"
#include "app/handout_pictures.h"
#include "base/problem.h"

namespace myomap {

struct PaperSize {
    double width_pt, height_pt;
};
PaperSize size_of(Paper paper, Paper usual);  // what is usual: where nobody chose

// The files of a handout of that name: "home.pdf"; of pictures one a page, "home.png" and "home-2.png".
std::vector<std::filesystem::path> handout_files(const std::filesystem::path& file);

// Two pages of that paper into their files: a PDF with text that can be selected and its fonts in it, or,
// where the name ends in .png, a picture of each. Where all would not fit, text is set smaller, but never
// under 7 points, pictures smaller, and long lists lose their last items; what does not fit even so is a
// problem, as is a file that cannot be written.
std::vector<Problem> write_handout(const Handout& handout, const HandoutPictures& pictures, PaperSize paper,
                                   const std::filesystem::path& file);

}  // namespace myomap
