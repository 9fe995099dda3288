#include "scene/history.h"

#include <cctype>
#include <optional>

#include "scene/reduce.h"

namespace myomap {
namespace {

constexpr std::size_t longest_past = 500;

// Keeps of `now` what undo does not restore.
State restored(State then, const State& now) {
    then.theme = now.theme;
    then.panels = now.panels;
    then.aspect = now.aspect;
    then.hovered_part = now.hovered_part;
    then.hovered_point = now.hovered_point;
    return then;
}

bool differs(const State& before, const State& after) {
    return !(restored(before, after) == after);
}

}  // namespace

void History::go(std::vector<Entry>& from, std::vector<Entry>& to) {
    if (from.empty()) return;
    Entry entry = std::move(from.back());
    from.pop_back();
    to.push_back({state_, entry.sentence});
    state_ = restored(std::move(entry.state), state_);
    dragging_ = false;
}

void History::apply(std::span<const Action> actions, const Atlas& atlas) {
    const State before = state_;
    std::optional<Action> told;
    bool drag = true;
    for (const Action& action : actions) {
        if (std::holds_alternative<Undo>(action)) return go(past_, future_);
        if (std::holds_alternative<Redo>(action)) return go(future_, past_);
        state_ = reduce(state_, action, atlas);
        const Trace trace = form_of(action).trace;
        if (trace != Trace::None && !told) told = action;
        drag = drag && trace == Trace::Drag;
    }
    if (!told || !differs(before, state_)) return;
    future_.clear();
    if (drag && dragging_) return;
    dragging_ = drag;
    past_.push_back({before, sentence_of(*told, atlas.catalog())});
    if (past_.size() > longest_past) past_.erase(past_.begin());
}

std::string sentence_of(const Action& action, const Catalog& catalog) {
    if (const auto* a = std::get_if<SelectMuscle>(&action)) {
        const Muscle* muscle = catalog.muscle(a->muscle);
        return "Select " + (muscle == nullptr ? a->muscle : muscle->name);
    }
    if (const auto* a = std::get_if<SelectPoint>(&action)) {
        const TriggerPoint* point = catalog.point(a->point);
        const Muscle* muscle = point == nullptr ? nullptr : catalog.muscle(point->muscle);
        if (muscle == nullptr) return "Select " + a->point;
        return "Select " + muscle->name + ", point " + std::to_string(point->number);
    }
    if (const auto* a = std::get_if<SelectCondition>(&action)) {
        const Condition* condition = catalog.condition(a->condition);
        return "Select " + (condition == nullptr ? a->condition : condition->name);
    }
    if (const auto* a = std::get_if<SelectZone>(&action)) {
        const Zone* zone = catalog.zone(a->zone);
        return "Select " + (zone == nullptr ? a->zone : zone->name);
    }
    if (form_of(action).trace == Trace::Drag) return "Move the view";
    std::string text = to_text(action);
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

}  // namespace myomap
