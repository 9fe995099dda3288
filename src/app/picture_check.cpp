#include "app/picture_check.h"

#include <CLI/CLI.hpp>
#include <ostream>

#include "app/table.h"

namespace myomap {

void PictureCheck::declare(CLI::App& command) {
    CLI::App* group = command.add_option_group("Comparing");
    auto* reference =
        group->add_option("--reference", reference_, "Compare with this picture; exit 1 where it differs")
            ->type_name("FILE.png");
    group->add_option("--difference", difference_, "Where the differences are drawn, if there are any")
        ->type_name("FILE.png")
        ->needs(reference);
    group
        ->add_option("--channel-tolerance", channel_tolerance_, "Difference of a channel that counts as none")
        ->check(CLI::Range(0, 255))
        ->needs(reference)
        ->type_name("N")
        ->capture_default_str();
    group->add_option("--pixel-fraction", pixel_fraction_, "Share of the pixels that may differ by more")
        ->check(CLI::Range(0.0, 1.0))
        ->needs(reference)
        ->type_name("X")
        ->capture_default_str();
}

ExitCode PictureCheck::run(const Image& picture, std::ostream& err) const {
    const Loaded<Image> reference = read_png(reference_);
    if (!reference) {
        err << "no reference: " << to_text(reference.problems);
        return ExitCode::BadInput;
    }
    const ImageDifference difference = compare(picture, *reference.value, channel_tolerance_);
    const bool same_size =
        picture.width == reference.value->width && picture.height == reference.value->height;
    const bool same = same_size && difference.fraction_beyond <= pixel_fraction_;
    err << (same ? "same" : "different") << ": largest channel difference "
        << difference.largest_channel_difference << ", " << fixed(100 * difference.fraction_beyond, 3)
        << " % of the pixels beyond " << channel_tolerance_ << " (allowed " << fixed(100 * pixel_fraction_, 3)
        << " %)" << (same_size ? "" : ", another size") << '\n';
    if (same) return ExitCode::Done;
    if (!difference_.empty())
        if (const auto problems = write_png(difference.picture, difference_); !problems.empty())
            throw Refusal(problems);
    return ExitCode::BadInput;
}

}  // namespace myomap
