#pragma once
#include <functional>
#include <memory>
#include <string>

#include "app/command_context.h"
#include "app/refusal.h"

namespace CLI {
class App;
}

namespace myomap {

// A word of the command line: what it takes and what it does. One file a command.
class Command {
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;

    // Adds its sub-command, whose options are kept in this object, and gives it back.
    virtual CLI::App* declare(CLI::App& program, CommandContext& context) = 0;
    virtual ExitCode run(CommandContext& context) = 0;
};

using CommandMaker = std::function<std::unique_ptr<Command>()>;

// What makes bodies is a program of its own beside this one, so that the viewer need not carry the libraries
// that only this takes: a tenth of its memory. The command is handed over to it, words and all.
std::unique_ptr<Command> make_workshop_command(const std::string& name, const std::string& description);

std::unique_ptr<Command> make_render_command();
std::unique_ptr<Command> make_list_command();
std::unique_ptr<Command> make_show_command();
std::unique_ptr<Command> make_map_command();
std::unique_ptr<Command> make_where_command();
std::unique_ptr<Command> make_find_command();
std::unique_ptr<Command> make_validate_command();
std::unique_ptr<Command> make_play_command();
std::unique_ptr<Command> make_handout_command();

}  // namespace myomap
