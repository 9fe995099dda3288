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

// Of muscles, from head to foot.
std::vector<std::string> regions_in_order(const Catalog& catalog);

// All muscles with points, from head to foot, by name within a region: in the order of the language's names.
std::vector<LinkGroup> muscles_by_region(const Catalog& catalog, const Selection& selection,
                                         Language language = Language::English);

// By group from head to foot; within one the conditions asked for most come first, then by name.
std::vector<LinkGroup> conditions_by_group(const Catalog& catalog, const Selection& selection,
                                           Language language = Language::English);

}  // namespace myomap
