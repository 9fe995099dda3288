#include "workshop/progress_line.h"

#include <unistd.h>

#include <cmath>
#include <ostream>

namespace myomap {
namespace {

std::string progress_text(const ProgressStep& step) {
    std::string text = step.what;
    if (step.total > 0) text += " " + std::to_string(step.done) + " of " + std::to_string(step.total);
    const auto left = static_cast<long>(std::ceil(step.seconds_left));
    if (left > 0) text += ", " + std::to_string(left) + " s left";
    return text;
}

}  // namespace

ProgressLine::ProgressLine(std::ostream& err) : err_(&err), terminal_(isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() {
    if (terminal_) *err_ << "\r\x1b[K" << std::flush;
}

void ProgressLine::tell(const ProgressStep& step) {
    if (terminal_)
        *err_ << "\r\x1b[K" << progress_text(step) << std::flush;
    else if (step.what != last_step_)
        *err_ << step.what << (step.total > 0 ? ", " + std::to_string(step.total) : std::string()) << '\n';
    last_step_ = step.what;
}

}  // namespace myomap
