#pragma once
#include <string>

#include "ui/finder.h"
#include "ui/layout.h"
#include "ui/widgets.h"

namespace myomap {

// Any command by its name. What is typed lasts until it closes.
struct CommandPalette {
    std::string query;
    std::string early;  // typed before the field had the keyboard
    bool typing = false;
    int chosen = 0;
    bool open = false;  // in the frame before
};
void draw_command_palette(Ui& ui, const Rect& window, CommandPalette& palette, Finder& finder);

}  // namespace myomap
