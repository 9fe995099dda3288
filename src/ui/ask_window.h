#pragma once
#include <string>

#include "ui/layout.h"
#include "ui/widgets.h"

namespace myomap {

// The window in the middle that asks for the words and the file of a handout, or for a session's file. What
// is typed as the file lasts until it closes.
struct AskWindow {
    Asking shown = Asking::Nothing;  // in the frame before
    std::string file;
    int focus_due = 0;  // frames: Dear ImGui lays a new window out before it takes the keyboard
};
void draw_ask_window(Ui& ui, const Rect& window, AskWindow& memory);

}  // namespace myomap
