#pragma once
#include <string>

#include "app/json.h"

namespace myomap {

// A JSON text that may be cut short or broken somewhere: all that was complete before. A list keeps its
// complete entries; an object or list inside a list counts only when it was closed.
struct PartialJson {
    Json document;      // null where nothing was complete
    bool whole = true;  // the text was sound to its end
    std::string error;  // where and why it was not: "line 12: …"
};
PartialJson parse_partial_json(const std::string& text);

}  // namespace myomap
