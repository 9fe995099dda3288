#include "app/window_command.h"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "app/options.h"
#include "app/refusal.h"

namespace myomap {
namespace {

bool is_set(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

}  // namespace

void WindowCommand::declare(CLI::App& program, CommandContext& context) {
    add_body_option(program, context);
    add_data_option(program, context);
    program.add_option("--select", options_.select, "Muscle, point, condition, zone or part to start with")
        ->type_name("ID");
}

int WindowCommand::run(const CommandContext& context) {
    if (!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY"))
        throw Refusal(
            ExitCode::BadInput,
            "there is no display to open a window on; myomap render draws a picture without one, as in\n"
            "  myomap render --point infraspinatus.1 --output picture.png");
    options_.body = context.body_file();
    options_.data_dir = context.data_dir();
    return run_window(options_);
}

}  // namespace myomap
