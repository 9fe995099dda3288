#pragma once
#include <iosfwd>
#include <string>

#include "app/refusal.h"
#include "render/image.h"

namespace CLI {
class App;
}

namespace myomap {

// Options of render that hold the picture against a golden one: what the picture tests run.
class PictureCheck {
public:
    void declare(CLI::App& command);
    bool wanted() const { return !reference_.empty(); }

    // Tells "same", "different" or "no reference", with the numbers; Done only for the first. What differs is
    // drawn into --difference.
    ExitCode run(const Image& picture, std::ostream& err) const;

private:
    std::string reference_;
    std::string difference_;
    int channel_tolerance_ = 2;
    double pixel_fraction_ = 0.001;
};

}  // namespace myomap
