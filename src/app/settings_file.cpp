#include "app/settings_file.h"

#include <variant>

#include "app/json.h"
#include "base/file.h"
#include "scene/action.h"

namespace myomap {
namespace {

constexpr const char* list = "settings";

// Sets what the action says; false where it is no setting.
struct Set {
    Settings& settings;

    bool operator()(const SetTheme& a) const { return take(settings.theme, a.theme); }
    bool operator()(const SetPalette& a) const { return take(settings.palette, a.palette); }
    bool operator()(const SetNames& a) const {
        if (a.language) settings.latin = *a.language == NameLanguage::Latin;
        return a.language.has_value();
    }
    bool operator()(const SetMotion& a) const { return take(settings.comfort.motion, a.on); }
    bool operator()(const SetInertia& a) const { return take(settings.comfort.inertia, a.on); }
    bool operator()(const SetContrast& a) const { return take(settings.comfort.contrast, a.on); }
    bool operator()(const SetSpeed& a) const {
        if (a.speed < least_speed || a.speed > most_speed) return false;
        settings.comfort.speed = a.speed;
        return true;
    }
    bool operator()(const SetTextSize& a) const {
        if (a.size < least_text_size || a.size > most_text_size) return false;
        settings.comfort.text_size = a.size;
        return true;
    }
    bool operator()(const SetLanguage& a) const {
        settings.language = a.language;
        return true;
    }
    template <class Other>
    bool operator()(const Other&) const {
        return false;
    }

private:
    template <class T>
    static bool take(T& setting, const std::optional<T>& value) {
        if (value) setting = *value;
        return value.has_value();
    }
};

std::vector<Action> actions_of(const Settings& s) {
    std::vector<Action> actions{SetTheme{s.theme},
                                SetPalette{s.palette},
                                SetNames{s.latin ? NameLanguage::Latin : NameLanguage::English},
                                SetMotion{s.comfort.motion},
                                SetInertia{s.comfort.inertia},
                                SetContrast{s.comfort.contrast},
                                SetSpeed{s.comfort.speed},
                                SetTextSize{s.comfort.text_size}};
    if (s.language) actions.emplace_back(SetLanguage{*s.language});
    return actions;
}

std::filesystem::path beside(const std::filesystem::path& file) {
    std::filesystem::path damaged = file;
    damaged += ".damaged";
    return damaged;
}

}  // namespace

Settings settings_of(const State& state) {
    Settings settings{state.theme, state.display.palette, state.display.latin, state.comfort,
                      state.comfort.language};
    settings.comfort.language = Comfort().language;
    return settings;
}

void apply(const Settings& settings, State& state) {
    state.theme = settings.theme;
    state.display.palette = settings.palette;
    state.display.latin = settings.latin;
    const Language language = settings.language.value_or(state.comfort.language);
    state.comfort = settings.comfort;
    state.comfort.language = language;
}

SettingsRead read_settings(const std::filesystem::path& file) {
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return {};
    const Loaded<std::string> text = read_file(file);
    if (!text) return {{}, text.problems};
    SettingsRead read;
    const auto refuse = [&](std::string where, std::string what) {
        read.problems.push_back({file.string(),
                                 std::move(where),
                                 std::move(what),
                                 "a setting as in {\"settings\": [\"theme dark\"]}",
                                 {}});
    };
    const Json document = Json::parse(*text.value, nullptr, false);
    if (!document.is_object() || !document.contains(list) || !document[list].is_array()) {
        refuse({}, "these are no settings; the usual ones are taken");
    } else {
        for (std::size_t i = 0; i < document[list].size(); ++i) {
            const Json& line = document[list][i];
            const std::string where = "/settings/" + std::to_string(i);
            const Loaded<Action> action =
                line.is_string() ? action_from_text(line.get<std::string>()) : Loaded<Action>{};
            if (!action || !std::visit(Set{read.settings}, *action.value))
                refuse(where, "this is no setting");
        }
    }
    if (!read.problems.empty())
        std::filesystem::copy_file(file, beside(file), std::filesystem::copy_options::overwrite_existing,
                                   ignored);
    return read;
}

std::vector<Problem> write_settings(const std::filesystem::path& file, const Settings& settings) {
    Json lines = Json::array();
    for (const Action& action : actions_of(settings)) lines.push_back(to_text(action));
    std::error_code ignored;
    if (file.has_parent_path()) std::filesystem::create_directories(file.parent_path(), ignored);
    return write_file(file, Json{{list, lines}}.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

}  // namespace myomap
