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
        const char* printed = glfwGetKeyName(key, scancode);
        KeyInput input{KeyInput::Kind::Release, key, effect_of(key, mods), {}};
        if (action != GLFW_RELEASE) {
            input.kind = action == GLFW_PRESS ? KeyInput::Kind::Press : KeyInput::Kind::Repeat;
            input.chord = chord_of(key, mods, printed == nullptr ? "" : printed);
        }
        of(window).queue_.push(input);
    }
    static KeyInput::Effect effect_of(int key, int mods) {
        if (key == GLFW_KEY_LEFT_SHIFT || key == GLFW_KEY_RIGHT_SHIFT) return KeyInput::Effect::Shifts;
        const bool commands = (mods & (GLFW_MOD_CONTROL | GLFW_MOD_ALT | GLFW_MOD_SUPER)) != 0;
        // GLFW numbers the keys that print below the others.
        return key < GLFW_KEY_ESCAPE && !commands ? KeyInput::Effect::Prints : KeyInput::Effect::Other;
    }
    static void character(GLFWwindow* window, unsigned codepoint) {
        of(window).queue_.push(CharacterInput{codepoint, chord_of_character(codepoint)});
    }
    static void mouse_button(GLFWwindow* window, int button, int action, int mods) {
        if (button > GLFW_MOUSE_BUTTON_MIDDLE) return;
        constexpr Gesture::Button buttons[] = {Gesture::Button::Left, Gesture::Button::Right,
                                               Gesture::Button::Middle};
        const auto kind = action == GLFW_PRESS ? MouseInput::Kind::Press : MouseInput::Kind::Release;
        const auto held = (mods & GLFW_MOD_SHIFT) != 0 ? Gesture::Held::Shift : Gesture::Held::None;
        push_mouse(window, {.kind = kind, .button = buttons[button], .held = held});
    }
    static void cursor_moved(GLFWwindow* window, double x, double y) {
        of(window).told_cursor_ = {x, y};
        push_mouse(window, {.kind = MouseInput::Kind::Move});
    }
    // Where and when is said here.
    static void push_mouse(GLFWwindow* window, MouseInput mouse) {
        mouse.at = of(window).told_cursor_;
        mouse.time_s = glfwGetTime();
        of(window).queue_.push(mouse);
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
        push_mouse(window, {.kind = MouseInput::Kind::Wheel, .held = held_now(window), .scroll = Vec2(x, y)});
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

WindowEvents GlfwWindow::wait(double longest_s, InputQueue::Keys keys) {
    if (longest_s <= 0 || events_.any || !queue_.empty()) {
        glfwPollEvents();
    } else {
        glfwWaitEventsTimeout(longest_s);
    }
    events_.any = events_.any || !queue_.empty();
    events_.input = queue_.next_frame(keys);
    events_.typing = keys == InputQueue::Keys::Type;
    for (const Input& input : events_.input) {
        if (const auto* mouse = std::get_if<MouseInput>(&input)) play(*mouse);
        if (const auto* key = std::get_if<KeyInput>(&input)) play(*key, events_.typing);
        const auto* character = std::get_if<CharacterInput>(&input);
        if (character != nullptr && events_.typing) ImGui::GetIO().AddInputCharacter(character->codepoint);
    }
    return std::exchange(events_, {});
}

void GlfwWindow::play(const MouseInput& mouse) {
    cursor_ = mouse.at;
    const auto button = static_cast<std::size_t>(mouse.button);
    if (mouse.kind == MouseInput::Kind::Press) down_[button] = true;
    if (mouse.kind == MouseInput::Kind::Release) down_[button] = false;
    ImGui::GetIO().MouseWheelH += mouse.scroll.x;
    ImGui::GetIO().MouseWheel += mouse.scroll.y;
}

void GlfwWindow::play(const KeyInput& input, bool types) {
    const auto tell = [&](int key) {
        const int action = input.kind == KeyInput::Kind::Release ? GLFW_RELEASE : GLFW_PRESS;
        ImGui_ImplGlfw_KeyCallback(window_.get(), key, 0, action, 0);
    };
    // Tab is the window's: it goes from panel to panel, where Dear ImGui's would go from field to field.
    if (input.key == GLFW_KEY_TAB) return;
    // Space chooses in Dear ImGui, Enter only edits: here both choose.
    const bool enters = input.key == GLFW_KEY_ENTER;
    const bool lets_go = input.kind == KeyInput::Kind::Release;  // of whichever it was
    if (!enters || types || lets_go) tell(input.key);
    if (enters && (!types || lets_go)) tell(GLFW_KEY_SPACE);
}

void GlfwWindow::begin_frame() {
    ImGui_ImplGlfw_NewFrame();
    // What it asked the system for is newer than the input given out.
    ImGuiIO& io = ImGui::GetIO();
    if (ImGui::IsMousePosValid(&io.MousePos)) io.MousePos = {cursor_.x, cursor_.y};
    std::ranges::copy(down_, io.MouseDown);
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

void GlfwWindow::set_content_scale(std::optional<float> scale) {
    content_scale_ = scale;
    events_.any = true;  // as the monitor's callback does
}

float GlfwWindow::pixels_per_point() const {
    if (content_scale_) return *content_scale_;
    float x = 1;
    float y = 1;
    glfwGetWindowContentScale(window_.get(), &x, &y);
    return x > 0 ? x : 1;
}

}  // namespace myomap
