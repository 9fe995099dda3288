#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

#include "app/chord.h"
#include "app/session_file.h"
#include "app/viewer.h"
#include "ui/keys.h"

// What the user does with mouse and keyboard, and by dropping files, made into actions.

namespace myomap {
namespace {

constexpr double let_go_within_s = 0.06;  // of the last move: it is thrown, not put down

constexpr double field_opens_s = 3;  // at the longest

bool panels_have_the_keyboard() {
    return ImGui::GetIO().NavVisible && ImGui::GetIO().NavActive;
}

}  // namespace

void Viewer::handle(const WindowEvents& events) {
    if (events.any) frames_due_ = frames_to_settle;
    for (const auto& path : events.dropped) {
        if (loading_.valid()) break;
        problems_.clear();
        if (path.extension() == ".json" && opened_) {
            const bool is_session = is_session_file(path);
            do_now(is_session ? Action(OpenSession{path.string()}) : Action(OpenPain{path.string()}));
        } else if (path.extension() == ".glb") {
            options_.body = path;
            loading_ = load(path);
        } else {
            problems_.push_back(path.filename().string() + " is no body.glb; myomap import " +
                                path.filename().string() +
                                " --output body.glb makes one of an anatomical atlas");
        }
    }
    if (!opened_) return;
    for (const Input& input : events.input) {
        if (const auto* mouse = std::get_if<MouseInput>(&input)) handle_mouse(*mouse);
        if (const auto* key = std::get_if<KeyInput>(&input)) handle_chord(key->chord, events.typing);
        if (const auto* character = std::get_if<CharacterInput>(&input))
            handle_chord(character->chord, events.typing);
    }
}

// What is typed from now on is for a field that has the keyboard in a frame or two.
void Viewer::await_field() {
    field_due_s_ = glfwGetTime() + field_opens_s;
}

InputQueue::Keys Viewer::keys_go_to() {
    // Dear ImGui knows after a frame what it tells in the next one.
    const bool typing = ImGui::GetCurrentContext()->WantTextInputNextFrame == 1;
    if (typing) field_due_s_ = never_s;
    if (typing) return InputQueue::Keys::Type;
    return glfwGetTime() < field_due_s_ ? InputQueue::Keys::Wait : InputQueue::Keys::Command;
}

void Viewer::handle_chord(const std::string& chord, bool typing) {
    if (chord.empty()) return;
    const bool popup = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId);
    if (popup || (typing && !works_while_typing(chord))) return;
    const State& state = opened_->history.state();
    if (state.panels.asking != Asking::Nothing || state.panels.commands) return;  // they take all keys
    if (chord == "/" || chord == "Ctrl+F") {
        do_now(SetPanel{Panel::Left, true});
        requests_.focus_find = true;
        await_field();
    } else if (chord == "Tab" || chord == "Shift+Tab") {
        requests_.panel_steps = chord == "Tab" ? 1 : -1;
    } else if (chord == "Ctrl+C") {
        copy_view();
    } else if (chord == "Ctrl+V") {
        paste_view();
    } else if (chord == "Menu") {
        open_menu_for_selection();
    } else if (chord == "Escape" && state.panels.help) {
        do_now(SetPanel{Panel::Help, false});
    } else if (chord == "Escape" && panels_have_the_keyboard()) {
        requests_.leave_panels = true;
    } else if (!(panels_have_the_keyboard() && belongs_to_navigation(chord))) {
        const auto of_story = state.story.open ? story_action_for(chord) : std::nullopt;
        if (of_story)
            do_now(*of_story);
        else if (const auto action = action_for(chord))
            do_now(asking_for_column(*action));
        if (opened_->history.state().panels.commands) await_field();
    }
}

// A column that is open but has no room is asked for by the key that folds it.
Action Viewer::asking_for_column(const Action& action) const {
    const auto* panel = std::get_if<SetPanel>(&action);
    const bool is_column = panel != nullptr && (panel->panel == Panel::Left || panel->panel == Panel::Right);
    if (!is_column || panel->open) return action;
    const Layout places = layout();
    const Rect& column = panel->panel == Panel::Left ? places.left : places.right;
    return SetPanel{panel->panel, column.size().x == 0};
}

void Viewer::handle_mouse(const MouseInput& mouse) {
    const Rect body = layout().body;
    const bool over_body = body.contains(mouse.at) && !Interface::covers(mouse.at);
    if (brush_takes(mouse, over_body)) return;
    switch (mouse.kind) {
        case MouseInput::Kind::Move:
            moved_cursor_s_ = glfwGetTime();
            pick_due_ = true;
            if (const auto action = gesture_.move(mouse.at, body.size(), layout().scale)) drag(*action);
            break;
        case MouseInput::Kind::Wheel:
            if (!over_body) break;
            scroll(mouse, body);
            opened_->history.end_drag();
            break;
        case MouseInput::Kind::Press:
            if (!over_body) break;
            spinning_ = false;
            gesture_.press(mouse.button, mouse.at, mouse.held == Gesture::Held::Shift);
            if (gesture_.moves()) pan_depth_ = depth_at(mouse.at).value_or(1);
            requests_.leave_panels = true;
            break;
        case MouseInput::Kind::Release:
            handle_release(mouse);
            break;
    }
}

void Viewer::handle_release(const MouseInput& mouse) {
    if (!gesture_.pressed()) return;
    const bool dragged = gesture_.dragging();
    if (const auto click = gesture_.release(mouse.button, mouse.at, mouse.time_s, layout().scale))
        handle_click(*click);
    const Comfort& comfort = opened_->history.state().comfort;
    spinning_ = dragged && comfort.inertia && comfort.motion && glfwGetTime() - spun_s_ < let_go_within_s;
    if (!spinning_) opened_->history.end_drag();
}

void Viewer::handle_click(const Gesture::Click& click) {
    if (click.button == Gesture::Button::Middle) return;
    const Vec2 at = click.at;
    const Pick picked = pick(at);
    const MenuTarget target = target_of(picked);
    if (click.button == Gesture::Button::Right) {
        requests_.open_menu = target;
        return;
    }
    std::vector<Action> actions;
    if (target.point) {
        actions.emplace_back(SelectPoint{target.point->point, target.point->side});
    } else if (!target.part.empty()) {
        actions.emplace_back(SelectPart{target.part});
    } else if (picked.kind == Pick::Kind::Nothing) {
        actions.emplace_back(SelectNothing{});
    }
    if (click.twice && !actions.empty())
        actions.emplace_back(picked.kind == Pick::Kind::Nothing ? Action(GoHome{})
                                                                : Action(FlyTo{target.part}));
    do_now(actions);
}

void Viewer::open_menu_for_selection() {
    const Selection& selection = opened_->history.state().selection;
    MenuTarget target;
    if (!selection.point.empty()) target.point = PointOnSide{selection.point, selection.side};
    const auto parts = opened_->world.body->parts_of_muscle(selection.muscle, selection.side);
    if (!selection.part.empty()) target.part = selection.part;
    if (!parts.empty()) target.part = opened_->world.body->parts[static_cast<std::size_t>(parts.front())].id;
    requests_.open_menu = target;
}

MenuTarget Viewer::target_of(const Pick& pick) const {
    const Opened& opened = *opened_;
    MenuTarget target;
    if (pick.kind == Pick::Kind::Part) {
        target.part = opened.world.body->parts[static_cast<std::size_t>(pick.index)].id;
    } else if (pick.kind == Pick::Kind::Marker) {
        const Marker& marker = opened.scene.markers[static_cast<std::size_t>(pick.index)];
        const PlacedPoint& place = opened.world.atlas->points()[marker.placed_point];
        target.point = PointOnSide{place.point->id, place.side};
        if (place.part >= 0) target.part = opened.world.body->parts[static_cast<std::size_t>(place.part)].id;
    }
    return target;
}

Pick Viewer::pick(Vec2 window_position) {
    Opened& opened = *opened_;
    const Rect body = layout().body;
    return opened.renderer.pick(opened.scene, to_px(body.size()), to_px(window_position - body.min),
                                window_.pixels_per_point());
}

void Viewer::hover(double now) {
    if (!opened_ || !pick_due_ || now - moved_cursor_s_ < pick_after_s || gesture_.pressed() ||
        brush_.painting() || moving(now))
        return;
    pick_due_ = false;
    const Vec2 cursor = window_.cursor();
    const bool over_body = layout().body.contains(cursor) && !Interface::covers(cursor);
    const MenuTarget target = over_body ? target_of(pick(cursor)) : MenuTarget();
    const State& state = opened_->history.state();
    const std::string part = target.point ? std::string() : target.part;
    if (part == state.hovered_part && target.point == state.hovered_point) return;
    do_now(Hover{part, target.point});
}

void Viewer::drag(const Action& action) {
    const auto* orbit = std::get_if<Orbit>(&action);
    if (orbit == nullptr) {
        spun_s_ = -1e9;
        Action held = action;
        if (auto* pan = std::get_if<Pan>(&held)) pan->depth = pan_depth_;
        do_now(held);
        return;
    }
    const float speed = opened_->history.state().comfort.speed;
    const Orbit turn{orbit->yaw_deg * speed, orbit->pitch_deg * speed};
    const double now = glfwGetTime();
    const auto since = static_cast<float>(std::clamp(now - spun_s_, 0.008, 0.1));
    spin_deg_s_ = Vec2(turn.yaw_deg, turn.pitch_deg) / since;
    spun_s_ = now;
    do_now(turn);
}

// The turn that was let go, until it has run out.
void Viewer::spin(double now) {
    if (!spinning_) return;
    constexpr float slower_a_s = 5;
    constexpr float stands_deg_s = 8;
    const auto since = static_cast<float>(now - spun_s_);
    spun_s_ = now;
    do_now(Orbit{spin_deg_s_.x * since, spin_deg_s_.y * since});
    spin_deg_s_ *= std::exp(-slower_a_s * since);
    if (glm::length(spin_deg_s_) > stands_deg_s) return;
    spinning_ = false;
    opened_->history.end_drag();
}

// To or with what lies under the cursor, be it before or behind the middle of the view.
void Viewer::scroll(const MouseInput& mouse, const Rect& body) {
    const State& state = opened_->history.state();
    Action action =
        Gesture::scroll(mouse.scroll * state.comfort.speed, mouse.held, mouse.at - body.min, body.size());
    if (!moving(glfwGetTime())) zoom_depth_ = depth_at(mouse.at).value_or(1);
    if (auto* zoom = std::get_if<Zoom>(&action)) zoom->depth = zoom_depth_;
    if (auto* pan = std::get_if<Pan>(&action)) pan->depth = zoom_depth_;
    do_now(action);
}

// In distances of the target; none where nothing lies there, or while the camera moves.
std::optional<float> Viewer::depth_at(Vec2 window_position) {
    if (moving(glfwGetTime())) return std::nullopt;
    const Pick under = pick(window_position);
    if (under.kind == Pick::Kind::Nothing) return std::nullopt;
    const Camera& camera = opened_->history.state().camera;
    const float depth = pixel_of(camera, to_px(layout().body.size()), under.position).z;
    return depth > 0 ? std::optional(depth / camera.distance_m) : std::nullopt;
}

}  // namespace myomap
