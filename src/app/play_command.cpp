#include <CLI/CLI.hpp>

#include "app/action_lines.h"
#include "app/command.h"
#include "app/options.h"
#include "app/pain_file.h"
#include "app/picture.h"
#include "app/state_text.h"
#include "app/story_still.h"
#include "base/file.h"
#include "render/headless_context.h"
#include "render/renderer.h"
#include "scene/derive.h"
#include "scene/reduce.h"

namespace myomap {
namespace {

class PlayCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command =
            program.add_subcommand("play", "Do what a recording says; ends in a picture, or tells the state");
        command->add_option("file", file_, "A recording: an action a line")->required()->type_name("FILE");
        command->add_option("--output", output_, "A picture of how it ends; without: the state, in words")
            ->type_name("FILE.png");
        command->add_option("--width", width_, "Of the picture, in pixels")->check(CLI::Range(16, 8192));
        command->add_option("--height", height_, "Of the picture, in pixels")->check(CLI::Range(16, 8192));
        add_body_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        const Loaded<std::string> text = read_file(file_);
        if (!text) throw Refusal(text.problems);
        Loaded<std::vector<Action>> read = actions_from_lines(*text.value, file_);
        if (!read) throw Refusal(read.problems);
        std::vector<Problem> problems;
        const std::vector<Action> actions =
            with_files_read(*read.value, CommandContext::user_file("pain.json"), problems);
        if (!problems.empty()) throw Refusal(problems);
        const Atlas& atlas = context.atlas();
        History history(first_state(atlas, static_cast<float>(width_) / static_cast<float>(height_)));
        for (const Action& action : actions) {
            history.apply(action, atlas);
            // One that the window would name by the time is left out: nobody could tell where it lies.
            const auto* picture = std::get_if<SavePicture>(&action);
            if (picture != nullptr && !picture->file.empty()) draw(history.state(), atlas, picture->file);
        }
        if (output_.empty())
            context.out() << state_text(history, atlas);
        else
            draw(history.state(), atlas, output_);
        return ExitCode::Done;
    }

private:
    // As the window's button does it.
    void draw(const State& state, const Atlas& atlas, const std::string& file) const {
        const HeadlessContext graphics;
        Renderer renderer(atlas.body());
        const PictureWish wish = wish_as_shown(state, {width_, height_}, atlas.catalog());
        Image picture = make_picture(renderer, derive(state, atlas), state, atlas, wish);
        add_story(picture, state, atlas);
        if (const auto problems = write_png(picture, file); !problems.empty()) throw Refusal(problems);
    }

    std::string file_;
    std::string output_;
    int width_ = 1280;
    int height_ = 960;
};

}  // namespace

std::unique_ptr<Command> make_play_command() {
    return std::make_unique<PlayCommand>();
}

}  // namespace myomap
