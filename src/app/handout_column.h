#pragma once
#include <string>
#include <vector>

#include "app/handout.h"
#include "app/handout_look.h"

namespace myomap {

// Text of a handout downwards in a column.
class HandoutColumn : private HandoutLook {
public:
    HandoutColumn(PagePen& pen, double x, double y, double width) : pen_(pen), x_(x), y_(y), width_(width) {}

    double bottom() const { return y_; }

    void section(const HandoutSection& section, Ink colour = accent);
    void paragraph(const Look& look, const std::string& words, const std::vector<int>& references = {});
    void skip(double height) { y_ += gap(height); }

private:
    double gap(double height) const { return height * pen_.scale(); }
    void add(const HandoutPassage& passage);
    void item(HandoutPassage::Kind kind, int number, const std::string& words,
              const std::vector<int>& references);

    PagePen& pen_;
    double x_, y_, width_;
};

}  // namespace myomap
