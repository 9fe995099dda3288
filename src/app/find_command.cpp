#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/json.h"
#include "app/options.h"
#include "app/point_ranking.h"
#include "app/table.h"
#include "atlas/point_place.h"

namespace myomap {
namespace {

class FindCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command = program.add_subcommand(
            "find", "Find trigger points by words, by where it hurts, or by condition");
        auto* by = command->add_option_group("One of");
        by->add_option("words", words_, "Names, Latin, zones, conditions; every word a beginning")
            ->type_name("WORDS");
        by->add_option("--zone", zones_, "Where it hurts: one zone or more")->type_name("Z");
        by->add_option("--condition", condition_, "Points related to a condition")->type_name("C");
        by->require_option(1);
        add_side_option(*command, side_);
        add_json_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        const std::vector<RankedPoint> ranking = rank(context.catalog());
        if (context.json)
            print_json(context.out(), to_json(ranking));
        else
            print_table(ranking, context);
        if (ranking.empty()) context.err() << "myomap: no trigger point is found by that\n";
        return ExitCode::Done;
    }

private:
    std::vector<RankedPoint> rank(const Catalog& catalog) const {
        if (!condition_.empty()) return rank_by_condition(catalog, condition_by_id(catalog, condition_));
        if (!zones_.empty()) {
            std::vector<const Zone*> zones;
            for (const std::string& id : zones_) zones.push_back(&zone_by_id(catalog, id));
            return rank_by_zones(catalog, zones);
        }
        std::string query;
        for (const std::string& word : words_) query += word + " ";
        return rank_by_words(catalog, query);
    }

    // A result is a point on a side, as in map and where.
    Json to_json(const std::vector<RankedPoint>& ranking) const {
        Json results = Json::array();
        for (const RankedPoint& ranked : ranking)
            for (const Side side : sides_of(*ranked.point))
                if (side_wanted(side_, side))
                    results.push_back({{"point", ranked.point->id},
                                       {"muscle", ranked.point->muscle},
                                       {"side", to_text(side)},
                                       {"score", rounded(ranked.score, 4)},
                                       {"why", ranked.why}});
        return {{"results", std::move(results)}};
    }

    void print_table(const std::vector<RankedPoint>& ranking, const CommandContext& context) const {
        Table table({{"point"}, {"side"}, {"score", Table::Align::Right}, {"why"}});
        for (const RankedPoint& ranked : ranking) {
            std::string sides;
            for (const Side side : sides_of(*ranked.point))
                if (side_wanted(side_, side))
                    sides += (sides.empty() ? "" : ", ") + std::string(to_text(side));
            if (!sides.empty()) table.add({ranked.point->id, sides, fixed(ranked.score, 2), ranked.why});
        }
        table.print(context.out());
    }

    std::vector<std::string> words_;
    std::vector<std::string> zones_;
    std::string condition_;
    std::string side_ = "both";
};

}  // namespace

std::unique_ptr<Command> make_find_command() {
    return std::make_unique<FindCommand>();
}

}  // namespace myomap
