#pragma once
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/gesture.h"
#include "base/vec.h"
#include "render/image.h"

struct GLFWwindow;
struct ImFontAtlas;

namespace myomap {

// What happened since the last frame, in the window's own coordinates.
struct WindowEvents {
    struct Mouse {
        enum class Kind : std::uint8_t { Move, Press, Release, Wheel };
        Kind kind = Kind::Move;
        Gesture::Button button = Gesture::Button::Left;
        Gesture::Held held = Gesture::Held::None;
        Vec2 scroll{0, 0};  // notches, as Gesture::scroll takes them
        Vec2 at{0, 0};
    };
    struct Chord {
        std::string keys;       // as in ui/keys.h
        std::size_t typed = 0;  // how many of the characters that are not passed on came before or with it
    };
    std::vector<Chord> chords;
    std::vector<Mouse> mouse;  // in order: a slow frame may have a whole drag in it
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

    // Waits for events up to a time; 0 does not wait. Returns what came since the last call.
    WindowEvents wait(double longest_s);

    // Gives Dear ImGui the characters that were typed since the last time. Before the field that they are
    // meant for has the keyboard they would be lost.
    void pass_on_characters();
    void forget_characters(std::size_t count);  // the first ones: they were no text

    Vec2 size() const;                       // in window coordinates, which the interface uses
    Vec2 size_px() const;                    // of the framebuffer
    Vec2 cursor() const { return cursor_; }  // as the last event told it, so that it fits a press or release
    float pixels_per_point() const;          // of the framebuffer: the content scale

private:
    struct Handlers;
    struct Library {
        Library();
        ~Library();
        Library(const Library&) = delete;
        Library& operator=(const Library&) = delete;
    };
    struct Destroy {
        void operator()(GLFWwindow* window) const;
    };

    Library library_;
    std::optional<float> content_scale_;
    std::unique_ptr<GLFWwindow, Destroy> window_;
    WindowEvents events_;
    Vec2 cursor_{-1, -1};
    std::vector<int> late_releases_;  // keys let go in the frame that pressed them
    std::vector<int> pressed_now_;
    std::vector<unsigned> characters_;
};

}  // namespace myomap
