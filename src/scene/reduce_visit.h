#pragma once
#include "atlas/atlas.h"
#include "scene/action.h"
#include "scene/state.h"

namespace myomap {

// What the actions of a visit (kept points, notes, handout) make of a state: a part of `reduce`.
class VisitReduction {
public:
    VisitReduction(State& state, const Atlas& of) : next_(state), atlas_(of) {}

    void operator()(const KeepPoint& a) const;
    void operator()(const ForgetPoint& a) const;
    void operator()(const NotePoint& a) const;
    void operator()(const AddNote& a) const;
    void operator()(const ChangeNote& a) const;
    void operator()(const NewSession&) const;
    void operator()(const DropChanges&) const;
    void operator()(const OpenSession&) const;
    void operator()(const SaveSession&) const;
    void operator()(const WriteHandout&) const;
    void operator()(const Ask& a) const;
    void operator()(const SetHandoutNote& a) const;
    void operator()(const SetPractice& a) const;
    void operator()(const SetPaper& a) const;
    void operator()(const SetLanguage& a) const;

private:
    State& next_;
    const Atlas& atlas_;
};

}  // namespace myomap
