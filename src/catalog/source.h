#pragma once
#include <optional>
#include <string>

namespace myomap {

struct Source {
    std::string id;
    std::string kind;  // book, guideline, paper, abstract, web
    std::string citation;
    int year = 0;                  // 0 where it is not known
    std::string doi, isbn, url;    // empty where none
    std::optional<bool> verified;  // true: the publication itself was seen; none: not said
    bool of_shapes = false;        // cited by what our own body is made from, not by the catalog
};

}  // namespace myomap
