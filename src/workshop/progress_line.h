#pragma once
#include <iosfwd>
#include <string>

#include "import/progress.h"

namespace myomap {

// One line on standard error: rewritten on a terminal, on paper only where a new step begins.
class ProgressLine {
public:
    explicit ProgressLine(std::ostream& err);
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void tell(const ProgressStep& step);

private:
    std::ostream* err_;
    bool terminal_;
    std::string last_step_;
};

}  // namespace myomap
