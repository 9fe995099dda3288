#include "scene/history.h"

#include <array>
#include <cctype>
#include <optional>

#include "scene/new_catalog.h"
#include "scene/reduce.h"

namespace myomap {
namespace {

constexpr std::size_t longest_past = 500;

// Keeps of `now` what undo does not restore.
State restored(State then, const State& now) {
    then.theme = now.theme;
    then.display = now.display;
    then.comfort = now.comfort;
    then.leaflet = now.leaflet;
    then.recording = now.recording;
    then.needle = now.needle;
    // It has no point to be told on where its selection is taken back.
    then.story = then.selection.point.empty() ? Story{.speed = now.story.speed} : now.story;
    then.panels = now.panels;
    then.aspect = now.aspect;
    then.covered = now.covered;
    then.brush = now.brush;
    then.lookup_filter = now.lookup_filter;
    then.previewed = now.previewed;
    then.hovered_part = now.hovered_part;
    then.hovered_point = now.hovered_point;
    return then;
}

bool differs(const State& before, const State& after) {
    return !(restored(before, after) == after);
}

// What an action does, as a user would say it. Empty where its text form says it well enough.
struct Sentence {
    const Atlas& atlas;

    std::string operator()(const SelectMuscle& a) const {
        const Muscle* muscle = atlas.catalog().muscle(a.muscle);
        return "select " + (muscle == nullptr ? a.muscle : muscle->name);
    }
    std::string operator()(const SelectPoint& a) const {
        const TriggerPoint* point = atlas.catalog().point(a.point);
        const Muscle* muscle = point == nullptr ? nullptr : atlas.catalog().muscle(point->muscle);
        if (muscle == nullptr) return "select " + a.point;
        return "select " + muscle->name + ", point " + std::to_string(point->number);
    }
    std::string operator()(const SelectCondition& a) const {
        const Condition* condition = atlas.catalog().condition(a.condition);
        return "select " + (condition == nullptr ? a.condition : condition->name);
    }
    std::string operator()(const SelectZone& a) const {
        const Zone* zone = atlas.catalog().zone(a.zone);
        return "select " + (zone == nullptr ? a.zone : zone->name);
    }
    std::string operator()(const SelectPart& a) const { return "select " + part_words(a.part); }
    std::string operator()(const SelectNothing&) const { return "end the selection"; }
    std::string operator()(const StepBack&) const { return "one step back"; }
    std::string operator()(const ShowSide& a) const {
        return a.side == Side::Midline ? "both sides" : std::string(myomap::to_text(a.side)) + " side";
    }
    std::string operator()(const StepPoint& a) const {
        return a.step == Step::Next ? "next point" : "previous point";
    }
    std::string operator()(const StepMuscle& a) const {
        return a.step == Step::Next ? "next muscle" : "previous muscle";
    }
    std::string operator()(const SetLayer& a) const {
        constexpr std::array names{"muscles",       "bones",          "vessels",
                                   "nerves",        "organs",         "other tissues",
                                   "the left side", "the right side", "trigger points"};
        const std::string act = !a.shown ? "show or hide " : *a.shown ? "show " : "hide ";
        return act + names.at(static_cast<std::size_t>(a.layer));
    }
    std::string operator()(const Peel& a) const {
        return a.deepest_hidden_layer == 0 ? "all layers of muscles"
                                           : "muscles below layer " + std::to_string(a.deepest_hidden_layer);
    }
    std::string operator()(const PeelBy& a) const {
        return a.layers > 0 ? "take off a layer of muscles" : "put a layer of muscles back";
    }
    std::string operator()(const Hide& a) const { return "hide " + part_words(a.part); }
    std::string operator()(const Isolate& a) const { return "show only " + part_words(a.part); }
    std::string operator()(const Lengthen& a) const {
        const float factor = a.change.factor;
        const std::string act = factor < 1 ? "contract " : factor > 1 ? "lengthen " : "bring to rest ";
        return act + part_words(a.part);
    }
    std::string operator()(const SelectMirrored&) const { return "the same on the other side"; }
    std::string operator()(const StepPart& a) const {
        return a.step == Step::Next ? "next part" : "previous part";
    }
    std::string operator()(const ShowPart& a) const { return "show " + part_words(a.part) + " again"; }
    std::string operator()(const SetDepth& a) const { return "depth " + std::to_string(a.depth); }
    std::string operator()(const DepthBy& a) const {
        return a.steps > 0 ? "a step towards the bones" : "a step towards the skin";
    }
    std::string operator()(const StartOver&) const { return "start over"; }
    std::string operator()(const FlyTo& a) const { return "fly to " + part_words(a.part); }
    std::string operator()(const GoHome&) const { return "show the whole body"; }
    std::string operator()(const MoveView&) const { return "reorder saved views"; }
    std::string operator()(const RenameView& a) const { return "rename a saved view: " + a.name; }
    std::string operator()(const Paint&) const { return "paint where it hurts"; }
    std::string operator()(const Erase&) const { return "erase painted pain"; }
    std::string operator()(const PaintZone& a) const {
        const Zone* zone = atlas.catalog().zone(a.zone);
        return "pain in the " + (zone == nullptr ? a.zone : zone->name);
    }
    std::string operator()(const SetAreas& a) const {
        return a.areas.empty() ? "take all painted pain away" : "open painted areas";
    }
    std::string operator()(const Together&) const { return "points taken together"; }
    std::string operator()(const LookFrom& a) const {
        return a.view == View::Top ? "look from above" : "look from the " + last_word(to_text(a));
    }
    std::string operator()(const KeepPoint&) const { return "keep the point"; }
    std::string operator()(const ForgetPoint&) const { return "forget a kept point"; }
    std::string operator()(const NotePoint& a) const {
        return "write about kept point " + std::to_string(a.number);
    }
    std::string operator()(const AddNote&) const { return "add a note"; }
    std::string operator()(const ChangeNote& a) const {
        return (a.text.empty() ? "take away note " : "change note ") + std::to_string(a.number);
    }
    template <class Other>
    std::string operator()(const Other&) const {
        return {};
    }

private:
    std::string part_words(const std::string& id) const {
        const int index = atlas.body().part_index(id);
        if (index < 0) return "the selection";
        const Part& part = atlas.body().parts[static_cast<std::size_t>(index)];
        const Muscle* muscle = atlas.catalog().muscle(part.muscle);
        return muscle == nullptr ? part.name : muscle->name;
    }
    static std::string last_word(const std::string& text) { return text.substr(text.rfind(' ') + 1); }
};

}  // namespace

void History::go(std::vector<Entry>& from, std::vector<Entry>& to) {
    if (from.empty()) return;
    Entry entry = std::move(from.back());
    from.pop_back();
    to.push_back({state_, entry.sentence});
    state_ = restored(std::move(entry.state), state_);
    dragging_ = false;
    typing_.clear();
}

void History::apply(std::span<const Action> actions, const Atlas& atlas, std::string_view told_as) {
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
    std::string sentence = told_as.empty() ? sentence_of(*told, atlas) : std::string(told_as);
    const bool typing = actions.size() == 1 && form_of(*told).trace == Trace::Typing;
    if (typing && typing_ == sentence) return;
    typing_ = typing ? sentence : std::string();
    past_.push_back({before, std::move(sentence)});
    if (past_.size() > longest_past) past_.erase(past_.begin());
}

void History::go_on_with(const Atlas& before, const Atlas& now) {
    for (std::vector<Entry>* entries : {&past_, &future_})
        for (Entry& entry : *entries) drop_what_is_gone(entry.state, now.catalog());
    state_ = with_new_catalog(std::move(state_), before, now);
}

void History::begin_with(State first) {
    past_.clear();
    future_.clear();
    dragging_ = false;
    typing_.clear();
    state_ = std::move(first);
}

std::string sentence_of(const Action& action, const Atlas& atlas) {
    std::string text = std::visit(Sentence{atlas}, action);
    if (text.empty() && form_of(action).trace == Trace::Drag) return "Move the view";
    if (text.empty()) text = to_text(action);
    text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

}  // namespace myomap
