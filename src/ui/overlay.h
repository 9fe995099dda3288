#pragma once
#include <string>
#include <vector>

#include "ui/layout.h"
#include "ui/widgets.h"

namespace myomap {

// What floats over the body: views, undo, the legend of the map, the name of what is under the cursor, the
// menu of a right click, the list of keys.
// A panel that floats over the body with a corner or side of it, by `pivot`, at a place; `more` flags of Dear
// ImGui.
void begin_floating(const Ui& ui, const char* name, Vec2 at, Vec2 pivot, int more = 0);
void end_floating();

void draw_toolbar(Ui& ui, const Layout& layout);
void draw_legend(Ui& ui, const Rect& body);
void draw_hover_label(Ui& ui, const Rect& body, Vec2 cursor);
void draw_help(Ui& ui, const Rect& window);

// The menu of a right click. `open` opens it at the cursor for this part (and point); it closes by itself.
struct MenuTarget {
    std::string part;
    std::optional<PointOnSide> point;
};
void draw_menu(Ui& ui, const MenuTarget& target, bool open);

// Its lines, in order; tested without a window.
std::vector<Link> menu_links(const MenuTarget& target, const State& state, const Atlas& atlas);

}  // namespace myomap
