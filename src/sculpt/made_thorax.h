#pragma once
#include "body/body.h"
#include "sculpt/thorax_rule.h"

namespace myomap {

// Adds to a body the parietal pleurae and the lungs inside its rib cage, where it has none: within the ribs
// and the chest wall between them, above the diaphragm and the limits known of the living, beside the heart,
// the great vessels and the windpipe that the body has; a narrow recess between ribs and diaphragm belongs to
// the pleura alone. Of the levels of detail only level 0. Nothing is made where the body lacks the ribs or
// the landmarks of the rule.
void add_made_thorax(Body& body, const ThoraxRule& rule);

}  // namespace myomap
