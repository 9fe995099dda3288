#include "import/source_files.h"

#include <tbb/enumerable_thread_specific.h>
#include <zip.h>

#include <algorithm>
#include <numeric>

#include "base/file.h"
#include "base/text.h"

namespace myomap {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t largest_file_bytes = std::uint64_t{1} << 30;  // the atlas's largest has 7 MB

struct ZipCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct ZipFileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using ZipHandle = std::unique_ptr<zip_t, ZipCloser>;

ZipHandle open_zip(const fs::path& path) {
    int error = 0;
    return ZipHandle(zip_open(path.c_str(), ZIP_RDONLY, &error));
}

bool is_model(const fs::path& path) {
    const std::string name = path.filename().string();
    return folded(path.extension().string()) == ".obj" &&
           !name.starts_with("._");  // the latter: macOS's own notes
}

void add_models(const fs::path& folder, std::vector<fs::path>& models) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (is_model(entry.path()) && entry.is_regular_file(error)) models.push_back(entry.path());
}

std::vector<fs::path> models_of(const fs::path& folder) {
    std::vector<fs::path> models;
    add_models(folder, models);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(folder, error))
        if (entry.is_directory(error)) add_models(entry.path(), models);
    return models;
}

template <class T>
void sort_by_name(std::vector<std::string>& names, std::vector<T>& with) {
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return names[a] < names[b]; });
    std::vector<std::string> sorted_names;
    std::vector<T> sorted_with;
    for (const std::size_t i : order) {
        sorted_names.push_back(std::move(names[i]));
        sorted_with.push_back(std::move(with[i]));
    }
    names = std::move(sorted_names);
    with = std::move(sorted_with);
}

Problem nothing_in(const fs::path& source) {
    return {source.string(), "", "no model file (.obj) is in it",
            "the BodyParts3D archive, zipped or unpacked", ""};
}

}  // namespace

// libzip's handles are not for several threads: each opens its own, which takes a millisecond.
struct SourceFiles::Zip {
    fs::path path;
    std::vector<zip_uint64_t> entries;
    tbb::enumerable_thread_specific<ZipHandle> handles{[this] { return open_zip(path); }};
};

SourceFiles::SourceFiles() = default;
SourceFiles::SourceFiles(SourceFiles&&) noexcept = default;
SourceFiles& SourceFiles::operator=(SourceFiles&&) noexcept = default;
SourceFiles::~SourceFiles() = default;

Loaded<SourceFiles> SourceFiles::open(const fs::path& source) {
    SourceFiles files;
    std::error_code error;
    if (!fs::exists(source, error))
        return {std::nullopt,
                {{source.string(), "", "does not exist", "a zip, a folder or a model file", ""}}};
    if (fs::is_directory(source, error)) {
        files.paths_ = models_of(source);
    } else if (is_model(source)) {
        files.paths_ = {source};
    } else if (const ZipHandle archive = open_zip(source)) {
        files.zip_ = std::make_unique<Zip>();
        files.zip_->path = source;
        const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
        for (zip_int64_t i = 0; i < count; ++i) {
            const auto index = static_cast<zip_uint64_t>(i);
            const char* name = zip_get_name(archive.get(), index, 0);
            if (name == nullptr || !is_model(name)) continue;
            files.names_.push_back(fs::path(name).filename().string());
            files.zip_->entries.push_back(index);
        }
        sort_by_name(files.names_, files.zip_->entries);
    } else {
        return {std::nullopt,
                {{source.string(), "", "is neither a zip archive nor a folder nor a model file (.obj)",
                  "the BodyParts3D archive, zipped or unpacked", ""}}};
    }
    for (const fs::path& path : files.paths_) files.names_.push_back(path.filename().string());
    if (files.names_.empty()) return {std::nullopt, {nothing_in(source)}};
    if (!files.zip_) sort_by_name(files.names_, files.paths_);
    return {std::move(files), {}};
}

Loaded<std::string> SourceFiles::read(std::size_t index) const {
    if (!zip_) return read_file(paths_[index]);
    const auto damaged = [&](const char* what) {
        return Loaded<std::string>{
            std::nullopt, {{zip_->path.string(), names_[index], what, "an archive that unpacks", ""}}};
    };
    zip_t* archive = zip_->handles.local().get();
    if (archive == nullptr) return damaged("the archive can no longer be opened");
    zip_stat_t stat;
    if (zip_stat_index(archive, zip_->entries[index], 0, &stat) != 0)
        return damaged("the archive's entry is damaged");
    if (stat.size > largest_file_bytes) return damaged("the archive's entry is larger than any model");
    const std::unique_ptr<zip_file_t, ZipFileCloser> file(zip_fopen_index(archive, zip_->entries[index], 0));
    if (!file)
        return damaged("the archive's entry cannot be opened: it is encrypted or packed in an unknown way");
    std::string bytes(stat.size, '\0');
    if (zip_fread(file.get(), bytes.data(), bytes.size()) != static_cast<zip_int64_t>(bytes.size()))
        return damaged("the archive's entry is cut short or damaged");
    return {std::move(bytes), {}};
}

}  // namespace myomap
