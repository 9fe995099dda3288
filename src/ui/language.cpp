#include "ui/language.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>

#include "base/embedded.h"

namespace myomap {

std::span<const EmbeddedFile> embedded_languages();

namespace {

constexpr std::string_view gap = "{}";

// A key with gaps: what stands before, between and behind them.
struct Pattern {
    std::vector<std::string> pieces;
    std::string translation;
};

struct Dictionary {
    std::vector<std::string> keys;
    std::map<std::string, std::string, std::less<>> whole;
    std::vector<Pattern> patterns;
};

std::vector<std::string> split_at_gaps(std::string_view text) {
    std::vector<std::string> pieces;
    for (std::size_t from = 0;;) {
        const std::size_t at = text.find(gap, from);
        pieces.emplace_back(text.substr(from, at - from));
        if (at == std::string_view::npos) return pieces;
        from = at + gap.size();
    }
}

void read_texts(const std::string& file, Dictionary& dictionary) {
    const auto bytes = find_embedded(embedded_languages(), file);
    const auto document = nlohmann::ordered_json::parse(bytes.value_or("{}"), nullptr, false);
    for (const auto& [key, text] : document.items()) {
        dictionary.keys.push_back(key);
        if (key.find(gap) == std::string::npos)
            dictionary.whole[key] = text.get<std::string>();
        else
            dictionary.patterns.push_back({split_at_gaps(key), text.get<std::string>()});
    }
}

// What the interface says and what the catalog does.
Dictionary read_dictionary(Language language) {
    Dictionary dictionary;
    const std::string file = std::string(code_of(language)) + ".json";
    read_texts(file, dictionary);
    read_texts("catalog/" + file, dictionary);
    // Of several that fit, the one that leaves least to its gaps.
    const auto length = [](const Pattern& pattern) {
        std::size_t sum = 0;
        for (const std::string& piece : pattern.pieces) sum += piece.size();
        return sum;
    };
    std::ranges::stable_sort(dictionary.patterns, std::greater(), length);
    return dictionary;
}

// Read when it is first asked for: of most there is never need.
template <Language language>
const Dictionary& dictionary_in() {
    static const Dictionary dictionary = read_dictionary(language);
    return dictionary;
}

const Dictionary& dictionary_of(Language language) {
    switch (language) {
        case Language::English:
            return dictionary_in<Language::English>();
        case Language::German:
            return dictionary_in<Language::German>();
        case Language::Spanish:
            return dictionary_in<Language::Spanish>();
        case Language::French:
            return dictionary_in<Language::French>();
    }
    return dictionary_in<Language::English>();
}

// What fills the gaps, where the text is of that form.
std::optional<std::vector<std::string_view>> fitted(const Pattern& pattern, std::string_view text) {
    if (!text.starts_with(pattern.pieces.front()) || !text.ends_with(pattern.pieces.back()))
        return std::nullopt;
    std::vector<std::string_view> filled;
    std::size_t from = pattern.pieces.front().size();
    for (std::size_t i = 1; i < pattern.pieces.size(); ++i) {
        const std::string& piece = pattern.pieces[i];
        const bool last = i + 1 == pattern.pieces.size();
        if (last && text.size() < piece.size()) return std::nullopt;
        const std::size_t at = last ? text.size() - piece.size() : text.find(piece, from);
        if (at == std::string_view::npos || at <= from) return std::nullopt;
        filled.push_back(text.substr(from, at - from));
        from = at + piece.size();
    }
    return filled;
}

const Pattern* pattern_of(const Dictionary& dictionary, std::string_view text) {
    const auto fits = [&](const Pattern& pattern) { return fitted(pattern, text).has_value(); };
    const auto found = std::ranges::find_if(dictionary.patterns, fits);
    return found == dictionary.patterns.end() ? nullptr : &*found;
}

constexpr std::array<std::string_view, all_languages.size()> and_words{" and ", " und ", " y ", " et "};

// A capital letter first: of ASCII, of what Latin-1 has (two bytes in UTF-8), and of "œ".
std::string with_capital(std::string text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : '\0';
    };
    if (byte(0) >= 'a' && byte(0) <= 'z')
        text[0] = static_cast<char>(byte(0) - 0x20);
    else if (byte(0) == 0xC3 && byte(1) >= 0xA0 && byte(1) != 0xB7 && byte(1) != 0xBF)
        text[1] = static_cast<char>(byte(1) - 0x20);
    else if (byte(0) == 0xC5 && byte(1) == 0x93)
        text[1] = static_cast<char>(0x92);
    return text;
}

// A text without gaps; one that begins a line or stands alone, so with a capital, is known by its small one.
std::optional<std::string> whole_text(const Dictionary& dictionary, std::string_view english) {
    if (const auto known = dictionary.whole.find(english); known != dictionary.whole.end())
        return known->second;
    if (english.empty() || english[0] < 'A' || english[0] > 'Z') return std::nullopt;
    std::string small(english);
    small[0] = static_cast<char>(small[0] + ('a' - 'A'));
    const auto known = dictionary.whole.find(small);
    if (known == dictionary.whole.end()) return std::nullopt;
    return with_capital(known->second);
}

bool is_simple(std::string_view text) {
    return text.find(", ") == std::string_view::npos && text.find(" and ") == std::string_view::npos;
}

std::optional<std::string> piece_of_list(Language language, const Dictionary& dictionary,
                                         std::string_view english) {
    if (auto known = whole_text(dictionary, english)) return known;
    if (!is_simple(english) || pattern_of(dictionary, english) == nullptr) return std::nullopt;
    return translated(language, english);
}

// "temple, jaw and cheek", each of whose pieces is known.
std::optional<std::string> list_of_texts(Language language, const Dictionary& dictionary,
                                         std::string_view english) {
    if (auto one = piece_of_list(language, dictionary, english)) return one;
    for (std::size_t at = 0; at < english.size(); ++at) {
        const bool last = english.substr(at).starts_with(" and ");
        if (!last && !english.substr(at).starts_with(", ")) continue;
        const auto first = piece_of_list(language, dictionary, english.substr(0, at));
        if (!first) continue;
        const auto rest = list_of_texts(language, dictionary, english.substr(at + (last ? 5 : 2)));
        if (!rest) continue;
        const auto joint = last ? and_words.at(static_cast<std::size_t>(language)) : std::string_view(", ");
        return *first + std::string(joint) + *rest;
    }
    return std::nullopt;
}

// "0.07–0.10 mm", "24 h": said alike in every language.
bool is_measure(std::string_view text) {
    const std::size_t unit = text.find_last_of("0123456789");
    if (unit == std::string_view::npos) return text.empty();
    const std::string_view number = text.substr(0, unit);
    const std::string_view behind = text.substr(unit + 1);
    const auto is_letter = [](unsigned char c) { return std::isalpha(c) != 0; };
    return std::ranges::none_of(number, is_letter) &&
           (behind.empty() || behind == " mm" || behind == " cm" || behind == " %" || behind == " h");
}

// "2.1 mm" -> "2,1 mm": a number alone or with its unit, or from one to another; all else stays.
std::string with_own_decimals(Language language, std::string_view text) {
    constexpr std::string_view to = "\u2013";
    if (const std::size_t at = text.find(to); at != std::string_view::npos && is_measure(text))
        return with_own_decimals(language, text.substr(0, at)) + std::string(to) +
               with_own_decimals(language, text.substr(at + to.size()));
    std::string words(text);
    const std::size_t point = words.find('.');
    const std::size_t unit = words.find_first_not_of("0123456789.-");
    const bool a_number = point != std::string::npos && point > 0 && point + 1 < std::min(unit, words.size());
    const bool a_unit = unit == std::string::npos || words.substr(unit) == " mm" ||
                        words.substr(unit) == " cm" || words.substr(unit) == " %";
    if (language != Language::English && a_number && a_unit) words[point] = ',';
    return words;
}

struct Words {
    std::string text;
    bool known = true;  // nothing of it is left in English
};

Words words_in(Language language, std::string_view english) {
    if (language == Language::English) return {std::string(english)};
    const Dictionary& dictionary = dictionary_of(language);
    if (const auto known = whole_text(dictionary, english)) return {*known};
    if (!is_simple(english))
        if (const auto list = list_of_texts(language, dictionary, english)) return {*list};
    const Pattern* pattern = pattern_of(dictionary, english);
    if (pattern == nullptr) return {with_own_decimals(language, english), is_measure(english)};
    const std::vector<std::string_view> filled = *fitted(*pattern, english);
    Words words;
    std::size_t next = 0;
    for (const std::string& piece : split_at_gaps(pattern->translation)) {
        words.text += piece;
        if (next == filled.size()) continue;
        const Words inner = words_in(language, filled[next++]);
        words.text += inner.text;
        words.known = words.known && inner.known;
    }
    return words;
}

}  // namespace

std::string translated(Language language, std::string_view english) {
    return words_in(language, english).text;
}

std::vector<std::string> missing_keys(Language language) {
    const std::vector<std::string>& known = dictionary_of(language).keys;
    std::vector<std::string> missing;
    for (const std::string& key : dictionary_of(Language::English).keys)
        if (std::ranges::find(known, key) == known.end()) missing.push_back(key);
    return missing;
}

bool is_translated(Language language, std::string_view english) {
    return words_in(language, english).known;
}

bool is_key(std::string_view english) {
    const Dictionary& dictionary = dictionary_of(Language::English);
    return whole_text(dictionary, english) || pattern_of(dictionary, english) != nullptr;
}

std::string key_words(Language language, std::string_view chords) {
    const auto is_arrow = [](std::string_view name) {
        return name == "Left" || name == "Right" || name == "Up" || name == "Down";
    };
    // "Arrows", "Right drag": told as a whole.
    if (!is_arrow(chords) && is_key(chords)) return translated(language, chords);
    std::string words;
    std::string name;
    const auto take_name = [&] {
        words += translated(language, is_arrow(name) ? name + " arrow" : name);
        name.clear();
    };
    for (const char letter : chords) {
        if (letter != '+' && letter != ' ') {
            name += letter;
            continue;
        }
        take_name();
        words += letter;
    }
    take_name();
    return words;
}

std::string date_words(Language language, const std::string& iso_date) {
    using Months = std::array<const char*, 12>;
    static constexpr std::array<Months, all_languages.size()> months{
        {{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
          "November", "December"},
         {"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
          "November", "Dezember"},
         {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
          "noviembre", "diciembre"},
         {"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
          "novembre", "décembre"}}};
    int year = 0, month = 0, day = 0;
    if (std::sscanf(iso_date.c_str(), "%4d-%2d-%2d", &year, &month, &day) != 3 || month < 1 || month > 12)
        return iso_date;
    const std::string name =
        months.at(static_cast<std::size_t>(language)).at(static_cast<std::size_t>(month - 1));
    const std::string of = language == Language::Spanish ? " de " : " ";
    const std::string number = language == Language::German               ? std::to_string(day) + "."
                               : language == Language::French && day == 1 ? "1er"
                                                                          : std::to_string(day);
    return number + of + name + of + std::to_string(year);
}

std::string decimal_words(Language language, double number, int decimals) {
    std::array<char, 64> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%.*f", decimals, number);
    std::string text = buffer.data();
    if (language != Language::English) std::ranges::replace(text, '.', ',');
    return text;
}

}  // namespace myomap
