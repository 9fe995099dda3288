#pragma once
#include "app/json.h"
#include "catalog/catalog.h"

namespace myomap {

// All that the catalog holds of one thing, in the words of its files, with a "kind" and, where that helps a
// reader, what other records say of it (the conditions of a point, the points that refer to a zone).
Json record(const Muscle& muscle);
Json record(const TriggerPoint& point, const Catalog& catalog);
Json record(const Condition& condition, const Catalog& catalog);
Json record(const Zone& zone, const Catalog& catalog);
Json record(const Source& source);

// A record for a person: "key: value" a line, lists indented.
void print_text(std::ostream& out, const Json& document);

}  // namespace myomap
