#pragma once
#include <doctest/doctest.h>
#include <epoxy/gl.h>

namespace myomap::testing {

// Each step on the card ends with this.
inline void check_no_gl_error() {
    const GLenum error = glGetError();
    CAPTURE(error);
    CHECK(error == GL_NO_ERROR);
}

}  // namespace myomap::testing
