#pragma once
#include "atlas/atlas.h"
#include "scene/action.h"
#include "scene/state.h"

namespace myomap {

// The whole body, as the window is and as far as nothing covers it.
Camera home_camera(const State& state, const Atlas& atlas);

void turn_to(Camera& camera, View view);

// What the actions on the camera make of a state: a part of `reduce`.
class CameraReduction {
public:
    CameraReduction(State& state, const Atlas& of) : next_(state), atlas_(of) {}

    void operator()(const LookFrom& a) const;
    void operator()(const FlyTo& a) const;
    void operator()(const GoHome&) const;
    void operator()(const Orbit& a) const;
    void operator()(const Pan& a) const;
    void operator()(const Zoom& a) const;
    void operator()(const SetCamera& a) const;
    void operator()(const SetAspect& a) const;
    void operator()(const SetCut& a) const;
    void operator()(const CutBy& a) const;

private:
    Vec3 within_reach(const Vec3& target) const;
    float front_of_body_m() const;

    State& next_;
    const Atlas& atlas_;
};

}  // namespace myomap
