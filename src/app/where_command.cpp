#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/command.h"
#include "app/json.h"
#include "app/needle_record.h"
#include "app/options.h"
#include "app/table.h"
#include "atlas/place_check.h"
#include "atlas/point_place.h"
#include "body/part_origin.h"

namespace myomap {
namespace {

std::string_view to_text(PlaceExpectation::Direction direction) {
    using Direction = PlaceExpectation::Direction;
    switch (direction) {
        case Direction::Up:
            return "up";
        case Direction::Down:
            return "down";
        case Direction::Lateral:
            return "lateral";
        case Direction::Medial:
            return "medial";
        case Direction::Forward:
            return "forward";
        case Direction::Back:
            return "back";
        case Direction::Any:
            break;
    }
    return "any";
}

Json expectations_json(const PlacedPoint& place, const Body& body) {
    Json expectations = Json::array();
    for (const PlaceCheck& check : check_places({&place, 1}, body))
        expectations.push_back({{"landmark", check.expectation->landmark},
                                {"direction", to_text(check.expectation->direction)},
                                {"range_mm", {check.expectation->from_mm, check.expectation->to_mm}},
                                {"found_mm", check.found_mm ? Json(rounded(*check.found_mm, 1)) : Json()},
                                {"holds", check.holds()}});
    return expectations;
}

Json place_json(const PlacedPoint& place, const Body& body) {
    const bool has_part = place.part >= 0;
    return {{"point", place.point->id},
            {"side", to_text(place.side)},
            {"muscle", place.point->muscle},
            {"in_model", place.in_model},
            {"made", has_part && origin_of(body.parts[static_cast<std::size_t>(place.part)].source).made},
            {"part", has_part ? Json(body.parts[static_cast<std::size_t>(place.part)].id) : Json()},
            {"position_m", to_json(place.position, 5)},
            {"fibre_direction", to_json(place.fibre_direction, 4)},
            {"inside", place.inside},
            {"surface_distance_mm", rounded(place.surface_distance_mm, 2)},
            {"skin_distance_mm", rounded(place.skin_distance_mm, 2)},
            {"expect", expectations_json(place, body)}};
}

class WhereCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command = program.add_subcommand("where", "Tell where trigger points lie in the body");
        auto* which = command->add_option_group("One of");
        which->add_option("--point", points_, "Trigger points")->type_name("ID");
        which->add_flag("--all", all_, "All of them");
        which->require_option(1);
        command->add_flag(
            "--check", check_,
            "Tell only those that lie elsewhere than their record promises; exit 1 if any does");
        command->add_flag("--needle", needle_,
                          "Tell what a needle to the point would pass, and what lies near and behind; for "
                          "explaining, no guide to needling");
        add_side_option(*command, side_);
        add_json_option(*command, context);
        add_body_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        const Catalog& catalog = context.catalog();
        const auto wanted = all_ ? catalog.points() : points_by_id(catalog, points_);
        std::vector<PlacedPoint> places = place_points(catalog, context.body());
        std::erase_if(places, [&](const PlacedPoint& place) {
            return !side_wanted(side_, place.side) ||
                   (!all_ && std::ranges::find(wanted, place.point) == wanted.end());
        });
        tell_those_without_a_place(wanted, places, context);
        if (check_) {
            std::erase_if(places, [&](const PlacedPoint& place) {
                return std::ranges::all_of(check_places({&place, 1}, context.body()), &PlaceCheck::holds);
            });
        }
        if (context.json) {
            Json document = Json::array();
            for (const PlacedPoint& place : places) {
                document.push_back(place_json(place, context.body()));
                if (needle_) document.back()["needle"] = needle_json(place, context);
            }
            print_json(context.out(), document);
        } else if (needle_) {
            for (const PlacedPoint& place : places) {
                const Muscle& muscle = muscle_by_id(catalog, place.point->muscle);
                if (const auto path = needle_path(place, muscle, context.body()))
                    print_needle(context.out(), *path, place, muscle, context.body());
                else
                    context.out() << place.point->id << ": no way through the skin of this body\n";
            }
        } else if (check_) {
            print_misfits(places, context);
        } else {
            print_table(places, context);
        }
        return check_ && !places.empty() ? ExitCode::BadInput : ExitCode::Done;
    }

private:
    static void tell_those_without_a_place(const std::vector<const TriggerPoint*>& wanted,
                                           const std::vector<PlacedPoint>& places,
                                           const CommandContext& context) {
        for (const TriggerPoint* point : wanted)
            if (std::ranges::find(places, point, &PlacedPoint::point) == places.end())
                context.err() << point->id << " has no place on the wanted side of this body\n";
    }

    static Json needle_json(const PlacedPoint& place, CommandContext& context) {
        const Muscle& muscle = muscle_by_id(context.catalog(), place.point->muscle);
        const auto path = needle_path(place, muscle, context.body());
        return path ? needle_record(*path, place, muscle, context.body()) : Json();
    }

    static void print_misfits(const std::vector<PlacedPoint>& places, CommandContext& context) {
        constexpr auto right = Table::Align::Right;
        Table table(
            {{"point"}, {"side"}, {"landmark"}, {"direction"}, {"promised mm", right}, {"found mm", right}});
        for (const PlaceCheck& check : check_places(places, context.body())) {
            if (check.holds()) continue;
            const PlaceExpectation& expected = *check.expectation;
            table.add({check.place->point->id, std::string(to_text(check.place->side)), expected.landmark,
                       std::string(to_text(expected.direction)),
                       fixed(expected.from_mm, 0) + " to " + fixed(expected.to_mm, 0),
                       check.found_mm ? fixed(*check.found_mm, 1) : "no landmark"});
        }
        if (places.empty())
            context.out() << "every place is as its record promises\n";
        else
            table.print(context.out());
    }

    static void print_table(const std::vector<PlacedPoint>& places, CommandContext& context) {
        constexpr auto right = Table::Align::Right;
        Table table({{"point"},
                     {"side"},
                     {"part"},
                     {"x m", right},
                     {"y m", right},
                     {"z m", right},
                     {"skin mm", right},
                     {"inside"}});
        for (const PlacedPoint& place : places) {
            const std::string part = place.part < 0
                                         ? "not in this model"
                                         : context.body().parts[static_cast<std::size_t>(place.part)].id;
            table.add({place.point->id, std::string(to_text(place.side)), part, fixed(place.position.x, 3),
                       fixed(place.position.y, 3), fixed(place.position.z, 3),
                       fixed(place.skin_distance_mm, 1), place.inside ? "yes" : "no"});
        }
        table.print(context.out());
    }

    std::vector<std::string> points_;
    bool all_ = false;
    bool check_ = false;
    bool needle_ = false;
    std::string side_ = "both";
};

}  // namespace

std::unique_ptr<Command> make_where_command() {
    return std::make_unique<WhereCommand>();
}

}  // namespace myomap
