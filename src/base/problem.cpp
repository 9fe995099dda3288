#include "base/problem.h"

namespace myomap {

std::string to_text(const Problem& problem) {
    std::string text = problem.file;
    if (!problem.where.empty()) text += (text.empty() ? "" : ": ") + problem.where;
    text += (text.empty() ? "" : ": ") + problem.what;
    if (!problem.expected.empty()) text += "; expected " + problem.expected;
    if (!problem.nearest.empty()) text += "; did you mean \"" + problem.nearest + "\"?";
    return text;
}

std::string to_text(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems) text += to_text(problem) + "\n";
    return text;
}

}  // namespace myomap
