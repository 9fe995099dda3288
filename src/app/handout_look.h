#pragma once
#include "app/page_pen.h"

namespace myomap {

// Inks and kinds of text of a handout.
struct HandoutLook {
    using Ink = PagePen::Ink;
    using Look = PagePen::Look;

    static constexpr Ink black{0.10, 0.13, 0.17};
    static constexpr Ink quiet{0.36, 0.41, 0.46};
    static constexpr Ink faint{0.80, 0.83, 0.85};
    static constexpr Ink accent{0.04, 0.34, 0.40};
    static constexpr Ink tint{0.935, 0.957, 0.96};
    static constexpr Ink alarm{0.55, 0.12, 0.10};
    static constexpr Ink alarm_tint{0.975, 0.945, 0.93};

    static constexpr Look body_look{.size = 9.4, .ink = black};
    static constexpr Look quiet_look{.size = 8.2, .leading = 1.12, .ink = quiet};
    static constexpr Look caption_look{.size = 8.2, .leading = 1.12, .ink = quiet};
    static constexpr Look source_look{.size = PagePen::least_text_pt, .leading = 0.94, .ink = quiet};
    static constexpr Look subheading_look{.weight = 600, .size = 9.4, .ink = black};
    static constexpr Look heading_look{
        .family = "Inter Display", .weight = 600, .size = 14.5, .leading = 1.0, .ink = accent};
    static constexpr Look title_look{
        .family = "Inter Display", .weight = 600, .size = 28, .leading = 0.95, .ink = black};
    static constexpr Look kicker_look{.weight = 600, .size = 11, .leading = 1.05, .ink = accent};
    static constexpr Look practice_look{.weight = 600, .size = 9.4, .leading = 1.05, .ink = black};
};

}  // namespace myomap
