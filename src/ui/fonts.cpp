#include "ui/fonts.h"

#include <imgui.h>

#include <cmath>
#include <span>
#include <string_view>

#include "base/embedded.h"

namespace myomap {

std::span<const EmbeddedFile> embedded_fonts();

namespace {

// Latin with accents, Greek, dashes, quotes, arrows and the few signs that the catalog uses.
constexpr ImWchar ranges[] = {0x20,   0x17F,  0x370,  0x3FF,  0x2010, 0x2027, 0x2030, 0x203A,
                              0x2070, 0x209C, 0x2190, 0x2193, 0x2248, 0x2265, 0};

ImFont* add_font(ImFontAtlas& atlas, const char* file, float size_points, float pixels_per_point) {
    const auto bytes = find_embedded(embedded_fonts(), file);
    IM_ASSERT(bytes && "The font must be among those that MyomapFonts.cmake embeds.");
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = 2;
    config.OversampleV = 1;
    // The atlas reads the embedded bytes only; its interface takes them as writable.
    auto* data = const_cast<char*>(bytes->data());
    return atlas.AddFontFromMemoryTTF(data, static_cast<int>(bytes->size()),
                                      std::round(size_points * pixels_per_point), &config, ranges);
}

}  // namespace

Fonts build_fonts(ImFontAtlas& atlas, float pixels_per_point) {
    atlas.Clear();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    const auto add = [&](const char* file, float size) {
        return add_font(atlas, file, size, pixels_per_point);
    };
    Fonts fonts;
    fonts.body = add("Inter-Regular.otf", 18.5F);
    fonts.strong = add("Inter-SemiBold.otf", 18.5F);
    fonts.small = add("Inter-Regular.otf", 16.0F);
    fonts.label = add("Inter-SemiBold.otf", 15.5F);
    fonts.italic = add("Inter-Italic.otf", 18.5F);
    fonts.heading = add("Inter-SemiBold.otf", 20.5F);
    fonts.title = add("Inter-SemiBold.otf", 30.0F);
    atlas.Build();
    return fonts;
}

}  // namespace myomap
