#include "render/image.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/file.h"

using namespace myomap;

namespace {

Image gradient(int width, int height) {
    Image image{width, height, {}};
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            for (const int channel : {x * 7 % 256, y * 11 % 256, (x + y) % 256, 255})
                image.rgba.push_back(static_cast<std::uint8_t>(channel));
    return image;
}

std::filesystem::path scratch(const char* name) {
    return std::filesystem::temp_directory_path() / name;
}

}  // namespace

TEST_CASE("a picture comes back from its PNG as it went") {
    const std::filesystem::path file = scratch("myomap_image_test.png");
    const Image image = gradient(37, 21);
    CHECK(write_png(image, file).empty());
    const Loaded<Image> back = read_png(file);
    REQUIRE(back);
    CHECK(back.value->width == 37);
    CHECK(back.value->height == 21);
    CHECK(back.value->rgba == image.rgba);
    std::filesystem::remove(file);
}

TEST_CASE("a PNG cut short, an empty file, a missing one and a place that cannot be written give problems") {
    const std::filesystem::path file = scratch("myomap_image_damaged.png");
    CHECK(write_png(gradient(16, 16), file).empty());
    const std::string bytes = *read_file(file).value;
    for (const std::size_t kept : {std::size_t{0}, std::size_t{7}, std::size_t{40}, bytes.size() / 2}) {
        std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(kept));
        const Loaded<Image> damaged = read_png(file);
        if (!damaged) CHECK(damaged.problems.size() == 1);
        CHECK((kept > 40 || !damaged));
    }
    std::filesystem::remove(file);
    CHECK_FALSE(read_png(file));
    CHECK(write_png(gradient(2, 2), scratch("no_such_folder") / "x" / "y.png").size() == 1);
}

TEST_CASE("comparing tells the largest difference and the share of pixels beyond the tolerance") {
    const Image reference = gradient(10, 10);
    Image actual = reference;
    CHECK(compare(actual, reference, 0).largest_channel_difference == 0);
    CHECK(compare(actual, reference, 0).fraction_beyond == 0);
    actual.rgba[4 * 55] = static_cast<std::uint8_t>(actual.rgba[4 * 55] + 30);
    actual.rgba[4 * 56 + 1] = static_cast<std::uint8_t>(actual.rgba[4 * 56 + 1] - 3);
    const ImageDifference difference = compare(actual, reference, 3);
    CHECK(difference.largest_channel_difference == 30);
    CHECK(difference.fraction_beyond == doctest::Approx(0.01));
    CHECK(difference.picture.rgba[4 * 55] == 120);
    CHECK(difference.picture.rgba[4 * 56 + 1] == 12);
    CHECK(compare(gradient(9, 10), reference, 255).fraction_beyond == 1);
}
