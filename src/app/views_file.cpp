#include "app/views_file.h"

#include "app/json.h"
#include "app/refusal.h"
#include "base/file.h"
#include "scene/action.h"

namespace myomap {
namespace {

bool is_view(const Json& entry) {
    return entry.is_object() && entry.contains("name") && entry["name"].is_string() &&
           !entry["name"].get<std::string>().empty() && entry.contains("actions") &&
           entry["actions"].is_array();
}

SavedView view_of(const Json& entry, const std::string& file, const std::string& where,
                  std::vector<Problem>& problems) {
    SavedView view{entry["name"].get<std::string>(), {}};
    for (std::size_t i = 0; i < entry["actions"].size(); ++i) {
        const Json& line = entry["actions"][i];
        const std::string place = where + "/actions/" + std::to_string(i);
        if (!line.is_string()) {
            problems.push_back({file, place, "an action is a text", {}, {}});
            continue;
        }
        Loaded<Action> action = action_from_text(line.get<std::string>());
        if (action) view.actions.push_back(line.get<std::string>());
        for (Problem& problem : action.problems) {
            problem.file = file;
            problem.where = place;
            problems.push_back(std::move(problem));
        }
    }
    return view;
}

}  // namespace

SavedViews read_saved_views(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return {};
    const Loaded<std::string> text = read_file(file);
    if (!text) return {{}, text.problems};
    const Json document = Json::parse(*text.value, nullptr, false);
    SavedViews saved;
    if (!document.is_array()) {
        saved.problems.push_back({file.string(),
                                  {},
                                  "this is no list of saved views",
                                  "a JSON list of objects with name and actions",
                                  {}});
        return saved;
    }
    for (std::size_t i = 0; i < document.size(); ++i) {
        const std::string where = "/" + std::to_string(i);
        if (is_view(document[i]))
            saved.views.push_back(view_of(document[i], file.string(), where, saved.problems));
        else
            saved.problems.push_back(
                {file.string(), where, "this is no saved view", "an object with name and actions", {}});
    }
    return saved;
}

std::vector<Problem> write_saved_views(const std::filesystem::path& file,
                                       const std::vector<SavedView>& views) {
    Json document = Json::array();
    for (const SavedView& view : views) document.push_back({{"name", view.name}, {"actions", view.actions}});
    std::error_code ignored;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), ignored);
    return write_file(file, document.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

SavedView saved_view(const std::string& name, const std::filesystem::path& file) {
    const SavedViews saved = read_saved_views(file);
    std::vector<std::string> known;
    for (const SavedView& view : saved.views) {
        if (view.name == name) return view;
        known.push_back(view.name);
    }
    if (saved.views.empty() && !saved.problems.empty()) throw Refusal(saved.problems);
    throw unknown_word(ExitCode::BadInput, "saved view", name, known);
}

}  // namespace myomap
