#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/vec.h"
#include "render/gl_handles.h"

namespace myomap {

// Places that all programs share: the uniform block Frame, and vertex attributes by name.
inline constexpr GLuint frame_block_binding = 0;
inline constexpr GLuint attribute_position = 0;
inline constexpr GLuint attribute_normal = 1;
inline constexpr GLuint attribute_fibre = 2;
inline constexpr GLuint attribute_pain = 3;
inline constexpr GLuint attribute_marker = 4;
inline constexpr GLuint attribute_paint = 5;

// NAME.vert and NAME.frag of shaders/ (or two named apart), compiled with flags as #defines.
// Throws GraphicsError with the driver's message, told by file and line.
class ShaderProgram {
public:
    explicit ShaderProgram(std::string_view name, const std::vector<std::string>& flags = {});
    ShaderProgram(std::string_view vertex_file, std::string_view fragment_file,
                  const std::vector<std::string>& flags = {});

    void use();  // makes it current; the setters need that

    // A name that the shader does not have throws std::logic_error: a misspelt uniform never goes unseen.
    void set(std::string_view uniform, int value);
    void set(std::string_view uniform, float value);
    void set(std::string_view uniform, const Vec2& value);
    void set(std::string_view uniform, const Vec3& value);
    void set(std::string_view uniform, const Vec4& value);
    void set(std::string_view uniform, const Mat4& value);
    void set_texture(std::string_view uniform, int unit, GLenum target, const GlTexture& texture);

    // Throws std::logic_error naming a uniform that was never set; each pass asks before it draws.
    void require_all_set() const;

private:
    struct Uniform {
        GLint location;
        bool set;
    };
    GLint location(std::string_view uniform);

    std::string name_;
    GlProgram program_;
    std::map<std::string, Uniform, std::less<>> uniforms_;
};

}  // namespace myomap
