#pragma once
#include <string>
#include <vector>

#include "base/vec.h"

namespace myomap {

// How a landmark is found on any body: no coordinates of any one. Directions and windows are in the body's
// frame (x left, y up, z forward); for a paired landmark they are written for the left side and mirrored for
// the right. A paired landmark takes sided parts and landmarks of its own side, and midline ones. A midline
// landmark takes the mean of what both sides give; between two paired landmarks it goes from the left one to
// the right one.
struct LandmarkRule {
    enum class Kind {
        Extreme,      // the vertex of the parts furthest in `direction`, within the window
        Farthest,     // the vertex of the parts farthest from landmark a, however the limb is held
        Centroid,     // of the parts' surface, within the window
        Between,      // landmark a + fraction · (b − a)
        NearestSkin,  // the skin nearest to landmark a
        SkinExtreme,  // the skin vertex furthest in `direction`, within the window round landmark a
        SkinRay       // where a ray from landmark a along `direction` leaves the skin
    };
    std::string id;
    std::string name;
    std::string latin;
    bool paired = true;
    Kind kind = Kind::Extreme;
    std::vector<std::string> parts;  // names less the side, as in the atlas; those that a body has are taken
    Vec3 direction{0, 0, 0};  // or from landmark a to landmark b, where both are named (Extreme, SkinRay)
    Vec3 window_min{
        0, 0, 0};  // fractions of the parts' bounds (Extreme, Farthest, Centroid), or mm from a (SkinExtreme)
    Vec3 window_max{1, 1, 1};
    std::string a, b;
    float fraction = 0.5F;
};

}  // namespace myomap
