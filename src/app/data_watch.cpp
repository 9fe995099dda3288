#include "app/data_watch.h"

#include <algorithm>
#include <utility>

namespace myomap {

namespace fs = std::filesystem;

DataWatch::DataWatch(fs::path data_dir) : data_dir_(std::move(data_dir)), seen_(look()) {}

bool DataWatch::changed() {
    std::vector<File> now = look();
    const bool differs = now != seen_;
    seen_ = std::move(now);
    return differs;
}

// A file that goes away while it is looked at counts as not there.
std::vector<DataWatch::File> DataWatch::look() const {
    std::vector<File> files;
    for (const char* folder : {"catalog", "schema"}) {
        std::error_code error;
        for (fs::recursive_directory_iterator entry(data_dir_ / folder, error), end; !error && entry != end;
             entry.increment(error)) {
            if (entry->path().extension() != ".json") continue;
            std::error_code gone;
            const File file{entry->path().string(), entry->file_size(gone), entry->last_write_time(gone)};
            if (!gone) files.push_back(file);
        }
    }
    std::ranges::sort(files);
    return files;
}

}  // namespace myomap
