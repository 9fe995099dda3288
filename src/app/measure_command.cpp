#include <CLI/CLI.hpp>
#include <ostream>

#include "app/command.h"
#include "app/options.h"
#include "app/progress_line.h"
#include "import/atlas_source.h"
#include "import/part_maker.h"
#include "sculpt/body_numbers.h"
#include "sculpt/bone_measurer.h"

namespace myomap {
namespace {

class MeasureCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command = program.add_subcommand(
            "measure", "Measure an anatomical atlas into the numbers that our own body is built from");
        command->add_option("source", source_, "Archive or folder of the atlas")
            ->required()
            ->type_name("SOURCE");
        command
            ->add_option("--output", output_, "Folder for the numbers; files of other parts are left alone")
            ->required()
            ->type_name("DIR");
        command->add_option("--only", only_, "Only the parts whose id begins so")->type_name("ID");
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        ProgressLine line(context.err());
        const Progress progress = [&](const ProgressStep& step) { line.tell(step); };
        Loaded<AtlasSource> source = read_atlas_source(source_, progress);
        if (!source) throw Refusal(source.problems);
        std::vector<Part> parts = make_parts(source.value->parts, context.catalog());
        if (!only_.empty())
            std::erase_if(parts, [&](const Part& part) { return !part.id.starts_with(only_); });
        const std::vector<BodyPart> bones = measure_bones(parts, progress);
        if (const auto problems = write_body_numbers(bones, output_); !problems.empty())
            throw Refusal(problems);
        context.out() << bones.size() << " parts, " << count_numbers(bones) << " numbers\n";
        return ExitCode::Done;
    }

private:
    std::string source_;
    std::string output_;
    std::string only_;
};

}  // namespace

std::unique_ptr<Command> make_measure_command() {
    return std::make_unique<MeasureCommand>();
}

}  // namespace myomap
