#include "app/glfw_window.h"

#include <epoxy/gl.h>
#define GLFW_INCLUDE_NONE
#include <GLFW/glfw3.h>
#include <backends/imgui_impl_glfw.h>
#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/chord.h"
#include "render/headless_context.h"

namespace myomap {
namespace {

std::string last_glfw_error() {
    const char* what = nullptr;
    glfwGetError(&what);
    return what == nullptr ? "unknown" : what;
}

}  // namespace

// GLFW's callbacks: they keep what happened and pass it on to Dear ImGui.
struct GlfwWindow::Handlers {
    static GlfwWindow& of(GLFWwindow* window) {
        return *static_cast<GlfwWindow*>(glfwGetWindowUserPointer(window));
    }

    static void key(GLFWwindow* window, int key, int scancode, int action, int mods) {
        GlfwWindow& self = of(window);
        self.events_.any = true;
        if (action != GLFW_RELEASE) {
            const char* printed = glfwGetKeyName(key, scancode);
            const std::string chord = chord_of(key, mods, printed == nullptr ? "" : printed);
            if (!chord.empty()) self.events_.chords.push_back({chord, self.characters_.size()});
        }
        // Tab is the window's: it goes from panel to panel, where Dear ImGui's would go from field to field.
        if (key == GLFW_KEY_TAB) return;
        // Space chooses in Dear ImGui, Enter only edits: here both choose.
        if (key == GLFW_KEY_ENTER && !ImGui::GetIO().WantTextInput) key = GLFW_KEY_SPACE;
        // Dear ImGui 1.86 looks at keys once a frame: one pressed and let go in the same would be lost. What
        // is let go after it waits too, or Ctrl+A would arrive as A when Ctrl was down a frame before.
        if (action == GLFW_PRESS) self.pressed_now_.push_back(key);
        const bool too_early = std::ranges::count(self.pressed_now_, key) > 0 || !self.late_releases_.empty();
        if (action == GLFW_RELEASE && too_early) {
            self.late_releases_.push_back(key);
            return;
        }
        ImGui_ImplGlfw_KeyCallback(window, key, scancode, action, mods);
    }
    static void character(GLFWwindow* window, unsigned codepoint) {
        GlfwWindow& self = of(window);
        self.events_.any = true;
        self.characters_.push_back(codepoint);
        const std::string chord = chord_of_character(codepoint);
        if (!chord.empty()) self.events_.chords.push_back({chord, self.characters_.size()});
    }
    static void mouse_button(GLFWwindow* window, int button, int action, int mods) {
        GlfwWindow& self = of(window);
        self.events_.any = true;
        ImGui_ImplGlfw_MouseButtonCallback(window, button, action, mods);
        if (button > GLFW_MOUSE_BUTTON_MIDDLE) return;
        constexpr Gesture::Button buttons[] = {Gesture::Button::Left, Gesture::Button::Right,
                                               Gesture::Button::Middle};
        const auto kind =
            action == GLFW_PRESS ? WindowEvents::Mouse::Kind::Press : WindowEvents::Mouse::Kind::Release;
        const auto held = (mods & GLFW_MOD_SHIFT) != 0 ? Gesture::Held::Shift : Gesture::Held::None;
        self.events_.mouse.push_back({kind, buttons[button], held, {0, 0}, self.cursor_});
    }
    static void cursor_moved(GLFWwindow* window, double x, double y) {
        GlfwWindow& self = of(window);
        self.events_.any = true;
        self.cursor_ = {x, y};
        self.events_.mouse.push_back({WindowEvents::Mouse::Kind::Move, {}, {}, {0, 0}, self.cursor_});
    }
    static void cursor_entered(GLFWwindow* window, int entered) {
        of(window).events_.any = true;
        ImGui_ImplGlfw_CursorEnterCallback(window, entered);
    }
    // GLFW tells no modifiers with scrolling.
    static Gesture::Held held_now(GLFWwindow* window) {
        const auto down = [&](int left, int right) {
            return glfwGetKey(window, left) == GLFW_PRESS || glfwGetKey(window, right) == GLFW_PRESS;
        };
        if (down(GLFW_KEY_LEFT_SHIFT, GLFW_KEY_RIGHT_SHIFT)) return Gesture::Held::Shift;
        if (down(GLFW_KEY_LEFT_ALT, GLFW_KEY_RIGHT_ALT)) return Gesture::Held::Alt;
        if (down(GLFW_KEY_LEFT_CONTROL, GLFW_KEY_RIGHT_CONTROL)) return Gesture::Held::Ctrl;
        return Gesture::Held::None;
    }
    static void scrolled(GLFWwindow* window, double x, double y) {
        GlfwWindow& self = of(window);
        self.events_.any = true;
        self.events_.mouse.push_back(
            {WindowEvents::Mouse::Kind::Wheel, {}, held_now(window), Vec2(x, y), self.cursor_});
        ImGui_ImplGlfw_ScrollCallback(window, x, y);
    }
    static void focused(GLFWwindow* window, int is_focused) {
        of(window).events_.any = true;
        ImGui_ImplGlfw_WindowFocusCallback(window, is_focused);
    }
    static void dropped(GLFWwindow* window, int count, const char** paths) {
        GlfwWindow& self = of(window);
        self.events_.any = true;
        self.events_.dropped.insert(self.events_.dropped.end(), paths, paths + count);
    }
    static void resized(GLFWwindow* window, int, int) { of(window).events_.any = true; }
    static void rescaled(GLFWwindow* window, float, float) { of(window).events_.any = true; }
    static void refresh(GLFWwindow* window) { of(window).events_.any = true; }

    static void install(GLFWwindow* window) {
        glfwSetKeyCallback(window, key);
        glfwSetCharCallback(window, character);
        glfwSetMouseButtonCallback(window, mouse_button);
        glfwSetCursorPosCallback(window, cursor_moved);
        glfwSetCursorEnterCallback(window, cursor_entered);
        glfwSetScrollCallback(window, scrolled);
        glfwSetWindowFocusCallback(window, focused);
        glfwSetDropCallback(window, dropped);
        glfwSetFramebufferSizeCallback(window, resized);
        glfwSetWindowContentScaleCallback(window, rescaled);
        glfwSetWindowRefreshCallback(window, refresh);
    }
};

GlfwWindow::Library::Library() {
    if (glfwInit() != GLFW_TRUE) throw GraphicsError("no window can be opened: " + last_glfw_error());
}
GlfwWindow::Library::~Library() {
    glfwTerminate();
}

void GlfwWindow::Destroy::operator()(GLFWwindow* window) const {
    glfwDestroyWindow(window);
}

GlfwWindow::GlfwWindow(const char* title, int width_points, int height_points,
                       std::optional<float> content_scale, ImFontAtlas& fonts)
    : content_scale_(content_scale) {
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    // The body is smoothed in its own picture; the window needs neither samples nor depth.
    glfwWindowHint(GLFW_DEPTH_BITS, 0);
    glfwWindowHint(GLFW_STENCIL_BITS, 0);
    glfwWindowHint(GLFW_SCALE_TO_MONITOR, content_scale ? GLFW_FALSE : GLFW_TRUE);
    glfwWindowHint(GLFW_VISIBLE, GLFW_FALSE);
    window_.reset(glfwCreateWindow(width_points, height_points, title, nullptr, nullptr));
    if (!window_) throw GraphicsError("no window with OpenGL 3.3 can be opened: " + last_glfw_error());
    glfwSetWindowSizeLimits(window_.get(), 480, 360, GLFW_DONT_CARE, GLFW_DONT_CARE);
    glfwMakeContextCurrent(window_.get());
    glfwSwapInterval(1);
    glfwSetWindowUserPointer(window_.get(), this);
    Handlers::install(window_.get());
    ImGui::CreateContext(&fonts);
    ImGui_ImplGlfw_InitForOpenGL(window_.get(), false);
}

GlfwWindow::~GlfwWindow() {
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
}

bool GlfwWindow::should_close() const {
    return glfwWindowShouldClose(window_.get()) != 0;
}
void GlfwWindow::stay_open() {
    glfwSetWindowShouldClose(window_.get(), GLFW_FALSE);
}
void GlfwWindow::show() {
    glfwShowWindow(window_.get());
}
void GlfwWindow::swap() {
    glfwSwapBuffers(window_.get());
}
Image GlfwWindow::picture() const {
    const glm::ivec2 size(size_px());
    const std::size_t row_bytes = static_cast<std::size_t>(size.x) * 4;
    const auto height = static_cast<std::size_t>(size.y);
    Image image{size.x, size.y, std::vector<std::uint8_t>(row_bytes * height)};
    std::vector<std::uint8_t> rows(image.rgba.size());
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, size.x, size.y, GL_RGBA, GL_UNSIGNED_BYTE, rows.data());
    for (std::size_t y = 0; y < height; ++y) {  // GL's first row is the lowest
        std::copy_n(rows.data() + (height - 1 - y) * row_bytes, row_bytes, image.rgba.data() + y * row_bytes);
    }
    return image;
}

WindowEvents GlfwWindow::wait(double longest_s) {
    pressed_now_.clear();
    for (int key : std::exchange(late_releases_, {})) {
        ImGui_ImplGlfw_KeyCallback(window_.get(), key, 0, GLFW_RELEASE, 0);
        events_.any = true;
    }
    if (longest_s <= 0 || events_.any) {
        glfwPollEvents();
    } else {
        glfwWaitEventsTimeout(longest_s);
    }
    return std::exchange(events_, {});
}

void GlfwWindow::pass_on_characters() {
    for (const unsigned codepoint : characters_) ImGui::GetIO().AddInputCharacter(codepoint);
    characters_.clear();
}

void GlfwWindow::forget_characters(std::size_t count) {
    characters_.erase(characters_.begin(),
                      characters_.begin() + static_cast<std::ptrdiff_t>(std::min(count, characters_.size())));
}

Vec2 GlfwWindow::size() const {
    int width = 0;
    int height = 0;
    glfwGetWindowSize(window_.get(), &width, &height);
    return {std::max(width, 1), std::max(height, 1)};
}

Vec2 GlfwWindow::size_px() const {
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window_.get(), &width, &height);
    return {std::max(width, 1), std::max(height, 1)};
}

float GlfwWindow::pixels_per_point() const {
    if (content_scale_) return *content_scale_;
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(window_.get(), &x, &y);
    return x > 0 ? x : 1;
}

}  // namespace myomap
