#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace myomap {

// Notices that a JSON file of a data folder was written, added or taken away, by looking at names, sizes and
// times; so it works on any file system, for the price of being asked now and then.
class DataWatch {
public:
    explicit DataWatch(std::filesystem::path data_dir);

    // Whether anything differs from the last time it was asked, or from the beginning.
    bool changed();

private:
    struct File {
        std::string path;
        std::uintmax_t size = 0;
        std::filesystem::file_time_type written;
        auto operator<=>(const File&) const = default;
    };
    std::vector<File> look() const;

    std::filesystem::path data_dir_;
    std::vector<File> seen_;
};

}  // namespace myomap
