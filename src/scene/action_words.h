#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace myomap {

// The words of an action's text form, and the numbers among them.
using ActionWords = std::span<const std::string>;

std::string joined(ActionWords words);  // with a blank between
std::optional<float> number_of(std::string_view word);
std::optional<int> whole_number_of(std::string_view word);
std::vector<float> numbers_of(ActionWords words);  // none where a word is no number
std::string number_text(float value);              // as short as reads back the same

}  // namespace myomap
