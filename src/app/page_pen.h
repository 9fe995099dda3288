#pragma once
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "render/image.h"

typedef struct _cairo cairo_t;
typedef struct _PangoContext PangoContext;

namespace myomap {

// Text and shapes on a page by cairo and Pango, in points of 1/72 inch from the upper left corner. What is
// only measured is laid out in the same way but leaves no ink.
class PagePen {
public:
    struct Ink {
        double r, g, b;
    };
    struct Look {
        const char* family = "Inter";
        int weight = 400;  // as in CSS
        double size = 9.5;
        double leading = 1.14;  // of the size that the font asks for
        Ink ink{0.11, 0.14, 0.19};
    };
    enum class Align : std::uint8_t { Left, Right };
    struct Place {
        double x, y, width;
    };
    struct Area {
        double x, y, width, height;
    };

    // All sizes of text are multiplied by `scale`, but none is smaller than this, which a patient can read.
    static constexpr double least_text_pt = 7;
    PagePen(cairo_t* context, double scale);
    ~PagePen();
    PagePen(const PagePen&) = delete;
    PagePen& operator=(const PagePen&) = delete;

    bool only_measure(bool only) { return std::exchange(only_measures_, only); }  // how it was before
    double scale() const { return scale_; }

    // The height that it takes. `references` follow the text as small raised numbers.
    double text(const Place& place, const Look& look, const std::string& words,
                const std::vector<int>& references = {}, Align align = Align::Left);
    void line(const Place& place, double thickness, Ink ink);
    void box(const Area& area, double radius, Ink ink);
    void frame(const Area& area, double radius, Ink ink);
    void dot(double x, double y, double radius, Ink ink);
    // Fills the area; what of the picture lies beyond is cut off by its rounded corners.
    void picture(const Area& area, double radius, const Image& image);
    // As the print palette draws pain: stripes, or dots.
    void hatched(const Area& area, Ink ink);
    void dotted(const Area& area, Ink ink);

private:
    struct Unref {
        void operator()(PangoContext* context) const;
    };
    void rounded(const Area& area, double radius);
    void set(Ink ink);

    cairo_t* context_;
    double scale_;
    bool only_measures_ = false;
    std::unique_ptr<PangoContext, Unref> pango_;
};

}  // namespace myomap
