#include "base/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <utility>

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

namespace {

// A file that is open for writing; closed at the latest when it goes.
class Descriptor {
public:
    explicit Descriptor(const std::filesystem::path& path)
        : number_(open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {}
    ~Descriptor() {
        if (number_ >= 0) close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    bool is_open() const { return number_ >= 0; }
    bool write(std::string_view bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(number_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }
    // What was written is on the disk, as far as it has one.
    bool finish() {
        if (fsync(number_) != 0 && errno != EINVAL && errno != EROFS) return false;
        return close(std::exchange(number_, -1)) == 0;
    }

private:
    int number_;
};

}  // namespace

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
        Descriptor out(beside);
        if (!out.is_open() || !out.write(bytes) || !out.finish()) return failed(std::strerror(errno));
    }
    std::error_code error;
    std::filesystem::rename(beside, path, error);
    if (error) return failed(error.message());
    return {};
}

}  // namespace myomap
