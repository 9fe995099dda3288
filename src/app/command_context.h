#pragma once
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <span>
#include <string>

#include "atlas/atlas.h"
#include "base/language.h"
#include "scene/session.h"

namespace myomap {

// What the commands share: the words given before or after the command's name, and what they name, loaded
// when it is first asked for. All that is asked for and cannot be had is refused (Refusal).
class CommandContext {
public:
    // The command line as it was given, the program's name first; it outlives this.
    using Words = std::span<const char* const>;

    CommandContext(Words words, std::ostream& out, std::ostream& err)
        : words_(words), out_(&out), err_(&err) {}

    std::string body_given;      // --body; empty: see body_file
    std::string data_given;      // --data; empty: see data_dir
    std::string views_given;     // --views; empty: see views_file
    bool json = false;           // --json
    std::string language_given;  // --language; empty: see language

    Words words() const { return words_; }
    std::ostream& out() const { return *out_; }
    std::ostream& err() const { return *err_; }

    // The one given; else body.glb in the working folder; else in the user's data folder; else our own, which
    // is assets/body.glb beside data_dir; empty where even that is missing.
    std::filesystem::path body_file() const;
    // The one given; else ../share/myomap/data beside the program; else that of the source tree.
    std::filesystem::path data_dir() const;

    // The one given, else views.json in the user's data folder; empty where there is no such folder.
    std::filesystem::path views_file() const;
    // A file of the user's data folder; empty where there is none.
    static std::filesystem::path user_file(const std::string& name);

    // settings.json in the user's folder of settings; empty where there is none.
    static std::filesystem::path settings_file();
    // The user's folder of pictures, where there is one, else that of the program's own files.
    static std::filesystem::path pictures_folder();
    // The one given, else the one that the environment asks for as it does of all programs, else English.
    Language language() const;
    Paper usual_paper() const;  // A4, or Letter where the environment is of a country that has it

    const Catalog& catalog();
    const Body& body();
    const Atlas& atlas();

private:
    Words words_;
    std::ostream* out_;
    std::ostream* err_;
    std::optional<Catalog> catalog_;
    std::optional<Body> body_;
    std::optional<Atlas> atlas_;
};

inline constexpr const char* how_to_get_body =
    "myomap build-body --output body.glb builds Myomap's own, myomap import SOURCE --output body.glb makes "
    "one "
    "of an anatomical atlas";

}  // namespace myomap
