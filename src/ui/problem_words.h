#pragma once
#include <string>

#include "base/language.h"
#include "base/problem.h"

namespace myomap {

// As to_text, with its sentences in the user's language as far as they are known; names, places and what a
// parser said stay as they are.
std::string problem_words(Language language, const Problem& problem);

}  // namespace myomap
