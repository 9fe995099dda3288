#include <CLI/CLI.hpp>
#include <charconv>

#include "app/command.h"
#include "app/map_sheets.h"
#include "app/options.h"
#include "app/pain_file.h"
#include "app/picture.h"
#include "app/picture_check.h"
#include "app/picture_scene.h"
#include "app/story_sheets.h"
#include "app/story_still.h"
#include "app/views_file.h"
#include "render/headless_context.h"
#include "render/renderer.h"
#include "scene/derive.h"

namespace myomap {
namespace {

constexpr int least_size_px = 16;
constexpr int largest_size_px = 32767;

const std::map<std::string, SkinLook> skin_looks{
    {"opaque", SkinLook::Opaque}, {"clear", SkinLook::Clear}, {"off", SkinLook::Off}};
const std::map<std::string, std::optional<View>> views{{"front", View::Front}, {"back", View::Back},
                                                       {"left", View::Left},   {"right", View::Right},
                                                       {"top", View::Top},     {"auto", std::nullopt}};

const std::map<std::string, PainPalette> palettes{
    {"red", PainPalette::Red}, {"colour-blind", PainPalette::ColourBlind}, {"print", PainPalette::Print}};

template <class Map>
std::vector<std::string> names_of(const Map& map) {
    std::vector<std::string> names;
    for (const auto& entry : map) names.push_back(entry.first);
    return names;
}

// "1280x960".
glm::ivec2 size_from_text(const std::string& text) {
    glm::ivec2 size{0, 0};
    const char* const end = text.data() + text.size();
    const auto width = std::from_chars(text.data(), end, size.x);
    if (width.ec == std::errc() && width.ptr != end && *width.ptr == 'x') {
        const auto height = std::from_chars(width.ptr + 1, end, size.y);
        const auto fits = [](int n) { return n >= least_size_px && n <= largest_size_px; };
        const bool few = static_cast<long long>(size.x) * size.y <= Renderer::most_pixels;
        if (height.ec == std::errc() && height.ptr == end && fits(size.x) && fits(size.y) && few) return size;
    }
    throw Refusal(ExitCode::WrongUsage, "--size is WIDTHxHEIGHT with " + std::to_string(least_size_px) +
                                            " to " + std::to_string(largest_size_px) + " pixels each, " +
                                            std::to_string(Renderer::most_pixels / 1'000'000) +
                                            " million in all, not \"" + text + "\"");
}

class RenderCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command = program.add_subcommand("render", "Draw a picture; needs no display");
        command->add_option("--point", points_, "Trigger points; the pain of several is added up")
            ->type_name("ID");
        command->add_option("--muscle", muscles_, "Muscles, with the pain of all their points")
            ->type_name("ID");
        command->add_option("--condition", condition_, "The points related to a condition")->type_name("ID");
        command->add_option("--side", side_, "left, right or both; without: right, of a condition both")
            ->check(one_of("side", {"left", "right", "both"}))
            ->type_name("SIDE");
        command->add_option("--view", view_, "front, back, left, right, top or auto (the default)")
            ->check(one_of("view", names_of(views)))
            ->type_name("VIEW");
        command->add_option("--skin", skin_, "opaque, clear (the default) or off")
            ->check(one_of("look of the skin", names_of(skin_looks)))
            ->type_name("LOOK");
        command->add_option("--size", size_, "Width and height in pixels; without: " + size_)
            ->type_name("WxH");
        command->add_option("--output", output_, "Where the picture goes; of --sheet and --story a folder")
            ->required()
            ->type_name("FILE.png");
        command
            ->add_option("--sheet", sheet_,
                         "In place of one picture, contact sheets: maps, of the points given or of all")
            ->check(one_of("kind of sheet", {"maps"}))
            ->type_name("KIND");
        command
            ->add_option(
                "--story", stories_,
                "In place of one picture, the story of dry needling on a point: a picture a scene and "
                "all on one sheet; --output is a folder; repeatable")
            ->type_name("ID")
            ->allow_extra_args(false);
        command
            ->add_option("--lengthen", lengthened_,
                         "A muscle's part and its fibres' length to that at rest, as \"soleus.left 0.8\", or "
                         "with a spot, along and across, and its half length and width, as \"soleus.left 0.8 "
                         "0.5 0.5 0.2 0.1\"; repeatable")
            ->type_name("PART FACTOR")
            ->allow_extra_args(false);
        command
            ->add_option(
                "--do", actions_,
                "In place of what is named: an action as in the window, such as \"fly to scapula.left\"; "
                "repeatable, see myomap --help")
            ->type_name("ACTION")
            ->allow_extra_args(false);
        command->add_option("--saved", saved_, "A saved view, by its name, in place of what is named")
            ->type_name("NAME");
        add_views_option(*command, context);
        add_language_option(*command, context);
        command->add_flag("--labels", wish_.labels, "Names with leader lines");
        command->add_flag("--legend", wish_.legend, "What the colours of the pain map mean");
        command->add_flag("--transparent", wish_.transparent, "Clear where nothing is drawn");
        command->add_option("--caption", wish_.caption, "A line below; auto: what is selected")
            ->type_name("WORDS");
        command->add_flag("--dark", dark_, "On a dark ground");
        command
            ->add_option("--palette", palette_,
                         "Colours of pain maps: red (the default), colour-blind or print")
            ->check(one_of("palette", names_of(palettes)))
            ->type_name("NAME");
        check_.declare(*command);
        add_body_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        if (!sheet_.empty()) return write_sheets(context);
        if (!stories_.empty()) return write_stories(context);
        if (!saved_.empty()) actions_ = saved_view(saved_, context.views_file()).actions;
        const glm::ivec2 size_px = size_from_text(size_);
        PictureContent content = content_of(context.catalog());
        content.lengths = lengths(context.body());
        if (!palette_.empty()) content.display.palette = palettes.at(palette_);
        content.aspect = static_cast<float>(size_px.x) / static_cast<float>(size_px.y);
        State state = actions_.empty()
                          ? state_of(content)
                          : state_after(actions(), content.skin, content.aspect, context.atlas());
        if (!palette_.empty()) state.display.palette = palettes.at(palette_);
        state.comfort.language = context.language();
        Scene scene =
            actions_.empty() ? picture_scene(content, context.atlas()) : derive(state, context.atlas());
        if (dark_) scene.backdrop = Backdrop::Dark;
        PictureWish wish = wish_;
        wish.size_px = size_px;
        wish.pixels_per_point = pixels_per_point_of(size_px);
        wish.labels = wish.labels || state.display.labels;
        if (wish.caption == "auto") wish.caption = caption_of(state, context.catalog());
        const HeadlessContext graphics;
        Renderer renderer(context.body());
        Image picture = make_picture(renderer, scene, state, context.atlas(), wish);
        if (!actions_.empty()) add_story(picture, state, context.atlas());
        if (const auto problems = write_png(picture, output_); !problems.empty()) throw Refusal(problems);
        return check_.wanted() ? check_.run(picture, context.err()) : ExitCode::Done;
    }

private:
    ExitCode write_sheets(CommandContext& context) {
        const Catalog& catalog = context.catalog();
        const std::vector<const TriggerPoint*> points =
            points_.empty() ? catalog.points() : points_by_id(catalog, points_);
        const Side side = side_ == "left" ? Side::Left : Side::Right;
        const auto problems =
            write_map_sheets(context.atlas(), points, side, skin_looks.at(skin_), output_, context.err());
        if (!problems.empty()) throw Refusal(problems);
        return ExitCode::Done;
    }

    ExitCode write_stories(CommandContext& context) {
        const auto points = points_by_id(context.catalog(), stories_);
        const Side side = side_ == "left" ? Side::Left : Side::Right;
        const auto problems = write_story_sheets(context.atlas(), points, side, output_, context.err());
        if (!problems.empty()) throw Refusal(problems);
        return ExitCode::Done;
    }

    std::vector<Action> actions() const {
        std::vector<Action> actions;
        for (const std::string& text : actions_) {
            const Loaded<Action> action = action_from_text(text);
            if (!action) throw Refusal(action.problems);
            actions.push_back(*action.value);
        }
        std::vector<Problem> problems;
        actions = with_files_read(actions, CommandContext::user_file("pain.json"), problems);
        if (!problems.empty()) throw Refusal(problems);
        return actions;
    }

    std::map<std::string, Lengthening> lengths(const Body& body) const {
        std::map<std::string, Lengthening> lengths;
        for (const std::string& text : lengthened_) {
            const Loaded<Action> action = action_from_text("lengthen " + text);
            if (!action) throw Refusal(action.problems);
            const auto& lengthen = std::get<Lengthen>(*action.value);
            if (body.part_index(lengthen.part) < 0) {
                std::vector<std::string> known;
                for (const Part& part : body.parts) known.push_back(part.id);
                throw unknown_word(ExitCode::BadInput, "part", lengthen.part, known);
            }
            lengths[lengthen.part] = lengthen.change;
        }
        return lengths;
    }

    // What names, legend and caption are about: the first of several.
    static State state_of(const PictureContent& content) {
        State state;
        if (!content.selections.empty()) state.selection = content.selections.front();
        state.layers.skin = content.skin;
        state.display = content.display;
        state.aspect = content.aspect;
        return state;
    }

    PictureContent content_of(const Catalog& catalog) const {
        PictureContent content;
        const std::string side = !side_.empty() ? side_ : condition_.empty() ? "right" : "both";
        Selection common;
        common.both_sides = side == "both";
        common.side = side == "left" ? Side::Left : Side::Right;
        for (const std::string& id : points_) {
            content.selections.push_back(common);
            content.selections.back().point = id;
            content.selections.back().muscle = point_by_id(catalog, id).muscle;
        }
        for (const std::string& id : muscles_) {
            content.selections.push_back(common);
            content.selections.back().muscle = muscle_by_id(catalog, id).id;
        }
        if (!condition_.empty()) {
            content.selections.push_back(common);
            content.selections.back().condition = condition_by_id(catalog, condition_).id;
        }
        content.skin = skin_looks.at(skin_);
        content.view = views.at(view_);
        return content;
    }

    std::vector<std::string> points_;
    std::vector<std::string> muscles_;
    std::string condition_;
    std::string side_;
    std::string view_ = "auto";
    std::string skin_ = "clear";
    std::string size_ = "1280x960";
    std::string output_;
    std::string sheet_;
    std::vector<std::string> stories_;
    std::vector<std::string> actions_;
    std::string saved_;
    std::vector<std::string> lengthened_;
    PictureWish wish_;
    bool dark_ = false;
    std::string palette_;
    PictureCheck check_;
};

}  // namespace

std::unique_ptr<Command> make_render_command() {
    return std::make_unique<RenderCommand>();
}

}  // namespace myomap
