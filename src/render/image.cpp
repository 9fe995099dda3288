#include "render/image.h"

#include <stb_image.h>
#include <stb_image_write.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <string>

#include "base/file.h"

namespace myomap {

Loaded<Image> read_png(const std::filesystem::path& file) {
    const Loaded<std::string> bytes = read_file(file);
    if (!bytes) return {std::nullopt, bytes.problems};
    const auto refused = [&](const std::string& why) {
        return Loaded<Image>{std::nullopt, {{file.string(), "", why, "a PNG picture", ""}}};
    };
    if (bytes.value->size() > 1U << 30U) return refused("is larger than any picture of ours");
    Image image;
    int channels = 0;
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load_from_memory(reinterpret_cast<const stbi_uc*>(bytes.value->data()),
                              static_cast<int>(bytes.value->size()), &image.width, &image.height, &channels,
                              4),
        &stbi_image_free);
    if (!pixels) return refused(std::string("cannot be decoded: ") + stbi_failure_reason());
    const std::size_t size =
        static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 4;
    image.rgba.assign(pixels.get(), pixels.get() + size);
    return {std::move(image), {}};
}

std::vector<Problem> write_png(const Image& image, const std::filesystem::path& file) {
    std::string bytes;
    const auto append = [](void* context, void* data, int size) {
        static_cast<std::string*>(context)->append(static_cast<const char*>(data),
                                                   static_cast<std::size_t>(size));
    };
    const int written = stbi_write_png_to_func(append, &bytes, image.width, image.height, 4,
                                               image.rgba.data(), image.width * 4);
    if (written == 0)
        return {{file.string(), "", "the picture cannot be encoded", "a picture with pixels", ""}};
    return write_file(file, bytes);
}

ImageDifference compare(const Image& actual, const Image& reference, int channel_tolerance) {
    ImageDifference difference;
    difference.picture = actual;
    if (actual.width != reference.width || actual.height != reference.height) {
        difference.largest_channel_difference = 255;
        difference.fraction_beyond = 1;
        return difference;
    }
    std::size_t beyond = 0;
    for (std::size_t pixel = 0; pixel < actual.rgba.size(); pixel += 4) {
        int largest = 0;
        for (std::size_t channel = pixel; channel < pixel + 4; ++channel) {
            const int d = std::abs(int{actual.rgba[channel]} - int{reference.rgba[channel]});
            largest = std::max(largest, d);
            difference.picture.rgba[channel] = static_cast<std::uint8_t>(std::min(255, 4 * d));
        }
        difference.picture.rgba[pixel + 3] = 255;
        difference.largest_channel_difference = std::max(difference.largest_channel_difference, largest);
        if (largest > channel_tolerance) ++beyond;
    }
    if (!actual.rgba.empty())
        difference.fraction_beyond =
            static_cast<double>(beyond) / (static_cast<double>(actual.rgba.size()) / 4);
    return difference;
}

}  // namespace myomap
