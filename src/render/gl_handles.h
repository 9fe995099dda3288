#pragma once
#include <epoxy/gl.h>

#include <utility>

namespace myomap {

// An OpenGL object that is owned or not there: moved, never copied, freed with the handle. Needs its context
// current.
template <class Kind>
class GlHandle {
public:
    GlHandle() = default;
    static GlHandle make() {
        GlHandle handle;
        handle.name_ = Kind::make();
        return handle;
    }
    ~GlHandle() {
        if (name_ != 0) Kind::free(name_);
    }
    GlHandle(GlHandle&& other) noexcept : name_(std::exchange(other.name_, 0)) {}
    GlHandle& operator=(GlHandle&& other) noexcept {
        std::swap(name_, other.name_);
        return *this;
    }
    GlHandle(const GlHandle&) = delete;
    GlHandle& operator=(const GlHandle&) = delete;

    GLuint name() const { return name_; }
    explicit operator bool() const { return name_ != 0; }

private:
    GLuint name_ = 0;
};

namespace gl_kind {

struct Buffer {
    static GLuint make() {
        GLuint name = 0;
        glGenBuffers(1, &name);
        return name;
    }
    static void free(GLuint name) { glDeleteBuffers(1, &name); }
};
struct VertexArray {
    static GLuint make() {
        GLuint name = 0;
        glGenVertexArrays(1, &name);
        return name;
    }
    static void free(GLuint name) { glDeleteVertexArrays(1, &name); }
};
struct Texture {
    static GLuint make() {
        GLuint name = 0;
        glGenTextures(1, &name);
        return name;
    }
    static void free(GLuint name) { glDeleteTextures(1, &name); }
};
struct Renderbuffer {
    static GLuint make() {
        GLuint name = 0;
        glGenRenderbuffers(1, &name);
        return name;
    }
    static void free(GLuint name) { glDeleteRenderbuffers(1, &name); }
};
struct Framebuffer {
    static GLuint make() {
        GLuint name = 0;
        glGenFramebuffers(1, &name);
        return name;
    }
    static void free(GLuint name) { glDeleteFramebuffers(1, &name); }
};
struct Program {
    static GLuint make() { return glCreateProgram(); }
    static void free(GLuint name) { glDeleteProgram(name); }
};
struct VertexShader {
    static GLuint make() { return glCreateShader(GL_VERTEX_SHADER); }
    static void free(GLuint name) { glDeleteShader(name); }
};
struct FragmentShader {
    static GLuint make() { return glCreateShader(GL_FRAGMENT_SHADER); }
    static void free(GLuint name) { glDeleteShader(name); }
};

}  // namespace gl_kind

using GlBuffer = GlHandle<gl_kind::Buffer>;
using GlVertexArray = GlHandle<gl_kind::VertexArray>;
using GlTexture = GlHandle<gl_kind::Texture>;
using GlRenderbuffer = GlHandle<gl_kind::Renderbuffer>;
using GlFramebuffer = GlHandle<gl_kind::Framebuffer>;
using GlProgram = GlHandle<gl_kind::Program>;
using GlVertexShader = GlHandle<gl_kind::VertexShader>;
using GlFragmentShader = GlHandle<gl_kind::FragmentShader>;

}  // namespace myomap
