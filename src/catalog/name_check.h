#pragma once
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"

namespace myomap {

// The known names of one kind, and problems for those that are none of them.
class NameCheck {
public:
    NameCheck(std::string kind, std::vector<Problem>& problems)
        : kind_(std::move(kind)), problems_(&problems) {}

    // An id of the kind; told if it was there already or is not written as ids are: lower case letters,
    // digits and `joiner` between words, parts joined by full stops.
    void define(const std::string& id, const std::string& file, const std::string& pointer,
                char joiner = '_');

    // Not all names are known, because a file failed and that is told already: stops holding names against
    // the others.
    void give_up() { complete_ = false; }

    // A name that must be one of the known.
    void refer(std::string_view name, const std::string& file, const std::string& pointer);
    void refer_all(const std::vector<std::string>& names, const std::string& file,
                   const std::string& pointer);

    bool used(std::string_view name) const { return used_.contains(name); }

private:
    std::string kind_;
    std::vector<Problem>* problems_;
    bool complete_ = true;
    std::map<std::string, std::string, std::less<>> defined_;  // id -> where, for the second of two
    std::set<std::string, std::less<>> used_;
};

}  // namespace myomap
