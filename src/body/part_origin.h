#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace myomap {

// Where the shape of a part comes from, as Part::source holds it: "FJ3176.obj", "BodyParts3D", "made", or for
// parts that tell more of how they were made "made: WORDS [ID, ID]" with sources of the catalog.
struct PartOrigin {
    bool made = false;  // by rules; else measured or drawn from an atlas
    std::string words;  // of what it was made, or the file or atlas it came from
    std::vector<std::string> sources;
};

PartOrigin origin_of(std::string_view source);
std::string to_text(const PartOrigin& origin);  // what origin_of reads

}  // namespace myomap
