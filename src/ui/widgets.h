#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "scene/history.h"
#include "ui/fonts.h"
#include "ui/language.h"
#include "ui/page.h"
#include "ui/session_shown.h"
#include "ui/theme.h"

namespace myomap {

// Small pictures of saved views: textures of the graphics library, by the view's name.
using ViewTextures = std::map<std::string, std::uintptr_t>;

// What every panel is drawn from, and where it puts the actions that the user asked for.
struct Ui {
    const State& state;
    const Atlas& atlas;
    const History& history;
    const Palette& colours;
    const Fonts& fonts;
    float scale = 1;              // pixels of the interface a point
    std::vector<Action> actions;  // of this frame
    const ViewTextures* view_pictures = nullptr;
    SessionShown session{};

    float px(float points) const { return points * scale; }
    // In the user's language. Widgets do it themselves with what they are given.
    std::string tr(std::string_view english) const { return translated(state.comfort.language, english); }
    void act(const Action& action) { actions.push_back(action); }
    void act(const std::vector<Action>& more) { actions.insert(actions.end(), more.begin(), more.end()); }
};

enum class Icon : std::uint8_t {
    Undo,
    Redo,
    Sun,
    Moon,
    Question,
    FoldLeft,
    FoldRight,
    Home,
    Cross,
    Camera,
    Up,
    Down,
    Pen
};

// Small pieces that the panels share. Each takes the full width unless it says otherwise; true when chosen.

// At the mouse.
void tooltip(const Ui& ui, const std::string& english);

// Wrapped, and that many pixels short of the right edge.
void text(const Ui& ui, ImFont* font, Colour colour, const std::string& words, float short_of_edge = 0);
std::string cut_to(ImFont* font, const std::string& words, float width);  // ends in … where it is cut
// The longest first; where none has room the last, cut.
std::string first_that_fits(ImFont* font, const std::vector<std::string>& choices, float width);
float text_width(ImFont* font, const std::string& words);
void gap(const Ui& ui, float points);
void line(const Ui& ui);

// One of several, side by side; the chosen index, or −1 while nobody chooses.
// Words that have no room in one row stand in two.
int segmented(const Ui& ui, const char* id, const std::vector<std::string>& labels, int current, float width);
float segmented_height(const Ui& ui, const std::vector<std::string>& labels, float width);

// One of a few steps in a row, told in words at its right; by mouse a drag, by keyboard the arrows. The
// chosen step, or −1 while nobody chooses.
int steps(const Ui& ui, const std::string& label, const std::string& told, int count, int current);

// A switch with its name: a row that can be chosen.
bool toggle(const Ui& ui, const std::string& label, const std::string& chord, bool on);

bool text_button(const Ui& ui, const std::string& label, bool filled = false);  // as wide as its words
// Beside the last one where it fits, else under it.
bool next_button(const Ui& ui, const std::string& label, bool filled = false);
bool link_row(const Ui& ui, const Link& link);
bool chip(const Ui& ui, const Link& link);                    // as wide as its words
bool check_row(const Ui& ui, const Fact& fact, bool ticked);  // a box, what is to be ticked off, and why
// A heading that folds what follows it: true while that is open. The user's choice is kept under the current
// ID, so it holds from one point to the next.
bool fold(const Ui& ui, const std::string& heading, ImFont* font, bool open_at_first);
bool icon_button(const Ui& ui, Icon icon, const std::string& help, bool enabled = true, bool on = false);

// The sign of essential or spillover pain, `size` pixels square, at a place of the window.
struct Spot {
    float x, y;
};
void draw_mark(const Ui& ui, Mark mark, Spot upper_left, float size);

// Frame round the item that the keyboard has reached.
void draw_focus(const Ui& ui);

}  // namespace myomap
