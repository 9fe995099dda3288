#include "app/viewer.h"

#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>

#include <cmath>

namespace myomap {

std::optional<Vec3> Viewer::skin_under(Vec2 window_position) {
    Opened& opened = *opened_;
    const Rect body = layout().body;
    const Pick pick =
        opened.renderer.pick_skin(opened.scene, to_px(body.size()), to_px(window_position - body.min));
    return pick.kind == Pick::Kind::Skin ? std::optional(pick.position) : std::nullopt;
}

// With the brush the left button paints where there is skin; beside the body it turns it, as ever.
bool Viewer::brush_takes(const MouseInput& mouse, bool over_body) {
    const State& state = opened_->history.state();
    const SkinGround& ground = opened_->world.atlas->ground();
    using Kind = MouseInput::Kind;
    if (mouse.kind == Kind::Move && brush_.painting()) {
        moved_cursor_s_ = glfwGetTime();
        if (!over_body) return true;
        if (const auto at = skin_under(mouse.at)) do_now(brush_.move(*at, state, ground));
        return true;
    }
    if (mouse.kind == Kind::Release && brush_.painting()) {
        brush_.release();
        opened_->history.end_drag();
        return true;
    }
    if (!state.brush.on || !over_body) return false;
    if (mouse.kind == Kind::Wheel && (mouse.held == Gesture::Held::Shift)) {
        do_now(ScaleBrush{std::pow(1.15F, mouse.scroll.y)});
        return true;
    }
    if (mouse.kind != Kind::Press || mouse.button != Gesture::Button::Left || gesture_.pressed())
        return false;
    const auto at = skin_under(mouse.at);
    if (!at) return false;
    spinning_ = false;
    opened_->history.end_drag();
    requests_.leave_panels = true;
    do_now(brush_.press(*at, (mouse.held == Gesture::Held::Shift) != state.brush.eraser, state, ground));
    return true;
}

// Once where pain is painted: on another thread, so that the first dab does not wait for it.
void Viewer::prepare_lookup() {
    const State& state = opened_->history.state();
    if (preparing_lookup_.valid() || (!state.brush.on && state.panels.tab != Tab::Pain)) return;
    preparing_lookup_ = std::async(std::launch::async, [&atlas = *opened_->world.atlas] { atlas.lookup(); });
}

}  // namespace myomap
