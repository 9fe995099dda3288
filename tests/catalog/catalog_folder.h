#pragma once
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>

namespace myomap::test {

// A copy of the small catalog of these tests, with the product's own schemas, that a test may damage.
class CatalogFolder {
public:
    CatalogFolder() {
        static int number = 0;
        root_ = std::filesystem::temp_directory_path() /
                ("myomap-catalog-" + std::to_string(::getpid()) + "-" + std::to_string(number++));
        std::filesystem::create_directories(root_);
        std::filesystem::copy(
            std::filesystem::path(MYOMAP_TEST_DIR) / "catalog/small/catalog", root_ / "catalog",
            std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
        std::filesystem::copy(
            std::filesystem::path(MYOMAP_SOURCE_DIR) / "data/schema", root_ / "schema",
            std::filesystem::copy_options::recursive | std::filesystem::copy_options::overwrite_existing);
    }
    ~CatalogFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(root_, ignored);
    }
    CatalogFolder(const CatalogFolder&) = delete;
    CatalogFolder& operator=(const CatalogFolder&) = delete;

    const std::filesystem::path& root() const { return root_; }
    std::filesystem::path file(const std::string& name) const { return root_ / "catalog" / name; }

    std::string text(const std::string& name) const {
        std::ifstream in(file(name), std::ios::binary);
        std::stringstream bytes;
        bytes << in.rdbuf();
        return bytes.str();
    }
    void write(const std::string& name, const std::string& bytes) const {
        std::filesystem::create_directories(file(name).parent_path());
        std::ofstream(file(name), std::ios::binary) << bytes;
    }
    void edit(const std::string& name, const std::function<void(nlohmann::json&)>& change) const {
        nlohmann::json document = nlohmann::json::parse(text(name));
        change(document);
        write(name, document.dump(1));
    }

private:
    std::filesystem::path root_;
};

}  // namespace myomap::test
