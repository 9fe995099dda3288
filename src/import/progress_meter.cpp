#include "import/progress_meter.h"

namespace myomap {

ProgressMeter::ProgressMeter(const Progress& progress, std::string what, std::size_t total)
    : progress_(progress) {
    step_.what = std::move(what);
    step_.total = total;
    tell(start_);
}

ProgressMeter::~ProgressMeter() {
    step_.done = step_.total;
    tell(Clock::now());
}

void ProgressMeter::add_one() {
    const std::lock_guard lock(mutex_);
    ++step_.done;
    const auto now = Clock::now();
    if (now - told_ >= std::chrono::milliseconds(100)) tell(now);
}

void ProgressMeter::tell(Clock::time_point now) {
    told_ = now;
    if (!progress_) return;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    if (step_.done > 0)
        step_.seconds_left =
            seconds * static_cast<double>(step_.total - step_.done) / static_cast<double>(step_.done);
    progress_(step_);
}

}  // namespace myomap
