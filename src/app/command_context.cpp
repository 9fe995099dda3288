#include "app/command_context.h"

#include <cstdlib>
#include <ostream>

#include "app/refusal.h"

namespace myomap {
namespace {

// As the XDG Base Directory Specification has it.
std::filesystem::path user_folder(const char* variable, const char* in_home) {
    if (const char* folder = std::getenv(variable); folder != nullptr && *folder != '\0')
        return std::filesystem::path(folder) / "myomap";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
        return std::filesystem::path(home) / in_home / "myomap";
    return {};
}

std::filesystem::path user_data_folder() {
    return user_folder("XDG_DATA_HOME", ".local/share");
}

// Where data/ and assets/ lie: ../share/myomap beside an installed program, else the source tree.
std::filesystem::path own_folder() {
    std::error_code error;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", error);
    const auto installed = program.parent_path().parent_path() / "share/myomap";
    if (!error && std::filesystem::is_directory(installed / "data", error)) return installed;
    return MYOMAP_OWN_DIR;
}

// What the environment says of one of its categories: "de_AT.UTF-8".
std::string locale_of(const char* category) {
    for (const char* variable : {"LC_ALL", category, "LANG"})
        if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
    return {};
}

// A value, its warnings told; without one, a refusal.
template <class T>
T value_or_refusal(Loaded<T> loaded, std::ostream& err) {
    if (!loaded) throw Refusal(loaded.problems);
    err << to_text(loaded.problems);
    return std::move(*loaded.value);
}

}  // namespace

std::filesystem::path CommandContext::body_file() const {
    if (!body_given.empty()) return body_given;
    std::error_code ignored;
    for (const std::filesystem::path& file :
         {std::filesystem::path("body.glb"), user_data_folder() / "body.glb",
          own_folder() / "assets/body.glb"})
        if (std::filesystem::is_regular_file(file, ignored)) return file;
    return {};
}

std::filesystem::path CommandContext::data_dir() const {
    return data_given.empty() ? own_folder() / "data" : std::filesystem::path(data_given);
}

std::filesystem::path CommandContext::user_file(const std::string& name) {
    const std::filesystem::path folder = user_data_folder();
    return folder.empty() ? folder : folder / name;
}

std::filesystem::path CommandContext::settings_file() {
    const std::filesystem::path folder = user_folder("XDG_CONFIG_HOME", ".config");
    return folder.empty() ? folder : folder / "settings.json";
}

std::filesystem::path CommandContext::pictures_folder() {
    std::error_code ignored;
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0') {
        const auto pictures = std::filesystem::path(home) / "Pictures";
        if (std::filesystem::is_directory(pictures, ignored)) return pictures;
    }
    return user_file("pictures");
}

std::filesystem::path CommandContext::views_file() const {
    return views_given.empty() ? user_file("views.json") : std::filesystem::path(views_given);
}

Language CommandContext::language() const {
    if (const auto given = language_from_text(language_given)) return *given;
    return language_from_text(locale_of("LC_MESSAGES")).value_or(Language::English);
}

Paper CommandContext::usual_paper() const {
    const std::string locale = locale_of("LC_PAPER");
    for (const char* country : {"_US", "_CA", "_MX", "_PH", "_CL", "_CO", "_VE", "_CR", "_GT", "_PA", "_PR"})
        if (locale.find(country) != std::string::npos) return Paper::Letter;
    return Paper::A4;
}

const Catalog& CommandContext::catalog() {
    if (!catalog_) catalog_ = value_or_refusal(Catalog::load(data_dir()), err());
    return *catalog_;
}

const Body& CommandContext::body() {
    if (!body_) {
        const std::filesystem::path file = body_file();
        if (file.empty())
            throw Refusal(ExitCode::BadInput,
                          std::string("no body: give one by --body FILE. ") + how_to_get_body);
        body_ = value_or_refusal(read_body(file), err());
    }
    return *body_;
}

const Atlas& CommandContext::atlas() {
    if (!atlas_) atlas_.emplace(catalog(), body());
    return *atlas_;
}

}  // namespace myomap
