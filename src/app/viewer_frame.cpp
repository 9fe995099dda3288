#include <epoxy/gl.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <utility>

#include "app/viewer.h"
#include "scene/derive.h"
#include "scene/felt_shown.h"
#include "ui/theme.h"

// One frame of the window: the body, and the interface over it.

namespace myomap {
namespace {

constexpr double rest_after_s = 0.18;  // without a move of the camera, the picture is drawn in full
constexpr double slow_s = 0.08;
constexpr double pulse_for_s = 4.2;  // three calm beats after a point was chosen; then the window is idle

}  // namespace

void Viewer::update_fonts() {
    if (preparing_fonts_.valid()) interface_.set_fonts(preparing_fonts_.get());
    const float text_size = (opened_ ? opened_->history.state().comfort : kept_settings_.comfort).text_size;
    const float scale = window_.pixels_per_point() * text_size;
    if (scale != font_scale_) {
        font_scale_ = scale;
        interface_.set_fonts(build_fonts(*font_atlas_, scale));
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    const float interface_per_pixel = window_.size().x / window_.size_px().x;
    ImGui::GetIO().FontGlobalScale = interface_per_pixel;
    apply_theme(ImGui::GetStyle(), theme_, scale * interface_per_pixel);
}

Layout Viewer::layout() const {
    Panels panels = opened_ ? opened_->history.state().panels : Panels();
    if (opened_ && opened_->history.state().story.open) panels.left = panels.right = false;
    const bool wide = opened_ && is_comparing(opened_->history.state());
    return layout_of(panels, window_.size(), font_scale_ * window_.size().x / window_.size_px().x, wide);
}

Vec2 Viewer::to_px(Vec2 window_position) const {
    return window_position * window_.size_px() / window_.size();
}

// Seconds since the selected point was chosen; below 0 where it does not pulse.
double Viewer::pulse_s(double now) const {
    if (!opened_ || !options_.screenshot.empty()) return -1;
    const State& state = opened_->history.state();
    const bool pulses = state.comfort.motion && !state.selection.point.empty() && state.layers.points;
    return pulses && now - selected_s_ < pulse_for_s ? now - selected_s_ : -1;
}

// On a machine without a GPU a picture in full takes long: there the cursor's name is shown but nothing is
// lit up under it, and what changes is drawn simply first.
bool Viewer::slow() const {
    return still_cost_s_ > slow_s;
}

bool Viewer::moving(double now) const {
    const bool told = opened_ && opened_->history.state().story.playing;
    return told || spinning_ || flight_.flying(now) || (gesture_.pressed() && gesture_.dragging()) ||
           now - moved_camera_s_ < rest_after_s;
}

void Viewer::draw_interface(const Layout& layout) {
    if (opened_) {
        const double now = glfwGetTime();
        const State& state = opened_->history.state();
        interface_.draw_labels(state, opened_->scene, *opened_->world.atlas, layout,
                               flight_.flying(now) ? flight_.at(now) : state.camera, moving(now));
        interface_.draw_pulse(opened_->scene, layout, flight_.flying(now) ? flight_.at(now) : state.camera,
                              pulse_s(now));
        InterfaceRequests requests = std::exchange(requests_, {});
        if (flight_.flying(now)) requests.flying = flight_.at(now);
        requests.session = desk_.shown(state, *opened_->world.atlas);
        requests.view_pictures = &view_pictures_.textures();
        do_now(interface_.draw(opened_->history, *opened_->world.atlas, layout, window_.cursor(), requests));
        if (!problems_.empty() && interface_.draw_notice(theme_, layout, problems_)) problems_.clear();
        if (problems_.empty() && !news_.empty()) interface_.draw_news(theme_, layout, news_);
    } else if (loading_.valid()) {
        interface_.draw_message(theme_, layout, "Opening the body …", "", {});
    } else if (!problems_.empty()) {
        interface_.draw_message(
            theme_, layout, "This could not be opened",
            "Another body can be dropped here. Data that were put right are read again by themselves.",
            problems_);
    } else {
        interface_.draw_message(theme_, layout, "Myomap's own body is missing",
                                "Build it, which takes half a minute:\n\n"
                                "    myomap build-body --output body.glb\n\nand open it with\n\n"
                                "    myomap --body body.glb\n\nor drop it here.",
                                {});
    }
}

void Viewer::fit_to(const Layout& layout) {
    const Vec2 size = layout.body.size();
    const SetAspect fit{size.x / size.y, covered_by_overlay(layout)};
    const State& state = opened_->history.state();
    if (state.aspect != fit.aspect || state.covered != fit.covered) do_now(fit);
}

// A picture with full detail follows the usual one that has stood for a while, where the body has more and
// the machine is not held up for long.
bool Viewer::refines() const {
    constexpr double longest_s = 1.5;
    return opened_ && rested_ && !refined_ && opened_->full_detail_ratio > 1 &&
           still_cost_s_ * opened_->full_detail_ratio < longest_s;
}

bool Viewer::refines_at(double now) const {
    return refines() && pulse_s(now) < 0 && now - drawn_s_ >= refine_after_s;
}

int Viewer::still_level(glm::ivec2 size_px, double now) {
    Scene& scene = opened_->scene;
    const auto holds = [&](int level) {
        scene.level = level;
        return view_.holds(scene, size_px, window_.pixels_per_point());
    };
    const bool full = holds(MotionDetail::full) || (refines_at(now) && holds(MotionDetail::fine));
    return full ? MotionDetail::full : MotionDetail::fine;
}

void Viewer::draw_body(const Layout& layout, double now) {
    Opened& opened = *opened_;
    const Vec2 size = layout.body.size();
    fit_to(layout);
    State state = opened.history.state();
    if (slow()) {
        state.hovered_part.clear();
        state.hovered_point.reset();
    }
    opened.scene = derive_after(state, *opened.world.atlas, std::move(opened.scene), opened.derived_from);
    opened.derived_from = state;
    if (flight_.flying(now)) opened.scene.camera = flight_.at(now);
    const bool in_motion = moving(now);
    opened.scene.quality = in_motion ? Quality::Moving : Quality::Still;
    opened.scene.level = in_motion ? detail_.level() : still_level(glm::ivec2(to_px(size)), now);

    const double before = glfwGetTime();
    const bool drawn =
        view_.update(opened.renderer, opened.scene, glm::ivec2(to_px(size)), window_.pixels_per_point());
    refined_ = opened.scene.level == MotionDetail::full;
    if (drawn) {
        glFinish();
        const double took_s = glfwGetTime() - before;
        if (in_motion)
            detail_.took(took_s);
        else if (!refined_)
            still_cost_s_ = took_s;
        drawn_s_ = glfwGetTime();
        holds_freed_memory_ = true;
    }
    const Vec2 corner = to_px({layout.body.min.x, layout.body.max.y});
    view_.show({static_cast<int>(corner.x), static_cast<int>(window_.size_px().y - corner.y)});
    rested_ = !in_motion;
}

void Viewer::draw(double now) {
    update_fonts();
    ImGui_ImplOpenGL3_NewFrame();
    font_atlas_->ClearTexData();  // the graphics driver has it now
    window_.begin_frame();
    ImGui::NewFrame();
    draw_interface(layout());
    ImGui::Render();

    // What was chosen just now is drawn in this frame.
    const Layout places = layout();
    const glm::ivec2 size_px(window_.size_px());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glViewport(0, 0, size_px.x, size_px.y);
    const ImVec4 ground = ImGui::ColorConvertU32ToFloat4(palette(theme_).column);
    glClearColor(ground.x, ground.y, ground.z, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    if (opened_) draw_body(places, now);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace myomap
