#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/options.h"
#include "app/record.h"

namespace myomap {
namespace {

// The record with this id, whatever its kind.
Json record_of(const Catalog& catalog, const std::string& id) {
    if (const Muscle* muscle = catalog.muscle(id)) return record(*muscle);
    if (const TriggerPoint* point = catalog.point(id)) return record(*point, catalog);
    if (const Condition* condition = catalog.condition(id)) return record(*condition, catalog);
    if (const Zone* zone = catalog.zone(id)) return record(*zone, catalog);
    if (const Source* source = catalog.source(id)) return record(*source);
    std::vector<std::string> known = catalog.ids();
    for (const Source& source : catalog.sources()) known.push_back(source.id);
    throw unknown_word(ExitCode::BadInput, "muscle, point, condition, zone or source", id, known);
}

class ShowCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command = program.add_subcommand("show", "Show all that is known of one thing");
        command->add_option("id", id_, "A muscle, point, condition, zone or source")
            ->required()
            ->type_name("ID");
        add_json_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        const Json document = record_of(context.catalog(), id_);
        if (context.json)
            print_json(context.out(), document);
        else
            print_text(context.out(), document);
        return ExitCode::Done;
    }

private:
    std::string id_;
};

}  // namespace

std::unique_ptr<Command> make_show_command() {
    return std::make_unique<ShowCommand>();
}

}  // namespace myomap
