#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/json.h"
#include "app/options.h"

namespace myomap {
namespace {

Json to_json(const Problem& problem) {
    return {{"file", problem.file},
            {"where", problem.where},
            {"what", problem.what},
            {"expected", problem.expected},
            {"nearest", problem.nearest}};
}

class ValidateCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command =
            program.add_subcommand("validate", "Check a catalog and tell all that is wrong with it");
        command
            ->add_option("dir", context.data_given, "Folder with catalog/ and schema/; without: Myomap's own")
            ->type_name("DIR");
        add_json_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        const Loaded<Catalog> loaded = Catalog::load(context.data_dir());
        const bool sound = loaded && loaded.problems.empty();
        if (context.json) {
            Json problems = Json::array();
            for (const Problem& problem : loaded.problems) problems.push_back(to_json(problem));
            print_json(context.out(), {{"valid", sound}, {"problems", std::move(problems)}});
        } else {
            context.err() << to_text(loaded.problems);
        }
        if (sound && !context.json)
            context.out() << context.data_dir().string() << ": no problem in "
                          << loaded.value->muscles().size() << " muscles with "
                          << loaded.value->points().size() << " trigger points, "
                          << loaded.value->conditions().size() << " conditions, "
                          << loaded.value->zones().size() << " zones, " << loaded.value->sources().size()
                          << " sources\n";
        if (!sound)
            context.err() << loaded.problems.size()
                          << (loaded.problems.size() == 1 ? " problem\n" : " problems\n");
        return sound ? ExitCode::Done : ExitCode::BadInput;
    }
};

}  // namespace

std::unique_ptr<Command> make_validate_command() {
    return std::make_unique<ValidateCommand>();
}

}  // namespace myomap
