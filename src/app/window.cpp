#include "app/window.h"

#include "app/viewer.h"

namespace myomap {

int run_window(const WindowOptions& options) {
    return Viewer(options).run();
}

}  // namespace myomap
