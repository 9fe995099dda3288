#include "scene/action.h"

#include <algorithm>
#include <sstream>
#include <vector>

#include "base/text.h"
#include "scene/action_rest.h"
#include "scene/action_table.h"

namespace myomap {

Action::Action() = default;
Action::Action(const Action& other) = default;
Action::Action(Action&& other) noexcept = default;
Action& Action::operator=(const Action& other) = default;
Action& Action::operator=(Action&& other) noexcept = default;
Action::~Action() = default;

const ActionForm& form_of(const Action& action) {
    return action_forms()[action.index()];
}

std::string to_text(const Action& action) {
    const std::string rest = rest_of_text(action);
    return std::string(form_of(action).name) + (rest.empty() ? "" : " " + rest);
}

Loaded<Action> action_from_text(std::string_view text) {
    std::vector<std::string> words;
    std::istringstream in{std::string(text)};
    for (std::string word; in >> word;) words.push_back(word);

    const ActionRow* meant = nullptr;
    for (const ActionRow& row : action_rows()) {
        const std::size_t size = row.form.name.find(' ') == std::string_view::npos ? 1 : 2;
        if (words.size() < size || joined(ActionWords(words).first(size)) != row.form.name) continue;
        meant = &row;
        if (ParsedAction action = row.parse(ActionWords(words).subspan(size))) return {std::move(action), {}};
    }
    Problem problem{"action", {}, "\"" + std::string(text) + "\" is no action", {}, {}};
    if (meant != nullptr) {
        problem.expected = std::string(meant->form.name) + " " + std::string(meant->form.rest);
    } else {
        std::vector<std::string> names;
        names.reserve(action_forms().size());
        for (const ActionForm& form : action_forms()) names.emplace_back(form.name);
        problem.nearest =
            nearest_name(joined(ActionWords(words).first(std::min<std::size_t>(2, words.size()))), names);
        if (problem.nearest.empty() && !words.empty()) problem.nearest = nearest_name(words[0], names);
    }
    return {std::nullopt, {problem}};
}

}  // namespace myomap
