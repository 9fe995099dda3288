#include "scene/action_words.h"

#include <array>
#include <charconv>

namespace myomap {
namespace {

template <class Number>
std::optional<Number> read(std::string_view word) {
    Number value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    return error == std::errc() && end == word.data() + word.size() ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string joined(ActionWords words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::optional<float> number_of(std::string_view word) {
    return read<float>(word);
}

std::optional<int> whole_number_of(std::string_view word) {
    return read<int>(word);
}

std::vector<float> numbers_of(ActionWords words) {
    std::vector<float> values;
    for (const std::string& word : words) {
        const auto value = number_of(word);
        if (!value) return {};
        values.push_back(*value);
    }
    return values;
}

std::string number_text(float value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

}  // namespace myomap
