#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/json.h"
#include "app/options.h"
#include "app/pain_file.h"
#include "app/point_ranking.h"
#include "app/table.h"
#include "atlas/point_place.h"
#include "scene/where_from.h"

namespace myomap {
namespace {

class FindCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command = program.add_subcommand(
            "find", "Find trigger points by words, by where it hurts, or by condition");
        auto* by = command->add_option_group("One of");
        by->add_option("words", words_,
                       "Names, Latin, zones, conditions, in English or the language; every word a beginning")
            ->type_name("WORDS");
        by->add_option("--zone", zones_, "Where it hurts: one zone or more, on --side")->type_name("Z");
        by->add_option("--paint", paint_, "Where it hurts: areas painted in the window (pain save)")
            ->type_name("FILE.json");
        by->add_option("--condition", condition_, "Points related to a condition")->type_name("C");
        by->require_option(1);
        add_side_option(*command, side_);
        add_language_option(*command, context);
        add_json_option(*command, context);
        add_body_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        if (!zones_.empty() || !paint_.empty()) return find_by_pain(context);
        std::vector<RankedPoint> ranking;
        if (!condition_.empty()) {
            const Condition& condition = condition_by_id(context.catalog(), condition_);
            ranking = rank_by_condition(context.atlas(), condition);
        } else {
            std::string query;
            for (const std::string& word : words_) query += word + " ";
            ranking = rank_by_words(context.catalog(), query, context.language());
        }
        if (context.json)
            print_json(context.out(), to_json(ranking));
        else
            print_table(ranking, context);
        if (ranking.empty()) context.err() << "myomap: no trigger point is found by that\n";
        return ExitCode::Done;
    }

private:
    std::vector<PaintedArea> areas(const Catalog& catalog) const {
        if (!paint_.empty()) {
            Loaded<std::vector<PaintedArea>> areas = read_painted_areas(paint_);
            if (!areas) throw Refusal(areas.problems);
            for (const PaintedArea& area : *areas.value)
                for (const PaintMark& mark : area.marks)
                    if (mark.kind == PaintMark::Kind::Zone) zone_by_id(catalog, mark.zone);
            return std::move(*areas.value);
        }
        std::vector<const Zone*> zones;
        for (const std::string& id : zones_) zones.push_back(&zone_by_id(catalog, id));
        std::vector<Side> sides;
        for (const Side side : {Side::Left, Side::Right})
            if (side_wanted(side_, side)) sides.push_back(side);
        return {area_of(zones, sides)};
    }

    ExitCode find_by_pain(CommandContext& context) {
        const Atlas& atlas = context.atlas();
        const FeltPain pain = atlas.felt(areas(context.catalog()));
        const std::vector<Candidate> ranking = atlas.lookup().rank(pain);
        const std::vector<PaintedZone> zones = painted_zones(pain, atlas);
        if (context.json)
            print_json(context.out(), to_json(ranking, pain, zones, atlas));
        else
            print_table(ranking, pain, atlas, context);
        if (pain.empty()) context.err() << "myomap: nothing is painted there on this body\n";
        if (!pain.empty() && !anything_fits(ranking)) tell_what_else(zones, context);
        return ExitCode::Done;
    }

    static void tell_what_else(const std::vector<PaintedZone>& zones, CommandContext& context) {
        context.err() << "myomap: no trigger point explains this pain well\n";
        for (const Condition* condition : conditions_of(zones, context.catalog()))
            for (const std::string& flag : condition->red_flags)
                context.err() << "  " << condition->name << ": " << flag << "\n";
    }

    static Json to_json(const std::vector<Candidate>& ranking, const FeltPain& pain,
                        const std::vector<PaintedZone>& zones, const Atlas& atlas) {
        Json painted = Json::array();
        for (const PaintedZone& zone : zones)
            painted.push_back({{"zone", zone.zone->id},
                               {"side", to_text(zone.side)},
                               {"painted", rounded(zone.painted, 4)},
                               {"of_pain", rounded(zone.of_pain, 4)}});
        Json results = Json::array();
        for (const Candidate& candidate : ranking)
            results.push_back({{"point", candidate.point->id},
                               {"muscle", candidate.point->muscle},
                               {"side", to_text(candidate.side)},
                               {"score", rounded(candidate.score, 4)},
                               {"essential", rounded(candidate.essential, 4)},
                               {"spillover", rounded(candidate.spillover, 4)},
                               {"unfelt", rounded(candidate.unfelt, 4)},
                               {"likely", rounded(candidate.likely, 2)},
                               {"why", reason_for(candidate, pain, atlas)}});
        return {{"painted_cm2", rounded(painted_cm2(pain, atlas.body()), 1)},
                {"zones", std::move(painted)},
                {"fits", anything_fits(ranking)},
                {"results", std::move(results)}};
    }

    static void print_table(const std::vector<Candidate>& ranking, const FeltPain& pain, const Atlas& atlas,
                            const CommandContext& context) {
        constexpr auto right = Table::Align::Right;
        Table table({{"point"}, {"side"}, {"score", right}, {"explains", right}, {"unfelt", right}, {"why"}});
        for (const Candidate& candidate : ranking) {
            if (!speaks_for_itself(candidate)) continue;
            table.add({candidate.point->id, std::string(to_text(candidate.side)), fixed(candidate.score, 2),
                       fixed(candidate.explained(), 2), fixed(candidate.unfelt, 2),
                       reason_for(candidate, pain, atlas)});
        }
        table.print(context.out());
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
    std::string paint_;
    std::string condition_;
    std::string side_ = "both";
};

}  // namespace

std::unique_ptr<Command> make_find_command() {
    return std::make_unique<FindCommand>();
}

}  // namespace myomap
