#pragma once
#include <string>

namespace myomap {

// What dry needling is, does and risks, as the catalog tells it; replaced by the catalog's author with real fields.
struct Treatment {
    std::string id;
    std::string title;
    std::string disclaimer;
};

}  // namespace myomap
