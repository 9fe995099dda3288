#pragma once
#include <optional>
#include <vector>

#include "atlas/skin_shape.h"
#include "scene/action.h"

namespace myomap {

// A stroke of the brush over the skin as dabs. Knows no window: it is given places on the skin.
class BrushTool {
public:
    // Positions in metres, on the skin. `erase` for this stroke, whatever the brush is set to.
    std::vector<Action> press(const Vec3& at, bool erase, const State& state, const SkinGround& ground);
    // Dabs from the last place to this one, near enough to make one line. Where the cursor came to skin
    // further off (from an arm to the trunk behind it) the line is broken.
    std::vector<Action> move(const Vec3& at, const State& state, const SkinGround& ground);
    void release() { last_.reset(); }

    bool painting() const { return last_.has_value(); }

private:
    Action dab(const Vec3& at, const State& state, const SkinGround& ground) const;

    std::optional<Vec3> last_;
    bool erase_ = false;
};

}  // namespace myomap
