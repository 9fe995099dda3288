#include "app/handout_pages.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>

#include "app/cairo_image.h"
#include "app/page_pen.h"
#include "base/file.h"
#include "ui/language.h"

namespace myomap {
namespace {

using Ink = PagePen::Ink;
using Look = PagePen::Look;

constexpr Ink black{0.10, 0.13, 0.17};
constexpr Ink quiet{0.36, 0.41, 0.46};
constexpr Ink faint{0.80, 0.83, 0.85};
constexpr Ink accent{0.04, 0.34, 0.40};
constexpr Ink tint{0.935, 0.957, 0.96};
constexpr Ink alarm{0.55, 0.12, 0.10};
constexpr Ink alarm_tint{0.975, 0.945, 0.93};

constexpr Look body_look{.size = 9.4, .ink = black};
constexpr Look quiet_look{.size = 8.2, .leading = 1.12, .ink = quiet};
constexpr Look caption_look{.size = 8.2, .leading = 1.12, .ink = quiet};
constexpr Look source_look{.size = PagePen::least_text_pt, .leading = 0.94, .ink = quiet};
constexpr Look subheading_look{.weight = 600, .size = 9.4, .ink = black};
constexpr Look heading_look{
    .family = "Inter Display", .weight = 600, .size = 14.5, .leading = 1.0, .ink = accent};
constexpr Look title_look{
    .family = "Inter Display", .weight = 600, .size = 28, .leading = 0.95, .ink = black};
constexpr Look kicker_look{.weight = 600, .size = 11, .leading = 1.05, .ink = accent};
constexpr Look practice_look{.weight = 600, .size = 9.4, .leading = 1.05, .ink = black};

constexpr double gutter = 24;
constexpr double radius = 6;

// Text downwards in a column.
class Column {
public:
    Column(PagePen& pen, double x, double y, double width) : pen_(pen), x_(x), y_(y), width_(width) {}

    double bottom() const { return y_; }

    void section(const HandoutSection& section, Ink colour = accent) {
        Look look = heading_look;
        look.ink = colour;
        y_ += pen_.text({x_, y_, width_}, look, section.heading) + 3;
        for (const HandoutPassage& passage : section.passages) add(passage);
    }

    void paragraph(const Look& look, const std::string& words, const std::vector<int>& references = {}) {
        y_ += pen_.text({x_, y_, width_}, look, words, references) + gap(4.5);
    }

    void skip(double height) { y_ += gap(height); }

private:
    double gap(double height) const { return height * pen_.scale(); }

    void add(const HandoutPassage& passage) {
        const bool listed =
            passage.kind == HandoutPassage::Kind::Bullets || passage.kind == HandoutPassage::Kind::Steps;
        const bool cited_above = listed && !passage.heading.empty();
        if (!passage.heading.empty()) {
            y_ += gap(4.5);
            y_ += pen_.text({x_, y_, width_}, subheading_look, passage.heading,
                            cited_above ? passage.sources : std::vector<int>()) +
                  gap(1.5);
        }
        for (std::size_t i = 0; i < passage.lines.size(); ++i) {
            const bool last = i + 1 == passage.lines.size();
            const std::vector<int> references = last && !cited_above ? passage.sources : std::vector<int>();
            if (listed)
                item(passage.kind, static_cast<int>(i) + 1, passage.lines[i], references);
            else
                paragraph(passage.kind == HandoutPassage::Kind::Quiet ? quiet_look : body_look,
                          passage.lines[i], references);
        }
        if (listed) y_ += gap(3);
    }

    void item(HandoutPassage::Kind kind, int number, const std::string& words,
              const std::vector<int>& references) {
        const bool step = kind == HandoutPassage::Kind::Steps;
        const double indent = gap(step ? 14 : 10);
        const double line = body_look.size * pen_.scale();
        if (step) {
            Look look = subheading_look;
            look.ink = accent;
            pen_.text({x_, y_, indent}, look, std::to_string(number));
        } else {
            pen_.dot(x_ + 2.5, y_ + line * 0.64, 1.35, accent);
        }
        y_ += pen_.text({x_ + indent, y_, width_ - indent}, body_look, words, references) + gap(1.8);
    }

    PagePen& pen_;
    double x_, y_, width_;
};

// How a handout is made to fit: text and pictures no smaller than these shares of their usual size, lists no
// longer, paper no barer than these margins, which every printer can keep.
struct Squeeze {
    double least_scale;
    double picture_share;
    std::size_t most_items;
    double margin_pt;
};
constexpr double least_readable = PagePen::least_text_pt / body_look.size;
constexpr double usual_margin_pt = 51;  // 18 mm
constexpr double least_margin_pt = 34;  // 12 mm
constexpr std::array<Squeeze, 5> squeezes{{{0.88, 1, 12, usual_margin_pt},
                                           {0.86, 0.85, 6, usual_margin_pt},
                                           {0.82, 0.75, 4, usual_margin_pt},
                                           {least_readable, 0.65, 3, usual_margin_pt},
                                           {least_readable, 0.45, 2, least_margin_pt}}};

// One handout on its pages; laid out the same way whether it is measured or drawn.
class Composition {
public:
    Composition(PagePen& pen, const Handout& handout, const HandoutPictures& pictures, PaperSize paper,
                const Squeeze& squeeze)
        : pen_(pen),
          squeeze_(squeeze),
          margin_(squeeze.margin_pt),
          handout_(handout),
          pictures_(pictures),
          paper_(paper),
          width_(paper.width_pt - 2 * margin_),
          column_((width_ - gutter) / 2) {}

    bool fits() {
        pen_.only_measure(true);
        fits_ = true;
        const double first = first_page();
        const double second = second_page();
        return split_sources(first, second) && fits_;
    }

    void draw(const std::function<void()>& next_page) {
        pen_.only_measure(false);
        first_page();
        sources(0, on_first_page_);
        next_page();
        second_page();
        sources(on_first_page_, handout_.sources.size());
    }

private:
    std::string tr(const std::string& english) const { return translated(handout_.language, english); }
    double last_line() const { return paper_.height_pt - margin_ - 18; }
    double right_column() const { return margin_ + column_ + gutter; }
    void must_end_by(double y, double limit) { fits_ = fits_ && y <= limit; }

    double head() {
        const double y = margin_ - 14;
        pen_.text({margin_, y, width_ * 0.7}, practice_look, handout_.practice);
        Look date = quiet_look;
        pen_.text({margin_ + width_ * 0.7, y, width_ * 0.3}, date, handout_.date, {}, PagePen::Align::Right);
        pen_.line({margin_, y + 18, width_}, 0.6, faint);
        return y + 34;
    }

    void foot(int page) {
        const double y = paper_.height_pt - margin_ + 8;
        pen_.line({margin_, y - 7, width_}, 0.6, faint);
        Look look = source_look;
        std::string words = handout_.disclaimer;
        if (page == 1 && !handout_.picture_credit.empty()) words += " " + handout_.picture_credit;
        pen_.text({margin_, y, width_ - 40}, look, words);
        pen_.text({margin_, y, width_}, look, std::to_string(page) + " / 2", {}, PagePen::Align::Right);
    }

    // Where its text ends.
    double first_page() {
        double y = head();
        y += pen_.text({margin_, y, width_}, kicker_look, handout_.kicker) + 2;
        y += pen_.text({margin_, y, width_}, title_look, handout_.title) + 4;
        y += pen_.text({margin_, y, width_}, caption_look, handout_.subtitle) + 14;
        y = pictures(y);
        y = legend(y) + 16;
        Column left(pen_, margin_, y, column_), right(pen_, right_column(), y, column_);
        left.section(handout_.what);
        right.section(handout_.why);
        y = std::max(left.bottom(), right.bottom()) + 8;
        note_on_first_page_ = y + note_height() <= last_line();
        if (note_on_first_page_) y = note(y);
        must_end_by(y, last_line() + 8);
        foot(1);
        return y;
    }

    double pictures(double y) {
        constexpr double apart = 9;
        const double height = squeeze_.picture_share * (width_ - 2 * apart) /
                              (handout_point_aspect + 2.0 * static_cast<double>(handout_map_aspect));
        const struct {
            const Image& image;
            double aspect;
            const char* caption;
        } all[] = {{pictures_.point, handout_point_aspect, "The point in its muscle"},
                   {pictures_.front, handout_map_aspect, "Where it is felt: front"},
                   {pictures_.back, handout_map_aspect, "Where it is felt: back"}};
        double x = margin_ + (1 - squeeze_.picture_share) * (width_ - 2 * apart) / 2;
        double caption = 0;
        for (const auto& each : all) {
            const double width = height * each.aspect;
            pen_.picture({x, y, width, height}, radius, each.image);
            pen_.frame({x, y, width, height}, radius, faint);
            caption =
                std::max(caption, pen_.text({x + 1, y + height + 5, width}, caption_look, tr(each.caption)));
            x += width + apart;
        }
        return y + height + 5 + caption + 8;
    }

    double legend(double y) {
        const double left = legend_entry(margin_, y, true, "Felt by nearly everyone", handout_.felt_by_most);
        const double right = legend_entry(right_column(), y, false, "Felt by some", handout_.felt_by_some);
        return std::max(left, right);
    }

    double legend_entry(double x, double y, bool essential, const std::string& name,
                        const std::vector<std::string>& areas) {
        if (areas.empty()) return y;
        constexpr double swatch = 22;
        const PagePen::Area area{x, y + 1.5, swatch - 6, 9};
        if (essential)
            pen_.hatched(area, black);
        else
            pen_.dotted(area, black);
        Look look = subheading_look;
        look.size = 8.6;
        const double width = column_ - swatch;
        y += pen_.text({x + swatch, y, width}, look, tr(name)) + 1;
        std::string list;
        for (const std::string& each : areas) list += (list.empty() ? "" : ", ") + each;
        return y + pen_.text({x + swatch, y, width}, caption_look, list);
    }

    // A tinted box round what `fill` puts into a column; gives where it ends.
    double boxed(const PagePen::Place& place, Ink ground, Ink bar, const std::function<void(Column&)>& fill) {
        constexpr double inside = 12;
        const auto column = [&] {
            return Column(pen_, place.x + inside, place.y + inside, place.width - 2 * inside);
        };
        Column measured = column();
        const bool was = pen_.only_measure(true);
        fill(measured);
        pen_.only_measure(was);
        const double height = measured.bottom() - place.y + inside - 4;
        pen_.box({place.x, place.y, place.width, height}, radius, ground);
        pen_.box({place.x, place.y, 3, height}, 1.5, bar);
        Column filled = column();
        fill(filled);
        return place.y + height;
    }

    double note_height() {
        const bool was = pen_.only_measure(true);
        const double height = note(0);
        pen_.only_measure(was);
        return height;
    }

    double note(double y) {
        if (handout_.note.empty()) return y;
        return boxed({margin_, y, width_}, tint, accent, [&](Column& column) {
            column.section({tr("From your therapist"), {}});
            column.paragraph(body_look, handout_.note);
        });
    }

    double second_page() {
        double y = head();
        if (!note_on_first_page_) y = note(y) + 16;
        Column left(pen_, margin_, y, column_), right(pen_, right_column(), y, column_);
        left.section(handout_.treatment);
        right.section(handout_.home);
        right.skip(8);
        const double help = boxed({right_column(), right.bottom(), column_}, alarm_tint, alarm,
                                  [&](Column& column) { column.section(handout_.help, alarm); });
        y = std::max(left.bottom(), help) + 14;
        must_end_by(y, last_line());
        foot(2);
        return y;
    }

    std::string source_words(std::size_t i) const {
        return std::to_string(i + 1) + "  " + handout_.sources[i];
    }

    std::vector<double> source_heights(std::size_t from, std::size_t to) {
        std::vector<double> heights;
        const bool was = pen_.only_measure(true);
        for (std::size_t i = from; i < to; ++i)
            heights.push_back(pen_.text({margin_, 0, column_}, source_look, source_words(i)) + 1);
        pen_.only_measure(was);
        return heights;
    }

    // Two columns of about the same height: how many stand in the left one, and how high both are.
    struct Columns {
        std::size_t in_left = 0;
        double height = 0;
    };
    static Columns two_columns(const std::vector<double>& heights) {
        const double total = std::accumulate(heights.begin(), heights.end(), 0.0);
        Columns columns;
        double left = 0;
        while (columns.in_left < heights.size() && left < total / 2) left += heights[columns.in_left++];
        columns.height = heights.empty() ? 0 : std::max(left, total - left) + sources_heading;
        return columns;
    }

    // All at the foot of the second page, or as few as must be at that of the first, which has more room.
    bool split_sources(double first_ends, double second_ends) {
        const std::vector<double> all = source_heights(0, handout_.sources.size());
        const auto room = [&](double ends, std::size_t from, std::size_t to) {
            const std::vector<double> some(all.begin() + static_cast<std::ptrdiff_t>(from),
                                           all.begin() + static_cast<std::ptrdiff_t>(to));
            return ends + two_columns(some).height <= last_line();
        };
        for (on_first_page_ = 0; on_first_page_ <= all.size(); ++on_first_page_)
            if (room(second_ends, on_first_page_, all.size()))
                return on_first_page_ == 0 || room(first_ends + 12, 0, on_first_page_);
        return false;
    }

    void sources(std::size_t from, std::size_t to) {
        if (from == to) return;
        const std::vector<double> heights = source_heights(from, to);
        const Columns columns = two_columns(heights);
        const double top = last_line() - columns.height + sources_heading;
        Look look = source_look;
        look.weight = 600;
        pen_.text({margin_, top - sources_heading, column_}, look, tr("Sources"));
        double x = margin_;
        double y = top;
        for (std::size_t i = 0; i < heights.size(); ++i) {
            if (i == columns.in_left) {
                x = right_column();
                y = top;
            }
            pen_.text({x, y, column_}, source_look, source_words(from + i));
            y += heights[i];
        }
    }

    static constexpr double sources_heading = 12;

    PagePen& pen_;
    Squeeze squeeze_;
    double margin_;
    const Handout& handout_;
    const HandoutPictures& pictures_;
    PaperSize paper_;
    double width_, column_;
    bool fits_ = true;
    bool note_on_first_page_ = true;
    std::size_t on_first_page_ = 0;  // sources
};

// The largest text that fits on its pages; none fits: 0.
double fitting_scale(const Handout& handout, const HandoutPictures& pictures, PaperSize paper,
                     const Squeeze& squeeze) {
    constexpr double largest = 1.04;
    constexpr double near_enough = 0.01;
    const CairoSurface ground(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1));
    const CairoContext context(cairo_create(ground.get()));
    const auto fits = [&](double scale) {
        PagePen pen(context.get(), scale);
        return Composition(pen, handout, pictures, paper, squeeze).fits();
    };
    if (!fits(squeeze.least_scale)) return 0;
    if (fits(largest)) return largest;
    double low = squeeze.least_scale, high = largest;
    while (high - low > near_enough) {
        const double middle = (low + high) / 2;
        (fits(middle) ? low : high) = middle;
    }
    return low;
}

cairo_status_t append(void* text, const unsigned char* bytes, unsigned count) {
    static_cast<std::string*>(text)->append(reinterpret_cast<const char*>(bytes), count);
    return CAIRO_STATUS_SUCCESS;
}

// What goes onto the pages, and how large.
struct Setting {
    const Handout& handout;
    const HandoutPictures& pictures;
    PaperSize paper;
    Squeeze squeeze;
    double scale;
};

void draw(cairo_t* context, const Setting& s, const std::function<void()>& next_page) {
    PagePen pen(context, s.scale);
    Composition composition(pen, s.handout, s.pictures, s.paper, s.squeeze);
    composition.fits();  // decides where the note stands
    composition.draw(next_page);
}

std::string as_pdf(const Setting& s) {
    std::string bytes;
    {
        const CairoSurface surface(
            cairo_pdf_surface_create_for_stream(append, &bytes, s.paper.width_pt, s.paper.height_pt));
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_TITLE,
                                       (s.handout.title + " – " + s.handout.kicker).c_str());
        cairo_pdf_surface_set_metadata(surface.get(), CAIRO_PDF_METADATA_CREATOR, "Myomap");
        const CairoContext context(cairo_create(surface.get()));
        draw(context.get(), s, [&] { cairo_show_page(context.get()); });
        cairo_surface_finish(surface.get());
    }
    return bytes;
}

std::string as_png(const Setting& s) {
    constexpr double px_a_pt = 2;  // 144 dots an inch
    constexpr int pages = 2;
    const CairoSurface surface(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(s.paper.width_pt * px_a_pt)),
        static_cast<int>(std::lround(s.paper.height_pt * px_a_pt * pages))));
    const CairoContext context(cairo_create(surface.get()));
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    cairo_scale(context.get(), px_a_pt, px_a_pt);
    draw(context.get(), s, [&] { cairo_translate(context.get(), 0, s.paper.height_pt); });
    std::string bytes;
    cairo_surface_write_to_png_stream(surface.get(), append, &bytes);
    return bytes;
}

}  // namespace

PaperSize size_of(Paper paper, Paper usual) {
    return (paper == Paper::ByLanguage ? usual : paper) == Paper::Letter ? PaperSize{612, 792}
                                                                         : PaperSize{595.276, 841.89};
}

std::vector<Problem> write_handout(const Handout& handout_in_full, const HandoutPictures& pictures,
                                   PaperSize paper, const std::filesystem::path& file) {
    const bool pdf = file.extension() == ".pdf";
    if (!pdf && file.extension() != ".png")
        return {
            {file.string(), "", "a handout is written as PDF or PNG", "a name ending in .pdf or .png", ""}};
    for (const Squeeze& squeeze : squeezes) {
        const Handout handout = with_lists_of(handout_in_full, squeeze.most_items);
        const double scale = fitting_scale(handout, pictures, paper, squeeze);
        if (scale == 0) continue;
        const Setting setting{handout, pictures, paper, squeeze, scale};
        return write_file(file, pdf ? as_pdf(setting) : as_png(setting));
    }
    return {{file.string(), "", "the note is too long for two pages", "a shorter note", ""}};
}

}  // namespace myomap
