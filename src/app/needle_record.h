#pragma once
#include <iosfwd>

#include "app/json.h"
#include "atlas/needle_path.h"

namespace myomap {

// What `where --needle` tells of a needle's way to a point; the page of the point shows the same numbers.
Json needle_record(const NeedlePath& path, const PlacedPoint& place, const Muscle& muscle, const Body& body);
void print_needle(std::ostream& out, const NeedlePath& path, const PlacedPoint& place, const Muscle& muscle,
                  const Body& body);

}  // namespace myomap
