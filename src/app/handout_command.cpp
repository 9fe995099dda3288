#include <CLI/CLI.hpp>
#include <ostream>

#include "app/command.h"
#include "app/handout_pages.h"
#include "app/options.h"
#include "app/today.h"
#include "render/headless_context.h"

namespace myomap {
namespace {

class HandoutCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command = program.add_subcommand(
            "handout",
            "What a patient takes home of a trigger point: two pages to print, or pictures of them");
        command->add_option("--point", point_, "The trigger point")->required()->type_name("ID");
        add_side_option(*command, side_);
        command->add_option("--condition", condition_, "What it is explained for")->type_name("ID");
        command->add_option("--note", note_, "The therapist's own words")->type_name("TEXT");
        command->add_option("--practice", practice_, "The name at its head")->type_name("NAME");
        command->add_option("--paper", paper_, "a4 or letter; without: what is usual in the user's country")
            ->check(one_of("paper", {"a4", "letter"}))
            ->type_name("PAPER");
        command->add_option("--output", output_, "Where it goes")->required()->type_name("FILE.pdf|FILE.png");
        add_language_option(*command, context);
        add_body_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        const Catalog& catalog = context.catalog();
        HandoutRequest request;
        request.point = &point_by_id(catalog, point_);
        request.both_sides = side_ == "both";
        request.side = request.point->only_side.value_or(side_ == "left" ? Side::Left : Side::Right);
        if (!condition_.empty()) request.condition = &condition_by_id(catalog, condition_);
        request.leaflet.note = note_;
        request.leaflet.practice = practice_;
        request.date = today();
        request.picture_credit = context.body().credit;
        request.language = context.language();
        const HeadlessContext graphics;
        Renderer renderer(context.body());
        const HandoutPictures pictures = draw_handout_pictures(*request.point, request.side,
                                                               request.both_sides, context.atlas(), renderer);
        const auto problems = write_handout(handout_of(request, catalog), pictures,
                                            size_of(paper_.empty()       ? Paper::ByLanguage
                                                    : paper_ == "letter" ? Paper::Letter
                                                                         : Paper::A4,
                                                    context.usual_paper()),
                                            output_);
        if (!problems.empty()) throw Refusal(problems);
        for (const std::filesystem::path& file : handout_files(output_))
            context.err() << "written: " << file.string() << '\n';
        return ExitCode::Done;
    }

private:
    std::string point_, side_ = "right", condition_, note_, practice_, paper_, output_;
};

}  // namespace

std::unique_ptr<Command> make_handout_command() {
    return std::make_unique<HandoutCommand>();
}

}  // namespace myomap
