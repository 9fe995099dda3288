#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace myomap {

// The text of a file of shaders/, as embedded in the program; or, while shaders are worked on, from the
// folder that the environment variable MYOMAP_SHADERS names, so that a change needs no build. None where
// there is no such file.
std::optional<std::string> shader_file(std::string_view name);
std::vector<std::string> shader_file_names();

struct ShaderSource {
    std::string text;                // ready for the driver
    std::vector<std::string> files;  // by the number that #line gives them
};

// Puts the #include "…" lines of a shader in, each file once, with #line so that the driver's messages can be
// led back to the file, and the flags as #defines after #version. Throws GraphicsError where a file is
// missing.
ShaderSource assemble_shader(std::string_view name, const std::vector<std::string>& flags);

// The driver's message with "2:17" or "2(17)" read as "parts.frag:17".
std::string name_files(std::string_view message, const std::vector<std::string>& files);

}  // namespace myomap
