#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/session_file.h"
#include "render/renderer.h"
#include "scene/action.h"
#include "ui/session_shown.h"

namespace myomap {

// Does what an action asks of files: opens and saves the session, writes handouts. Knows which file the
// session is kept in and what that file holds. What would lose changes waits until the user has said what
// becomes of them.
class VisitDesk {
public:
    struct Outcome {
        std::vector<std::string> done;  // sentences
        std::vector<Problem> problems;
        std::optional<State> state;  // what is shown from now on, without a past; none: as before
        std::optional<Action> then;  // to be done next
        bool closes = false;         // the window may close now
    };

    explicit VisitDesk(Paper usual) : usual_paper_(usual) {}

    // Of the actions that it does not know nothing comes.
    Outcome carry_out(const Action& action, const State& state, const Atlas& atlas, Renderer& renderer);
    // The window shall close: at once, or when the changes are dealt with.
    Outcome close(const State& state);

    // The saved views are the session's own: not to be kept with those of the program.
    bool in_session() const { return in_session_; }
    bool unsaved(const State& state) const;
    SessionShown shown(const State& state, const Atlas& atlas) const;

private:
    Outcome open(const std::filesystem::path& file, const State& state, const Atlas& atlas);
    Outcome begin_anew(const State& state);
    Outcome save(const std::filesystem::path& file, const State& state);
    Outcome write(const WriteHandout& action, const State& state, const Atlas& atlas,
                  Renderer& renderer) const;
    Outcome wait_for_user(const Action& action);
    Outcome go_on(Outcome outcome);

    Paper usual_paper_;
    std::filesystem::path file_;  // empty: none yet
    SessionContents written_;     // in that file
    bool in_session_ = false;
    std::optional<Action> waiting_;
    bool close_waits_ = false;
};

// The action with today's date, where it has a place for one and none is told.
Action dated(Action action);

}  // namespace myomap
