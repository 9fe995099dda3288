#include "scene/reduce.h"

#include <algorithm>
#include <concepts>

#include "scene/derive.h"
#include "scene/needle_camera.h"
#include "scene/reduce_camera.h"
#include "scene/reduce_layers.h"
#include "scene/reduce_pain.h"
#include "scene/reduce_selection.h"
#include "scene/reduce_visit.h"
#include "scene/saved_view.h"
#include "scene/story.h"

namespace myomap {
namespace {

template <class T>
T cycled(T value, int count) {
    return static_cast<T>((static_cast<int>(value) + 1) % count);
}

template <class Kind, class Reducer>
concept ReducedBy = std::invocable<const Reducer&, const Kind&>;

// Panels, settings and saved views; the rest is done by the reducers of each subject.
class Reduction {
public:
    Reduction(const State& state, const Atlas& atlas) : next_(state), atlas_(atlas) {}

    State result() { return std::move(next_); }

    void operator()(const SetTheme& a) { next_.theme = a.theme.value_or(cycled(next_.theme, 2)); }
    void operator()(const SetPalette& a) {
        next_.display.palette = a.palette.value_or(cycled(next_.display.palette, 3));
    }
    void operator()(const SetMaps& a) {
        next_.display.maps_apart = a.shown ? *a.shown == MapsShown::Apart : !next_.display.maps_apart;
    }
    void operator()(const SetLabels& a) { next_.display.labels = a.on.value_or(!next_.display.labels); }
    void operator()(const SetNames& a) {
        next_.display.latin = a.language ? *a.language == NameLanguage::Latin : !next_.display.latin;
    }
    void operator()(const SetNumbers& a) { next_.display.numbers = a.on.value_or(!next_.display.numbers); }
    void operator()(const SetPanel& a) {
        Panels& panels = next_.panels;
        bool& open = a.panel == Panel::Left    ? panels.left
                     : a.panel == Panel::Right ? panels.right
                     : a.panel == Panel::Help  ? panels.help
                                               : panels.commands;
        open = a.open.value_or(!open);
        if (open && a.panel == Panel::Left) panels.wanted = Wanted::Left;
        if (open && a.panel == Panel::Right) panels.wanted = Wanted::Right;
    }
    void operator()(const ShowTab& a) {
        next_.panels.tab = a.tab;
        next_.panels.left = true;
        next_.panels.wanted = Wanted::Left;
        next_.panels.query.clear();
    }
    void operator()(const Find& a) { next_.panels.query = a.query; }

    void operator()(const StartOver&) {
        State fresh = first_state(atlas_, next_.aspect);
        next_.selection = fresh.selection;
        next_.layers = fresh.layers;
        next_.hidden_parts.clear();
        next_.isolated.reset();
        next_.lengths.clear();
        next_.display = fresh.display;
        next_.needle = false;
        next_.story = fresh.story;
        next_.pain = {};
        next_.together.clear();
        next_.compared.clear();
        next_.camera = home_camera(next_, atlas_);
    }

    void operator()(const SaveView& a) {
        SavedView view{a.name, view_actions(next_)};
        const auto known = std::ranges::find(next_.saved, a.name, &SavedView::name);
        if (known == next_.saved.end())
            next_.saved.push_back(std::move(view));
        else
            *known = std::move(view);
    }
    void operator()(const OpenView& a) {
        const auto known = std::ranges::find(next_.saved, a.name, &SavedView::name);
        if (known == next_.saved.end()) return;
        const std::vector<std::string> actions = known->actions;
        for (const std::string& text : actions) {
            const Loaded<Action> action = action_from_text(text);
            const bool of_views = action && std::holds_alternative<OpenView>(*action.value);
            if (action && !of_views) std::visit(*this, *action.value);
        }
    }
    void operator()(const RenameView& a) {
        if (!is_saved(a.number) || std::ranges::count(next_.saved, a.name, &SavedView::name) > 0) return;
        next_.saved[static_cast<std::size_t>(a.number - 1)].name = a.name;
    }
    void operator()(const MoveView& a) {
        if (!is_saved(a.number) || !is_saved(a.to)) return;
        SavedView view = std::move(next_.saved[static_cast<std::size_t>(a.number - 1)]);
        next_.saved.erase(next_.saved.begin() + (a.number - 1));
        next_.saved.insert(next_.saved.begin() + (a.to - 1), std::move(view));
    }
    void operator()(const DeleteView& a) {
        std::erase_if(next_.saved, [&](const SavedView& view) { return view.name == a.name; });
    }

    void operator()(const SetMotion& a) { next_.comfort.motion = a.on.value_or(!next_.comfort.motion); }
    void operator()(const SetInertia& a) { next_.comfort.inertia = a.on.value_or(!next_.comfort.inertia); }
    void operator()(const SetSpeed& a) { next_.comfort.speed = std::clamp(a.speed, least_speed, most_speed); }
    void operator()(const SetTextSize& a) {
        next_.comfort.text_size = std::clamp(a.size, least_text_size, most_text_size);
    }
    void operator()(const SetContrast& a) { next_.comfort.contrast = a.on.value_or(!next_.comfort.contrast); }
    void operator()(const SetRecording& a) { next_.recording = a.on.value_or(!next_.recording); }
    void operator()(const SetNeedle& a) {
        const bool before = next_.needle;
        next_.needle = a.on.value_or(!before);
        if (next_.needle && !before) next_.camera = needle_camera(next_, atlas_);
        if (before && !next_.needle) next_.camera.cut_m.reset();
    }
    void operator()(const TellStory& a) { next_ = told(std::move(next_), a, atlas_); }
    void operator()(const SetContentScale&) {}
    void operator()(const SavePicture&) {}
    void operator()(const Undo&) {}
    void operator()(const Redo&) {}

    template <ReducedBy<SelectionReduction> Kind>
    void operator()(const Kind& a) {
        SelectionReduction(next_, atlas_)(a);
    }
    template <ReducedBy<LayersReduction> Kind>
    void operator()(const Kind& a) {
        LayersReduction(next_, atlas_)(a);
    }
    template <ReducedBy<CameraReduction> Kind>
    void operator()(const Kind& a) {
        CameraReduction(next_, atlas_)(a);
    }
    template <ReducedBy<PainReduction> Kind>
    void operator()(const Kind& a) {
        PainReduction(next_, atlas_)(a);
    }
    template <ReducedBy<VisitReduction> Kind>
    void operator()(const Kind& a) {
        VisitReduction(next_, atlas_)(a);
    }

private:
    bool is_saved(int number) const { return number >= 1 && number <= static_cast<int>(next_.saved.size()); }

    State next_;
    const Atlas& atlas_;
};

}  // namespace

State reduce(const State& state, const Action& action, const Atlas& atlas) {
    Reduction reduction(state, atlas);
    std::visit(reduction, action);
    State next = reduction.result();
    if (next.selection.point.empty())
        next.story = Story{.speed = next.story.speed};  // it has no point to be told on
    return next;
}

State first_state(const Atlas& atlas, float aspect) {
    State state;
    state.aspect = aspect;
    state.camera = camera_for_body(atlas.body(), aspect);
    // A body of muscles and bones at first; the rest is there when asked for.
    state.layers.vessels = state.layers.nerves = state.layers.organs = false;
    return state;
}

}  // namespace myomap
