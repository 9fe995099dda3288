#pragma once
#include <optional>
#include <string>
#include <vector>

#include "ui/ask_window.h"
#include "ui/command_palette.h"
#include "ui/fonts.h"
#include "ui/label_view.h"
#include "ui/layout.h"
#include "ui/overlay.h"
#include "ui/pain_view.h"

namespace myomap {

// What the window asks of the interface besides drawing the state.
struct InterfaceRequests {
    bool focus_find = false;
    int panel_steps = 0;  // 1: the keyboard goes to the next column, from the last one to the body; -1: back
    bool leave_panels = false;                    // the keyboard goes back to the body
    std::optional<MenuTarget> open_menu;          // at the cursor
    std::optional<Camera> flying;                 // the camera on its way to the state's
    const ViewTextures* view_pictures = nullptr;  // of the saved views
    SessionShown session;
};

// The whole interface of one frame, between ImGui::NewFrame and ImGui::Render. Keeps no more than the menu's
// target, where labels stand, what is searched in and what was found for the painted pain.
class Interface {
public:
    void set_fonts(const Fonts& fonts) { fonts_ = fonts; }

    // What was found in an atlas is found anew: another one may stand at the same address.
    void forget() {
        finder_ = {};
        pain_ = {};
    }

    // Actions of what the user chose, in order.
    std::vector<Action> draw(const History& history, const Atlas& atlas, const Layout& layout, Vec2 cursor,
                             const InterfaceRequests& requests);

    // Names over the body, behind all panels; before draw.
    void draw_labels(const State& state, const Scene& scene, const Atlas& atlas, const Layout& layout,
                     const Camera& camera, bool moving) {
        labels_.draw(fonts_, state, scene, atlas, layout, camera, moving);
    }

    // A ring that spreads from the selected point and fades, by seconds since it was chosen; below 0: none.
    void draw_pulse(const Scene& scene, const Layout& layout, const Camera& camera, double seconds) const;

    // Over the body, for a while: what was just done, where nothing else shows it.
    void draw_news(Theme theme, const Layout& layout, const std::vector<std::string>& sentences) const;

    // Over the body: what went wrong with something that was asked for. True when the user closes it.
    bool draw_notice(Theme theme, const Layout& layout, const std::vector<std::string>& lines) const;

    // Whether a panel, as last drawn, lies over this place of the window.
    static bool covers(Vec2 place);

    // Before there is a body: what is going on, or what went wrong and what to do.
    void draw_message(Theme theme, const Layout& layout, const std::string& title, const std::string& text,
                      const std::vector<std::string>& problems) const;

private:
    Fonts fonts_;
    MenuTarget menu_;
    Finder finder_;
    CommandPalette palette_;
    AskWindow ask_window_;
    Language language_ = Language::English;  // as last drawn
    LabelView labels_;
    PainView pain_;
};

}  // namespace myomap
