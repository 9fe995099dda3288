#include "app/contact_sheet.h"

#include <cairo.h>

#include <sstream>

#include "app/cairo_image.h"

namespace myomap {
namespace {

constexpr int gap_px = 12;
constexpr int text_height_px = 118;
constexpr double title_size_px = 19;
constexpr double line_size_px = 15;

CairoSurface make_surface(int width, int height) {
    return CairoSurface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height));
}

double width_of(cairo_t* context, const std::string& text) {
    cairo_text_extents_t extents;
    cairo_text_extents(context, text.c_str(), &extents);
    return extents.x_advance;
}

std::vector<std::string> wrapped(cairo_t* context, const std::string& text, double width_px) {
    std::vector<std::string> lines{""};
    std::istringstream words(text);
    for (std::string word; words >> word;) {
        const std::string longer = lines.back().empty() ? word : lines.back() + " " + word;
        if (lines.back().empty() || width_of(context, longer) <= width_px)
            lines.back() = longer;
        else
            lines.push_back("   " + word);
    }
    return lines;
}

void draw_text(cairo_t* context, const SheetCell& cell, double x, double y, double width_px) {
    cairo_set_source_rgb(context, 0.1, 0.1, 0.12);
    place_letters_exactly(context);
    cairo_select_font_face(context, "Inter", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_BOLD);
    cairo_set_font_size(context, title_size_px);
    double baseline = y + title_size_px;
    cairo_move_to(context, x, baseline);
    cairo_show_text(context, cell.title.c_str());
    cairo_select_font_face(context, "Inter", CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(context, line_size_px);
    for (const std::string& text : cell.lines)
        for (const std::string& line : wrapped(context, text, width_px)) {
            baseline += line_size_px * 1.3;
            if (baseline > y + text_height_px) return;
            cairo_move_to(context, x, baseline);
            cairo_show_text(context, line.c_str());
        }
}

void draw_cell(cairo_t* context, const SheetCell& cell, int x, int y) {
    int across = x;
    for (const Image& picture : cell.pictures) {
        const CairoSurface surface = surface_of(picture);
        cairo_set_source_surface(context, surface.get(), across, y);
        cairo_paint(context);
        across += picture.width;
    }
    draw_text(context, cell, x + 2, y + cell.pictures.front().height + 2, across - x - 4);
}

}  // namespace

std::vector<Problem> write_contact_sheet(const std::vector<SheetCell>& cells, int columns,
                                         const std::filesystem::path& file) {
    if (cells.empty() || cells.front().pictures.empty()) return {};
    const std::vector<Image>& pictures = cells.front().pictures;
    const int cell_width = pictures.front().width * static_cast<int>(pictures.size()) + gap_px;
    const int cell_height = pictures.front().height + text_height_px + gap_px;
    const int rows = (static_cast<int>(cells.size()) + columns - 1) / columns;
    const CairoSurface page = make_surface(columns * cell_width + gap_px, rows * cell_height + gap_px);
    const CairoContext context(cairo_create(page.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    for (int i = 0; i < static_cast<int>(cells.size()); ++i)
        draw_cell(context.get(), cells[static_cast<std::size_t>(i)], gap_px + i % columns * cell_width,
                  gap_px + i / columns * cell_height);
    const cairo_status_t status = cairo_surface_write_to_png(page.get(), file.c_str());
    if (status == CAIRO_STATUS_SUCCESS) return {};
    return {{file.string(), "", std::string("cannot be written: ") + cairo_status_to_string(status),
             "a folder that exists and may be written to", ""}};
}

}  // namespace myomap
