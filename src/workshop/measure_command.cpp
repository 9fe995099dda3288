#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iterator>
#include <ostream>

#include "app/command.h"
#include "app/options.h"
#include "import/atlas_source.h"
#include "import/landmark_finder.h"
#include "import/part_maker.h"
#include "import/skin_maker.h"
#include "sculpt/body_numbers.h"
#include "sculpt/bone_measurer.h"
#include "sculpt/made_rule.h"
#include "sculpt/muscle_measurer.h"
#include "sculpt/skin_measurer.h"
#include "sculpt/tube_measurer.h"
#include "workshop/commands.h"
#include "workshop/progress_line.h"

namespace myomap {
namespace {

// The skin and what belongs to it as one mesh.
Mesh skin_of(const std::vector<SourcePart>& parts) {
    Mesh skin;
    for (const SourcePart& part : parts) {
        if (part.verdict.name_class != NameClass::Skin) continue;
        const auto first = static_cast<std::uint32_t>(skin.positions.size());
        skin.positions.insert(skin.positions.end(), part.mesh.positions.begin(), part.mesh.positions.end());
        for (const std::uint32_t v : part.mesh.indices) skin.indices.push_back(first + v);
    }
    return skin;
}

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
        command->add_option("--only", only_, "Only the parts whose id begins so; skin for the skin")
            ->type_name("ID");
        command->add_option("--kind", kind_, "Only parts of this kind: muscle, bone, …")->type_name("KIND");
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        ProgressLine line(context.err());
        const Progress progress = [&](const ProgressStep& step) { line.tell(step); };
        Loaded<AtlasSource> source = read_atlas_source(source_, progress);
        if (!source) throw Refusal(source.problems);
        const Mesh atlas_skin = skin_of(source.value->parts);
        std::vector<Part> parts = make_parts(source.value->parts, context.catalog());
        const auto wanted = [&](const Part& part) {
            return part.id.starts_with(only_) && (kind_.empty() || to_text(part.kind) == kind_);
        };
        const Catalog& catalog = context.catalog();
        Skin skin;
        skin.mesh = make_skin(parts, atlas_skin.indices.empty() ? nullptr : &atlas_skin);
        const Loaded<std::vector<Landmark>> landmarks = find_landmarks(catalog.landmarks(), parts, skin.mesh);
        if (!atlas_skin.indices.empty() && kind_.empty() && std::string("skin").starts_with(only_))
            write_skin(measure_skin(atlas_skin), context);
        std::vector<BodyPart> measured =
            measure_muscles(parts, catalog, skin, *landmarks.value, progress, wanted);
        std::erase_if(parts, [&](const Part& part) { return !wanted(part); });
        std::ranges::move(measure_bones(parts, progress), std::back_inserter(measured));
        std::ranges::move(measure_tubes(parts, progress), std::back_inserter(measured));
        leave_out_made(measured);
        leave_out_by_hand(measured, context);
        if (const auto problems = write_body_numbers(measured, output_); !problems.empty())
            throw Refusal(problems);
        context.out() << measured.size() << " parts, " << count_numbers(measured) << " numbers\n";
        return ExitCode::Done;
    }

private:
    // A muscle that a rule makes is not told by numbers too.
    void leave_out_made(std::vector<BodyPart>& measured) const {
        const Loaded<std::vector<MadeRule>> rules = read_made_rules(std::filesystem::path(output_) / "made");
        if (!rules) throw Refusal(rules.problems);
        std::erase_if(measured, [&](const BodyPart& part) {
            return std::ranges::any_of(
                *rules.value, [&](const MadeRule& rule) { return !rule.adds && rule.muscle == part.id; });
        });
    }

    // Nor is what a person laid better than it can be measured.
    void leave_out_by_hand(std::vector<BodyPart>& measured, CommandContext& context) const {
        const Loaded<std::vector<std::string>> by_hand = read_parts_by_hand(output_);
        if (!by_hand) throw Refusal(by_hand.problems);
        for (const std::string& id : *by_hand.value)
            if (std::erase_if(measured, [&](const BodyPart& part) { return part.id == id; }) > 0)
                context.out() << id << " was laid by hand and stays as it is\n";
    }

    void write_skin(const SkinCage& cage, CommandContext& context) const {
        if (const auto problems = write_skin_cage(cage, output_); !problems.empty()) throw Refusal(problems);
        context.out() << "skin, " << cage.count_numbers() << " numbers\n";
    }

    std::string source_;
    std::string output_;
    std::string only_;
    std::string kind_;
};

}  // namespace

std::unique_ptr<Command> make_measure_command() {
    return std::make_unique<MeasureCommand>();
}

}  // namespace myomap
