#include "base/side.h"

namespace myomap {

std::string_view to_text(Side side) {
    switch (side) {
        case Side::Left:
            return "left";
        case Side::Right:
            return "right";
        case Side::Midline:
            return "midline";
    }
    return "midline";
}

std::optional<Side> side_from_text(std::string_view text) {
    for (Side side : {Side::Left, Side::Right, Side::Midline})
        if (text == to_text(side)) return side;
    return std::nullopt;
}

Side mirrored(Side side) {
    if (side == Side::Left) return Side::Right;
    return side == Side::Right ? Side::Left : Side::Midline;
}

}  // namespace myomap
