#pragma once
#include <vector>

#include "sculpt/body_part.h"
#include "sculpt/made_rule.h"

namespace myomap {

// What of a made sheet is flesh, and what tendon: its aponeuroses and intersections. Each with the muscle's
// coordinates, so that fibres run on from one to the other.
struct SplitSheet {
    std::vector<BodySheet> flesh;
    std::vector<BodySheet> tendon;
    std::vector<BodySheet> open;  // of the tendon what is not drawn
};

SplitSheet split_sheet(const MadeSheet& rule, const BodySheet& sheet);

}  // namespace myomap
