#pragma once
#include <string>
#include <vector>

#include "atlas/needle_path.h"

namespace myomap {

// What is said of a needle's way, in the same words wherever it is said.

inline constexpr const char* needle_disclaimer =
    "For explaining only, not a guide to needling: distances are those of this model, not of a person.";

std::string hold_words(NeedleHold hold);  // empty for a straight needle

// The same, or why the way is longer than a needle is.
std::string way_words(const NeedlePath& path);

// "11.8 mm": one digit below ten, none above.
std::string millimetres(float mm);

// "Left ulnar nerve: 6.2 mm beside the needle, 14 mm deep"; "Fifth rib: 9.0 mm behind the point".
std::string near_words(const NeedleNeighbour& neighbour, const Body& body);
std::string behind_words(const NeedleNeighbour& neighbour, const NeedlePath& path, const Body& body);

// The same beside the place itself, where the side is seen: "Scapula, 2.1 mm beside the needle".
std::string short_near_words(const NeedleNeighbour& neighbour, const Body& body);
std::string short_behind_words(const NeedleNeighbour& neighbour, const NeedlePath& path, const Body& body);

// Muscles on the way to the point, from the skin.
std::string passes_words(const NeedlePath& path, const Body& body);

// Structures that the record's hazards name and this body does not show, each once.
std::vector<std::string> not_in_model(const NeedlePath& path);

// Structures that they name and this body does show, but neither near the needle nor behind the point.
std::vector<std::string> further_away(const NeedlePath& path);

}  // namespace myomap
