#pragma once
#include <memory>

#include "render/image.h"

typedef struct _cairo_surface cairo_surface_t;
typedef struct _cairo cairo_t;

namespace myomap {

// cairo's things, let go of when their owner ends.
struct CairoRelease {
    void operator()(cairo_surface_t* surface) const;
    void operator()(cairo_t* context) const;
};
using CairoSurface = std::unique_ptr<cairo_surface_t, CairoRelease>;
using CairoContext = std::unique_ptr<cairo_t, CairoRelease>;

// Opaque. `for_print`: a PDF keeps it as a JPEG, which is an eighth of the size.
CairoSurface surface_of(const Image& image, bool for_print = false);

// Letters stand where their widths put them, not on whole pixels, which tears words apart at small sizes.
void place_letters_exactly(cairo_t* context);

}  // namespace myomap
