#include <CLI/CLI.hpp>
#include <ostream>

#include "app/command.h"
#include "app/options.h"
#include "sculpt/body_builder.h"
#include "sculpt/body_numbers.h"
#include "workshop/commands.h"
#include "workshop/progress_line.h"

namespace myomap {
namespace {

class BuildBodyCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command = program.add_subcommand("build-body", "Build our own body from its numbers");
        command
            ->add_option("--numbers", numbers_, "Folder with the numbers; without: body/ in the data folder")
            ->type_name("DIR");
        command->add_option("--output", output_, "Where the body goes")->required()->type_name("FILE.glb");
        command->add_flag("--plain", plain_, "For other programs: without the packing that few of them read");
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        const std::filesystem::path folder =
            numbers_.empty() ? context.data_dir() / "body" : std::filesystem::path(numbers_);
        const Loaded<BodyNumbers> numbers = read_all_numbers(folder);
        if (!numbers) throw Refusal(numbers.problems);
        const Loaded<Body> body = build(context, *numbers.value);
        if (!body) throw Refusal(body.problems);
        context.err() << to_text(body.problems);
        if (const auto problems = write_body(*body.value, output_, plain_ ? Packing::Plain : Packing::Packed);
            !problems.empty())
            throw Refusal(problems);
        const std::vector<BodyPart>& parts = numbers.value->parts;
        context.out() << parts.size() << " measured parts of " << count_numbers(parts) << " numbers, skin of "
                      << numbers.value->skin.count_numbers() << "; " << body.value->parts.size()
                      << " parts of the body\n";
        context.err() << "written: " << output_ << '\n';
        return ExitCode::Done;
    }

private:
    static Loaded<Body> build(CommandContext& context, const BodyNumbers& numbers) {
        const Catalog& catalog = context.catalog();
        ProgressLine line(context.err());
        return build_body(numbers, catalog, [&](const ProgressStep& step) { line.tell(step); });
    }

    std::string numbers_;
    std::string output_;
    bool plain_ = false;
};

}  // namespace

std::unique_ptr<Command> make_build_body_command() {
    return std::make_unique<BuildBodyCommand>();
}

}  // namespace myomap
