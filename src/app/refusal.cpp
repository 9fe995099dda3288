#include "app/refusal.h"

#include "base/text.h"

namespace myomap {

Refusal unknown_word(ExitCode code, const std::string& kind, const std::string& word,
                     const std::vector<std::string>& candidates) {
    std::string text = "there is no " + kind + " \"" + word + "\"";
    const std::string nearest = nearest_name(word, candidates);
    if (!nearest.empty()) text += "; did you mean \"" + nearest + "\"?";
    return {code, text};
}

}  // namespace myomap
