#pragma once
#include "scene/camera.h"

namespace myomap {

// Part of the way from one camera to another, t 0 … 1: by the shorter turn, with the distance changing evenly
// in proportion.
Camera between(const Camera& from, const Camera& to, float t);

// A smooth flight. Time is given, so nothing here reads a clock.
class Flight {
public:
    Flight() = default;
    Flight(const Camera& from, const Camera& to, double start_s);

    bool flying(double now_s) const { return now_s < start_s_ + duration_s_; }
    Camera at(double now_s) const;

private:
    Camera from_, to_;
    double start_s_ = 0;
    double duration_s_ = 0;
};

}  // namespace myomap
