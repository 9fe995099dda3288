#pragma once
#include <optional>
#include <string_view>

namespace myomap {

// The body's own left and right, never the viewer's.
enum class Side { Left, Right, Midline };

std::string_view to_text(Side side);  // "left", "right", "midline"
std::optional<Side> side_from_text(std::string_view text);
Side mirrored(Side side);  // Midline stays

}  // namespace myomap
