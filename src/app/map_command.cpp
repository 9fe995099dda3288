#include <tbb/parallel_for.h>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/json.h"
#include "app/options.h"
#include "app/table.h"
#include "atlas/point_place.h"

namespace myomap {
namespace {

struct MapOnSide {
    const TriggerPoint* point;
    Side side;
    MapSummary summary;
};

Json to_json(const MapOnSide& map) {
    Json zones = Json::array();
    for (const ZoneShare& share : map.summary.zones)
        zones.push_back({{"zone", share.zone},
                         {"side", to_text(share.side)},
                         {"essential", rounded(share.essential, 4)},
                         {"spillover", rounded(share.spillover, 4)}});
    return {{"point", map.point->id},
            {"side", to_text(map.side)},
            {"essential_cm2", rounded(map.summary.essential_cm2, 2)},
            {"spillover_cm2", rounded(map.summary.spillover_cm2, 2)},
            {"zones", std::move(zones)}};
}

class MapCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command =
            program.add_subcommand("map", "Tell how much of which zone a point's pain covers");
        auto* which = command->add_option_group("One of");
        which->add_option("--point", points_, "Trigger points")->type_name("ID");
        which->add_flag("--all", all_, "All of them");
        which->require_option(1);
        add_side_option(*command, side_);
        add_json_option(*command, context);
        add_body_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        const Catalog& catalog = context.catalog();
        std::vector<MapOnSide> maps;
        for (const TriggerPoint* point : all_ ? catalog.points() : points_by_id(catalog, points_))
            for (const Side side : sides_of(*point))
                if (side_wanted(side_, side)) maps.push_back({point, side, {}});
        const Body& body = context.body();
        const SkinGround ground(body);
        const ZoneField zones(catalog.zones(), ground);
        tbb::parallel_for(std::size_t{0}, maps.size(), [&](std::size_t i) {
            const PainMap map = make_pain_map(*maps[i].point, maps[i].side, zones, ground);
            maps[i].summary = summarise(map, body.skin, zones);
        });
        if (context.json) {
            Json document = Json::array();
            for (const MapOnSide& map : maps) document.push_back(to_json(map));
            print_json(context.out(), document);
        } else {
            print_table(maps, context);
        }
        return ExitCode::Done;
    }

private:
    static void print_table(const std::vector<MapOnSide>& maps, const CommandContext& context) {
        constexpr auto right = Table::Align::Right;
        Table table({{"point"}, {"side"}, {"essential cm²", right}, {"spillover cm²", right}, {"zones"}});
        for (const MapOnSide& map : maps) {
            std::string zones;
            for (const ZoneShare& share : map.summary.zones)
                if (share.essential >= 0.5F || share.spillover >= 0.5F)
                    zones += (zones.empty() ? "" : ", ") + share.zone;
            table.add({map.point->id, std::string(to_text(map.side)), fixed(map.summary.essential_cm2, 1),
                       fixed(map.summary.spillover_cm2, 1), zones});
        }
        table.print(context.out());
    }

    std::vector<std::string> points_;
    bool all_ = false;
    std::string side_ = "both";
};

}  // namespace

std::unique_ptr<Command> make_map_command() {
    return std::make_unique<MapCommand>();
}

}  // namespace myomap
