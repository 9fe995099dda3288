#pragma once
#include <cstddef>
#include <functional>
#include <string>

namespace myomap {

struct ProgressStep {
    std::string what;  // "reading", "skin", …
    std::size_t done = 0;
    std::size_t total = 0;
    double seconds_left = 0;  // of this step, guessed from its pace so far
};

// Called now and then, from any thread but never from two at once. An empty one is not called.
using Progress = std::function<void(const ProgressStep&)>;

}  // namespace myomap
