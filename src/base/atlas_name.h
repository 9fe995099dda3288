#pragma once
#include <string>
#include <string_view>

namespace myomap {

// The form in which names of an atlas's parts are compared: lower case, underscores as spaces, the words
// "left" and "right" removed with the commas and spaces that they leave behind, runs of spaces as one. "Left
// digastric, anterior belly", "digastric,_anterior_belly" -> "digastric, anterior belly"; "Descending part of
// left trapezius" -> "descending part of trapezius"; "Thoracic rotator, left" -> "thoracic rotator".
std::string atlas_name_key(std::string_view name);

}  // namespace myomap
