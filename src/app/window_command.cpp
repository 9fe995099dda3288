#include "app/window_command.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "app/options.h"
#include "app/refusal.h"
#include "scene/action.h"

namespace myomap {
namespace {

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

}  // namespace

// Each of these needs no more than what a person could do; they let tests and the makers of pictures do it.
void WindowCommand::declare_for_tests(CLI::App& program) {
    const std::string group = "For tests and pictures of the window";
    program
        .add_option("--do", options_.actions, "An action to begin with, such as \"view back\"; repeatable")
        ->type_name("ACTION")
        ->allow_extra_args(false)
        ->group(group);
    program
        .add_option("--screenshot", options_.screenshot, "Draw the window when all is at rest, and close it")
        ->type_name("FILE.png")
        ->group(group);
    program
        .add_option("--state-file", options_.state_file, "Where to write the state, in words, at each rest")
        ->type_name("FILE")
        ->group(group);
    program.add_option("--width", options_.width, "Of the window")
        ->check(CLI::Range(480, 8192))
        ->group(group);
    program.add_option("--height", options_.height, "Of the window")
        ->check(CLI::Range(360, 8192))
        ->group(group);
    program.add_option("--content-scale", options_.content_scale, "In place of the monitor's")
        ->check(CLI::Range(least_content_scale, most_content_scale))
        ->group(group);
    program.add_flag("--report-start", options_.report_start, "Tell when the first frame was shown")
        ->group(group);
}

void WindowCommand::declare(CLI::App& program, CommandContext& context) {
    declare_for_tests(program);
    add_body_option(program, context);
    add_data_option(program, context);
    add_views_option(program, context);
    add_language_option(program, context);
    program
        .add_option("--record", options_.record_file,
                    "Where a recording goes; without: recording.txt in $XDG_DATA_HOME/myomap")
        ->type_name("FILE");
    program.add_option("--session", options_.session, "A session to open, as it was saved from the window")
        ->type_name("FILE");
    program.add_option("--select", options_.select, "Muscle, point, condition, zone or part to start with")
        ->type_name("ID");
}

int WindowCommand::run(const CommandContext& context) {
    if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY"))
        throw Refusal(
            ExitCode::BadInput,
            "there is no display to open a window on; myomap render draws a picture without one, as in\n"
            "  myomap render --point infraspinatus.1 --output picture.png");
    options_.views_file = context.views_file();
    if (options_.record_file.empty()) options_.record_file = context.user_file("recording.txt");
    options_.settings_file = CommandContext::settings_file();
    options_.pictures_folder = CommandContext::pictures_folder();
    options_.body = context.body_file();
    options_.data_dir = context.data_dir();
    options_.language = context.language();
    options_.language_given = !context.language_given.empty();
    options_.paper = context.usual_paper();
    return run_window(options_);
}

}  // namespace myomap
