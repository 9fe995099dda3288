#pragma once
#include <array>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/input_queue.h"
#include "base/vec.h"
#include "render/image.h"

struct GLFWwindow;
struct ImFontAtlas;

namespace myomap {

// What a frame has to follow.
struct WindowEvents {
    std::vector<Input> input;  // in order
    bool typing = false;       // its keys went to a field of text
    bool any = false;          // anything at all, so that a frame is due
    std::vector<std::filesystem::path> dropped;
};

// A window with an OpenGL 3.3 core context and Dear ImGui's input, both alive as long as it is.
class GlfwWindow {
public:
    // `fonts` are drawn with and stay the caller's; they outlive the window.
    GlfwWindow(const char* title, int width_points, int height_points, std::optional<float> content_scale,
               ImFontAtlas& fonts);
    ~GlfwWindow();
    GlfwWindow(const GlfwWindow&) = delete;
    GlfwWindow& operator=(const GlfwWindow&) = delete;

    bool should_close() const;
    void stay_open();  // it was asked to close, and does not
    void show();
    void swap();
    Image picture() const;  // of what was drawn since the last swap

    // Waits for events up to a time; 0 does not wait. Returns what the next frame follows, which Dear ImGui
    // has been given too.
    WindowEvents wait(double longest_s, InputQueue::Keys keys);
    void begin_frame();  // of Dear ImGui, with the size of the window and where the mouse is

    Vec2 size() const;                       // in window coordinates, which the interface uses
    Vec2 size_px() const;                    // of the framebuffer
    Vec2 cursor() const { return cursor_; }  // as the input given out last told it
    float pixels_per_point() const;          // of the framebuffer: the content scale
    // In place of the monitor's, from the next frame on; none: the monitor's again.
    void set_content_scale(std::optional<float> scale);

private:
    struct Handlers;
    struct Library {
        Library();
        ~Library();
        Library(const Library&) = delete;
        Library& operator=(const Library&) = delete;
    };
    void play(const MouseInput& mouse);
    void play(const KeyInput& key, bool types);

    struct Destroy {
        void operator()(GLFWwindow* window) const;
    };

    Library library_;
    std::optional<float> content_scale_;
    std::unique_ptr<GLFWwindow, Destroy> window_;
    WindowEvents events_;
    InputQueue queue_;
    Vec2 told_cursor_{-1, -1};    // by the system
    Vec2 cursor_{-1, -1};         // by the input given out
    std::array<bool, 3> down_{};  // mouse buttons, as Gesture::Button
};

}  // namespace myomap
