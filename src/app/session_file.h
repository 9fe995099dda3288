#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "scene/state.h"

namespace myomap {

// A visit as one file that a person can read: kept points, painted areas, notes, what stands on handouts,
// saved views, and what was looked at. Nothing else of the program is in it, and it is written only where the
// user says.
struct SessionContents {
    Session session;
    std::string practice;
    std::string handout_note;
    std::vector<PaintedArea> areas;  // where it hurts
    std::vector<SavedView> views;
    std::vector<std::string> view;  // the actions that make what was looked at; empty: none was told

    bool operator==(const SessionContents&) const = default;
};

SessionContents session_of(const State& state);
State with_session(State state, const SessionContents& contents, const Atlas& atlas);

// The text of a file: {"format": "myomap session", "version": 2, …}. It reads back to what was written.
std::string session_text(const SessionContents& contents, const std::string& date);

// What a text tells, of any version up to this one: version 0 is a bare list of saved views, version 1 keeps
// the painted areas among the actions of its view. Where something is damaged or the text ends early, what
// was whole before and beside it is given, and the problems tell what is missing; without a value it is no
// session at all. `file` is named in the problems.
Loaded<SessionContents> session_from_text(const std::string& text, const std::string& file);

// Whether a file says that it is a session; a painted area is none.
bool is_session_file(const std::filesystem::path& file);

Loaded<SessionContents> read_session(const std::filesystem::path& file);
// The old file is whole until the new one is.
std::vector<Problem> write_session(const std::filesystem::path& file, const SessionContents& contents,
                                   const std::string& date);

}  // namespace myomap
