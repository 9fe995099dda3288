#pragma once
#include "app/command_context.h"
#include "app/window.h"

namespace CLI {
class App;
}

namespace myomap {

// What the program does without a command: its options are the program's own.
class WindowCommand {
public:
    void declare(CLI::App& program, CommandContext& context);
    int run(
        const CommandContext& context);  // the exit code; without a display a Refusal that points at render

private:
    void declare_for_tests(CLI::App& program);

    WindowOptions options_;
};

}  // namespace myomap
