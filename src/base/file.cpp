#include "base/file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace myomap {

Loaded<std::string> read_file(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error))
        return {std::nullopt, {{path.string(), "", "this is a folder", "a file", ""}}};
    std::ifstream in(path, std::ios::binary | std::ios::ate);
    if (!in)
        return {std::nullopt,
                {{path.string(), "", std::string("cannot be read: ") + std::strerror(errno),
                  "a file that exists and may be read", ""}}};
    std::string bytes(static_cast<std::size_t>(in.tellg()), '\0');
    in.seekg(0);
    in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!in) return {std::nullopt, {{path.string(), "", "could not be read to its end", "", ""}}};
    return {std::move(bytes), {}};
}

std::vector<Problem> write_file(const std::filesystem::path& path, std::string_view bytes) {
    std::filesystem::path beside = path;
    beside += ".part";
    const auto failed = [&](const std::string& why) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        return std::vector<Problem>{
            {path.string(), "", "cannot be written: " + why, "a place that may be written to", ""}};
    };
    {
        std::ofstream out(beside, std::ios::binary);
        if (!out) return failed(std::strerror(errno));
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        out.close();
        if (!out) return failed(std::strerror(errno));
    }
    std::error_code error;
    std::filesystem::rename(beside, path, error);
    if (error) return failed(error.message());
    return {};
}

}  // namespace myomap
