#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <ctime>

#include "app/action_lines.h"
#include "app/picture.h"
#include "app/viewer.h"
#include "app/views_file.h"
#include "scene/derive.h"
#include "scene/saved_view.h"

// What outlasts the window, or leaves it: views, settings, pictures, the clipboard.

namespace myomap {

void Viewer::copy_view() const {
    std::string text;
    for (const std::string& action : view_actions(opened_->history.state())) text += action + "\n";
    ImGui::SetClipboardText(text.c_str());
}

// One entry of undo; a line that is no action is told.
void Viewer::paste_view() {
    const char* text = ImGui::GetClipboardText();
    Loaded<std::vector<Action>> actions = actions_from_lines(text == nullptr ? "" : text, "clipboard");
    problems_.clear();
    tell_problems(actions.problems);
    if (actions) do_now(*actions.value, "Bring back a view");
}

// Saved views are written as soon as they differ from what was read or written.
void Viewer::keep_views() {
    if (!opened_ || options_.views_file.empty() || desk_.in_session()) return;
    if (opened_->history.state().saved == kept_views_) return;
    kept_views_ = opened_->history.state().saved;
    tell_problems(write_saved_views(options_.views_file, kept_views_));
}

void Viewer::keep_settings() {
    if (!opened_ || options_.settings_file.empty()) return;
    const Settings now = settings_of(opened_->history.state());
    if (now == kept_settings_) return;
    kept_settings_ = now;
    tell_problems(write_settings(options_.settings_file, now));
}

// What the window shows of the body, larger: as `render` draws it, with a caption and the legend.
void Viewer::save_picture(const std::string& file) {
    Opened& opened = *opened_;
    std::filesystem::path path = file;
    if (path.empty()) {
        std::array<char, 64> name{};
        const std::time_t now = std::time(nullptr);
        std::strftime(name.data(), name.size(), "Myomap %Y-%m-%d %H.%M.%S.png", std::localtime(&now));
        path = options_.pictures_folder / name.data();
    }
    std::error_code ignored;
    if (path.has_parent_path()) std::filesystem::create_directories(path.parent_path(), ignored);
    constexpr float longest_px = 2400;
    State state = opened.history.state();
    state.hovered_part.clear();
    state.hovered_point.reset();
    const Vec2 shown = to_px(layout().body.size());
    const float larger = std::max(1.0F, longest_px / std::max(shown.x, shown.y));
    PictureWish wish = wish_as_shown(state, glm::ivec2(shown * larger), opened.world.atlas->catalog());
    // The window stands still meanwhile.
    if (slow()) wish.quality = Quality::Still;
    const Scene scene = derive(state, *opened.world.atlas);
    const Image picture = make_picture(opened.renderer, scene, state, *opened.world.atlas, wish);
    view_.forget();
    const std::vector<Problem> problems = write_png(picture, path);
    tell_problems(problems);
    if (!problems.empty()) return;
    tell_done({"Saved: " + path.string()});
}

// One a frame, while the list of saved views is open and all else is at rest.
bool Viewer::draw_view_pictures() {
    if (!opened_ || !rested_) return false;
    const State& state = opened_->history.state();
    if (!state.panels.left || state.panels.tab != Tab::Views || !state.panels.query.empty()) return false;
    if (!view_pictures_.draw_next(state, *opened_->world.atlas, opened_->renderer, font_scale_)) return false;
    return true;
}

}  // namespace myomap
