#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <ostream>
#include <span>

#include "app/command.h"
#include "app/options.h"
#include "body/part_origin.h"
#include "import/importer.h"
#include "import/levels.h"
#include "sculpt/made_muscles.h"
#include "sculpt/made_nerves.h"
#include "sculpt/made_thorax.h"
#include "workshop/commands.h"
#include "workshop/progress_line.h"

namespace myomap {
namespace {

// Before a minute of work rather than after it.
void require_writable(const std::filesystem::path& output) {
    std::error_code error;
    if (std::filesystem::is_directory(output, error))
        throw Refusal({{output.string(), "", "this is a folder", "a file to write the body to", ""}});
    const std::filesystem::path folder = output.has_parent_path() ? output.parent_path() : ".";
    if (!std::filesystem::is_directory(folder, error) || access(folder.c_str(), W_OK) != 0)
        throw Refusal(
            {{output.string(), "", "cannot be written", "a folder that exists and may be written to", ""}});
}

class ImportCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command = program.add_subcommand("import", "Make a body from an anatomical atlas");
        command
            ->add_option("source", source_,
                         "Archive or folder of the atlas, such as the BodyParts3D download")
            ->required()
            ->type_name("SOURCE");
        command->add_option("--output", output_, "Where the body goes")->required()->type_name("FILE.glb");
        command->add_flag("--grow-skin", options_.grow_skin,
                          "Grow the skin from muscles and bones, even where the atlas has one");
        add_json_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        require_writable(output_);
        const Loaded<ImportResult> imported = import_from_source(context);
        if (!imported) throw Refusal(imported.problems);
        if (const auto problems = write_body(imported.value->body, output_); !problems.empty())
            throw Refusal(problems);
        context.out() << (context.json ? to_json(imported.value->report) : to_text(imported.value->report));
        if (context.json) context.out() << '\n';
        if (!context.json) tell_made(imported.value->body, context);
        context.err() << "written: " << output_ << '\n';
        return ExitCode::Done;
    }

private:
    static void tell_made(const Body& body, const CommandContext& context) {
        const auto more = std::ranges::count_if(body.parts, [](const Part& part) {
            return (part.kind == PartKind::Nerve || part.kind == PartKind::Organ) &&
                   origin_of(part.source).made;
        });
        if (more > 0)
            context.out() << more << " nerves and linings of the chest made by their known course\n";
    }

    static void note_made(std::vector<MuscleFound>& muscles, const Body& body) {
        for (MuscleFound& muscle : muscles)
            muscle.made = !muscle.complete() && std::ranges::any_of(body.parts, [&](const Part& part) {
                return part.muscle == muscle.id && origin_of(part.source).made;
            });
    }

    // The muscles that the atlas lacks are made from their attachments, its nerves by their known course,
    // lungs and pleurae within its ribs.
    Loaded<ImportResult> import_from_source(CommandContext& context) const {
        const Catalog& catalog = context.catalog();
        const std::filesystem::path folder = context.data_dir() / "body";
        const Loaded<std::vector<MadeRule>> rules = read_made_rules(folder / "made");
        if (!rules) throw Refusal(rules.problems);
        const Loaded<std::vector<NerveRule>> nerves = read_nerve_rules(folder / "nerves");
        if (!nerves) throw Refusal(nerves.problems);
        const Loaded<std::vector<ThoraxRule>> thorax = read_thorax_rule(folder);
        if (!thorax) throw Refusal(thorax.problems);
        ProgressLine line(context.err());
        Loaded<ImportResult> imported =
            import_atlas(source_, catalog, options_, [&](const ProgressStep& step) { line.tell(step); });
        if (!imported) return imported;
        Body& body = imported.value->body;
        const std::size_t found = body.parts.size();
        add_made_muscles(body, catalog, make_missing_muscles(body, catalog, *rules.value));
        make_levels(std::span(body.parts).subspan(found), {}, made_budgets);
        mirror_missing_muscles(body, catalog);
        note_made(imported.value->report.muscles, body);
        const std::size_t with_muscles = body.parts.size();
        add_made_nerves(body, *nerves.value);
        for (const ThoraxRule& rule : *thorax.value) add_made_thorax(body, rule);
        make_levels(std::span(body.parts).subspan(with_muscles), {}, hazard_budgets);
        return imported;
    }

    // In step with the levels of the rest of the body.
    static constexpr std::array<std::size_t, level_count> made_budgets{0, 50'000, 16'000};
    static constexpr std::array<std::size_t, level_count> hazard_budgets{0, 16'000, 8'000};

    std::string source_;
    std::string output_;
    ImportOptions options_;
};

}  // namespace

std::unique_ptr<Command> make_import_command() {
    return std::make_unique<ImportCommand>();
}

}  // namespace myomap
