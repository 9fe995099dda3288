#include "app/handout_pages.h"

#include <cairo-pdf.h>
#include <cairo.h>

#include <array>
#include <cmath>
#include <functional>

#include "app/cairo_image.h"
#include "app/handout_composition.h"
#include "base/file.h"

namespace myomap {
namespace {

constexpr double least_readable = PagePen::least_text_pt / HandoutLook::body_look.size;
constexpr double usual_margin_pt = 51;   // 18 mm
constexpr double narrow_margin_pt = 34;  // 12 mm
constexpr double least_margin_pt = 28;   // 10 mm, as most printers can
constexpr std::array<HandoutSqueeze, 6> squeezes{{{0.88, 1, 12, usual_margin_pt},
                                                  {0.86, 1, 6, usual_margin_pt},
                                                  {0.82, 1, 4, usual_margin_pt},
                                                  {least_readable, 0.9, 3, usual_margin_pt},
                                                  {least_readable, 0.6, 2, narrow_margin_pt},
                                                  {least_readable, 0.5, 1, least_margin_pt}}};

// The largest text that fits on its pages; none fits: 0.
double fitting_scale(const Handout& handout, const HandoutPictures& pictures, PaperSize paper,
                     const HandoutSqueeze& squeeze) {
    constexpr double largest = 1.04;
    constexpr double near_enough = 0.01;
    const CairoSurface ground(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1));
    const CairoContext context(cairo_create(ground.get()));
    const auto fits = [&](double scale) {
        PagePen pen(context.get(), scale);
        return HandoutComposition(pen, handout, pictures, paper, squeeze).fits();
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
    HandoutSqueeze squeeze;
    double scale;
};

void draw(cairo_t* context, const Setting& s, const std::function<void()>& next_page) {
    PagePen pen(context, s.scale);
    HandoutComposition composition(pen, s.handout, s.pictures, s.paper, s.squeeze);
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

// One picture a page: messengers shrink what is long, and two in a row are read as easily.
std::vector<std::string> as_png(const Setting& s) {
    constexpr double px_a_pt = 2;  // 144 dots an inch
    constexpr int pages = 2;
    std::vector<std::string> pictures;
    for (int page = 0; page < pages; ++page) {
        const CairoSurface surface(cairo_image_surface_create(
            CAIRO_FORMAT_RGB24, static_cast<int>(std::lround(s.paper.width_pt * px_a_pt)),
            static_cast<int>(std::lround(s.paper.height_pt * px_a_pt))));
        const CairoContext context(cairo_create(surface.get()));
        cairo_set_source_rgb(context.get(), 1, 1, 1);
        cairo_paint(context.get());
        cairo_scale(context.get(), px_a_pt, px_a_pt);
        cairo_translate(context.get(), 0, -page * s.paper.height_pt);
        draw(context.get(), s, [&] { cairo_translate(context.get(), 0, s.paper.height_pt); });
        cairo_surface_write_to_png_stream(surface.get(), append, &pictures.emplace_back());
    }
    return pictures;
}

// The text fits as it is set; so the pictures may grow into what room the first page has left.
double largest_pictures(const Setting& s) {
    const CairoSurface ground(cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1));
    const CairoContext context(cairo_create(ground.get()));
    PagePen pen(context.get(), s.scale);
    HandoutSqueeze larger = s.squeeze;
    constexpr double step = 0.05;
    for (larger.picture_share = 1; larger.picture_share > s.squeeze.picture_share;
         larger.picture_share -= step)
        if (HandoutComposition(pen, s.handout, s.pictures, s.paper, larger).fits())
            return larger.picture_share;
    return s.squeeze.picture_share;
}

}  // namespace

PaperSize size_of(Paper paper, Paper usual) {
    return (paper == Paper::ByLanguage ? usual : paper) == Paper::Letter ? PaperSize{612, 792}
                                                                         : PaperSize{595.276, 841.89};
}

std::vector<std::filesystem::path> handout_files(const std::filesystem::path& file) {
    if (file.extension() != ".png") return {file};
    std::filesystem::path second = file;
    second.replace_filename(file.stem().string() + "-2" + file.extension().string());
    return {file, second};
}

std::vector<Problem> write_handout(const Handout& handout_in_full, const HandoutPictures& pictures,
                                   PaperSize paper, const std::filesystem::path& file) {
    const bool pdf = file.extension() == ".pdf";
    if (!pdf && file.extension() != ".png")
        return {
            {file.string(), "", "a handout is written as PDF or PNG", "a name ending in .pdf or .png", ""}};
    for (const HandoutSqueeze& squeeze : squeezes) {
        const Handout handout = with_lists_of(handout_in_full, squeeze.most_items);
        const double scale = fitting_scale(handout, pictures, paper, squeeze);
        if (scale == 0) continue;
        Setting setting{handout, pictures, paper, squeeze, scale};
        setting.squeeze.picture_share = largest_pictures(setting);
        const std::vector<std::string> bytes = pdf ? std::vector{as_pdf(setting)} : as_png(setting);
        const std::vector<std::filesystem::path> files = handout_files(file);
        for (std::size_t i = 0; i < bytes.size(); ++i)
            if (auto problems = write_file(files[i], bytes[i]); !problems.empty()) return problems;
        return {};
    }
    return {{file.string(), "", "the note is too long for two pages", "a shorter note", ""}};
}

}  // namespace myomap
