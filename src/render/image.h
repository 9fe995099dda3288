#pragma once
#include <cstdint>
#include <filesystem>
#include <vector>

#include "base/problem.h"

namespace myomap {

// Eight bits a channel, RGBA, rows from the top.
struct Image {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> rgba;
};

Loaded<Image> read_png(const std::filesystem::path& file);
std::vector<Problem> write_png(const Image& image, const std::filesystem::path& file);

// How two pictures differ; of different sizes: as much as can be. Two plain numbers decide: see
// tests/pictures.
struct ImageDifference {
    int largest_channel_difference = 0;  // 0 … 255
    double fraction_beyond = 0;          // of pixels whose largest channel difference exceeds the given one
    Image picture;                       // differences, four times as strong
};
ImageDifference compare(const Image& actual, const Image& reference, int channel_tolerance);

}  // namespace myomap
