#include "app/story_still.h"

#include <cairo.h>

#include <algorithm>
#include <numbers>
#include <sstream>

#include "app/cairo_image.h"
#include "app/picture_words.h"
#include "scene/story_inset.h"
#include "scene/story_labels.h"
#include "scene/story_layout.h"
#include "ui/language.h"
#include "ui/words.h"

namespace myomap {
namespace {

constexpr double pi = std::numbers::pi;

// Four bytes a pixel in either: only their order differs, and nothing of the body's picture is clear.
void swap_red_and_blue(const Image& image, unsigned char* rows, int stride, bool back, Image* into) {
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x) {
            const std::size_t at = 4 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) +
                                        static_cast<std::size_t>(x));
            unsigned char* pixel = rows + y * stride + 4 * x;
            for (const int channel : {0, 1, 2}) {
                if (back)
                    into->rgba[at + static_cast<std::size_t>(channel)] = pixel[2 - channel];
                else
                    pixel[2 - channel] = image.rgba[at + static_cast<std::size_t>(channel)];
            }
        }
}

class Painter {
public:
    Painter(cairo_t* context, const State& state) : cairo_(context), dark_(state.theme == Theme::Dark) {}

    void card(const StoryFrame& place, Rgb ground, double alpha, double radius) {
        const double x = static_cast<double>(place.from.x);
        const double y = static_cast<double>(place.from.y);
        const double w = static_cast<double>(place.size().x);
        const double h = static_cast<double>(place.size().y);
        cairo_new_sub_path(cairo_);
        cairo_arc(cairo_, x + w - radius, y + radius, radius, -pi / 2, 0);
        cairo_arc(cairo_, x + w - radius, y + h - radius, radius, 0, pi / 2);
        cairo_arc(cairo_, x + radius, y + h - radius, radius, pi / 2, pi);
        cairo_arc(cairo_, x + radius, y + radius, radius, pi, 3 * pi / 2);
        cairo_close_path(cairo_);
        ink(ground, alpha);
        cairo_fill_preserve(cairo_);
        cairo_set_source_rgba(cairo_, 0.5, 0.48, 0.48, 0.35);
        cairo_set_line_width(cairo_, 1);
        cairo_stroke(cairo_);
    }

    void sketch(const Sketch& sketch, const StoryFrame& place) {
        const double scale = static_cast<double>(place.size().x / sketch.size.x);
        if (sketch.card) card(place, sketch.ground, 0.96, 10 * scale);
        cairo_save(cairo_);
        cairo_translate(cairo_, static_cast<double>(place.from.x), static_cast<double>(place.from.y));
        cairo_scale(cairo_, scale, scale);
        cairo_rectangle(cairo_, 0, 0, static_cast<double>(sketch.size.x), static_cast<double>(sketch.size.y));
        cairo_clip(cairo_);
        for (const SketchShape& shape : sketch.shapes) draw(shape);
        cairo_restore(cairo_);
    }

    void words(const StoryMoment& moment, const State& state, const Atlas& atlas, const StoryFrame& place,
               double scale) {
        card(place, dark_ ? Rgb{30, 32, 37} : Rgb{255, 255, 255}, 0.94, 12 * scale);
        const double left = static_cast<double>(place.from.x) + 18 * scale;
        const double width = static_cast<double>(place.size().x) - 36 * scale;
        double y = static_cast<double>(place.from.y) + 12 * scale;
        const auto tr = [&](const std::string& english) {
            return translated(state.comfort.language, english);
        };
        const std::string kicker = tr(scene_words(state.story, atlas.catalog().treatment())) + "   ·   " +
                                   tr(point_words(*moment.place->point, atlas.catalog())) + "   ·   " +
                                   tr(certainty_words(*moment.scene));
        y = paragraph(kicker, left, y, width, 12.5 * scale, true,
                      dark_ ? Rgb{232, 140, 112} : Rgb{158, 62, 44});
        y = paragraph(tr(moment.scene->title), left, y + 2 * scale, width, 19 * scale, true, text_ink());
        y = paragraph(tr(moment.scene->narration), left, y + 3 * scale, width, 14.5 * scale, false,
                      text_ink());
        if (const std::string note = story_note(moment, atlas); !note.empty())
            paragraph(tr(note), left, y + 3 * scale, width, 11.5 * scale, false, Rgb{132, 126, 126});
    }

private:
    Rgb text_ink() const { return dark_ ? Rgb{238, 238, 240} : Rgb{36, 34, 36}; }

    void ink(Rgb colour, double alpha) {
        cairo_set_source_rgba(cairo_, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, alpha);
    }

    void font(double size, bool bold) {
        cairo_select_font_face(cairo_, "Inter", CAIRO_FONT_SLANT_NORMAL,
                               bold ? CAIRO_FONT_WEIGHT_BOLD : CAIRO_FONT_WEIGHT_NORMAL);
        cairo_set_font_size(cairo_, size);
        place_letters_exactly(cairo_);
    }

    double width_of(const std::string& text) {
        cairo_text_extents_t extents;
        cairo_text_extents(cairo_, text.c_str(), &extents);
        return extents.x_advance;
    }

    // Wrapped; where it ends.
    double paragraph(const std::string& text, double left, double top, double width, double size, bool bold,
                     Rgb colour) {
        font(size, bold);
        ink(colour, 1);
        double baseline = top + size;
        std::istringstream words(text);
        std::string line;
        const auto put = [&] {
            cairo_move_to(cairo_, left, baseline);
            cairo_show_text(cairo_, line.c_str());
            baseline += size * 1.28;
        };
        for (std::string word; words >> word;) {
            const std::string longer = line.empty() ? word : line + " " + word;
            if (!line.empty() && width_of(longer) > width) {
                put();
                line = word;
            } else {
                line = longer;
            }
        }
        if (!line.empty()) put();
        return baseline - size * 0.98;
    }

    void draw(const SketchShape& shape) {
        ink(shape.colour, static_cast<double>(shape.alpha));
        const auto x = [&](std::size_t i) { return static_cast<double>(shape.points[i].x); };
        const auto y = [&](std::size_t i) { return static_cast<double>(shape.points[i].y); };
        const auto size = static_cast<double>(shape.size);
        switch (shape.kind) {
            case SketchShape::Kind::Fill:
            case SketchShape::Kind::Line:
                cairo_move_to(cairo_, x(0), y(0));
                for (std::size_t i = 1; i < shape.points.size(); ++i) cairo_line_to(cairo_, x(i), y(i));
                if (shape.kind == SketchShape::Kind::Fill) {
                    cairo_close_path(cairo_);
                    cairo_fill(cairo_);
                } else {
                    cairo_set_line_width(cairo_, size);
                    cairo_stroke(cairo_);
                }
                break;
            case SketchShape::Kind::Disc:
                cairo_arc(cairo_, x(0), y(0), size, 0, 2 * pi);
                cairo_fill(cairo_);
                break;
            case SketchShape::Kind::Text:
                font(size, true);
                cairo_move_to(cairo_, x(0) - width_of(shape.text) * static_cast<double>(shape.align),
                              y(0) + size * 0.95);
                cairo_show_text(cairo_, shape.text.c_str());
                break;
        }
    }

    cairo_t* cairo_;
    bool dark_;
};

void draw_beside(Image& picture, const StoryMoment& moment, const State& state, const Atlas& atlas,
                 const StoryPlaces& places, float scale) {
    const CairoSurface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
    cairo_surface_flush(surface.get());
    unsigned char* rows = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    if (rows == nullptr) return;
    swap_red_and_blue(picture, rows, stride, false, nullptr);
    cairo_surface_mark_dirty(surface.get());
    {
        const CairoContext context(cairo_create(surface.get()));
        Painter painter(context.get(), state);
        Sketch sketch = story_inset(moment, atlas.catalog().treatment(), state.theme == Theme::Dark);
        for (SketchShape& shape : sketch.shapes) shape.text = translated(state.comfort.language, shape.text);
        if (!sketch.shapes.empty()) painter.sketch(sketch, places.inset);
        painter.words(moment, state, atlas, places.words, static_cast<double>(scale));
    }
    cairo_surface_flush(surface.get());
    swap_red_and_blue(picture, rows, stride, true, &picture);
}

}  // namespace

void add_story(Image& picture, const State& state, const Atlas& atlas) {
    const auto moment = story_moment(state, atlas);
    if (!moment && !state.needle) return;
    const Vec2 size(static_cast<float>(picture.width), static_cast<float>(picture.height));
    const float scale = std::min(size.y / 720, size.x / 900);
    const StoryPlaces places = story_places(size, scale, still_words_pt);
    PictureWords names;
    names.labels = moment ? story_labels(*moment, atlas) : needle_labels(state, atlas);
    names.camera = state.camera;
    names.language = state.comfort.language;
    if (moment) {
        names.labels_min = places.free.from;
        names.labels_max = places.free.to;
        names.labels = labels_within(names.labels, state.camera, size, {0, 0}, places.free.to);
    }
    write_on(picture, names, scale, state.theme != Theme::Dark);
    if (moment) draw_beside(picture, *moment, state, atlas, places, scale);
}

}  // namespace myomap
