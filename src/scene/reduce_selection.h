#pragma once
#include "atlas/atlas.h"
#include "scene/action.h"
#include "scene/state.h"

namespace myomap {

// What the actions on the selection and on what lies under the cursor make of a state: a part of `reduce`.
class SelectionReduction {
public:
    SelectionReduction(State& state, const Atlas& of) : next_(state), atlas_(of) {}

    void operator()(const SelectMuscle& a) const;
    void operator()(const SelectPoint& a) const;
    void operator()(const SelectCondition& a) const;
    void operator()(const SelectZone& a) const;
    void operator()(const SelectPart& a) const;
    void operator()(const SelectNothing&) const;
    void operator()(const StepBack&) const;
    void operator()(const ShowSide& a) const;
    void operator()(const SelectMirrored&) const;
    void operator()(const StepPoint& a) const;
    void operator()(const StepMuscle& a) const;
    void operator()(const StepPart& a) const;
    void operator()(const Hover& a) const;

private:
    void choose_side(std::optional<Side> side) const;
    Selection& only_side_of_selection() const;
    void keep_context_of(const Muscle* muscle, const TriggerPoint* point) const;
    void show_selected() const;
    void keep_in_view() const;

    State& next_;
    const Atlas& atlas_;
};

}  // namespace myomap
