#include <unistd.h>

#include <CLI/CLI.hpp>
#include <ostream>
#include <vector>

#include "app/command.h"

namespace myomap {
namespace {

class WorkshopCommand final : public Command {
public:
    WorkshopCommand(std::string name, std::string description)
        : name_(std::move(name)), description_(std::move(description)) {}

    CLI::App* declare(CLI::App& program, CommandContext&) override {
        CLI::App* command = program.add_subcommand(name_, description_);
        command->prefix_command();
        command->set_help_flag();  // it tells of itself
        return command;
    }

    ExitCode run(CommandContext& context) override {
        std::error_code error;
        const auto own = std::filesystem::read_symlink("/proc/self/exe", error);
        const std::filesystem::path workshop = own.parent_path() / "myomap-workshop";
        std::vector<std::string> words(context.words().begin(), context.words().end());
        std::vector<char*> arguments;
        arguments.reserve(words.size() + 1);
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        context.out().flush();
        execv(workshop.c_str(), arguments.data());
        throw Refusal(ExitCode::BadInput, name_ + " is done by " + workshop.string() +
                                              ", which cannot be run; build it, or put it there");
    }

private:
    std::string name_, description_;
};

}  // namespace

std::unique_ptr<Command> make_workshop_command(const std::string& name, const std::string& description) {
    return std::make_unique<WorkshopCommand>(name, description);
}

}  // namespace myomap
