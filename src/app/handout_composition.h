#pragma once
#include <functional>
#include <string>
#include <vector>

#include "app/handout.h"
#include "app/handout_column.h"
#include "app/handout_pages.h"
#include "app/handout_pictures.h"

namespace myomap {

// How a handout is made to fit: text and pictures no smaller than these shares of their usual size, lists no
// longer, paper no barer than these margins, which every printer can keep.
struct HandoutSqueeze {
    double least_scale;
    double picture_share;
    std::size_t most_items;
    double margin_pt;
};
// One handout on its two pages; laid out the same way whether it is measured or drawn.
class HandoutComposition : private HandoutLook {
public:
    HandoutComposition(PagePen& pen, const Handout& handout, const HandoutPictures& pictures, PaperSize paper,
                       const HandoutSqueeze& squeeze)
        : pen_(pen),
          squeeze_(squeeze),
          margin_(squeeze.margin_pt),
          handout_(handout),
          pictures_(pictures),
          paper_(paper),
          width_(paper.width_pt - 2 * margin_),
          column_((width_ - gutter) / 2) {}

    bool fits();
    void draw(const std::function<void()>& next_page);

private:
    static constexpr double gutter = 24;
    static constexpr double radius = 6;
    static constexpr double sources_heading = 12;

    std::string tr(const std::string& english) const;
    double last_line() const { return paper_.height_pt - margin_ - 18; }
    double right_column() const { return margin_ + column_ + gutter; }
    void must_end_by(double y, double limit) { fits_ = fits_ && y <= limit; }

    double head();
    void foot(int page);
    // Where its text ends.
    double first_page();
    double pictures(double y);
    double legend(double y);
    double legend_entry(double x, double y, bool essential, const std::string& name,
                        const std::vector<std::string>& areas);
    // A tinted box round what `fill` puts into a column; gives where it ends.
    double boxed(const PagePen::Place& place, Ink ground, Ink bar,
                 const std::function<void(HandoutColumn&)>& fill);
    double note_height();
    double note(double y);
    double second_page();
    std::string source_words(std::size_t i) const;
    std::vector<double> source_heights(std::size_t from, std::size_t to);
    // All at the foot of the second page, or as few as must be at that of the first, which has more room.
    bool split_sources(double first_ends, double second_ends);
    void sources(std::size_t from, std::size_t to);

    PagePen& pen_;
    HandoutSqueeze squeeze_;
    double margin_;
    const Handout& handout_;
    const HandoutPictures& pictures_;
    PaperSize paper_;
    double width_, column_;
    bool fits_ = true;
    bool note_on_first_page_ = true;
    std::size_t on_first_page_ = 0;  // sources
};

}  // namespace myomap
