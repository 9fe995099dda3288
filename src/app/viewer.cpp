#include "app/viewer.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <iostream>
#include <utility>

#include "app/command_context.h"
#include "app/pain_file.h"
#include "app/start_time.h"
#include "app/state_text.h"
#include "base/file.h"
#include "base/memory.h"
#include "ui/language.h"
#include "ui/problem_words.h"

namespace myomap {
namespace {

constexpr double cursor_blink_s = 0.25;
constexpr double story_frame_s = 1.0 / 40;
constexpr double look_for_loaded_s = 0.005;
constexpr double forever_s = 600;
constexpr double news_for_s = 8;
constexpr double pulse_frame_s = 0.04;

}  // namespace

Viewer::Viewer(const WindowOptions& options)
    : options_(options),
      loading_(options.body.empty() ? std::future<WorldLoad>() : load(options.body)),
      font_atlas_(std::make_unique<ImFontAtlas>()),
      font_scale_(options.content_scale.value_or(1)),
      preparing_fonts_(
          std::async(std::launch::async, [this] { return build_fonts(*font_atlas_, font_scale_); })),
      window_("Myomap", options.width, options.height, options.content_scale, *font_atlas_),
      data_watch_(options.data_dir) {
    ImGui::GetIO().IniFilename = nullptr;
    ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
    ImGui_ImplOpenGL3_Init("#version 330 core");
    if (options.settings_file.empty()) return;
    const SettingsRead read = read_settings(options.settings_file);
    kept_settings_ = read.settings;
    theme_ = kept_settings_.theme;
    for (const Problem& problem : read.problems) std::cerr << to_text(problem) << "\n";
}

Viewer::~Viewer() {
    if (preparing_fonts_.valid()) preparing_fonts_.wait();
    if (reading_data_.valid()) reading_data_.wait();
    if (preparing_lookup_.valid()) preparing_lookup_.wait();
    ImGui_ImplOpenGL3_Shutdown();
}

void Viewer::do_now(std::vector<Action> asked, std::string_view told_as) {
    if (!opened_ || asked.empty()) return;
    for (Action& action : asked) action = dated(std::move(action));
    const std::filesystem::path pain_file = CommandContext::user_file("pain.json");
    std::vector<Problem> file_problems;
    const std::vector<Action> actions = with_files_read(asked, pain_file, file_problems);
    for (const std::filesystem::path& saved :
         write_asked_files(actions, pain_file, opened_->history.state().pain.areas, file_problems))
        tell_done({"Saved: " + saved.string()});
    tell_problems(file_problems);
    if (!file_problems.empty()) frames_due_ = frames_to_settle;
    apply(actions, told_as);
    carry_out(actions);
}

void Viewer::apply(const std::vector<Action>& actions, std::string_view told_as) {
    const double now = glfwGetTime();
    Opened& opened = *opened_;
    const Camera before = flight_.flying(now) ? flight_.at(now) : opened.history.state().camera;
    const Camera stood = opened.history.state().camera;
    const bool was_recording = opened.history.state().recording;
    const Selection selected = opened.history.state().selection;
    opened.history.apply(actions, *opened.world.atlas, told_as);
    log_.follow(actions, was_recording, opened.history.state());
    follow_recording(was_recording);
    frames_due_ = frames_to_settle;
    theme_ = opened.history.state().theme;
    const Selection& selection = opened.history.state().selection;
    if (selection.point != selected.point || selection.side != selected.side) selected_s_ = now;
    for (const Action& action : actions) {
        if (const auto* monitor = std::get_if<SetContentScale>(&action))
            window_.set_content_scale(monitor->scale);
        if (const auto* picture = std::get_if<SavePicture>(&action)) save_picture(picture->file);
    }
    prepare_lookup();
    const Camera& after = opened.history.state().camera;
    const bool changes_picture = std::ranges::any_of(
        actions, [](const Action& action) { return form_of(action).trace != Trace::None; });
    if (changes_picture) pick_due_ = true;  // something else may lie under the cursor
    if (slow() && changes_picture) moved_camera_s_ = now;
    if (before == after || (stood == after && flight_.flying(now))) return;
    moved_camera_s_ = now;
    const bool by_hand = std::ranges::all_of(actions, [](const Action& action) {
        return form_of(action).trace == Trace::Drag || std::holds_alternative<SetAspect>(action);
    });
    const bool flies = !by_hand && opened.history.state().comfort.motion;
    flight_ = flies ? Flight(before, after, now) : Flight();
}

// Where the recording lies, and that one has begun.
void Viewer::follow_recording(bool was_recording) {
    const bool records = opened_->history.state().recording;
    if (records && !was_recording) tell_done({"Recording: what is done from now on is written down"});
    if (!was_recording || records) return;
    tell_problems(log_.problems());
    if (log_.problems().empty()) tell_done({"Saved: " + log_.file().string()});
}

// What actions ask of files, after the state has followed them.
void Viewer::carry_out(const std::vector<Action>& actions) {
    for (const Action& action : actions) {
        Opened& opened = *opened_;
        VisitDesk::Outcome outcome =
            desk_.carry_out(action, opened.history.state(), *opened.world.atlas, opened.renderer);
        if (std::holds_alternative<NewSession>(action) && outcome.state) outcome.state->saved = kept_views_;
        follow(std::move(outcome));
    }
}

void Viewer::follow(VisitDesk::Outcome outcome) {
    tell_problems(outcome.problems);
    std::cerr << to_text(outcome.problems);
    for (const std::string& sentence : outcome.done) std::cerr << sentence << "\n";
    if (!outcome.done.empty()) tell_done(outcome.done);
    if (outcome.state) opened_->history.begin_with(std::move(*outcome.state));
    done_ = done_ || outcome.closes;
    if (outcome.then) do_now(*outcome.then);
}

bool Viewer::should_close() {
    if (!window_.should_close()) return false;
    if (!opened_) return true;
    window_.stay_open();
    follow(desk_.close(opened_->history.state()));
    return done_;
}

// Over the body for a while, in the user's language; in place of what was told before.
void Viewer::tell_done(const std::vector<std::string>& english) {
    news_.clear();
    for (const std::string& sentence : english)
        news_.push_back(translated(opened_->history.state().comfort.language, sentence));
    news_s_ = glfwGetTime();
    frames_due_ = frames_to_settle;
}

// In the window, in the user's language.
void Viewer::tell_problems(const std::vector<Problem>& problems) {
    const Language language = opened_ ? opened_->history.state().comfort.language : options_.language;
    for (const Problem& problem : problems) problems_.push_back(problem_words(language, problem));
}

// The story goes on by the time that went by; by no more than a slow frame after a pause.
void Viewer::tell(double now) {
    constexpr double longest_s = 0.25;
    const double since = std::clamp(now - told_s_, 0.0, longest_s);
    told_s_ = now;
    if (opened_ && opened_->history.state().story.playing)
        do_now(TellStory{TellStory::Verb::Advance, static_cast<float>(since)});
}

void Viewer::when_at_rest() {
    const bool opens = loading_.valid() || (opened_ && (!rested_ || pick_due_));
    if (opens || frames_due_ > 0) return;
    if (opened_ && !options_.state_file.empty()) {
        const std::string text =
            state_text(opened_->history, *opened_->world.atlas, desk_.unsaved(opened_->history.state()));
        if (text != written_state_) {
            const auto problems = write_file(options_.state_file, text);
            if (!problems.empty()) std::cerr << to_text(problems) << "\n";
            written_state_ = text;
        }
    }
    if (!options_.screenshot.empty() && !refines()) {
        const auto problems = write_png(window_.picture(), options_.screenshot);
        if (!problems.empty()) std::cerr << to_text(problems) << "\n";
        done_ = true;
    }
    // Some milliseconds go by: not after each picture, but after the last one of several.
    const double now = glfwGetTime();
    if (opened_ && holds_freed_memory_ && !refines() && now - gave_back_s_ >= give_back_after_s) {
        give_back_freed_memory();
        holds_freed_memory_ = false;
        gave_back_s_ = now;
    }
}

double Viewer::longest_wait(double now) const {
    const bool told = opened_ && opened_->history.state().story.playing;
    if (told) return story_frame_s;
    if (frames_due_ > 0 || moving(now)) return spinning_ || flight_.flying(now) || frames_due_ > 0 ? 0 : 0.02;
    if (opened_ && !rested_) return 0;
    if (pulse_s(now) >= 0) return pulse_frame_s;
    if (refines()) return std::max(0.0, refine_after_s - (now - drawn_s_));
    if (pick_due_) return pick_after_s;
    if (loading_.valid() || reading_data_.valid()) return look_for_loaded_s;
    if (ImGui::GetIO().WantTextInput) return cursor_blink_s;
    if (!news_.empty()) return std::min(look_for_data_s, news_for_s - (now - news_s_) + 0.01);
    return waits_for_data() ? look_for_data_s : forever_s;
}

int Viewer::run() {
    window_.show();
    while (!should_close() && !done_) {
        const WindowEvents events = window_.wait(longest_wait(glfwGetTime()), keys_go_to());
        take_loaded();
        take_new_data();
        handle(events);
        const double now = glfwGetTime();
        look_for_new_data(now);
        hover(now);
        spin(now);
        tell(now);
        keep_views();
        keep_settings();
        const bool told = !news_.empty() && now - news_s_ >= news_for_s;
        if (told) news_.clear();
        if (told || draw_view_pictures()) frames_due_ = frames_to_settle;
        const bool pulses = pulse_s(now) >= 0;
        const bool blink = ImGui::GetIO().WantTextInput;
        if (frames_due_ == 0 && !moving(now) && (rested_ || !opened_) && !blink && !pulses &&
            !refines_at(now)) {
            when_at_rest();
            continue;
        }
        frames_due_ = std::max(0, frames_due_ - 1);
        draw(now);
        when_at_rest();
        window_.swap();
        if (opened_ && !reported_start_) {
            reported_start_ = true;
            if (options_.report_start) std::cerr << "first frame after " << seconds_since_start() << " s\n";
        }
    }
    return 0;
}

}  // namespace myomap
