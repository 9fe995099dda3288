#include "scene/reduce.h"

#include <algorithm>
#include <cmath>
#include <concepts>
#include <numbers>
#include <sstream>

#include "scene/derive.h"
#include "scene/focus.h"
#include "scene/in_view.h"
#include "scene/part_walk.h"
#include "scene/reduce_pain.h"
#include "scene/saved_view.h"
#include "scene/story.h"
#include "scene/story_scene.h"

namespace myomap {
namespace {

constexpr float nearest_m = 0.012F;
constexpr float furthest_m = 12.0F;

// Height of half the picture at the target.
float half_height_m(const Camera& camera) {
    return camera.distance_m * std::tan(camera.field_of_view_deg * std::numbers::pi_v<float> / 360.0F);
}

Vec3 in_picture(const Camera& camera, const Vec2& at) {
    return right_of(camera) * at.x + up_of(camera) * at.y;
}

float turned(float degrees) {
    return std::remainder(degrees, 360.0F);
}

template <class T>
T cycled(T value, int count) {
    return static_cast<T>((static_cast<int>(value) + 1) % count);
}

// The entry after (or before) the one at `at`; the first (or last) where there is none. Round and round.
template <class T>
const T* stepped(const std::vector<const T*>& entries, std::string_view id, Step step) {
    if (entries.empty()) return nullptr;
    const auto at = std::ranges::find_if(entries, [&](const T* entry) { return entry->id == id; });
    if (step == Step::Next) {
        if (at == entries.end() || at + 1 == entries.end()) return entries.front();
        return *(at + 1);
    }
    return at == entries.begin() || at == entries.end() ? entries.back() : *(at - 1);
}

class Reduction {
public:
    Reduction(const State& state, const Atlas& atlas) : next_(state), atlas_(atlas) {}

    State result() { return std::move(next_); }

    void operator()(const SelectMuscle& a) {
        const Muscle* muscle = atlas_.catalog().muscle(a.muscle);
        if (muscle == nullptr) return;
        choose_side(a.side);
        keep_context_of(muscle, nullptr);
        next_.selection.muscle = muscle->id;
        next_.selection.point.clear();
        show_selected();
    }
    void operator()(const SelectPoint& a) {
        const TriggerPoint* point = atlas_.catalog().point(a.point);
        if (point == nullptr) return;
        choose_side(a.side);
        const auto sides = atlas_.sides_of(*point);
        if (!sides.empty() && std::ranges::find(sides, next_.selection.side) == sides.end()) {
            if (sides.front() != Side::Midline) next_.selection.side = sides.front();
        }
        keep_context_of(atlas_.catalog().muscle(point->muscle), point);
        next_.selection.muscle = point->muscle;
        next_.selection.point = point->id;
        show_selected();
    }
    void operator()(const SelectCondition& a) {
        if (atlas_.catalog().condition(a.condition) == nullptr) return;
        only_side_of_selection().condition = a.condition;
        show_selected();
    }
    void operator()(const SelectZone& a) {
        if (atlas_.catalog().zone(a.zone) == nullptr) return;
        choose_side(a.side);
        only_side_of_selection().zone = a.zone;
        show_selected();
    }
    void operator()(const SelectPart& a) {
        const int index = atlas_.body().part_index(a.part);
        if (index < 0) return;
        const Part& part = atlas_.body().parts[static_cast<std::size_t>(index)];
        if (atlas_.catalog().muscle(part.muscle) != nullptr) {
            (*this)(SelectMuscle{part.muscle, part.side});
            return;
        }
        choose_side(part.side);
        only_side_of_selection().part = part.id;
        next_.panels.wanted = Wanted::Right;
    }
    void operator()(const SelectNothing&) { only_side_of_selection(); }
    void operator()(const StepBack&) {
        Selection& s = next_.selection;
        for (std::string* deepest : {&s.point, &s.muscle, &s.part, &s.condition, &s.zone}) {
            if (deepest->empty()) continue;
            deepest->clear();
            return;
        }
        next_.isolated.reset();
    }
    void operator()(const ShowSide& a) {
        next_.selection.both_sides = a.side == Side::Midline;
        if (a.side != Side::Midline) next_.selection.side = a.side;
    }
    void operator()(const StepPoint& a) {
        const auto points = points_in_view(next_.selection, atlas_.catalog());
        if (const auto* point = stepped(points, next_.selection.point, a.step)) {
            (*this)(SelectPoint{point->id, std::nullopt});
            keep_in_view();
        }
    }
    void operator()(const StepMuscle& a) {
        const auto muscles = muscles_in_view(next_.selection, atlas_.catalog());
        if (const auto* muscle = stepped(muscles, next_.selection.muscle, a.step)) {
            (*this)(SelectMuscle{muscle->id, std::nullopt});
            keep_in_view();
        }
    }
    void operator()(const Hover& a) {
        next_.hovered_part = a.part;
        next_.hovered_point = a.point;
    }

    void operator()(const SetSkin& a) {
        // From the body's own look (clear) the first step takes the skin off, which is asked for most.
        const SkinLook next = next_.layers.skin == SkinLook::Clear ? SkinLook::Off
                              : next_.layers.skin == SkinLook::Off ? SkinLook::Opaque
                                                                   : SkinLook::Clear;
        next_.layers.skin = a.look.value_or(next);
    }
    void operator()(const SetLayer& a) {
        bool& shown = layer(a.layer);
        shown = a.shown.value_or(!shown);
    }
    void operator()(const Peel& a) {
        next_.layers.deepest_hidden_layer = std::clamp(a.deepest_hidden_layer, 0, 4);
    }
    void operator()(const PeelBy& a) { (*this)(Peel{next_.layers.deepest_hidden_layer + a.layers}); }
    void operator()(const SetXRay& a) { next_.layers.x_ray = a.on.value_or(!next_.layers.x_ray); }
    void operator()(const Hide& a) {
        const auto parts = parts_meant(a.part);
        if (parts.empty()) return;
        next_.hidden_parts.insert(parts.begin(), parts.end());
        const auto selected = parts_meant({});
        if (std::ranges::all_of(selected, [&](const auto& id) { return next_.hidden_parts.contains(id); })) {
            next_.selection.muscle.clear();
            next_.selection.point.clear();
            next_.selection.part.clear();
        }
    }
    void operator()(const Isolate& a) {
        const auto parts = parts_meant(a.part);
        if (next_.isolated && (parts.empty() || *next_.isolated == parts)) {
            next_.isolated.reset();
        } else if (!parts.empty()) {
            next_.isolated = parts;
        }
    }
    void operator()(const ShowAll&) {
        next_.hidden_parts.clear();
        next_.isolated.reset();
        // What is not hidden but was never asked for stays away.
        const Layers before = next_.layers;
        next_.layers = Layers();
        next_.layers.skin = before.skin;
        next_.layers.vessels = before.vessels;
        next_.layers.nerves = before.nerves;
        next_.layers.organs = before.organs;
    }

    void operator()(const Lengthen& a) {
        if (!has_fibres(a.part)) return;
        if (a.change.factor == 1)
            next_.lengths.erase(a.part);
        else
            next_.lengths[a.part] = a.change;
    }

    void operator()(const LookFrom& a) {
        Camera& camera = next_.camera;
        camera.pitch_deg = a.view == View::Top ? 90.0F : 0.0F;
        switch (a.view) {
            case View::Front:
            case View::Top:
                camera.yaw_deg = 0;
                break;
            case View::Back:
                camera.yaw_deg = 180;
                break;
            case View::Left:
                camera.yaw_deg = 90;
                break;
            case View::Right:
                camera.yaw_deg = -90;
                break;
        }
    }
    void operator()(const FlyTo& a) {
        const int index = atlas_.body().part_index(a.part);
        if (index < 0) {
            next_.camera = camera_for_selection(next_, atlas_, next_.aspect);
            return;
        }
        const Part& part = atlas_.body().parts[static_cast<std::size_t>(index)];
        const Box box = bounds_of(part.levels[level_count - 1]);
        if (!box.empty()) next_.camera = fitted(next_.camera, box, next_.aspect, 1.6F, next_.covered);
    }
    void operator()(const GoHome&) {
        Camera home = home_camera();
        home.yaw_deg = next_.camera.yaw_deg;
        home.pitch_deg = next_.camera.pitch_deg;
        next_.camera = home;
    }
    void operator()(const Orbit& a) {
        Camera& camera = next_.camera;
        camera.yaw_deg = turned(camera.yaw_deg + a.yaw_deg);
        camera.pitch_deg = std::clamp(camera.pitch_deg + a.pitch_deg, -90.0F, 90.0F);
    }
    void operator()(const Pan& a) {
        Camera& camera = next_.camera;
        camera.target =
            within_reach(camera.target - in_picture(camera, a.by) * (a.depth * half_height_m(camera)));
    }
    void operator()(const Zoom& a) {
        Camera& camera = next_.camera;
        const float before = half_height_m(camera);
        const float distance = camera.distance_m;
        camera.distance_m = std::clamp(camera.distance_m / a.factor, nearest_m, furthest_m);
        // The eye and the target both come nearer to what stays: a place in the target's plane, or before or
        // behind it.
        const float nearer = before - half_height_m(camera);
        const float half = before / distance;
        const Vec3 towards_eye = glm::normalize(eye_of(camera) - camera.target);
        camera.target = within_reach(camera.target + in_picture(camera, a.at) * (a.depth * nearer) +
                                     towards_eye * ((1 - a.depth) * nearer / half));
    }
    void operator()(const SetCamera& a) { next_.camera = a.camera; }

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
    void operator()(const SetAspect& a) {
        // A view that nobody has turned since it was fitted stays fitted to its window.
        const bool whole = next_.camera == home_camera();
        const bool selection = !whole && next_.camera == camera_for_selection(next_, atlas_, next_.aspect);
        const bool story = next_.story.open && next_.camera == story_camera(next_, atlas_);
        next_.aspect = a.aspect;
        next_.covered = a.covered;
        if (story) next_.camera = story_camera(next_, atlas_);
        if (story) return;
        if (whole) next_.camera = home_camera();
        if (selection) next_.camera = camera_for_selection(next_, atlas_, next_.aspect);
    }
    void operator()(const SelectMirrored&) {
        Selection& s = next_.selection;
        if (s.both_sides) return;
        const Side other = s.side == Side::Left ? Side::Right : Side::Left;
        if (!s.part.empty()) {
            const std::string twin = mirrored_part(s.part);
            if (atlas_.body().part_index(twin) < 0) return;
            s.part = twin;
        }
        s.side = other;
    }
    void operator()(const StepPart& a) {
        const std::string part = next_part(next_, atlas_, a.step == Step::Next);
        if (part.empty()) return;
        (*this)(SelectPart{part});
        keep_in_view();
    }
    void operator()(const ShowPart& a) { next_.hidden_parts.erase(a.part); }
    void operator()(const SetDepth& a) {
        Layers& layers = next_.layers;
        const int depth = std::clamp(a.depth, 0, deepest);
        layers.skin = depth == 0 ? SkinLook::Opaque : depth == 1 ? SkinLook::Clear : SkinLook::Off;
        layers.deepest_hidden_layer = std::max(0, depth - 2);
    }
    void operator()(const DepthBy& a) { (*this)(SetDepth{depth_of(next_.layers) + a.steps}); }
    void operator()(const SetCut& a) { next_.camera.cut_m = a.before_target_m; }
    void operator()(const CutBy& a) {
        // The first cut begins where the body does.
        const Camera& camera = next_.camera;
        const float from = camera.cut_m.value_or(std::min(0.2F, camera.distance_m / 2));
        const float cut = from - a.deeper_m;
        next_.camera.cut_m = cut > furthest_m ? std::nullopt : std::optional(std::max(cut, -1.0F));
    }
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
        next_.camera = home_camera();
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
    }
    void operator()(const TellStory& a) { next_ = told(std::move(next_), a, atlas_); }
    void operator()(const SavePicture&) {}
    template <class PainAction>
    requires std::invocable<PainReduction, const PainAction&>
    void operator()(const PainAction& a) { PainReduction{next_, atlas_}(a); }

    void operator()(const KeepPoint& a) {
        const TriggerPoint* point = atlas_.catalog().point(a.point.empty() ? next_.selection.point : a.point);
        if (point == nullptr) return;
        std::vector<KeptPoint>& kept = next_.session.points;
        const Side side = a.side.value_or(next_.selection.side);
        const bool known = std::ranges::any_of(
            kept, [&](const KeptPoint& k) { return k.point == point->id && k.side == side; });
        if (!known) kept.push_back({point->id, side, a.date, {}});
    }
    void operator()(const ForgetPoint& a) {
        std::vector<KeptPoint>& kept = next_.session.points;
        if (is_one_of(kept, a.number)) kept.erase(kept.begin() + (a.number - 1));
    }
    void operator()(const NotePoint& a) {
        std::vector<KeptPoint>& kept = next_.session.points;
        if (is_one_of(kept, a.number)) kept[static_cast<std::size_t>(a.number - 1)].note = a.text;
    }
    void operator()(const AddNote& a) {
        if (!a.text.empty()) next_.session.notes.push_back({a.date, a.text});
    }
    void operator()(const ChangeNote& a) {
        std::vector<SessionNote>& notes = next_.session.notes;
        if (!is_one_of(notes, a.number)) return;
        if (a.text.empty())
            notes.erase(notes.begin() + (a.number - 1));
        else
            notes[static_cast<std::size_t>(a.number - 1)].text = a.text;
    }
    void operator()(const NewSession&) {}
    void operator()(const DropChanges&) {}
    void operator()(const OpenSession&) {}
    void operator()(const SaveSession&) {}
    void operator()(const WriteHandout&) {}
    void operator()(const Ask& a) { next_.panels.asking = a.what; }
    void operator()(const SetHandoutNote& a) { next_.leaflet.note = a.text; }
    void operator()(const SetPractice& a) { next_.leaflet.practice = a.name; }
    void operator()(const SetPaper& a) { next_.leaflet.paper = a.paper; }
    void operator()(const SetLanguage& a) { next_.comfort.language = a.language; }
    void operator()(const Undo&) {}
    void operator()(const Redo&) {}

private:
    template <class Entry>
    static bool is_one_of(const std::vector<Entry>& entries, int number) {
        return number >= 1 && number <= static_cast<int>(entries.size());
    }
    bool is_saved(int number) const { return is_one_of(next_.saved, number); }

    // What a step came to must be seen.
    void keep_in_view() {
        if (!selection_in_view(next_, atlas_))
            next_.camera = camera_for_selection(next_, atlas_, next_.aspect);
    }

    void choose_side(std::optional<Side> side) {
        if (!side || *side == Side::Midline) return;
        next_.selection.side = *side;
        next_.selection.both_sides = false;
    }

    // Forgets what is selected but not on which side.
    Selection& only_side_of_selection() {
        Selection kept;
        kept.side = next_.selection.side;
        kept.both_sides = next_.selection.both_sides;
        next_.selection = std::move(kept);
        return next_.selection;
    }

    // The condition or zone stays the context only of what belongs to it.
    void keep_context_of(const Muscle* muscle, const TriggerPoint* point) {
        Selection& s = next_.selection;
        s.part.clear();
        if (s.condition.empty() && s.zone.empty()) return;
        bool belongs = false;
        if (point != nullptr) {
            belongs = std::ranges::count(points_in_view(s, atlas_.catalog()), point) > 0;
        } else {
            belongs = std::ranges::count(muscles_in_view(s, atlas_.catalog()), muscle) > 0;
        }
        if (belongs) return;
        s.condition.clear();
        s.zone.clear();
    }

    // The skin stays as the user has it.
    void show_selected() { next_.panels.wanted = Wanted::Right; }

    Camera home_camera() const {
        Covered covered = next_.covered;
        if (next_.selection.empty()) covered.bottom = 0;  // no legend then
        return camera_for_body(atlas_.body(), next_.aspect, covered);
    }

    bool& layer(Layer layer) {
        Layers& layers = next_.layers;
        switch (layer) {
            case Layer::Muscles:
                return layers.muscles;
            case Layer::Bones:
                return layers.bones;
            case Layer::Vessels:
                return layers.vessels;
            case Layer::Nerves:
                return layers.nerves;
            case Layer::Organs:
                return layers.organs;
            case Layer::Other:
                return layers.other;
            case Layer::Left:
                return layers.left;
            case Layer::Right:
                return layers.right;
            case Layer::Points:
                break;
        }
        return layers.points;
    }

    std::set<std::string> parts_meant(const std::string& part) const {
        const Body& body = atlas_.body();
        if (!part.empty()) {
            std::set<std::string> named;
            std::istringstream words(part);
            for (std::string id; words >> id;)
                if (body.part_index(id) >= 0) named.insert(id);
            return named;
        }
        const Focus focus = focus_of(next_.selection, atlas_);
        std::set<std::string> ids;
        for (int index : focus.parts.empty() ? focus.related_parts : focus.parts) {
            ids.insert(body.parts[static_cast<std::size_t>(index)].id);
        }
        return ids;
    }

    bool has_fibres(const std::string& part) const {
        const Body& body = atlas_.body();
        const int index = body.part_index(part);
        return index >= 0 && std::ranges::find(body.sheets, index, &FibreSheet::part) != body.sheets.end();
    }

    // The body cannot be lost out of the picture.
    Vec3 within_reach(const Vec3& target) const {
        const Box box = bounds_of(atlas_.body().skin.mesh);
        return box.empty() ? target : glm::clamp(target, box.min, box.max);
    }

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
