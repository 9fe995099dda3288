#pragma once
#include "render/gl_handles.h"

namespace myomap {

// One triangle over the whole picture at the far end of depth, made by fullscreen.vert from nothing.
class PixelRound {
public:
    void draw() const {
        glBindVertexArray(nothing_.name());
        glDrawArrays(GL_TRIANGLES, 0, 3);
    }

private:
    GlVertexArray nothing_ = GlVertexArray::make();
};

}  // namespace myomap
