#pragma once
#include <optional>
#include <string>
#include <vector>

namespace myomap {

// One thing that is wrong with input, told so that its author can mend it.
struct Problem {
    std::string file;      // path as given
    std::string where;     // JSON pointer ("/3/trigger_points/0/along"), node or part name; may be empty
    std::string what;      // what is wrong, a sentence without full stop
    std::string expected;  // what would be right; may be empty
    std::string nearest;   // the nearest known name, for a misspelt one; may be empty

    bool operator==(const Problem&) const = default;
};

// "muscles/arm.json: /3/id: …; expected …; did you mean …?"
std::string to_text(const Problem& problem);
std::string to_text(const std::vector<Problem>& problems);  // one a line

// What loading gives: a value, or none and the reasons. With a value, problems are warnings.
template <class T>
struct Loaded {
    std::optional<T> value;
    std::vector<Problem> problems;

    explicit operator bool() const { return value.has_value(); }
};

}  // namespace myomap
