#pragma once

namespace myomap {

// The level of detail to draw while the camera moves, by what frames have cost: the finer one where the
// machine keeps up with it. Still pictures always have the finer one, and full detail once they have stood
// for a while.
class MotionDetail {
public:
    static constexpr int coarse = 2;
    static constexpr int fine = 1;
    static constexpr int full = 0;  // where a body has it

    int level() const { return level_; }

    // Told after each frame in motion. One slow frame decides nothing, nor does one quick one.
    void took(double frame_s);

private:
    static constexpr double quick_s = 0.008;  // so quick that three times the triangles are no burden
    static constexpr double slow_s = 0.026;
    static constexpr int agreeing_frames = 6;

    int level_ = coarse;
    int agreeing_ = 0;
    int patience_ = agreeing_frames;  // grows each time that the finer one was too slow
};

}  // namespace myomap
