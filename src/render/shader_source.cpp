#include "render/shader_source.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <regex>
#include <span>

#include "base/embedded.h"
#include "base/file.h"
#include "render/headless_context.h"

namespace myomap {

std::span<const EmbeddedFile> embedded_shaders();

std::optional<std::string> shader_file(std::string_view name) {
    if (const char* folder = std::getenv("MYOMAP_SHADERS")) {
        const std::filesystem::path path = std::filesystem::path(folder) / name;
        if (std::error_code error; std::filesystem::exists(path, error))
            if (Loaded<std::string> text = read_file(path)) return std::move(text.value);
    }
    const auto bytes = find_embedded(embedded_shaders(), name);
    return bytes ? std::optional(std::string(*bytes)) : std::nullopt;
}

std::vector<std::string> shader_file_names() {
    std::vector<std::string> names;
    for (const EmbeddedFile& file : embedded_shaders()) names.emplace_back(file.name);
    return names;
}

namespace {

void append_file(ShaderSource& source, std::string_view name, const std::vector<std::string>& flags) {
    if (std::ranges::find(source.files, name) != source.files.end()) return;
    const std::optional<std::string> text = shader_file(name);
    if (!text) throw GraphicsError("there is no shader file \"" + std::string(name) + "\"");
    const std::string number = std::to_string(source.files.size());
    source.files.emplace_back(name);
    if (number != "0") source.text += "#line 1 " + number + "\n";

    std::size_t line_number = 1;
    for (std::size_t begin = 0; begin < text->size(); ++line_number) {
        const std::size_t end = std::min(text->find('\n', begin), text->size());
        const std::string_view line(text->data() + begin, end - begin);
        begin = end + 1;
        const std::string next = "#line " + std::to_string(line_number + 1) + " " + number + "\n";
        if (line.starts_with("#include \"") && line.find('"', 10) != std::string_view::npos) {
            append_file(source, line.substr(10, line.find('"', 10) - 10), flags);
            source.text += next;
        } else if (line.starts_with("#version")) {
            source.text.append(line).append("\n");
            for (const std::string& flag : flags) source.text += "#define " + flag + "\n";
            source.text += next;
        } else {
            source.text.append(line).append("\n");
        }
    }
}

}  // namespace

ShaderSource assemble_shader(std::string_view name, const std::vector<std::string>& flags) {
    ShaderSource source;
    append_file(source, name, flags);
    return source;
}

std::string name_files(std::string_view message, const std::vector<std::string>& files) {
    static const std::regex place(R"((^|\n|ERROR: |WARNING: )(\d+)[:(](\d+)\)?)");
    std::string result;
    const std::string text(message);
    std::size_t at = 0;
    for (auto match = std::sregex_iterator(text.begin(), text.end(), place); match != std::sregex_iterator();
         ++match) {
        const std::size_t file = std::stoul((*match)[2].str());
        result.append(text, at, static_cast<std::size_t>(match->position()) - at);
        result += (*match)[1].str() + (file < files.size() ? files[file] : (*match)[2].str()) + ":" +
                  (*match)[3].str();
        at = static_cast<std::size_t>(match->position() + match->length());
    }
    return result.append(text, at);
}

}  // namespace myomap
