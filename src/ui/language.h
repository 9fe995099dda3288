#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/language.h"

namespace myomap {

// The interface is written in English; its texts are their own keys and are put into the user's language
// where they are drawn. The dictionaries are data/languages/*.json, English first: it lists every key. A key
// may have gaps, "Trigger point {} of {}": it stands for every text of that form, and what fills the gaps is
// put into the language as well. A key that begins with a small letter is also known with a capital, and a
// list of keys, "temple, jaw and cheek", piece by piece. A text that no dictionary knows stays as it is: what
// the catalog tells.
std::string translated(Language language, std::string_view english);

// "Ctrl+PageUp  +" -> "Strg+Bild auf  +": keys as they are printed on the user's keyboard.
std::string key_words(Language language, std::string_view chords);

// The English keys that the language lacks, in their order.
std::vector<std::string> missing_keys(Language language);
// Nothing of it would be shown in English: it is known whole, piece by piece, or with all that fills its
// gaps.
bool is_translated(Language language, std::string_view english);
bool is_key(std::string_view english);  // of the English dictionary, gaps filled or not

// As the language writes it: "2026-11-27" -> "27 November 2026", "27. November 2026"; what is no such date
// stays as it is.
std::string date_words(Language language, const std::string& iso_date);
// "19.2", "19,2"
std::string decimal_words(Language language, double number, int decimals);

}  // namespace myomap
