#include "app/cairo_image.h"

#include <cairo.h>

#include <stb_image_write.h>

#include <algorithm>
#include <array>
#include <string>

namespace myomap {
namespace {

void append(void* text, void* bytes, int count) {
    static_cast<std::string*>(text)->append(static_cast<const char*>(bytes), static_cast<std::size_t>(count));
}

void attach_jpeg(cairo_surface_t* surface, const Image& image) {
    constexpr int quality = 92;
    constexpr int channels = 4;
    auto jpeg = std::make_unique<std::string>();
    if (stbi_write_jpg_to_func(append, jpeg.get(), image.width, image.height, channels, image.rgba.data(),
                               quality) == 0)
        return;
    const auto* bytes = reinterpret_cast<const unsigned char*>(jpeg->data());
    const auto size = static_cast<unsigned long>(jpeg->size());
    const auto release = [](void* text) { std::unique_ptr<std::string>(static_cast<std::string*>(text)); };
    std::string* owned = jpeg.release();  // cairo gives it back when the surface ends
    if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, bytes, size, release, owned) !=
        CAIRO_STATUS_SUCCESS)
        release(owned);
}

}  // namespace

void CairoRelease::operator()(cairo_surface_t* surface) const {
    cairo_surface_destroy(surface);
}

void CairoRelease::operator()(cairo_t* context) const {
    cairo_destroy(context);
}

CairoSurface surface_of(const Image& image, bool for_print) {
    CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, image.width, image.height));
    cairo_surface_flush(surface.get());
    unsigned char* rows = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const std::uint8_t* from =
                &image.rgba[4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                 static_cast<std::size_t>(x))];
            unsigned char* to = rows + y * stride + 4 * x;
            std::copy_n(std::array{from[2], from[1], from[0]}.begin(), 3, to);
        }
    cairo_surface_mark_dirty(surface.get());
    if (for_print) attach_jpeg(surface.get(), image);
    return surface;
}

void place_letters_exactly(cairo_t* context) {
    struct Release {
        void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
    };
    const std::unique_ptr<cairo_font_options_t, Release> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_set_font_options(context, options.get());
}

}  // namespace myomap
