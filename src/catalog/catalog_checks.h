#pragma once
#include <vector>

#include "base/problem.h"
#include "catalog/catalog_contents.h"

namespace myomap {

// What a schema cannot say: ids are unique, every name refers to something, points are numbered without a
// gap, sources are used. Kinds whose file could not be read are not held against those that refer to them:
// that file's own problem is told already.
std::vector<Problem> check_references(const CatalogContents& contents);

}  // namespace myomap
