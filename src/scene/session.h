#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/side.h"

namespace myomap {

// What a therapist keeps of a visit. It is written only to the file that the user names (app/session_file.h).
// Dates are ISO 8601 days, "2026-11-27"; empty where none was told.
struct KeptPoint {
    std::string point;  // catalog id
    Side side = Side::Right;
    std::string date;
    std::string note;

    bool operator==(const KeptPoint&) const = default;
};

struct SessionNote {
    std::string date;
    std::string text;

    bool operator==(const SessionNote&) const = default;
};

struct Session {
    std::vector<KeptPoint> points;  // in the order in which they were kept, each side of a point once
    std::vector<SessionNote> notes;

    bool operator==(const Session&) const = default;
};

enum class Paper : std::uint8_t { ByLanguage, A4, Letter };  // ByLanguage: as the user's country has it

// What a handout says besides the words of the catalog.
struct Leaflet {
    std::string practice;  // the name at its head
    std::string note;      // the therapist's own words
    Paper paper = Paper::ByLanguage;

    bool operator==(const Leaflet&) const = default;
};

}  // namespace myomap
