#pragma once
#include <string>

namespace myomap {

// What the interface needs to know of the session's file; the state knows no files.
struct SessionShown {
    std::string file;          // where it is kept; empty: nowhere yet
    bool unsaved = false;      // it has something that is not in that file
    std::string next_handout;  // where a handout would go, if nobody says otherwise
    std::string next_session;
};

}  // namespace myomap
