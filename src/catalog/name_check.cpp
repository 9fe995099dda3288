#include "catalog/name_check.h"

#include <algorithm>

#include "base/text.h"

namespace myomap {
namespace {

bool is_id(std::string_view id, char joiner) {
    bool word = false;  // the character before belongs to a word
    for (const char c : id) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter && (!word || (c != joiner && c != '.'))) return false;
        word = letter;
    }
    return word;
}

}  // namespace

void NameCheck::define(const std::string& id, const std::string& file, const std::string& pointer,
                       char joiner) {
    if (!is_id(id, joiner))
        problems_->push_back(
            {file, pointer, "\"" + id + "\" is not written as an id",
             std::string("lower case letters and digits, words joined by \"") + joiner + "\"", ""});
    const auto [place, is_new] = defined_.try_emplace(id, file + ": " + pointer);
    if (!is_new)
        problems_->push_back({file, pointer,
                              "the " + kind_ + " \"" + id + "\" is there twice, first in " + place->second,
                              "unique ids", ""});
}

void NameCheck::refer(std::string_view name, const std::string& file, const std::string& pointer) {
    used_.emplace(name);
    if (!complete_ || defined_.contains(name)) return;
    std::vector<std::string> names;
    for (const auto& [id, where] : defined_) names.push_back(id);
    problems_->push_back({file, pointer, "there is no " + kind_ + " \"" + std::string(name) + "\"",
                          "the id of a " + kind_, nearest_name(name, names)});
}

void NameCheck::refer_all(const std::vector<std::string>& names, const std::string& file,
                          const std::string& pointer) {
    for (std::size_t i = 0; i < names.size(); ++i) refer(names[i], file, pointer + "/" + std::to_string(i));
}

}  // namespace myomap
