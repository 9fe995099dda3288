#include "app/pain_file.h"

#include "base/file.h"

namespace myomap {
namespace {

std::filesystem::path named(const std::string& file, const std::filesystem::path& fallback) {
    return file.empty() ? fallback : std::filesystem::path(file);
}

}  // namespace

Loaded<std::vector<PaintedArea>> read_painted_areas(const std::filesystem::path& file) {
    const Loaded<std::string> text = read_file(file);
    if (!text) return {std::nullopt, text.problems};
    return painted_areas_from_json(*text.value, file.string());
}

std::vector<Problem> write_painted_areas(const std::filesystem::path& file,
                                         const std::vector<PaintedArea>& areas) {
    std::error_code ignored;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), ignored);
    return write_file(file, to_json_text(areas));
}

std::vector<Action> with_files_read(const std::vector<Action>& actions, const std::filesystem::path& fallback,
                                    std::vector<Problem>& problems) {
    std::vector<Action> all;
    for (const Action& action : actions) {
        const auto* open = std::get_if<OpenPain>(&action);
        if (open == nullptr) {
            all.push_back(action);
            continue;
        }
        Loaded<std::vector<PaintedArea>> areas = read_painted_areas(named(open->file, fallback));
        problems.insert(problems.end(), areas.problems.begin(), areas.problems.end());
        if (areas) all.emplace_back(SetAreas{std::move(*areas.value)});
    }
    return all;
}

std::vector<std::filesystem::path> write_asked_files(const std::vector<Action>& actions,
                                                     const std::filesystem::path& fallback,
                                                     const std::vector<PaintedArea>& areas,
                                                     std::vector<Problem>& problems) {
    std::vector<std::filesystem::path> written;
    for (const Action& action : actions) {
        const auto* save = std::get_if<SavePain>(&action);
        if (save == nullptr) continue;
        const std::filesystem::path file = named(save->file, fallback);
        const std::vector<Problem> found = write_painted_areas(file, areas);
        problems.insert(problems.end(), found.begin(), found.end());
        if (found.empty()) written.push_back(file);
    }
    return written;
}

}  // namespace myomap
