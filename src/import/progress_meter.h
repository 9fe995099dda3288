#pragma once
#include <chrono>
#include <mutex>
#include <string>

#include "import/progress.h"

namespace myomap {

// Counts the parts of one step that are done, from any thread, and tells a Progress ten times a second.
class ProgressMeter {
public:
    ProgressMeter(const Progress& progress, std::string what, std::size_t total);
    ~ProgressMeter();  // tells that all is done
    ProgressMeter(const ProgressMeter&) = delete;
    ProgressMeter& operator=(const ProgressMeter&) = delete;

    void add_one();

private:
    using Clock = std::chrono::steady_clock;

    void tell(Clock::time_point now);

    const Progress& progress_;
    std::mutex mutex_;
    ProgressStep step_;
    Clock::time_point start_ = Clock::now();
    Clock::time_point told_ = start_;
};

}  // namespace myomap
