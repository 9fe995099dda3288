#pragma once
#include "atlas/atlas.h"
#include "scene/action.h"
#include "scene/state.h"

namespace myomap {

// What the actions on painted pain and on what it leads to make of a state: a part of `reduce`.
class PainReduction {
public:
    PainReduction(State& state, const Atlas& of) : next_(state), atlas_(of) {}

    void operator()(const Paint& a) const;
    void operator()(const Erase& a) const;
    void operator()(const PaintZone& a) const;
    void operator()(const SetBrush& a) const;
    void operator()(const SetBrushSize& a) const;
    void operator()(const ScaleBrush& a) const;
    void operator()(const SetEraser& a) const;
    void operator()(const SetBrushMirror& a) const;
    void operator()(const NewArea& a) const;
    void operator()(const ChooseArea& a) const;
    void operator()(const NameArea& a) const;
    void operator()(const SetIntensity& a) const;
    void operator()(const SetDeep& a) const;
    void operator()(const DeleteArea&) const;
    void operator()(const SetAreas& a) const;
    void operator()(const ShowPain& a) const;
    void operator()(const SavePain&) const;
    void operator()(const OpenPain&) const;
    void operator()(const Together& a) const;
    void operator()(const Preview& a) const;
    void operator()(const Compare& a) const;
    void operator()(const OnlyRegion& a) const;
    void operator()(const OnlyConfidence& a) const;
    void operator()(const OnlySide& a) const;

private:
    void mark(PaintMark::Kind kind, const SkinPlace& place, const std::optional<float>& radius_mm) const;

    State& next_;
    const Atlas& atlas_;
};

}  // namespace myomap
