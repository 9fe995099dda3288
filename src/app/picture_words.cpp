#include "app/picture_words.h"

#include <cairo.h>

#include <algorithm>

#include "app/cairo_image.h"
#include "ui/language.h"

namespace myomap {
namespace {

constexpr float margin_pt = 24;
constexpr float label_pt = 15;
constexpr float legend_pt = 15;
constexpr float caption_pt = 19;
constexpr float sign_of_text = 0.95F;  // of its size
constexpr float after_sign_pt = 9;
constexpr float after_name_pt = 7;
constexpr float beside_pt = 26;       // between entries of a row
constexpr float line_of_text = 1.7F;  // of its size, to the next line

struct Ink {
    double r, g, b, a = 1;
};

void set(cairo_t* to, const Ink& ink) {
    cairo_set_source_rgba(to, ink.r, ink.g, ink.b, ink.a);
}

Ink ink_of(Rgb c) {
    return {c.r / 255.0, c.g / 255.0, c.b / 255.0};
}

void set_font(cairo_t* to, bool strong, double size_px) {
    cairo_select_font_face(to, "Inter", CAIRO_FONT_SLANT_NORMAL,
                           strong ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
    cairo_set_font_size(to, size_px);
    place_letters_exactly(to);
}

double width_of(cairo_t* to, const std::string& text) {
    cairo_text_extents_t extents;
    cairo_text_extents(to, text.c_str(), &extents);
    return extents.x_advance;
}

float width_of_entry(cairo_t* to, const LegendEntry& entry, float scale) {
    set_font(to, true, legend_pt * scale);
    double width = (legend_pt * sign_of_text + after_sign_pt) * scale + width_of(to, entry.name);
    if (entry.meaning.empty()) return static_cast<float>(width);
    set_font(to, false, legend_pt * scale);
    width += after_name_pt * scale + width_of(to, entry.meaning);
    return static_cast<float>(width);
}

// Entries from … to that stand side by side: as many as the picture is wide for.
struct Row {
    std::size_t from, to;
};
std::vector<Row> rows_of(cairo_t* to, const Legend& legend, float width_px, float scale) {
    std::vector<Row> rows;
    float room = 0;
    for (std::size_t i = 0; i < legend.entries.size(); ++i) {
        const float width = width_of_entry(to, legend.entries[i], scale) + beside_pt * scale;
        if (rows.empty() || width > room) {
            rows.push_back({i, i});
            room = width_px - 2 * margin_pt * scale + beside_pt * scale;
        }
        rows.back().to = i + 1;
        room -= width;
    }
    return rows;
}

std::size_t line_count(cairo_t* to, const Legend& legend, float width_px, float scale) {
    return rows_of(to, legend, width_px, scale).size() + (legend.note.empty() ? 0 : 1);
}

void rounded(cairo_t* to, double x, double y, double width, double height, double radius) {
    constexpr double quarter = 1.5707963267948966;
    cairo_new_sub_path(to);
    cairo_arc(to, x + width - radius, y + radius, radius, -quarter, 0);
    cairo_arc(to, x + width - radius, y + height - radius, radius, 0, quarter);
    cairo_arc(to, x + radius, y + height - radius, radius, quarter, 2 * quarter);
    cairo_arc(to, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(to);
}

class Writer {
public:
    Writer(cairo_t* to, glm::ivec2 size_px, float scale, bool light_ground)
        : to_(to),
          size_(size_px),
          scale_(scale),
          ink_(light_ground ? Ink{0.10, 0.13, 0.16} : Ink{0.93, 0.94, 0.95}),
          quiet_(light_ground ? Ink{0.33, 0.37, 0.42} : Ink{0.68, 0.72, 0.76}),
          ground_(light_ground ? Ink{1, 1, 1, 0.86} : Ink{0.11, 0.13, 0.16, 0.86}) {}

    void labels(const PictureWords& words, float below_px) {
        LabelSpace space{{px(14), px(14)}, {size_.x - px(14), size_.y - below_px - px(14)}, px(label_pt), {}};
        if (words.labels_max.x > words.labels_min.x) {
            space.min = words.labels_min;
            space.max = words.labels_max;
        }
        std::vector<std::string> texts;
        for (const Label& label : words.labels) {
            set_font(to_, label.strong, px(label_pt));
            texts.push_back(translated(words.language, label.text));
            space.widths.push_back(static_cast<float>(width_of(to_, texts.back())));
        }
        const std::vector<LabelPlace> places = place_labels(words.labels, words.camera, size_, space);
        for (const LabelPlace& place : places) leader(place);
        for (const LabelPlace& place : places) {
            const Label& label = words.labels[place.label];
            set(to_, ground_);
            rounded(to_, place.at.x - px(4), place.at.y - px(2), space.widths[place.label] + px(8),
                    space.line_height + px(5), px(4));
            cairo_fill(to_);
            text(texts[place.label], label.strong, px(label_pt), ink_, place.at.x,
                 place.at.y + px(label_pt) * 0.9F);
        }
    }

    // From the lower edge upwards, on a ground that covers what of the body reaches so low.
    void below(const PictureWords& words, float height_px) {
        if (height_px <= 0) return;
        ground(height_px);
        float y = size_.y - px(margin_pt);
        if (!words.caption.empty()) {
            centred(words.caption, true, px(caption_pt), ink_, y);
            y -= px(caption_pt * line_of_text);
        }
        if (words.legend.empty()) return;
        legend(words.legend, y - px(legend_pt * line_of_text) *
                                     static_cast<float>(line_count(to_, words.legend, size_.x, scale_) - 1));
    }

private:
    float px(float points) const { return points * scale_; }

    void ground(float height_px) {
        const float melts = px(28);
        const float top = size_.y - height_px - melts;
        cairo_pattern_t* pattern = cairo_pattern_create_linear(0, top, 0, top + melts);
        cairo_pattern_add_color_stop_rgba(pattern, 0, ground_.r, ground_.g, ground_.b, 0);
        cairo_pattern_add_color_stop_rgba(pattern, 1, ground_.r, ground_.g, ground_.b, 0.94);
        cairo_set_source(to_, pattern);
        cairo_rectangle(to_, 0, top, size_.x, height_px + melts);
        cairo_fill(to_);
        cairo_pattern_destroy(pattern);
    }

    void text(const std::string& words, bool strong, float size_px, const Ink& ink, float x, float y) {
        set_font(to_, strong, size_px);
        set(to_, ink);
        cairo_move_to(to_, x, y);
        cairo_show_text(to_, words.c_str());
    }

    void leader(const LabelPlace& place) {
        for (const auto& [ink, width] : {std::pair{ground_, 3.0F}, std::pair{ink_, 1.0F}}) {
            set(to_, ink);
            cairo_set_line_width(to_, px(width));
            cairo_move_to(to_, place.line_from.x, place.line_from.y);
            cairo_line_to(to_, place.line_to.x, place.line_to.y);
            cairo_stroke(to_);
        }
        if (!place.dot) return;
        cairo_arc(to_, place.line_to.x, place.line_to.y, px(2.5F), 0, 6.2831853);
        cairo_fill(to_);
    }

    void sign(const LegendEntry& entry, float x, float y) {
        using Sign = LegendEntry::Sign;
        const float size = px(legend_pt * sign_of_text);
        set(to_, ink_of(entry.colour));
        if (entry.sign == Sign::Dots) {
            const float step = size / 3;
            for (int i = 0; i < 9; ++i) {
                cairo_arc(to_, x + (0.5F + static_cast<float>(i % 3)) * step,
                          y + (0.5F + static_cast<float>(i / 3)) * step, step * 0.3F, 0, 6.2831853);
                cairo_fill(to_);
            }
            return;
        }
        rounded(to_, x, y, size, size, size * 0.25F);
        if (entry.sign == Sign::Solid) {
            cairo_fill(to_);
            return;
        }
        cairo_set_line_width(to_, size * 0.12F);
        cairo_stroke(to_);
        for (int i = 1; i < 4; ++i) {
            const float line = y + size * static_cast<float>(i) / 4;
            cairo_move_to(to_, x, line);
            cairo_line_to(to_, x + size, line);
            cairo_stroke(to_);
        }
    }

    void entry(const LegendEntry& entry, float x, float y) {
        sign(entry, x, y - px(legend_pt * 0.80F));
        x += px(legend_pt * sign_of_text + after_sign_pt);
        set_font(to_, true, px(legend_pt));
        const auto name = static_cast<float>(width_of(to_, entry.name));
        text(entry.name, true, px(legend_pt), ink_, x, y);
        text(entry.meaning, false, px(legend_pt), quiet_, x + name + px(after_name_pt), y);
    }

    // Its first line stands at `y`.
    void legend(const Legend& legend, float y) {
        for (const auto& [from, to] : rows_of(to_, legend, size_.x, scale_)) {
            float width = -px(beside_pt);
            for (std::size_t i = from; i < to; ++i)
                width += width_of_entry(to_, legend.entries[i], scale_) + px(beside_pt);
            float x = (size_.x - width) / 2;
            for (std::size_t i = from; i < to; ++i) {
                entry(legend.entries[i], x, y);
                x += width_of_entry(to_, legend.entries[i], scale_) + px(beside_pt);
            }
            y += px(legend_pt * line_of_text);
        }
        if (legend.note.empty()) return;
        centred(legend.note, false, px(legend_pt * 0.9F), quiet_, y);
    }

    void centred(const std::string& words, bool strong, float size_px, const Ink& ink, float y) {
        set_font(to_, strong, size_px);
        const auto width = static_cast<float>(width_of(to_, words));
        const float fitting = std::min(1.0F, (size_.x - px(2 * margin_pt)) / std::max(width, 1.0F));
        text(words, strong, size_px * fitting, ink, (size_.x - width * fitting) / 2, y);
    }

    cairo_t* to_;
    Vec2 size_;
    float scale_;
    Ink ink_, quiet_, ground_;
};

// Between our rows and cairo's: blue first, multiplied by what the colour covers.
void to_cairo(const Image& image, unsigned char* rows, int stride) {
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const std::size_t i = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                       static_cast<std::size_t>(x));
            unsigned char* to = rows + static_cast<std::ptrdiff_t>(y) * stride + 4 * x;
            const unsigned alpha = image.rgba[i + 3];
            for (std::size_t c = 0; c < 3; ++c)
                to[c] = static_cast<unsigned char>((image.rgba[i + 2 - c] * alpha + 127) / 255);
            to[3] = static_cast<unsigned char>(alpha);
        }
}

void from_cairo(const unsigned char* rows, int stride, Image& image) {
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const std::size_t i = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                       static_cast<std::size_t>(x));
            const unsigned char* from = rows + static_cast<std::ptrdiff_t>(y) * stride + 4 * x;
            const unsigned alpha = from[3];
            for (std::size_t c = 0; c < 3; ++c)
                image.rgba[i + 2 - c] =
                    alpha == 0
                        ? 0
                        : static_cast<std::uint8_t>(std::min(255U, (from[c] * 255U + alpha / 2) / alpha));
            image.rgba[i + 3] = static_cast<std::uint8_t>(alpha);
        }
}

}  // namespace

float share_of_words(const PictureWords& words, glm::ivec2 size_px, float pixels_per_point) {
    if (words.legend.empty() && words.caption.empty()) return 0;
    const CairoSurface measured(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 1, 1));
    const CairoContext context(cairo_create(measured.get()));
    const std::size_t lines =
        line_count(context.get(), words.legend, static_cast<float>(size_px.x), pixels_per_point);
    const float points = margin_pt + (words.caption.empty() ? 0 : caption_pt * line_of_text) +
                         static_cast<float>(lines) * legend_pt * line_of_text;
    return std::min(0.4F, points * pixels_per_point / static_cast<float>(size_px.y));
}

void write_on(Image& image, const PictureWords& words, float pixels_per_point, bool light_ground) {
    if (words.empty()) return;
    const CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width, image.height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return;
    cairo_surface_flush(surface.get());
    unsigned char* rows = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    to_cairo(image, rows, stride);
    cairo_surface_mark_dirty(surface.get());
    const glm::ivec2 size(image.width, image.height);
    {
        const CairoContext context(cairo_create(surface.get()));
        Writer writer(context.get(), size, pixels_per_point, light_ground);
        const float below = share_of_words(words, size, pixels_per_point) * static_cast<float>(size.y);
        if (!words.labels.empty()) writer.labels(words, below);
        writer.below(words, below);
    }
    cairo_surface_flush(surface.get());
    from_cairo(rows, stride, image);
}

}  // namespace myomap
