#include "render/shader_program.h"

#include <array>
#include <stdexcept>

#include "render/headless_context.h"
#include "render/shader_source.h"

namespace myomap {

namespace {

template <class Shader>
Shader compile(std::string_view file, const std::vector<std::string>& flags) {
    const ShaderSource source = assemble_shader(file, flags);
    Shader shader = Shader::make();
    const char* text = source.text.c_str();
    glShaderSource(shader.name(), 1, &text, nullptr);
    glCompileShader(shader.name());
    GLint compiled = 0;
    glGetShaderiv(shader.name(), GL_COMPILE_STATUS, &compiled);
    if (compiled == 0) {
        std::array<char, 4096> log{};
        glGetShaderInfoLog(shader.name(), static_cast<GLsizei>(log.size()), nullptr, log.data());
        throw GraphicsError("shader " + std::string(file) + " does not compile:\n" +
                            name_files(log.data(), source.files));
    }
    return shader;
}

}  // namespace

ShaderProgram::ShaderProgram(std::string_view name, const std::vector<std::string>& flags)
    : ShaderProgram(std::string(name) + ".vert", std::string(name) + ".frag", flags) {}

ShaderProgram::ShaderProgram(std::string_view vertex_file, std::string_view fragment_file,
                             const std::vector<std::string>& flags)
    : name_(fragment_file), program_(GlProgram::make()) {
    const auto vertex = compile<GlVertexShader>(vertex_file, flags);
    const auto fragment = compile<GlFragmentShader>(fragment_file, flags);
    const GLuint program = program_.name();
    glAttachShader(program, vertex.name());
    glAttachShader(program, fragment.name());
    glBindAttribLocation(program, attribute_position, "a_position");
    glBindAttribLocation(program, attribute_normal, "a_normal");
    glBindAttribLocation(program, attribute_fibre, "a_fibre");
    glBindAttribLocation(program, attribute_pain, "a_pain");
    glBindAttribLocation(program, attribute_marker, "a_marker");
    glBindAttribLocation(program, attribute_paint, "a_paint");
    glLinkProgram(program);
    GLint linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    if (linked == 0) {
        std::array<char, 4096> log{};
        glGetProgramInfoLog(program, static_cast<GLsizei>(log.size()), nullptr, log.data());
        throw GraphicsError("shaders " + std::string(vertex_file) + " and " + name_ +
                            " do not fit together:\n" + log.data());
    }
    glDetachShader(program, vertex.name());
    glDetachShader(program, fragment.name());

    const GLuint block = glGetUniformBlockIndex(program, "Frame");
    if (block != GL_INVALID_INDEX) glUniformBlockBinding(program, block, frame_block_binding);
    GLint count = 0;
    glGetProgramiv(program, GL_ACTIVE_UNIFORMS, &count);
    for (GLuint i = 0; i < static_cast<GLuint>(count); ++i) {
        std::array<char, 256> uniform{};
        GLint size = 0;
        GLenum type = 0;
        glGetActiveUniform(program, i, static_cast<GLsizei>(uniform.size()), nullptr, &size, &type,
                           uniform.data());
        const GLint place = glGetUniformLocation(program, uniform.data());
        if (place >= 0) uniforms_[uniform.data()] = {place, false};  // those in the block have no place
    }
}

void ShaderProgram::use() {
    glUseProgram(program_.name());
}

GLint ShaderProgram::location(std::string_view uniform) {
    const auto found = uniforms_.find(uniform);
    if (found == uniforms_.end())
        throw std::logic_error("shader " + name_ + " has no uniform " + std::string(uniform));
    found->second.set = true;
    return found->second.location;
}

void ShaderProgram::set(std::string_view uniform, int value) {
    glUniform1i(location(uniform), value);
}
void ShaderProgram::set(std::string_view uniform, float value) {
    glUniform1f(location(uniform), value);
}
void ShaderProgram::set(std::string_view uniform, const Vec2& value) {
    glUniform2fv(location(uniform), 1, &value.x);
}
void ShaderProgram::set(std::string_view uniform, const Vec3& value) {
    glUniform3fv(location(uniform), 1, &value.x);
}
void ShaderProgram::set(std::string_view uniform, const Vec4& value) {
    glUniform4fv(location(uniform), 1, &value.x);
}
void ShaderProgram::set(std::string_view uniform, const Mat4& value) {
    glUniformMatrix4fv(location(uniform), 1, GL_FALSE, &value[0].x);
}

void ShaderProgram::set_texture(std::string_view uniform, int unit, GLenum target, const GlTexture& texture) {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(target, texture.name());
    set(uniform, unit);
}

void ShaderProgram::require_all_set() const {
    for (const auto& [uniform, state] : uniforms_)
        if (!state.set) throw std::logic_error("shader " + name_ + ": uniform " + uniform + " was never set");
}

}  // namespace myomap
