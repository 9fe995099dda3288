#pragma once
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/action_log.h"
#include "app/brush_tool.h"
#include "app/cached_view.h"
#include "app/data_watch.h"
#include "app/gesture.h"
#include "app/glfw_window.h"
#include "app/motion_detail.h"
#include "app/settings_file.h"
#include "app/view_pictures.h"
#include "app/visit_desk.h"
#include "app/window.h"
#include "app/world.h"
#include "render/renderer.h"
#include "scene/flight.h"
#include "scene/history.h"
#include "ui/interface.h"

namespace myomap {

// One open window: gathers what the user does into actions, applies them, and draws what follows. Members are
// in the order in which they need each other: the window and its context outlive all that draws.
class Viewer {
public:
    explicit Viewer(const WindowOptions& options);
    ~Viewer();
    Viewer(const Viewer&) = delete;
    Viewer& operator=(const Viewer&) = delete;

    int run();

private:
    static constexpr double refine_after_s = 0.5;
    static constexpr double give_back_after_s = 4;

    static constexpr double look_for_data_s = 0.7;  // whether someone edits the catalog
    static constexpr double pick_after_s = 0.03;    // the cursor rests before what lies under it is looked up
    static constexpr int frames_to_settle = 3;  // Dear ImGui measures in one frame what it draws in the next

    // A body that is loaded and shown.
    struct Opened {
        World world;
        History history;
        Renderer renderer;
        State derived_from;
        Scene scene;
        double full_detail_ratio = 1;  // how many times the triangles that the usual picture has
    };

    std::future<WorldLoad> load(const std::filesystem::path& body) const;
    void take_loaded();
    void follow_first_wishes();
    void look_for_new_data(double now);
    void take_new_data();

    void update_fonts();
    Layout layout() const;
    Vec2 to_px(Vec2 window_position) const;
    void handle(const WindowEvents& events);
    InputQueue::Keys keys_go_to();
    void handle_chord(const std::string& chord, bool typing);
    void await_field();
    Action asking_for_column(const Action& action) const;
    void handle_mouse(const MouseInput& mouse);
    void drag(const Action& action);
    void spin(double now);
    void tell(double now);
    void tell_done(const std::vector<std::string>& english);
    void tell_problems(const std::vector<Problem>& problems);
    void scroll(const MouseInput& mouse, const Rect& body);
    std::optional<float> depth_at(Vec2 window_position);
    void copy_view() const;
    void paste_view();
    void keep_views();
    void keep_settings();
    void save_picture(const std::string& file);
    bool draw_view_pictures();
    double pulse_s(double now) const;
    void follow_recording(bool was_recording);
    void carry_out(const std::vector<Action>& actions);
    void follow(VisitDesk::Outcome outcome);
    bool should_close();
    void handle_release(const MouseInput& mouse);
    bool brush_takes(const MouseInput& mouse, bool over_body);
    std::optional<Vec3> skin_under(Vec2 window_position);
    void prepare_lookup();
    void handle_click(const Gesture::Click& click);
    void open_menu_for_selection();
    Pick pick(Vec2 window_position);
    MenuTarget target_of(const Pick& pick) const;
    void hover(double now);
    void do_now(const Action& action) { do_now(std::vector<Action>{action}); }
    void do_now(std::vector<Action> actions, std::string_view told_as = {});
    void apply(const std::vector<Action>& actions, std::string_view told_as);

    bool moving(double now) const;
    bool slow() const;
    bool refines() const;
    bool refines_at(double now) const;
    int still_level(glm::ivec2 size_px, double now);
    void fit_to(const Layout& layout);
    void draw_body(const Layout& layout, double now);
    void draw(double now);
    void draw_interface(const Layout& layout);
    void when_at_rest();
    bool waits_for_data() const;
    double longest_wait(double now) const;

    WindowOptions options_;
    std::future<WorldLoad> loading_;  // this and the fonts begin before the window opens, which takes as long
    std::unique_ptr<ImFontAtlas> font_atlas_;
    float font_scale_ = 1;
    std::future<Fonts> preparing_fonts_;
    GlfwWindow window_;
    Interface interface_;
    Theme theme_ = Theme::Light;

    std::vector<std::string> problems_;
    std::optional<Opened> opened_;
    std::future<void> preparing_lookup_;  // refers to the opened atlas: done before another takes its place
    CachedView view_;
    DataWatch data_watch_;
    double looked_for_data_s_ = 0;
    std::future<CatalogLoad> reading_data_;  // refers to the opened body: done before another is opened

    Gesture gesture_;
    BrushTool brush_;
    Flight flight_;
    InterfaceRequests requests_;
    double moved_camera_s_ = -1e9;
    double moved_cursor_s_ = -1e9;
    bool pick_due_ = false;
    static constexpr double never_s = -1e9;
    double field_due_s_ = never_s;  // when the field that was asked for has the keyboard at the latest
    int frames_due_ = 3;
    bool rested_ = false;
    double still_cost_s_ = 0;                  // of the last still picture but those of full detail
    double drawn_s_ = 0;                       // when the body's picture was last drawn
    bool refined_ = false;                     // it has full detail
    bool holds_freed_memory_ = false;          // of reading or drawing, not given back yet
    double gave_back_s_ = -give_back_after_s;  // when memory was last given back
    bool spinning_ = false;
    Vec2 spin_deg_s_{0, 0};
    double spun_s_ = -1e9;
    double told_s_ = 0;
    float zoom_depth_ = 1;  // of what is zoomed to, in distances of the target
    float pan_depth_ = 1;   // likewise of what was taken hold of
    std::vector<SavedView> kept_views_;
    ViewPictures view_pictures_;
    Settings kept_settings_;
    MotionDetail detail_;
    double selected_s_ = -1e9;       // when the point was chosen that is
    std::vector<std::string> news_;  // what was just done for the user, told for a while
    double news_s_ = -1e9;
    VisitDesk desk_{options_.paper};
    ActionLog log_{options_.record_file};
    bool done_ = false;
    std::string written_state_;
    bool reported_start_ = false;
};

}  // namespace myomap
