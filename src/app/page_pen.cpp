#include "app/page_pen.h"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/cairo_image.h"

namespace myomap {
namespace {

struct Release {
    void operator()(PangoLayout* layout) const { g_object_unref(layout); }
    void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
    void operator()(char* text) const { g_free(text); }
    void operator()(cairo_font_options_t* options) const { cairo_font_options_destroy(options); }
};
template <class T>
using Owned = std::unique_ptr<T, Release>;

std::string escaped(const std::string& words) {
    const Owned<char> text(g_markup_escape_text(words.data(), static_cast<gssize>(words.size())));
    return text.get();
}

// "<span …>3, 7</span>"
std::string raised(const std::vector<int>& references, double size) {
    std::string numbers;
    for (const int reference : references)
        numbers += (numbers.empty() ? "" : ", ") + std::to_string(reference);
    const auto units = [](double points) {
        return std::to_string(static_cast<int>(std::lround(points * PANGO_SCALE)));
    };
    return "\u2009<span foreground=\"#68727e\" size=\"" +
           units(std::max(size * 0.62, PagePen::least_text_pt)) + "\" rise=\"" + units(size * 0.3) + "\">" +
           numbers + "</span>";
}

}  // namespace

void PagePen::Unref::operator()(PangoContext* context) const {
    g_object_unref(context);
}

PagePen::PagePen(cairo_t* context, double scale)
    : context_(context), scale_(scale), pango_(pango_cairo_create_context(context)) {
    pango_cairo_context_set_resolution(pango_.get(), 72);
    // Without hints the lines break alike on paper and on every picture of it.
    const Owned<cairo_font_options_t> options(cairo_font_options_create());
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(pango_.get(), options.get());
}

PagePen::~PagePen() = default;

double PagePen::text(const Place& place, const Look& look, const std::string& words,
                     const std::vector<int>& references, Align align) {
    const double size = std::max(look.size * scale_, least_text_pt);
    const Owned<PangoFontDescription> font(pango_font_description_new());
    pango_font_description_set_family_static(font.get(), look.family);
    pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(look.weight));
    pango_font_description_set_absolute_size(font.get(), size * PANGO_SCALE);
    const Owned<PangoLayout> layout(pango_layout_new(pango_.get()));
    pango_layout_set_font_description(layout.get(), font.get());
    pango_layout_set_width(layout.get(), static_cast<int>(place.width * PANGO_SCALE));
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(layout.get(), static_cast<float>(look.leading));
    pango_layout_set_alignment(layout.get(), align == Align::Left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
    std::string markup = escaped(words);
    if (!references.empty()) markup += raised(references, size);
    pango_layout_set_markup(layout.get(), markup.data(), static_cast<int>(markup.size()));
    PangoRectangle extents;
    pango_layout_get_extents(layout.get(), nullptr, &extents);
    if (!only_measures_) {
        set(look.ink);
        cairo_move_to(context_, place.x, place.y);
        pango_cairo_show_layout(context_, layout.get());
    }
    return static_cast<double>(extents.height) / PANGO_SCALE;
}

void PagePen::set(Ink ink) {
    cairo_set_source_rgb(context_, ink.r, ink.g, ink.b);
}

void PagePen::line(const Place& place, double thickness, Ink ink) {
    if (only_measures_) return;
    set(ink);
    cairo_rectangle(context_, place.x, place.y, place.width, thickness);
    cairo_fill(context_);
}

void PagePen::rounded(const Area& a, double radius) {
    constexpr double right_angle = std::numbers::pi / 2;
    cairo_new_path(context_);
    cairo_arc(context_, a.x + a.width - radius, a.y + radius, radius, -right_angle, 0);
    cairo_arc(context_, a.x + a.width - radius, a.y + a.height - radius, radius, 0, right_angle);
    cairo_arc(context_, a.x + radius, a.y + a.height - radius, radius, right_angle, 2 * right_angle);
    cairo_arc(context_, a.x + radius, a.y + radius, radius, 2 * right_angle, 3 * right_angle);
    cairo_close_path(context_);
}

void PagePen::box(const Area& area, double radius, Ink ink) {
    if (only_measures_) return;
    set(ink);
    rounded(area, radius);
    cairo_fill(context_);
}

void PagePen::frame(const Area& area, double radius, Ink ink) {
    if (only_measures_) return;
    set(ink);
    rounded(area, radius);
    cairo_set_line_width(context_, 0.6);
    cairo_stroke(context_);
}

void PagePen::dot(double x, double y, double radius, Ink ink) {
    if (only_measures_) return;
    set(ink);
    cairo_new_path(context_);  // no line from where the last text began
    cairo_arc(context_, x, y, radius, 0, 2 * std::numbers::pi);
    cairo_fill(context_);
}

void PagePen::picture(const Area& area, double radius, const Image& image) {
    if (only_measures_ || image.width == 0) return;
    const CairoSurface surface = surface_of(image, true);
    cairo_save(context_);
    rounded(area, radius);
    cairo_clip(context_);
    const double size = std::max(area.width / image.width, area.height / image.height);
    cairo_translate(context_, area.x + (area.width - size * image.width) / 2,
                    area.y + (area.height - size * image.height) / 2);
    cairo_scale(context_, size, size);
    cairo_set_source_surface(context_, surface.get(), 0, 0);
    cairo_pattern_set_filter(cairo_get_source(context_), CAIRO_FILTER_GOOD);
    cairo_paint(context_);
    cairo_restore(context_);
}

void PagePen::hatched(const Area& area, Ink ink) {
    if (only_measures_) return;
    cairo_save(context_);
    rounded(area, 2);
    cairo_clip(context_);
    set(ink);
    cairo_new_path(context_);
    cairo_set_line_width(context_, 1.5);
    for (double x = area.x - area.height; x < area.x + area.width; x += 3.4) {
        cairo_move_to(context_, x, area.y + area.height);
        cairo_line_to(context_, x + area.height, area.y);
    }
    cairo_stroke(context_);
    cairo_restore(context_);
    frame(area, 2, ink);
}

void PagePen::dotted(const Area& area, Ink ink) {
    constexpr double apart = 4.2;
    bool odd = false;
    for (double y = area.y + 2; y < area.y + area.height; y += apart * 0.8, odd = !odd)
        for (double x = area.x + (odd ? apart : 2); x < area.x + area.width; x += apart) dot(x, y, 1.15, ink);
}

}  // namespace myomap
