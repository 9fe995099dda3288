#include "render/headless_context.h"

#include <epoxy/egl.h>

#include <array>
#include <string>

namespace myomap {

struct HeadlessContext::Egl {
    EGLDisplay display = EGL_NO_DISPLAY;
    EGLContext context = EGL_NO_CONTEXT;

    Egl() = default;
    Egl(const Egl&) = delete;
    Egl& operator=(const Egl&) = delete;
    ~Egl() {
        if (display == EGL_NO_DISPLAY) return;
        eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
        if (context != EGL_NO_CONTEXT) eglDestroyContext(display, context);
        eglTerminate(display);
    }
};

namespace {

// A machine with a card but without a display answers on a device; a bare one, or a container, on Mesa's
// surfaceless platform.
EGLDisplay open_display() {
    EGLDisplay display = EGL_NO_DISPLAY;
    if (epoxy_has_egl_extension(EGL_NO_DISPLAY, "EGL_MESA_platform_surfaceless"))
        display = eglGetPlatformDisplayEXT(EGL_PLATFORM_SURFACELESS_MESA,
                                           static_cast<void*>(EGL_DEFAULT_DISPLAY), nullptr);
    if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) return display;
    display = eglGetDisplay(EGL_DEFAULT_DISPLAY);
    if (display != EGL_NO_DISPLAY && eglInitialize(display, nullptr, nullptr) == EGL_TRUE) return display;
    return EGL_NO_DISPLAY;
}

}  // namespace

HeadlessContext::HeadlessContext() : egl_(std::make_unique<Egl>()) {
    const auto fail = [](const std::string& what) {
        throw GraphicsError(
            what + " (EGL error " + std::to_string(eglGetError()) +
            "); on Debian the packages libegl1 and libgl1-mesa-dri draw without a graphics card");
    };
    egl_->display = open_display();
    if (egl_->display == EGL_NO_DISPLAY) fail("EGL gives no display to draw without a window");
    if (eglBindAPI(EGL_OPENGL_API) != EGL_TRUE) fail("EGL does not offer OpenGL");

    const std::array<EGLint, 5> wanted{EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0, EGL_NONE};
    EGLConfig config = nullptr;
    EGLint configs = 0;
    eglChooseConfig(egl_->display, wanted.data(), &config, 1, &configs);
    if (configs == 0) config = EGL_NO_CONFIG_KHR;
    const std::array<EGLint, 7> attributes{EGL_CONTEXT_MAJOR_VERSION,
                                           3,
                                           EGL_CONTEXT_MINOR_VERSION,
                                           3,
                                           EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                           EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                           EGL_NONE};
    egl_->context = eglCreateContext(egl_->display, config, EGL_NO_CONTEXT, attributes.data());
    if (egl_->context == EGL_NO_CONTEXT) fail("the graphics driver offers no OpenGL 3.3 core context");
    if (eglMakeCurrent(egl_->display, EGL_NO_SURFACE, EGL_NO_SURFACE, egl_->context) != EGL_TRUE)
        fail("the OpenGL context cannot be used without a surface");
}

HeadlessContext::~HeadlessContext() = default;

}  // namespace myomap
