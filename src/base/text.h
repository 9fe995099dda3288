#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace myomap {

// Lower case without accents, for comparing and searching ("Gärtner" -> "gartner"). Invalid UTF-8 is kept as
// it is.
std::string folded(std::string_view utf8);

// As German is typed where a keyboard has no umlauts: "Rückseite" -> "Rueckseite".
std::string without_umlauts(std::string_view utf8);

// The text itself where it is UTF-8, else taken for Latin-1, as old files and archives have it.
std::string as_utf8(std::string_view text);

// Words of a folded text: runs of letters and digits.
std::vector<std::string> folded_words(std::string_view utf8);

// The candidate nearest to a word by edit distance, or empty where none is near enough to be meant.
std::string nearest_name(std::string_view word, std::span<const std::string> candidates);

}  // namespace myomap
