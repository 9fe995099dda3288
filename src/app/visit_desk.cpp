#include "app/visit_desk.h"

#include <utility>

#include "app/handout_pages.h"
#include "app/today.h"
#include "scene/meant_point.h"

namespace myomap {
namespace {

// What counts as a change: where one looks does not.
SessionContents kept(const State& state, bool views) {
    SessionContents contents = session_of(state);
    contents.view.clear();
    if (!views) contents.views.clear();
    return contents;
}

std::filesystem::path whole_path(const std::filesystem::path& file) {
    std::error_code ignored;
    const std::filesystem::path path = std::filesystem::absolute(file, ignored);
    return ignored ? file : path;
}

std::optional<HandoutRequest> handout_request(const State& state, const Atlas& atlas) {
    const Selection& selection = state.selection;
    HandoutRequest request;
    request.point = meant_point(selection, atlas.catalog());
    if (request.point == nullptr) return std::nullopt;
    request.side = request.point->only_side.value_or(selection.side);
    request.both_sides = selection.both_sides && !request.point->only_side;
    request.condition = atlas.catalog().condition(selection.condition);
    request.leaflet = state.leaflet;
    request.date = today();
    request.picture_credit = atlas.body().credit;
    request.language = state.comfort.language;
    return request;
}

// Where a damaged session's rest is looked for, and how much it is.
std::string what_was_read(const SessionContents& contents) {
    const auto count = [](const auto& list) { return std::to_string(list.size()); };
    return "what could be read of it is in Views: points " + count(contents.session.points) + ", notes " +
           count(contents.session.notes) + ", painted areas " + count(contents.areas) + ", saved views " +
           count(contents.views);
}

}  // namespace

bool VisitDesk::unsaved(const State& state) const {
    // What stands on a handout is no visit yet.
    if (!in_session_ && state.session == Session()) return false;
    SessionContents then = written_;
    then.view.clear();
    return kept(state, in_session_) != then;
}

SessionShown VisitDesk::shown(const State& state, const Atlas& atlas) const {
    const std::filesystem::path folder =
        file_.empty() ? whole_path("here").parent_path() : file_.parent_path();
    SessionShown shown{file_.string(), unsaved(state), {}, {}};
    if (const auto request = handout_request(state, atlas))
        shown.next_handout = (folder / handout_file_name(*request, atlas.catalog())).string();
    shown.next_session = file_.empty() ? (folder / ("visit " + today() + ".json")).string() : file_.string();
    return shown;
}

VisitDesk::Outcome VisitDesk::wait_for_user(const Action& action) {
    waiting_ = action;
    Outcome outcome;
    outcome.then = Ask{Asking::Unsaved};
    return outcome;
}

VisitDesk::Outcome VisitDesk::go_on(Outcome outcome) {
    outcome.closes = close_waits_;
    outcome.then = std::exchange(waiting_, std::nullopt);
    return outcome;
}

VisitDesk::Outcome VisitDesk::close(const State& state) {
    Outcome outcome;
    outcome.closes = !unsaved(state);
    if (outcome.closes) return outcome;
    close_waits_ = true;
    outcome.then = Ask{Asking::Unsaved};
    return outcome;
}

VisitDesk::Outcome VisitDesk::open(const std::filesystem::path& file, const State& state,
                                   const Atlas& atlas) {
    Outcome outcome;
    Loaded<SessionContents> read = read_session(file);
    outcome.problems = std::move(read.problems);
    if (!read) return outcome;
    outcome.state = with_session(state, *read.value, atlas);
    in_session_ = true;
    if (outcome.problems.empty()) {
        file_ = whole_path(file);
        written_ = std::move(*read.value);
        outcome.done.push_back("Opened: " + file_.string());
    } else {
        // The damaged file stays as it is: saving asks for another name.
        file_.clear();
        written_ = {};
        outcome.problems.push_back({file.string(), {}, what_was_read(*read.value), {}, {}});
    }
    return outcome;
}

VisitDesk::Outcome VisitDesk::begin_anew(const State& state) {
    Outcome outcome;
    outcome.state = state;
    outcome.state->session = {};
    outcome.state->leaflet.note.clear();
    file_.clear();
    written_ = {};
    in_session_ = false;
    return outcome;
}

VisitDesk::Outcome VisitDesk::save(const std::filesystem::path& file, const State& state) {
    Outcome outcome;
    if (file.empty()) {
        outcome.then = Ask{Asking::SaveSession};
        return outcome;
    }
    SessionContents contents = session_of(state);
    outcome.problems = write_session(file, contents, today());
    if (!outcome.problems.empty()) return outcome;
    file_ = whole_path(file);
    written_ = std::move(contents);
    in_session_ = true;
    outcome.done.push_back("Saved: " + file_.string());
    return go_on(std::move(outcome));
}

VisitDesk::Outcome VisitDesk::write(const WriteHandout& action, const State& state, const Atlas& atlas,
                                    Renderer& renderer) const {
    Outcome outcome;
    const auto request = handout_request(state, atlas);
    if (!request) {
        outcome.problems.push_back({"handout",
                                    {},
                                    "nothing is selected that it could be of",
                                    "a trigger point, a muscle or a condition",
                                    {}});
        return outcome;
    }
    const std::filesystem::path file =
        whole_path(action.file.empty() ? handout_file_name(*request, atlas.catalog()) : action.file);
    const HandoutPictures pictures =
        draw_handout_pictures(*request->point, request->side, request->both_sides, atlas, renderer);
    outcome.problems = write_handout(handout_of(*request, atlas.catalog()), pictures,
                                     size_of(request->leaflet.paper, usual_paper_), file);
    if (!outcome.problems.empty()) return outcome;
    for (const std::filesystem::path& each : handout_files(file))
        outcome.done.push_back("The handout is in " + each.string());
    return outcome;
}

VisitDesk::Outcome VisitDesk::carry_out(const Action& action, const State& state, const Atlas& atlas,
                                        Renderer& renderer) {
    if (const auto* opens = std::get_if<OpenSession>(&action))
        return unsaved(state) ? wait_for_user(action) : open(opens->file, state, atlas);
    if (std::holds_alternative<NewSession>(action))
        return unsaved(state) ? wait_for_user(action) : begin_anew(state);
    if (const auto* saves = std::get_if<SaveSession>(&action))
        return save(saves->file.empty() ? file_ : std::filesystem::path(saves->file), state);
    if (const auto* writes = std::get_if<WriteHandout>(&action))
        return write(*writes, state, atlas, renderer);
    if (std::holds_alternative<DropChanges>(action)) {
        written_ = session_of(state);
        in_session_ = true;
        return go_on({});
    }
    if (const auto* asks = std::get_if<Ask>(&action); asks != nullptr && asks->what == Asking::Nothing) {
        waiting_.reset();
        close_waits_ = false;
    }
    return {};
}

Action dated(Action action) {
    if (auto* keeps = std::get_if<KeepPoint>(&action); keeps != nullptr && keeps->date.empty())
        keeps->date = today();
    if (auto* adds = std::get_if<AddNote>(&action); adds != nullptr && adds->date.empty())
        adds->date = today();
    return action;
}

}  // namespace myomap
