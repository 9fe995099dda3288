#pragma once
#include <optional>
#include <string>

#include "scene/state.h"

namespace myomap {

// What a therapist does in a visit besides looking: keep points, write notes, hand something out.

struct KeepPoint {      // in the session
    std::string point;  // empty: what is selected
    std::optional<Side> side;
    std::string date;  // empty: the window writes today's
};
struct ForgetPoint {
    int number = 1;  // from 1, of the kept ones
};
struct NotePoint {
    int number = 1;
    std::string text;
};
struct AddNote {
    std::string date;  // as of KeepPoint
    std::string text;
};
struct ChangeNote {
    int number = 1;    // from 1
    std::string text;  // empty: the note goes
};

// These five are done by the window, which knows files; a state stays as it is.
struct NewSession {};
struct DropChanges {};  // of the session, so that what was asked for goes on
struct OpenSession {
    std::string file;
};
struct SaveSession {
    std::string file;  // empty: where it was opened from or saved to
};
struct WriteHandout {  // of the selected point
    std::string file;  // .pdf or .png; empty: a name made of the point's, in the working folder
};

struct Ask {
    Asking what = Asking::Nothing;
};
struct SetHandoutNote {
    std::string text;
};
struct SetPractice {
    std::string name;
};
struct SetPaper {
    Paper paper = Paper::ByLanguage;
};
struct SetLanguage {
    Language language = Language::English;
};

}  // namespace myomap
