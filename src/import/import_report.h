#pragma once
#include <array>
#include <map>
#include <string>
#include <vector>

#include "base/problem.h"
#include "body/part.h"
#include "import/part_maker.h"

namespace myomap {

struct Oddity {
    std::string part;  // its name, or the file where it has none
    std::string what;  // sentence without full stop
};

struct StepTime {
    std::string step;
    double seconds = 0;
};

// What an import found, left out and took; told to the user at its end.
struct ImportReport {
    std::string source;
    std::map<std::string, std::size_t> parts_by_kind;
    std::map<std::string, std::size_t> left_out;  // by reason
    std::vector<MuscleFound> muscles;             // all of the catalog's, in its order
    std::vector<Oddity> oddities;
    std::vector<Problem> problems;                     // files that could not be read, landmarks not found
    std::array<std::size_t, level_count> triangles{};  // of each level of detail
    std::size_t skin_vertices = 0;
    bool skin_grown = false;
    std::size_t landmarks = 0, sheets = 0;
    std::vector<StepTime> times;
    double peak_memory_mib = 0;

    double seconds() const;
};

std::string to_text(const ImportReport& report);
std::string to_json(const ImportReport& report);

}  // namespace myomap
