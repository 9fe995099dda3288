#include "scene/new_catalog.h"

#include <algorithm>

#include "scene/story.h"

namespace myomap {
namespace {

// The scene that was told, where it now stands; else the one in its place.
int scene_now(const Story& story, const std::vector<StoryScene>& before, const std::vector<StoryScene>& now) {
    const int last = static_cast<int>(now.size()) - 1;
    if (story.scene < 0 || story.scene >= static_cast<int>(before.size()))
        return std::clamp(story.scene, 0, last);
    const std::string& id = before[static_cast<std::size_t>(story.scene)].id;
    const auto same = std::ranges::find(now, id, &StoryScene::id);
    return same == now.end() ? std::min(story.scene, last) : static_cast<int>(same - now.begin());
}

}  // namespace

void drop_what_is_gone(State& state, const Catalog& catalog) {
    Selection& selection = state.selection;
    if (catalog.point(selection.point) == nullptr) selection.point.clear();
    if (catalog.muscle(selection.muscle) == nullptr) selection.muscle.clear();
    if (selection.muscle.empty()) selection.point.clear();
    if (catalog.condition(selection.condition) == nullptr) selection.condition.clear();
    if (catalog.zone(selection.zone) == nullptr) selection.zone.clear();
    if (catalog.condition(state.compared) == nullptr || selection.condition.empty()) state.compared.clear();
    const auto is_gone = [&](const PointOnSide& each) { return catalog.point(each.point) == nullptr; };
    std::erase_if(state.together, is_gone);
    if (state.previewed && is_gone(*state.previewed)) state.previewed.reset();
    if (state.hovered_point && is_gone(*state.hovered_point)) state.hovered_point.reset();
}

State with_new_catalog(State state, const Atlas& before, const Atlas& now) {
    const auto told = story_moment(state, before);
    const bool framed = told && state.camera == story_camera(state, before);
    const bool stands = told && !state.comfort.motion && state.story.at == told->scene->still;
    drop_what_is_gone(state, now.catalog());
    if (!state.story.open) return state;
    const std::vector<StoryScene>& scenes = now.catalog().treatment().storyboard;
    if (!scenes.empty())
        state.story.scene = scene_now(state.story, before.catalog().treatment().storyboard, scenes);
    const auto tells = story_moment(state, now);
    if (!tells) {
        state.story = Story{.speed = state.story.speed};
        return state;
    }
    if (stands) state.story.at = tells->scene->still;
    if (framed) state.camera = story_camera(state, now);
    return state;
}

}  // namespace myomap
