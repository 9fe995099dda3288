#include "app/handout_composition.h"

#include <algorithm>
#include <numeric>

#include "ui/language.h"

namespace myomap {
namespace {

// Two columns of about the same height: how many stand in the left one, and how high both are.
struct TwoColumns {
    std::size_t in_left = 0;
    double height = 0;
};

TwoColumns two_columns(const std::vector<double>& heights, double heading) {
    const double total = std::accumulate(heights.begin(), heights.end(), 0.0);
    TwoColumns columns;
    double left = 0;
    while (columns.in_left < heights.size() && left < total / 2) left += heights[columns.in_left++];
    columns.height = heights.empty() ? 0 : std::max(left, total - left) + heading;
    return columns;
}

}  // namespace

std::string HandoutComposition::tr(const std::string& english) const {
    return translated(handout_.language, english);
}

std::string HandoutComposition::source_words(std::size_t i) const {
    return std::to_string(i + 1) + "  " + handout_.sources[i];
}

bool HandoutComposition::fits() {
    pen_.only_measure(true);
    fits_ = true;
    const double first = first_page();
    const double second = second_page();
    return split_sources(first, second) && fits_;
}

void HandoutComposition::draw(const std::function<void()>& next_page) {
    pen_.only_measure(false);
    first_page();
    sources(0, on_first_page_);
    next_page();
    second_page();
    sources(on_first_page_, handout_.sources.size());
}

double HandoutComposition::head() {
    const double y = margin_ - 14;
    pen_.text({margin_, y, width_ * 0.7}, practice_look, handout_.practice);
    Look date = quiet_look;
    pen_.text({margin_ + width_ * 0.7, y, width_ * 0.3}, date, handout_.date, {}, PagePen::Align::Right);
    pen_.line({margin_, y + 18, width_}, 0.6, faint);
    return y + 34;
}

void HandoutComposition::foot(int page) {
    const double y = paper_.height_pt - margin_ + 8;
    pen_.line({margin_, y - 7, width_}, 0.6, faint);
    Look look = source_look;
    std::string words = handout_.disclaimer;
    if (page == 1 && !handout_.picture_credit.empty()) words += " " + handout_.picture_credit;
    pen_.text({margin_, y, width_ - 40}, look, words);
    pen_.text({margin_, y, width_}, look, std::to_string(page) + " / 2", {}, PagePen::Align::Right);
}

double HandoutComposition::first_page() {
    double y = head();
    y += pen_.text({margin_, y, width_}, kicker_look, handout_.kicker) + 2;
    y += pen_.text({margin_, y, width_}, title_look, handout_.title) + 4;
    y += pen_.text({margin_, y, width_}, caption_look, handout_.subtitle) + 14;
    y = pictures(y);
    y = legend(y) + 16;
    HandoutColumn left(pen_, margin_, y, column_), right(pen_, right_column(), y, column_);
    left.section(handout_.what);
    right.section(handout_.why);
    y = std::max(left.bottom(), right.bottom()) + 8;
    note_on_first_page_ = y + note_height() <= last_line();
    if (note_on_first_page_) y = note(y);
    must_end_by(y, last_line() + 8);
    foot(1);
    return y;
}

double HandoutComposition::pictures(double y) {
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
    double x = margin_;
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

double HandoutComposition::legend(double y) {
    const double left = legend_entry(margin_, y, true, "Felt by nearly everyone", handout_.felt_by_most);
    const double right = legend_entry(right_column(), y, false, "Felt by some", handout_.felt_by_some);
    return std::max(left, right);
}

double HandoutComposition::legend_entry(double x, double y, bool essential, const std::string& name,
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

double HandoutComposition::boxed(const PagePen::Place& place, Ink ground, Ink bar,
                                 const std::function<void(HandoutColumn&)>& fill) {
    constexpr double inside = 12;
    const auto column = [&] {
        return HandoutColumn(pen_, place.x + inside, place.y + inside, place.width - 2 * inside);
    };
    HandoutColumn measured = column();
    const bool was = pen_.only_measure(true);
    fill(measured);
    pen_.only_measure(was);
    const double height = measured.bottom() - place.y + inside - 4;
    pen_.box({place.x, place.y, place.width, height}, radius, ground);
    pen_.box({place.x, place.y, 3, height}, 1.5, bar);
    HandoutColumn filled = column();
    fill(filled);
    return place.y + height;
}

double HandoutComposition::note_height() {
    const bool was = pen_.only_measure(true);
    const double height = note(0);
    pen_.only_measure(was);
    return height;
}

double HandoutComposition::note(double y) {
    if (handout_.note.empty()) return y;
    return boxed({margin_, y, width_}, tint, accent, [&](HandoutColumn& column) {
        column.section({tr("From your therapist"), {}});
        column.paragraph(body_look, handout_.note);
    });
}

double HandoutComposition::second_page() {
    double y = head();
    if (!note_on_first_page_) y = note(y) + 16;
    HandoutColumn left(pen_, margin_, y, column_), right(pen_, right_column(), y, column_);
    left.section(handout_.treatment);
    right.section(handout_.home);
    right.skip(8);
    const double help = boxed({right_column(), right.bottom(), column_}, alarm_tint, alarm,
                              [&](HandoutColumn& column) { column.section(handout_.help, alarm); });
    y = std::max(left.bottom(), help) + 14;
    must_end_by(y, last_line());
    foot(2);
    return y;
}

std::vector<double> HandoutComposition::source_heights(std::size_t from, std::size_t to) {
    std::vector<double> heights;
    const bool was = pen_.only_measure(true);
    for (std::size_t i = from; i < to; ++i)
        heights.push_back(pen_.text({margin_, 0, column_}, source_look, source_words(i)) + 1);
    pen_.only_measure(was);
    return heights;
}

bool HandoutComposition::split_sources(double first_ends, double second_ends) {
    const std::vector<double> all = source_heights(0, handout_.sources.size());
    const auto room = [&](double ends, std::size_t from, std::size_t to) {
        const std::vector<double> some(all.begin() + static_cast<std::ptrdiff_t>(from),
                                       all.begin() + static_cast<std::ptrdiff_t>(to));
        return ends + two_columns(some, sources_heading).height <= last_line();
    };
    for (on_first_page_ = 0; on_first_page_ <= all.size(); ++on_first_page_)
        if (room(second_ends, on_first_page_, all.size()))
            return on_first_page_ == 0 || room(first_ends + 12, 0, on_first_page_);
    return false;
}

void HandoutComposition::sources(std::size_t from, std::size_t to) {
    if (from == to) return;
    const std::vector<double> heights = source_heights(from, to);
    const TwoColumns columns = two_columns(heights, sources_heading);
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

}  // namespace myomap
