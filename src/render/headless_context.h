#pragma once
#include <memory>
#include <stdexcept>

namespace myomap {

// The graphics driver gives what the program cannot go on without; caught once, in main.
struct GraphicsError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

// An OpenGL 3.3 core context without a display (EGL, surfaceless), current on this thread while it lives.
class HeadlessContext {
public:
    HeadlessContext();  // throws GraphicsError
    ~HeadlessContext();
    HeadlessContext(const HeadlessContext&) = delete;
    HeadlessContext& operator=(const HeadlessContext&) = delete;

private:
    struct Egl;
    std::unique_ptr<Egl> egl_;
};

}  // namespace myomap
