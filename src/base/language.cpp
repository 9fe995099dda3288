#include "base/language.h"

namespace myomap {
namespace {

struct Names {
    std::string_view code, own;
};
constexpr std::array<Names, all_languages.size()> names{
    {{"en", "English"}, {"de", "Deutsch"}, {"es", "Español"}, {"fr", "Français"}}};

const Names& names_of(Language language) {
    return names.at(static_cast<std::size_t>(language));
}

}  // namespace

std::string_view code_of(Language language) {
    return names_of(language).code;
}

std::string_view own_name_of(Language language) {
    return names_of(language).own;
}

std::optional<Language> language_from_text(std::string_view text) {
    const std::string_view code = text.substr(0, text.find_first_of("_.@-"));
    for (const Language language : all_languages)
        if (code_of(language) == code) return language;
    return std::nullopt;
}

}  // namespace myomap
