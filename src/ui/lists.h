#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "scene/state.h"
#include "ui/page.h"

namespace myomap {

// What the left column lists.
struct LinkGroup {
    std::string heading;
    std::vector<Link> links;
};

// All muscles with points, from head to foot, by name within a region.
std::vector<LinkGroup> muscles_by_region(const Catalog& catalog, const Selection& selection);

// By group from head to foot; within one the conditions asked for most come first, then by name.
std::vector<LinkGroup> conditions_by_group(const Catalog& catalog, const Selection& selection);

// What a search finds, best first; each tells what kind of thing it is and, where the label does not show it,
// what matched.
// Parts of the body that no muscle of the catalog names, bones above all, come after what the catalog has.
std::vector<Link> found(const Atlas& atlas, const Selection& selection, std::string_view query);

}  // namespace myomap
