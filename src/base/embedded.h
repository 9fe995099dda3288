#pragma once
#include <algorithm>
#include <optional>
#include <span>
#include <string_view>

namespace myomap {

// A file that is part of the program (cmake/MyomapEmbed.cmake); lives as long as the program.
struct EmbeddedFile {
    std::string_view name;   // path relative to the folder that was embedded
    std::string_view bytes;  // a zero byte follows, so text may also be read as a C string
};

inline std::optional<std::string_view> find_embedded(std::span<const EmbeddedFile> files,
                                                     std::string_view name) {
    const auto file = std::ranges::find(files, name, &EmbeddedFile::name);
    return file == files.end() ? std::nullopt : std::optional(file->bytes);
}

}  // namespace myomap
