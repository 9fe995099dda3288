#pragma once
#include "atlas/atlas.h"
#include "scene/action.h"
#include "scene/state.h"

namespace myomap {

// What the actions on what is shown of the body make of a state: a part of `reduce`.
class LayersReduction {
public:
    LayersReduction(State& state, const Atlas& of) : next_(state), atlas_(of) {}

    void operator()(const SetSkin& a) const;
    void operator()(const SetLayer& a) const;
    void operator()(const Peel& a) const;
    void operator()(const PeelBy& a) const;
    void operator()(const SetXRay& a) const;
    void operator()(const Hide& a) const;
    void operator()(const Isolate& a) const;
    void operator()(const ShowAll&) const;
    void operator()(const ShowPart& a) const;
    void operator()(const Lengthen& a) const;
    void operator()(const SetDepth& a) const;
    void operator()(const DepthBy& a) const;

private:
    bool& layer(Layer layer) const;
    std::set<std::string> parts_meant(const std::string& part) const;
    bool has_fibres(const std::string& part) const;

    State& next_;
    const Atlas& atlas_;
};

}  // namespace myomap
