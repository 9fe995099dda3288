#pragma once
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "base/problem.h"

namespace myomap {

// The model files (.obj) of a source as a user has it: a zip with any folders in it, a folder, a folder one
// level down, or a single file.
class SourceFiles {
public:
    static Loaded<SourceFiles> open(const std::filesystem::path& source);

    const std::vector<std::string>& names() const { return names_; }  // less their folders, in order
    Loaded<std::string> read(std::size_t index) const;                // from any thread

    SourceFiles(SourceFiles&&) noexcept;
    SourceFiles& operator=(SourceFiles&&) noexcept;
    ~SourceFiles();

private:
    struct Zip;
    SourceFiles();

    std::vector<std::string> names_;
    std::vector<std::filesystem::path> paths_;  // of a folder
    std::unique_ptr<Zip> zip_;                  // or of an archive
};

}  // namespace myomap
