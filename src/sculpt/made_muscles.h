#pragma once
#include <vector>

#include "body/body.h"
#include "catalog/catalog.h"
#include "sculpt/body_part.h"
#include "sculpt/made_rule.h"

namespace myomap {

struct MadeMuscle {
    BodyPart numbers;                  // of one side, its sheets flesh and tendon together
    Mesh flesh, tendon;                // clear of its neighbours; empty where it has none
    Mesh open;                         // of the tendon what is not drawn
    std::string tendon_name;           // of its aponeurosis or intersections
    std::vector<std::string> sources;  // of what it is made from, ids of the catalog
    int layer = 0;                     // as in Part
};

// The muscles that a body lacks, made from their attachments over its bones and muscles, each side by
// itself. A rule whose landmarks the body lacks makes nothing. Where a body has a muscle on one side only and
// no rule makes it, see mirror_missing_muscles.
std::vector<MadeMuscle> make_missing_muscles(const Body& body, const Catalog& catalog,
                                             const std::vector<MadeRule>& rules);

// Adds made parts to a body, with fibres; of the levels of detail only level 0.
void add_made_muscles(Body& body, const Catalog& catalog, std::vector<MadeMuscle> made);

// Gives a paired muscle that a body has on one side only its mirror image on the other.
void mirror_missing_muscles(Body& body, const Catalog& catalog);

}  // namespace myomap
