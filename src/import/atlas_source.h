#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/problem.h"
#include "body/mesh.h"
#include "import/part_naming.h"
#include "import/progress.h"

namespace myomap {

// A part as its atlas has it, in our frame: metres, y up, z forward, the body's left on +x; welded, normals
// made.
struct SourcePart {
    std::string file;  // "FJ1252.obj"
    std::string fma;   // "FMA13396", or empty
    std::string name;  // "Left scapula"
    NameVerdict verdict;
    Side side = Side::Midline;  // by the name, or by where it lies where the name is wrong
    Mesh mesh;
    std::vector<std::string> oddities;  // sentences without full stop
};

struct AtlasSource {
    bool is_bodyparts3d = false;                  // by the headers of its files
    std::vector<SourcePart> parts;                // the skin among them
    std::map<std::string, std::size_t> left_out;  // by reason
    std::vector<Problem> problems;                // files that could not be read, faces left out
};

// Reads a BodyParts3D archive as a user has it (see SourceFiles) on all cores. Files whose name says that
// they are not of use are counted, their geometry is not read. Refused where not one part could be read.
Loaded<AtlasSource> read_atlas_source(const std::filesystem::path& source, const Progress& progress = {});

}  // namespace myomap
