#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/side.h"
#include "body/part.h"

namespace myomap {

// What an atlas's English name of a part says of it.
enum class NameClass {
    Part,     // shown: `kind` says as what
    Skin,     // handed to the skin maker
    LeftOut,  // not of use here: `reason` says why, in the plural, for counting
    Unknown   // no rule knows the name: shown as Other and told
};
struct NameVerdict {
    NameClass name_class = NameClass::Unknown;
    PartKind kind = PartKind::Other;
    std::string_view reason;
};
NameVerdict classify(std::string_view name);

// Left or Right where the name has just one of the two words, else Midline.
Side side_in_name(std::string_view name);

// For file names: "FMA13396_Left_scapula", "FJ27_BP62539_FMA13396_Left_scapula" hold both an id and a name.
struct FileNameParts {
    std::string fma;
    std::string name;  // underscores as spaces
};
FileNameParts split_file_name(std::string_view stem);

// "Descending part of left trapezius" -> "descending_part_of_trapezius".
std::string snake_name(std::string_view name);

}  // namespace myomap
