#include "base/atlas_name.h"

#include <cctype>
#include <vector>

namespace myomap {
namespace {

bool separates(char c) {
    return c == ' ' || c == '_' || c == ',' || c == '\t';
}

struct Word {
    std::string text;
    bool comma_before = false;
};

std::vector<Word> words_of(std::string_view name) {
    std::vector<Word> words;
    bool comma = false;
    bool inside = false;
    for (const char c : name) {
        if (separates(c)) {
            comma = comma || c == ',';
            inside = false;
            continue;
        }
        if (!inside) words.push_back({"", comma});
        inside = true;
        comma = false;
        words.back().text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return words;
}

}  // namespace

std::string atlas_name_key(std::string_view name) {
    std::string key;
    for (const Word& word : words_of(name)) {
        if (word.text == "left" || word.text == "right") continue;
        if (!key.empty()) key += word.comma_before ? ", " : " ";
        key += word.text;
    }
    return key;
}

}  // namespace myomap
