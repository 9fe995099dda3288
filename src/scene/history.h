#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "scene/action.h"
#include "scene/state.h"

namespace myomap {

// A state with its past and future. Each step back has the sentence of the action that it takes back.
class History {
public:
    explicit History(State first) : state_(std::move(first)) {}

    const State& state() const { return state_; }

    // Several actions at once are one entry, told by the first that leaves one, or as `sentence` says.
    void apply(std::span<const Action> actions, const Atlas& atlas, std::string_view sentence = {});
    void apply(const Action& action, const Atlas& atlas) { apply(std::span(&action, 1), atlas); }

    // The same on an edited catalog, `now` in place of `before`; no step of its own.
    void go_on_with(const Atlas& before, const Atlas& now);

    // Another state without a past: a file was opened.
    void begin_with(State first);

    // The next camera action begins an entry of its own: the mouse was let go.
    void end_drag() { dragging_ = false; }

    bool can_undo() const { return !past_.empty(); }
    bool can_redo() const { return !future_.empty(); }
    std::string undo_sentence() const { return can_undo() ? past_.back().sentence : std::string(); }
    std::string redo_sentence() const { return can_redo() ? future_.back().sentence : std::string(); }

private:
    struct Entry {
        State state;
        std::string sentence;
    };
    void go(std::vector<Entry>& from, std::vector<Entry>& to);

    State state_;
    std::vector<Entry> past_;
    std::vector<Entry> future_;
    bool dragging_ = false;
    std::string typing_;  // the sentence of the last entry, where it was typing
};

// What an action does, for a person: "Select infraspinatus, point 1".
std::string sentence_of(const Action& action, const Atlas& atlas);

}  // namespace myomap
