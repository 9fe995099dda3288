#include "ui/theme.h"

#include <imgui.h>

namespace myomap {
namespace {

constexpr Colour rgb(std::uint32_t hex, std::uint32_t alpha = 0xFF) {
    return alpha << 24 | (hex & 0xFF) << 16 | (hex & 0xFF00) | hex >> 16;
}

constexpr Palette light{.column = rgb(0xFBFAF8),
                        .raised = rgb(0xFFFFFF),
                        .line = rgb(0xE4E0DA),
                        .text = rgb(0x1E2730),
                        .quiet = rgb(0x57626D),
                        .faint = rgb(0x848E97),
                        .accent = rgb(0x0B6E69),
                        .accent_ground = rgb(0xDDEFEC),
                        .on_accent = rgb(0xFFFFFF),
                        .hover = rgb(0xEFEBE5),
                        .figure = rgb(0xE4E0DA),
                        .lifted = rgb(0xFFFFFF),
                        .caution = rgb(0x7A4A00),
                        .caution_ground = rgb(0xFDF1D8),
                        .alarm = rgb(0x9B1C1C),
                        .alarm_ground = rgb(0xFCE7E4),
                        .overlay = rgb(0xFFFFFF, 0xEE),
                        .essential = rgb(0xC8102E),
                        .spillover = rgb(0xC8102E)};

constexpr Palette dark{.column = rgb(0x15191E),
                       .raised = rgb(0x1E242B),
                       .line = rgb(0x2C343D),
                       .text = rgb(0xE9ECEF),
                       .quiet = rgb(0xA7B1BB),
                       .faint = rgb(0x7B8791),
                       .accent = rgb(0x5FD0C4),
                       .accent_ground = rgb(0x1B3B3B),
                       .on_accent = rgb(0x0C1F1E),
                       .hover = rgb(0x262D35),
                       .figure = rgb(0x2C343D),
                       .lifted = rgb(0x3D4853),
                       .caution = rgb(0xF2C46D),
                       .caution_ground = rgb(0x33290F),
                       .alarm = rgb(0xFF9C92),
                       .alarm_ground = rgb(0x3A1C1A),
                       .overlay = rgb(0x1E242B, 0xEE),
                       .essential = rgb(0xE5384F),
                       .spillover = rgb(0xE5384F)};

void set(ImGuiStyle& style, ImGuiCol index, Colour colour) {
    style.Colors[index] = ImGui::ColorConvertU32ToFloat4(colour);
}

}  // namespace

const Palette& palette(Theme theme) {
    return theme == Theme::Dark ? dark : light;
}

Colour packed(Rgb colour) {
    return 0xFF000000U | static_cast<Colour>(colour.b) << 16U | static_cast<Colour>(colour.g) << 8U |
           colour.r;
}

Palette palette(Theme theme, PainPalette pain) {
    Palette colours = palette(theme);
    if (pain == PainPalette::Red) return colours;
    // Grey as dark as on skin would not be seen on a dark column.
    const bool lighter = pain == PainPalette::Print && theme == Theme::Dark;
    colours.essential = lighter ? packed({188, 188, 188}) : packed(essential_colour(pain));
    colours.spillover = lighter ? packed({164, 164, 164}) : packed(spillover_colour(pain));
    return colours;
}

Palette contrasted(Palette colours) {
    colours.line = colours.quiet;
    colours.quiet = colours.faint = colours.text;
    return colours;
}

void apply_theme(ImGuiStyle& style, Theme theme, float scale) {
    style = ImGuiStyle();
    style.WindowPadding = {20, 18};
    style.FramePadding = {12, 8};
    style.ItemSpacing = {8, 8};
    style.ItemInnerSpacing = {8, 6};
    style.ScrollbarSize = 10;
    style.WindowRounding = 0;
    style.ChildRounding = 8;
    style.FrameRounding = 8;
    style.PopupRounding = 10;
    style.ScrollbarRounding = 5;
    style.GrabRounding = 6;
    style.WindowBorderSize = 0;
    style.ChildBorderSize = 0;
    style.PopupBorderSize = 1;
    style.FrameBorderSize = 0;
    style.ScaleAllSizes(scale);
    // Scaling rounds down; a hairline stays one.
    style.PopupBorderSize = 1;

    const Palette& c = palette(theme);
    const Colour none = 0;
    set(style, ImGuiCol_Text, c.text);
    set(style, ImGuiCol_TextDisabled, c.faint);
    set(style, ImGuiCol_WindowBg, c.column);
    set(style, ImGuiCol_ChildBg, none);
    set(style, ImGuiCol_PopupBg, c.raised);
    set(style, ImGuiCol_Border, c.line);
    set(style, ImGuiCol_FrameBg, c.raised);
    set(style, ImGuiCol_FrameBgHovered, c.raised);
    set(style, ImGuiCol_FrameBgActive, c.raised);
    set(style, ImGuiCol_ScrollbarBg, none);
    set(style, ImGuiCol_ScrollbarGrab, c.line);
    set(style, ImGuiCol_ScrollbarGrabHovered, c.faint);
    set(style, ImGuiCol_ScrollbarGrabActive, c.faint);
    set(style, ImGuiCol_CheckMark, c.accent);
    set(style, ImGuiCol_SliderGrab, c.accent);
    set(style, ImGuiCol_SliderGrabActive, c.accent);
    set(style, ImGuiCol_Button, none);
    set(style, ImGuiCol_ButtonHovered, c.hover);
    set(style, ImGuiCol_ButtonActive, c.accent_ground);
    set(style, ImGuiCol_Header, c.accent_ground);
    set(style, ImGuiCol_HeaderHovered, c.hover);
    set(style, ImGuiCol_HeaderActive, c.accent_ground);
    set(style, ImGuiCol_Separator, c.line);
    set(style, ImGuiCol_TextSelectedBg, c.accent_ground);
    set(style, ImGuiCol_NavHighlight, c.accent);
    set(style, ImGuiCol_NavWindowingHighlight, c.accent);
}

}  // namespace myomap
