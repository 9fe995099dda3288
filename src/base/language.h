#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace myomap {

// The languages of the interface. What the catalog tells stays as its authors wrote it.
enum class Language : std::uint8_t { English, German, Spanish, French };

inline constexpr std::array all_languages{Language::English, Language::German, Language::Spanish,
                                          Language::French};

std::string_view code_of(Language language);      // ISO 639-1: "de"
std::string_view own_name_of(Language language);  // "Deutsch"
// From a code, alone or as it begins a locale ("de", "de_AT.UTF-8"); none for a language that is not there.
std::optional<Language> language_from_text(std::string_view text);

}  // namespace myomap
