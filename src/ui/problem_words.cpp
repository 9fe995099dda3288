#include "ui/problem_words.h"

#include <utility>

#include "ui/language.h"

namespace myomap {

std::string problem_words(Language language, const Problem& problem) {
    Problem told{problem.file, problem.where, translated(language, problem.what), {}, {}};
    if (!problem.expected.empty()) told.what += "; " + translated(language, "expected " + problem.expected);
    if (!problem.nearest.empty())
        told.what += "; " + translated(language, "did you mean \"" + problem.nearest + "\"?");
    return to_text(told);
}

}  // namespace myomap
