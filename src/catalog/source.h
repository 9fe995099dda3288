#pragma once
#include <optional>
#include <string>

namespace myomap {

struct Source {
    std::string id;
    std::string kind;  // book, article, web, …
    std::string citation;
    int year = 0;
    std::string doi, isbn;                // empty where none
    std::optional<bool> verified;  // true: the publication itself was seen; none: not said
};

}  // namespace myomap
