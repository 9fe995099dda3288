#include "app/viewer.h"

#include <epoxy/gl.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <iostream>
#include <utility>

#include "app/chord.h"
#include "app/command_context.h"
#include "app/first_selection.h"
#include "app/pain_file.h"
#include "app/session_file.h"
#include "app/start_time.h"
#include "app/state_text.h"
#include "app/views_file.h"
#include "base/file.h"
#include "scene/derive.h"
#include "scene/reduce.h"
#include "scene/saved_view.h"
#include "ui/keys.h"
#include "ui/language.h"
#include "ui/theme.h"

namespace myomap {
namespace {

constexpr double rest_after_s = 0.18;  // without a move of the camera, the picture is drawn in full
constexpr double slow_s = 0.08;
constexpr double let_go_within_s = 0.06;  // of the last move: it is thrown, not put down
constexpr double pick_after_s = 0.03;     // the cursor rests before what lies under it is looked up
constexpr double cursor_blink_s = 0.25;
constexpr double story_frame_s = 1.0 / 40;
constexpr double look_for_loaded_s = 0.005;
constexpr double look_for_data_s = 0.7;  // whether someone edits the catalog
constexpr double forever_s = 600;
constexpr double news_for_s = 6;
constexpr double pulse_for_s = 4.2;  // three calm beats after a point was chosen; then the window is idle
constexpr double pulse_frame_s = 0.04;
constexpr int frames_to_settle = 3;  // Dear ImGui needs a frame to measure what it draws in the next

bool panels_have_the_keyboard() {
    return ImGui::GetIO().NavVisible && ImGui::GetIO().NavActive;
}

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

std::future<WorldLoad> Viewer::load(const std::filesystem::path& body) const {
    return std::async(std::launch::async, load_world, options_.data_dir, body);
}

void Viewer::take_loaded() {
    if (!loading_.valid() || loading_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    WorldLoad load = loading_.get();
    for (const Problem& problem : load.problems) {
        problems_.push_back(to_text(problem));
        std::cerr << problems_.back() << "\n";
    }
    frames_due_ = frames_to_settle;
    if (!load.world.atlas) return;
    problems_.clear();  // warnings stay on standard error
    if (reading_data_.valid()) reading_data_.get();
    if (preparing_lookup_.valid()) preparing_lookup_.get();
    opened_.reset();
    view_.forget();
    view_pictures_.forget();
    const Atlas& atlas = *load.world.atlas;
    const Body& body = *load.world.body;
    State first = first_state(atlas, 1);
    first.comfort.language = options_.language;
    myomap::apply(kept_settings_, first);
    first.theme = theme_;
    if (options_.language_given) first.comfort.language = options_.language;
    if (!options_.views_file.empty()) {
        SavedViews saved = read_saved_views(options_.views_file);
        for (const Problem& problem : saved.problems) problems_.push_back(to_text(problem));
        first.saved = std::move(saved.views);
    }
    kept_views_ = first.saved;
    Scene scene = derive(first, atlas);
    opened_.emplace(Opened{std::move(load.world), History(first), Renderer(body), first, std::move(scene)});
    follow_first_wishes();
    flight_ = Flight();
}

void Viewer::follow_first_wishes() {
    Opened& opened = *opened_;
    fit_to(layout());
    if (!options_.session.empty()) do_now(OpenSession{options_.session.string()});
    if (!options_.select.empty()) {
        if (const auto action = first_selection(*opened.world.atlas, options_.select)) {
            do_now(std::vector<Action>{*action, FlyTo{}});
        } else {
            std::cerr << unknown_selection(options_.select, *opened.world.atlas) << "\n";
        }
    }
    for (const std::string& text : options_.actions) {
        const Loaded<Action> action = action_from_text(text);
        if (action) do_now(*action.value);
        if (!action.problems.empty()) std::cerr << to_text(action.problems) << "\n";
    }
    options_.select.clear();
    options_.actions.clear();
    options_.session.clear();
}

// Also where nothing could be opened: it may have been the data.
bool Viewer::waits_for_data() const {
    return opened_ || (!options_.body.empty() && !problems_.empty());
}

void Viewer::look_for_new_data(double now) {
    if (!waits_for_data() || loading_.valid() || reading_data_.valid()) return;
    if (now - looked_for_data_s_ < look_for_data_s) return;
    looked_for_data_s_ = now;
    if (!data_watch_.changed()) return;
    if (!opened_) {
        problems_.clear();
        loading_ = load(options_.body);
        return;
    }
    reading_data_ =
        std::async(std::launch::async, load_catalog, options_.data_dir, std::cref(*opened_->world.body));
}

// The edited catalog in place of the one before; or, where it is broken, its problems beside that one.
void Viewer::take_new_data() {
    if (!reading_data_.valid() ||
        reading_data_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    CatalogLoad load = reading_data_.get();
    frames_due_ = frames_to_settle;
    problems_.clear();
    if (!load.atlas)
        problems_.emplace_back("The edited data cannot be used yet; what was read before is shown.");
    for (const Problem& problem : load.problems) {
        problems_.push_back(to_text(problem));
        std::cerr << problems_.back() << "\n";
    }
    if (!load.atlas) return;
    if (preparing_lookup_.valid()) preparing_lookup_.get();
    Opened& opened = *opened_;
    opened.world.atlas = std::move(load.atlas);  // before the catalog that the old one refers to
    opened.world.catalog = std::move(load.catalog);
    opened.derived_from = opened.history.state();
    opened.scene = derive(opened.derived_from, *opened.world.atlas);
    view_.forget();
    view_pictures_.forget();
    std::cerr << "the data was read again\n";
}

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
    return layout_of(panels, window_.size(), font_scale_ * window_.size().x / window_.size_px().x);
}

Vec2 Viewer::to_px(Vec2 window_position) const {
    return window_position * window_.size_px() / window_.size();
}

void Viewer::do_now(std::vector<Action> asked) {
    if (!opened_ || asked.empty()) return;
    for (Action& action : asked) action = dated(std::move(action));
    const std::filesystem::path pain_file = CommandContext::user_file("pain.json");
    std::vector<Problem> file_problems;
    const std::vector<Action> actions = with_files_read(asked, pain_file, file_problems);
    for (Problem& problem : write_asked_files(actions, pain_file, opened_->history.state().pain.areas))
        file_problems.push_back(std::move(problem));
    for (const Problem& problem : file_problems) problems_.push_back(to_text(problem));
    if (!file_problems.empty()) frames_due_ = frames_to_settle;
    apply(actions);
    carry_out(actions);
}

void Viewer::apply(const std::vector<Action>& actions) {
    const double now = glfwGetTime();
    Opened& opened = *opened_;
    const Camera before = flight_.flying(now) ? flight_.at(now) : opened.history.state().camera;
    const Camera stood = opened.history.state().camera;
    const bool was_recording = opened.history.state().recording;
    const Selection selected = opened.history.state().selection;
    opened.history.apply(actions, *opened.world.atlas);
    log_.follow(actions, was_recording, opened.history.state());
    frames_due_ = frames_to_settle;
    theme_ = opened.history.state().theme;
    const Selection& selection = opened.history.state().selection;
    if (selection.point != selected.point || selection.side != selected.side) selected_s_ = now;
    for (const Action& action : actions)
        if (const auto* picture = std::get_if<SavePicture>(&action)) save_picture(picture->file);
    prepare_lookup();
    const Camera& after = opened.history.state().camera;
    const bool changes_picture = std::ranges::any_of(
        actions, [](const Action& action) { return form_of(action).trace != Trace::None; });
    if (changes_picture) pick_due_ = true;  // something else may lie under the cursor
    if (changes_picture) done_sentences_.clear();
    if (slow() && changes_picture) moved_camera_s_ = now;
    if (before == after || (stood == after && flight_.flying(now))) return;
    moved_camera_s_ = now;
    const bool by_hand = std::ranges::all_of(actions, [](const Action& action) {
        return form_of(action).trace == Trace::Drag || std::holds_alternative<SetAspect>(action);
    });
    const bool flies = !by_hand && opened.history.state().comfort.motion;
    flight_ = flies ? Flight(before, after, now) : Flight();
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
    for (const Problem& problem : outcome.problems) {
        problems_.push_back(to_text(problem));
        std::cerr << problems_.back() << "\n";
    }
    for (const std::string& sentence : outcome.done) std::cerr << sentence << "\n";
    if (!outcome.done.empty()) done_sentences_.clear();
    for (const std::string& sentence : outcome.done)
        done_sentences_.push_back(translated(opened_->history.state().comfort.language, sentence));
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

Pick Viewer::pick(Vec2 window_position) {
    Opened& opened = *opened_;
    const Rect body = layout().body;
    return opened.renderer.pick(opened.scene, to_px(body.size()), to_px(window_position - body.min),
                                window_.pixels_per_point());
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

void Viewer::handle_mouse(const WindowEvents::Mouse& mouse) {
    const Rect body = layout().body;
    const bool over_body = body.contains(mouse.at) && !Interface::covers(mouse.at);
    if (brush_takes(mouse, over_body)) return;
    switch (mouse.kind) {
        case WindowEvents::Mouse::Kind::Move:
            moved_cursor_s_ = glfwGetTime();
            pick_due_ = true;
            if (const auto action = gesture_.move(mouse.at, body.size(), layout().scale)) drag(*action);
            break;
        case WindowEvents::Mouse::Kind::Wheel:
            if (!over_body) break;
            scroll(mouse, body);
            opened_->history.end_drag();
            break;
        case WindowEvents::Mouse::Kind::Press:
            if (!over_body) break;
            spinning_ = false;
            gesture_.press(mouse.button, mouse.at, mouse.held == Gesture::Held::Shift);
            if (gesture_.moves()) pan_depth_ = depth_at(mouse.at).value_or(1);
            requests_.leave_panels = true;
            break;
        case WindowEvents::Mouse::Kind::Release:
            handle_release(mouse);
            break;
    }
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

// The story goes on by the time that went by; by no more than a slow frame after a pause.
void Viewer::tell(double now) {
    constexpr double longest_s = 0.25;
    const double since = std::clamp(now - told_s_, 0.0, longest_s);
    told_s_ = now;
    if (opened_ && opened_->history.state().story.playing)
        do_now(TellStory{TellStory::Verb::Advance, static_cast<float>(since)});
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

// To or with what lies under the cursor, be it before or behind the middle of the view.
void Viewer::scroll(const WindowEvents::Mouse& mouse, const Rect& body) {
    const State& state = opened_->history.state();
    Action action =
        Gesture::scroll(mouse.scroll * state.comfort.speed, mouse.held, mouse.at - body.min, body.size());
    if (!moving(glfwGetTime())) zoom_depth_ = depth_at(mouse.at).value_or(1);
    if (auto* zoom = std::get_if<Zoom>(&action)) zoom->depth = zoom_depth_;
    if (auto* pan = std::get_if<Pan>(&action)) pan->depth = zoom_depth_;
    do_now(action);
}

void Viewer::handle_release(const WindowEvents::Mouse& mouse) {
    if (!gesture_.pressed()) {
        // After a click in a panel the arrow keys turn the body again, unless a text is being typed.
        const ImGuiIO& io = ImGui::GetIO();
        if (!io.WantTextInput && !ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId))
            requests_.leave_panels = true;
        return;
    }
    const bool dragged = gesture_.dragging();
    if (const auto click = gesture_.release(mouse.button, mouse.at, glfwGetTime())) handle_click(*click);
    const Comfort& comfort = opened_->history.state().comfort;
    spinning_ = dragged && comfort.inertia && comfort.motion && glfwGetTime() - spun_s_ < let_go_within_s;
    if (!spinning_) opened_->history.end_drag();
}

void Viewer::handle_chord(const std::string& chord) {
    const ImGuiIO& io = ImGui::GetIO();
    const bool popup = ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId);
    if (popup || (io.WantTextInput && !works_while_typing(chord))) return;
    const State& state = opened_->history.state();
    if (state.panels.asking != Asking::Nothing) return;  // it takes all keys
    if (chord == "/" || chord == "Ctrl+F") {
        do_now(SetPanel{Panel::Left, true});
        requests_.focus_find = true;
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
    }
}

// A column that is open but has no room is asked for by the key that folds it.
Action Viewer::asking_for_column(const Action& action) const {
    const auto* panel = std::get_if<SetPanel>(&action);
    if (panel == nullptr || panel->open || panel->panel == Panel::Help) return action;
    const Layout places = layout();
    const Rect& column = panel->panel == Panel::Left ? places.left : places.right;
    return SetPanel{panel->panel, column.size().x == 0};
}

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
    for (const WindowEvents::Mouse& mouse : events.mouse) handle_mouse(mouse);
    for (const std::string& chord : events.chords) handle_chord(chord);
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
        if (now - news_s_ < news_for_s) interface_.draw_news(theme_, layout, news_);
        if (problems_.empty() && !done_sentences_.empty() &&
            interface_.draw_notice(theme_, layout, done_sentences_, Tone::Plain))
            done_sentences_.clear();
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
    opened.scene.level = in_motion ? detail_.level() : MotionDetail::fine;
    opened.scene.quality = in_motion ? Quality::Moving : Quality::Still;

    const double before = glfwGetTime();
    const bool drawn =
        view_.update(opened.renderer, opened.scene, glm::ivec2(to_px(size)), window_.pixels_per_point());
    if (drawn) {
        glFinish();
        const double took_s = glfwGetTime() - before;
        if (in_motion)
            detail_.took(took_s);
        else
            still_cost_s_ = took_s;
    }
    const Vec2 corner = to_px({layout.body.min.x, layout.body.max.y});
    view_.show({static_cast<int>(corner.x), static_cast<int>(window_.size_px().y - corner.y)});
    rested_ = !in_motion;
}

void Viewer::draw(double now) {
    update_fonts();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplGlfw_NewFrame();
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
    if (!options_.screenshot.empty()) {
        const auto problems = write_png(window_.picture(), options_.screenshot);
        if (!problems.empty()) std::cerr << to_text(problems) << "\n";
        done_ = true;
    }
}

double Viewer::longest_wait(double now) const {
    const bool told = opened_ && opened_->history.state().story.playing;
    if (told) return story_frame_s;
    if (frames_due_ > 0 || moving(now)) return spinning_ || flight_.flying(now) || frames_due_ > 0 ? 0 : 0.02;
    if (opened_ && !rested_) return 0;
    if (pulse_s(now) >= 0) return pulse_frame_s;
    if (pick_due_) return pick_after_s;
    if (loading_.valid() || reading_data_.valid()) return look_for_loaded_s;
    if (ImGui::GetIO().WantTextInput) return cursor_blink_s;
    if (now - news_s_ < news_for_s) return std::min(look_for_data_s, news_for_s - (now - news_s_) + 0.01);
    return waits_for_data() ? look_for_data_s : forever_s;
}

int Viewer::run() {
    window_.show();
    while (!should_close() && !done_) {
        const WindowEvents events = window_.wait(longest_wait(glfwGetTime()));
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
        if (frames_due_ == 0 && !moving(now) && (rested_ || !opened_) && !blink && !pulses) {
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
