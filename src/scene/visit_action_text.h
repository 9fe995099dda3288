#pragma once
#include <optional>
#include <string>

#include "scene/action.h"
#include "scene/action_words.h"

namespace myomap {

// The text forms of what scene/visit_actions.h has: what follows the action's name, parsed and written. A
// line break in a text is written as \n. None where the words are not such an action.

std::optional<Action> parse_keep_point(ActionWords words);
std::optional<Action> parse_forget_point(ActionWords words);
std::optional<Action> parse_note_point(ActionWords words);
std::optional<Action> parse_add_note(ActionWords words);
std::optional<Action> parse_change_note(ActionWords words);
std::optional<Action> parse_open_session(ActionWords words);
std::optional<Action> parse_save_session(ActionWords words);
std::optional<Action> parse_write_handout(ActionWords words);
std::optional<Action> parse_ask(ActionWords words);
std::optional<Action> parse_handout_note(ActionWords words);
std::optional<Action> parse_practice(ActionWords words);
std::optional<Action> parse_paper(ActionWords words);
std::optional<Action> parse_language(ActionWords words);

std::string rest_of(const KeepPoint& action);
std::string rest_of(const ForgetPoint& action);
std::string rest_of(const NotePoint& action);
std::string rest_of(const AddNote& action);
std::string rest_of(const ChangeNote& action);
std::string rest_of(const OpenSession& action);
std::string rest_of(const SaveSession& action);
std::string rest_of(const WriteHandout& action);
std::string rest_of(const Ask& action);
std::string rest_of(const SetHandoutNote& action);
std::string rest_of(const SetPractice& action);
std::string rest_of(const SetPaper& action);
std::string rest_of(const SetLanguage& action);

}  // namespace myomap
