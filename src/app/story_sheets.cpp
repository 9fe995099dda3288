#include "app/story_sheets.h"

#include <ostream>

#include "app/contact_sheet.h"
#include "app/story_still.h"
#include "render/headless_context.h"
#include "render/renderer.h"
#include "scene/derive.h"
#include "scene/reduce.h"

namespace myomap {
namespace {

constexpr glm::ivec2 picture_px{900, 600};
constexpr int columns = 3;

// Without motion every scene stands at the moment that stands for it.
State first_scene(const TriggerPoint& point, Side side, const Atlas& atlas) {
    State state = first_state(atlas, static_cast<float>(picture_px.x) / static_cast<float>(picture_px.y));
    for (const Action& action :
         {Action(SetMotion{false}), Action(SelectPoint{point.id, point.only_side.value_or(side)}),
          Action(TellStory{TellStory::Verb::Open, 0})})
        state = reduce(state, action, atlas);
    return state;
}

std::string two_digits(std::size_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

}  // namespace

std::vector<Problem> write_story_sheets(const Atlas& atlas, const std::vector<const TriggerPoint*>& points,
                                        Side side, const std::filesystem::path& folder,
                                        std::ostream& progress) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return {{folder.string(), "", "cannot be made: " + error.message(), "a folder for the pictures", ""}};
    const HeadlessContext graphics;
    Renderer renderer(atlas.body());
    const std::vector<StoryScene>& scenes = atlas.catalog().treatment().storyboard;
    for (const TriggerPoint* point : points) {
        State state = first_scene(*point, side, atlas);
        if (!state.story.open || state.selection.point != point->id)
            return {{point->id, "", "has no place on this body", "a point that `myomap where` knows", ""}};
        std::vector<SheetCell> cells;
        for (std::size_t i = 0; i < scenes.size(); ++i) {
            state = reduce(state, TellStory{TellStory::Verb::Step, static_cast<float>(i + 1)}, atlas);
            Image picture = renderer.draw_image(derive(state, atlas), picture_px);
            add_story(picture, state, atlas);
            const std::filesystem::path file = folder / (point->id + "-" + two_digits(i + 1) + ".png");
            if (auto problems = write_png(picture, file); !problems.empty()) return problems;
            cells.push_back(
                {{std::move(picture)},
                 std::to_string(i + 1) + "  " + scenes[i].title,
                 {point->id + ", " + std::string(to_text(state.selection.side)), scenes[i].certainty}});
        }
        const std::filesystem::path sheet = folder / (point->id + ".png");
        if (auto problems = write_contact_sheet(cells, columns, sheet); !problems.empty()) return problems;
        progress << "written: " << sheet.string() << '\n';
    }
    return {};
}

}  // namespace myomap
