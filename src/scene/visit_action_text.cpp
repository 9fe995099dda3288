#include "scene/visit_action_text.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace myomap {
namespace {

using Parsed = std::optional<Action>;

constexpr std::array askings{std::pair{"nothing", Asking::Nothing}, std::pair{"handout", Asking::Handout},
                             std::pair{"open", Asking::OpenSession}, std::pair{"save", Asking::SaveSession},
                             std::pair{"unsaved", Asking::Unsaved}};
constexpr std::array papers{std::pair{"auto", Paper::ByLanguage}, std::pair{"a4", Paper::A4},
                            std::pair{"letter", Paper::Letter}};

template <class Named>
auto value_of(const Named& names, const std::string& name) {
    const auto entry = std::ranges::find_if(names, [&](const auto& e) { return e.first == name; });
    return entry == names.end() ? std::nullopt : std::optional(entry->second);
}

template <class Named, class Value>
std::string name_of(const Named& names, Value value) {
    return std::ranges::find_if(names, [&](const auto& e) { return e.second == value; })->first;
}

std::string on_one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
        if (c == '\\')
            line += "\\\\";
        else if (c == '\n')
            line += "\\n";
        else
            line += c;
    }
    return line;
}

std::string with_line_breaks(const std::string& line) {
    std::string text;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool escape = line[i] == '\\' && i + 1 < line.size();
        text += !escape ? line[i] : line[i + 1] == 'n' ? '\n' : line[i + 1];
        if (escape) ++i;
    }
    return text;
}

std::optional<int> number(const std::string& text) {
    const auto value = whole_number_of(text);
    return value && *value >= 1 ? value : std::nullopt;
}

// "2026-11-27"
bool is_date(const std::string& word) {
    constexpr std::string_view form = "0000-00-00";
    return word.size() == form.size() && std::ranges::equal(word, form, [](char c, char f) {
               return f == '0' ? std::isdigit(static_cast<unsigned char>(c)) != 0 : c == f;
           });
}

template <class One>
Parsed numbered_text(ActionWords words, bool may_be_empty) {
    if (words.empty() || (words.size() == 1 && !may_be_empty)) return {};
    const auto which = number(words[0]);
    if (!which) return {};
    return One{*which, with_line_breaks(joined(words.subspan(1)))};
}

std::string numbered(int number, const std::string& text) {
    return std::to_string(number) + (text.empty() ? "" : " " + on_one_line(text));
}

}  // namespace

Parsed parse_keep_point(ActionWords words) {
    KeepPoint action;
    if (!words.empty() && is_date(words.back())) {
        action.date = words.back();
        words = words.first(words.size() - 1);
    }
    if (words.size() > 2) return {};
    if (!words.empty()) action.point = words[0];
    if (words.size() == 2) {
        action.side = side_from_text(words[1]);
        if (!action.side) return {};
    }
    return action;
}

Parsed parse_forget_point(ActionWords words) {
    const auto which = words.size() == 1 ? number(words[0]) : std::nullopt;
    if (!which) return {};
    return ForgetPoint{*which};
}

Parsed parse_note_point(ActionWords words) {
    return numbered_text<NotePoint>(words, true);
}

Parsed parse_add_note(ActionWords words) {
    AddNote action;
    if (!words.empty() && is_date(words.front())) {
        action.date = words.front();
        words = words.subspan(1);
    }
    if (words.empty()) return {};
    action.text = with_line_breaks(joined(words));
    return action;
}

Parsed parse_change_note(ActionWords words) {
    return numbered_text<ChangeNote>(words, true);
}

Parsed parse_open_session(ActionWords words) {
    if (words.empty()) return {};
    return OpenSession{joined(words)};
}

Parsed parse_save_session(ActionWords words) {
    return SaveSession{joined(words)};
}

Parsed parse_write_handout(ActionWords words) {
    return WriteHandout{joined(words)};
}

Parsed parse_ask(ActionWords words) {
    const auto what = words.size() == 1 ? value_of(askings, words[0]) : std::nullopt;
    if (!what) return {};
    return Ask{*what};
}

Parsed parse_handout_note(ActionWords words) {
    return SetHandoutNote{with_line_breaks(joined(words))};
}

Parsed parse_practice(ActionWords words) {
    return SetPractice{joined(words)};
}

Parsed parse_paper(ActionWords words) {
    const auto paper = words.size() == 1 ? value_of(papers, words[0]) : std::nullopt;
    if (!paper) return {};
    return SetPaper{*paper};
}

Parsed parse_language(ActionWords words) {
    const auto language = words.size() == 1 ? language_from_text(words[0]) : std::nullopt;
    if (!language) return {};
    return SetLanguage{*language};
}

std::string rest_of(const KeepPoint& action) {
    std::string text = action.point;
    if (action.side) text += " " + std::string(to_text(*action.side));
    if (!action.date.empty()) text += (text.empty() ? "" : " ") + action.date;
    return text;
}

std::string rest_of(const ForgetPoint& action) {
    return std::to_string(action.number);
}

std::string rest_of(const NotePoint& action) {
    return numbered(action.number, action.text);
}

std::string rest_of(const AddNote& action) {
    return (action.date.empty() ? "" : action.date + " ") + on_one_line(action.text);
}

std::string rest_of(const ChangeNote& action) {
    return numbered(action.number, action.text);
}

std::string rest_of(const OpenSession& action) {
    return action.file;
}

std::string rest_of(const SaveSession& action) {
    return action.file;
}

std::string rest_of(const WriteHandout& action) {
    return action.file;
}

std::string rest_of(const Ask& action) {
    return name_of(askings, action.what);
}

std::string rest_of(const SetHandoutNote& action) {
    return on_one_line(action.text);
}

std::string rest_of(const SetPractice& action) {
    return action.name;
}

std::string rest_of(const SetPaper& action) {
    return name_of(papers, action.paper);
}

std::string rest_of(const SetLanguage& action) {
    return std::string(code_of(action.language));
}

}  // namespace myomap
