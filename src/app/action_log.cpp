#include "app/action_log.h"

#include <iostream>

#include "base/file.h"
#include "scene/saved_view.h"

namespace myomap {
namespace {

// What lies under the cursor and how large the window is are no part of what was done.
bool is_done(const Action& action) {
    const auto* story = std::get_if<TellStory>(&action);
    if (story != nullptr && story->verb == TellStory::Verb::Advance) return false;  // time goes by itself
    return !std::holds_alternative<Hover>(action) && !std::holds_alternative<SetAspect>(action) &&
           !std::holds_alternative<SetRecording>(action);
}

}  // namespace

ActionLog::~ActionLog() {
    write();
}

void ActionLog::follow(const std::vector<Action>& actions, bool was_recording, const State& after) {
    if (!was_recording) {
        if (after.recording) lines_ = view_actions(after);
        return;
    }
    for (const Action& action : actions)
        if (is_done(action)) lines_.push_back(to_text(action));
    if (!after.recording) write();
}

void ActionLog::write() {
    if (lines_.empty() || file_.empty()) return;
    std::string text = "# myomap play FILE does this again.\n";
    for (const std::string& line : lines_) text += line + "\n";
    lines_.clear();
    std::error_code ignored;
    if (file_.has_parent_path()) std::filesystem::create_directories(file_.parent_path(), ignored);
    problems_ = write_file(file_, text);
    std::cerr << (problems_.empty() ? "the recording is " + file_.string() : to_text(problems_)) << "\n";
}

}  // namespace myomap
