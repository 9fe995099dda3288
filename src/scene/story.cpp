#include "scene/story.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "scene/derive.h"
#include "scene/focus.h"
#include "scene/needle_camera.h"

namespace myomap {
namespace {

using Verb = TellStory::Verb;

constexpr float needle_aside_deg = 42;

const std::vector<StoryScene>& scenes_of(const Atlas& atlas) {
    return atlas.catalog().treatment().storyboard;
}

const PlacedPoint* place_of(const Selection& selection, const Atlas& atlas) {
    const TriggerPoint* point = atlas.catalog().point(selection.point);
    if (point == nullptr) return nullptr;
    for (const Side side : selected_sides(selection, atlas, *point))
        if (const PlacedPoint* place = atlas.place(point->id, side)) return place;
    for (const Side side : atlas.sides_of(*point))
        if (const PlacedPoint* place = atlas.place(point->id, side)) return place;
    return nullptr;
}

const PlacedPoint* place_with(Selection selection, const std::string& point, const Atlas& atlas) {
    selection.point = point;
    return place_of(selection, atlas);
}

bool is_needled(const TriggerPoint& point, const Catalog& catalog) {
    const Muscle* muscle = catalog.muscle(point.muscle);
    return muscle != nullptr && needle_line(muscle->needling, point.number).hold != NeedleHold::Hand;
}

// The share of a point's pain that lies where a condition hurts.
float share_in(const std::vector<std::string>& zones, const TriggerPoint& point) {
    const auto is_within = [&](const std::string& zone) {
        return std::ranges::any_of(zones, [&](const std::string& each) {
            return zone == each || zone.starts_with(each + ".") || each.starts_with(zone + ".");
        });
    };
    constexpr float essential = 2;
    float all = 0, within = 0;
    for (const Referral& referral : point.refers) {
        const float weight = referral.kind == ReferralKind::Essential ? essential : 1;
        all += weight;
        if (is_within(referral.zone)) within += weight;
    }
    return all > 0 ? within / all : 0;
}

// Of what is selected: of the first muscle with a point that is needled, not treated by hand, the one whose
// pain is most that of the condition. A story of a needle is not told where the record forbids one, unless
// there is nothing else.
const TriggerPoint* most_telling(const Selection& selection, const Atlas& atlas) {
    const Catalog& catalog = atlas.catalog();
    const bool context = !selection.muscle.empty() || !selection.condition.empty() || !selection.zone.empty();
    if (!context) return nullptr;
    const Condition* condition = catalog.condition(selection.condition);
    const TriggerPoint* first = nullptr;
    const TriggerPoint* best = nullptr;
    for (const TriggerPoint* point : points_in_view(selection, catalog)) {
        if (place_with(selection, point->id, atlas) == nullptr) continue;
        if (first == nullptr) first = point;
        if (!is_needled(*point, catalog) || (best != nullptr && point->muscle != best->muscle)) continue;
        const bool better =
            best != nullptr && condition != nullptr &&
            share_in(condition->typical_zones, *point) > share_in(condition->typical_zones, *best);
        if (best == nullptr || better) best = point;
    }
    return best == nullptr ? first : best;
}

void open(State& state, const Atlas& atlas) {
    const PlacedPoint* place = point_of_story(state.selection, atlas);
    if (place == nullptr || scenes_of(atlas).empty()) return;
    Selection& selection = state.selection;
    selection.part.clear();
    selection.both_sides = false;
    if (place->side != Side::Midline) selection.side = place->side;
    selection.muscle = place->point->muscle;
    selection.point = place->point->id;
    state.story.open = true;
    state.story.scene = 0;
    state.story.at = 0;
    state.story.playing = state.comfort.motion;
}

void begin_scene(State& state, int scene, const Atlas& atlas) {
    const auto count = static_cast<int>(scenes_of(atlas).size());
    state.story.scene = std::clamp(scene, 0, count - 1);
    state.story.at = 0;
}

void go_to(State& state, float progress, const Atlas& atlas) {
    const std::vector<float> starts = story_starts(atlas.catalog().treatment());
    int scene = 0;
    while (scene + 1 < static_cast<int>(scenes_of(atlas).size()) &&
           starts[static_cast<std::size_t>(scene) + 1] <= progress)
        ++scene;
    const auto index = static_cast<std::size_t>(scene);
    state.story.scene = scene;
    state.story.at = std::clamp((progress - starts[index]) / (starts[index + 1] - starts[index]), 0.0F, 1.0F);
}

void advance(Story& story, float seconds, const std::vector<StoryScene>& scenes) {
    float left = seconds * story.speed;
    while (story.playing) {
        const float length = scenes[static_cast<std::size_t>(story.scene)].seconds;
        const float rest = (1 - story.at) * length;
        if (left < rest) {
            story.at += left / length;
            return;
        }
        left -= rest;
        if (story.scene + 1 == static_cast<int>(scenes.size())) {
            story.at = 1;
            story.playing = false;
        } else {
            ++story.scene;
            story.at = 0;
        }
    }
}

void play(State& state, const Atlas& atlas) {
    Story& story = state.story;
    const bool ended = story.scene + 1 == static_cast<int>(scenes_of(atlas).size()) && story.at >= 1;
    if (ended) begin_scene(state, 0, atlas);
    story.playing = true;
}

void follow(State& state, const TellStory& action, const Atlas& atlas) {
    Story& story = state.story;
    switch (action.verb) {
        case Verb::Open:
            open(state, atlas);
            break;
        case Verb::Close:
            story = Story{.speed = story.speed};
            break;
        case Verb::Play:
            play(state, atlas);
            break;
        case Verb::Pause:
            story.playing = false;
            break;
        case Verb::Toggle:
            story.playing ? void(story.playing = false) : play(state, atlas);
            break;
        case Verb::Next:
            begin_scene(state, story.scene + 1, atlas);
            break;
        case Verb::Previous:
            // As players do: first to the beginning of what is told.
            begin_scene(state, story.at > 0.25F && state.comfort.motion ? story.scene : story.scene - 1,
                        atlas);
            break;
        case Verb::Step:
            begin_scene(state, static_cast<int>(action.value) - 1, atlas);
            break;
        case Verb::At:
            go_to(state, action.value, atlas);
            break;
        case Verb::Advance:
            advance(story, action.value, scenes_of(atlas));
            break;
        case Verb::Speed:
            story.speed = std::clamp(action.value, least_speed, most_speed);
            break;
    }
}

Box box_round(const Vec3& centre, float half_m) {
    Box box;
    box.add(centre - Vec3(half_m));
    box.add(centre + Vec3(half_m));
    return box;
}

// So much round the point that one knows the muscle again: more of a large one.
float close_half_m(const Box& muscle) {
    constexpr float least_m = 0.033F;
    constexpr float most_m = 0.055F;
    if (muscle.empty()) return least_m;
    const Vec3 size = muscle.size();
    return std::clamp(0.3F * std::max({size.x, size.y, size.z}), least_m, most_m);
}

// The middle of the picture goes to the middle of its left share.
Camera moved_beside(Camera camera, float aspect, float share) {
    const float half_height =
        camera.distance_m * std::tan(camera.field_of_view_deg * std::numbers::pi_v<float> / 360.0F);
    camera.target += right_of(camera) * (half_height * aspect * (1 - share));
    return camera;
}

// The width that is left beside the drawing.
float free_width(const State& state, bool has_inset) {
    return has_inset && state.aspect > 1 ? 1 - story_inset_width : 1;
}

// Beside the drawing, where the picture is wide enough for both.
Camera beside_inset(Camera camera, const Box& box, const State& state, float margin, bool has_inset) {
    Covered covered = state.covered;
    covered.bottom = std::max(covered.bottom, story_words_height);
    const float width = free_width(state, has_inset);
    return moved_beside(fitted(camera, box, state.aspect * width, margin, covered), state.aspect, width);
}

Camera pain_camera(const State& state, const Atlas& atlas, bool has_inset) {
    State seen = state;
    seen.covered.bottom = std::max(seen.covered.bottom, story_words_height);
    const float width = free_width(state, has_inset);
    return moved_beside(camera_for_selection(seen, atlas, state.aspect * width), state.aspect, width);
}

}  // namespace

const PlacedPoint* point_of_story(const Selection& selection, const Atlas& atlas) {
    if (const PlacedPoint* place = place_of(selection, atlas)) return place;
    if (const TriggerPoint* point = most_telling(selection, atlas))
        return place_with(selection, point->id, atlas);
    if (const PlacedPoint* place = place_with(selection, atlas.catalog().treatment().story_point, atlas))
        return place;
    return atlas.points().empty() ? nullptr : &atlas.points().front();
}

std::optional<StoryMoment> story_moment(const State& state, const Atlas& atlas) {
    const Story& story = state.story;
    const std::vector<StoryScene>& scenes = scenes_of(atlas);
    if (!story.open || story.scene < 0 || story.scene >= static_cast<int>(scenes.size())) return std::nullopt;
    StoryMoment moment;
    moment.place = place_of(state.selection, atlas);
    if (moment.place == nullptr) return std::nullopt;
    moment.scene = &scenes[static_cast<std::size_t>(story.scene)];
    moment.values = story_values(*moment.scene, story.at);
    moment.seconds = story.at * moment.scene->seconds;
    return moment;
}

std::vector<float> story_starts(const Treatment& treatment) {
    std::vector<float> starts{0};
    for (const StoryScene& scene : treatment.storyboard) starts.push_back(starts.back() + scene.seconds);
    for (float& start : starts) start /= std::max(starts.back(), 1e-3F);
    return starts;
}

float story_progress(const Story& story, const Treatment& treatment) {
    if (story.scene < 0 || story.scene >= static_cast<int>(treatment.storyboard.size())) return 0;
    const std::vector<float> starts = story_starts(treatment);
    const auto scene = static_cast<std::size_t>(story.scene);
    return std::lerp(starts[scene], starts[scene + 1], story.at);
}

Camera story_camera(const State& state, const Atlas& atlas) {
    const auto moment = story_moment(state, atlas);
    if (!moment) return state.camera;
    const PlacedPoint& place = *moment->place;
    const bool inset = moment->scene->inset != StoryInset::None;
    State uncut = state;
    uncut.camera.cut_m.reset();
    const Camera camera = camera_facing(place, uncut.camera);
    const Box muscle =
        place.part < 0
            ? Box()
            : bounds_of(atlas.body().parts[static_cast<std::size_t>(place.part)].levels[level_count - 1]);
    const Box close = box_round(place.position, close_half_m(muscle));
    switch (moment->scene->view) {
        case StoryView::Point:
            return beside_inset(camera, close, state, 1, inset);
        case StoryView::Muscle: {
            Box box = close;
            box.add(muscle);
            return beside_inset(camera, box, state, 1.15F, inset);
        }
        case StoryView::Needle:
            if (const auto& path = atlas.needle(place)) {
                Box box = close;
                box.add(box_of_way(place, *path, 0.03F, 0));
                return beside_inset(turned_aside(camera, place, *path, needle_aside_deg), box, state, 1,
                                    inset);
            }
            return beside_inset(camera, close, state, 1, inset);
        case StoryView::Pain:
            break;
    }
    return pain_camera(uncut, atlas, inset);
}

State told(State state, const TellStory& action, const Atlas& atlas) {
    const Story before = state.story;
    if (!before.open && action.verb != Verb::Open && action.verb != Verb::Speed) {
        if (action.verb == Verb::Close || action.verb == Verb::Pause || action.verb == Verb::Advance)
            return state;
        open(state, atlas);  // whatever is asked for, it begins
    }
    if (!state.story.open && action.verb != Verb::Open && action.verb != Verb::Speed) return state;
    follow(state, action, atlas);
    Story& story = state.story;
    if (!story.open) return state;
    if (!state.comfort.motion) {
        story.playing = false;
        if (action.verb != Verb::At) story.at = scenes_of(atlas)[static_cast<std::size_t>(story.scene)].still;
    }
    if (!before.open || before.scene != story.scene) state.camera = story_camera(state, atlas);
    return state;
}

}  // namespace myomap
