#pragma once
#include <filesystem>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "base/problem.h"

namespace myomap {

// A JSON Schema (draft 7) that documents are held against. valijson decides whether a document fits; what
// does not fit is then explained in our words, with the pointer and the nearest right word.
class Schema {
public:
    static Loaded<Schema> read(const std::filesystem::path& path);

    Schema(Schema&&) noexcept;
    Schema& operator=(Schema&&) noexcept;
    ~Schema();

    std::vector<Problem> check(const nlohmann::json& document, const std::string& file) const;

private:
    struct Compiled;
    explicit Schema(std::unique_ptr<Compiled> compiled);
    std::unique_ptr<Compiled> compiled_;
};

}  // namespace myomap
