#include "app/action_lines.h"

#include <sstream>

namespace myomap {

Loaded<std::vector<Action>> actions_from_lines(std::string_view text, const std::string& file) {
    Loaded<std::vector<Action>> result{std::vector<Action>(), {}};
    std::istringstream lines{std::string(text)};
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        const std::size_t first = line.find_first_not_of(" \t\r");
        if (first == std::string::npos || line[first] == '#') continue;
        Loaded<Action> action = action_from_text(line);
        if (action) result.value->push_back(*action.value);
        for (Problem& problem : action.problems) {
            problem.file = file;
            problem.where = "line " + std::to_string(number);
            result.problems.push_back(std::move(problem));
        }
    }
    if (!result.problems.empty()) result.value.reset();
    return result;
}

}  // namespace myomap
