#include "base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <numeric>
#include <utility>

namespace myomap {
namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i;
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substituted = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, substituted});
        }
    }
    return row.back();
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

struct Character {
    std::size_t bytes;
    bool in_word;
};

// The one that the text begins with. Bytes that are no UTF-8 belong to words, one by one.
Character first_character(std::string_view text) {
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t bytes = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                    static_cast<utf8proc_ssize_t>(text.size()), &character);
    if (bytes <= 0) return {1, true};
    const utf8proc_category_t category = utf8proc_category(character);
    // Letters, marks, numbers.
    return {static_cast<std::size_t>(bytes),
            category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO};
}

}  // namespace

std::string as_utf8(std::string_view text) {
    const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
    const auto size = static_cast<utf8proc_ssize_t>(text.size());
    utf8proc_int32_t codepoint = 0;
    utf8proc_ssize_t at = 0;
    while (at < size) {
        const utf8proc_ssize_t read = utf8proc_iterate(bytes + at, size - at, &codepoint);
        if (read <= 0) break;
        at += read;
    }
    if (at == size) return std::string(text);
    std::string converted;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80) converted += static_cast<char>(0xC0 | (byte >> 6));
        converted += byte < 0x80 ? c : static_cast<char>(0x80 | (byte & 0x3F));
    }
    return converted;
}

std::string folded(std::string_view utf8) {
    utf8proc_uint8_t* out = nullptr;
    const auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(utf8.data()),
                                   static_cast<utf8proc_ssize_t>(utf8.size()), &out, options);
    if (size < 0) return std::string(utf8);
    std::string text(reinterpret_cast<const char*>(out), static_cast<std::size_t>(size));
    std::free(out);  // NOLINT(cppcoreguidelines-owning-memory): utf8proc allocates with malloc
    // Letters to Unicode, two letters to who types them.
    replace_all(text, "œ", "oe");
    replace_all(text, "æ", "ae");
    return text;
}

std::string without_umlauts(std::string_view utf8) {
    std::string text(utf8);
    for (const auto& [umlaut, spelt_out] :
         std::initializer_list<std::pair<std::string_view, std::string_view>>{
             {"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}})
        replace_all(text, umlaut, spelt_out);
    return text;
}

std::vector<std::string> folded_words(std::string_view utf8) {
    std::vector<std::string> words;
    std::string word;
    const std::string text = folded(utf8);
    for (std::size_t at = 0; at < text.size();) {
        const Character character = first_character(std::string_view(text).substr(at));
        if (character.in_word) {
            word.append(text, at, character.bytes);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
        at += character.bytes;
    }
    if (!word.empty()) words.push_back(std::move(word));
    return words;
}

std::string nearest_name(std::string_view word, std::span<const std::string> candidates) {
    const std::string wanted = folded(word);
    std::string best;
    std::size_t best_distance = std::max<std::size_t>(2, wanted.size() / 3) + 1;
    for (const std::string& candidate : candidates) {
        const std::size_t distance = edit_distance(wanted, folded(candidate));
        if (distance < best_distance) {
            best_distance = distance;
            best = candidate;
        }
    }
    return best;
}

}  // namespace myomap
