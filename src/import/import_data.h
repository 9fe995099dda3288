#pragma once
#include <span>

#include "base/embedded.h"

namespace myomap {

// The files of data/import, as they were when the program was built.
std::span<const EmbeddedFile> import_data();

}  // namespace myomap
