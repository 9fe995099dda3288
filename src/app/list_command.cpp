#include <CLI/CLI.hpp>
#include <array>

#include "app/command.h"
#include "app/json.h"
#include "app/options.h"
#include "app/table.h"

namespace myomap {
namespace {

// Both faces of a list: what --json prints, and the table that a person reads.
struct Listing {
    Json json = Json::array();
    Table table;
};

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::vector<std::string> side_names(const TriggerPoint& point) {
    std::vector<std::string> names;
    for (const Side side : sides_of(point)) names.emplace_back(to_text(side));
    return names;
}

Listing list_muscles(CommandContext& context) {
    Listing list{
        .table = Table(
            {{"id"}, {"name"}, {"region"}, {"layer", Table::Align::Right}, {"points", Table::Align::Right}})};
    for (const Muscle& muscle : context.catalog().muscles()) {
        Json points = Json::array();
        for (const TriggerPoint& point : muscle.trigger_points) points.push_back(point.id);
        list.table.add({muscle.id, muscle.name, muscle.region, std::to_string(muscle.layer),
                        std::to_string(points.size())});
        list.json.push_back({{"id", muscle.id},
                             {"name", muscle.name},
                             {"latin", muscle.latin},
                             {"fma", muscle.fma == 0 ? Json() : Json(muscle.fma)},
                             {"group", muscle.group},
                             {"region", muscle.region},
                             {"layer", muscle.layer},
                             {"paired", muscle.paired},
                             {"points", std::move(points)}});
    }
    return list;
}

Listing list_points(CommandContext& context) {
    Listing list{.table = Table({{"id"}, {"sides"}, {"refers essentially to"}})};
    for (const TriggerPoint* point : context.catalog().points()) {
        Json refers = Json::array();
        std::vector<std::string> essential;
        for (const Referral& referral : point->refers) {
            const bool is_essential = referral.kind == ReferralKind::Essential;
            if (is_essential) essential.push_back(referral.zone);
            refers.push_back({{"zone", referral.zone},
                              {"kind", is_essential ? "essential" : "spillover"},
                              {"drawn", drawn_by_stroke(*point, referral)}});
        }
        list.table.add({point->id, joined(side_names(*point)),
                        refers_pain(*point) ? joined(essential) : "no pain: " + point->not_pain});
        list.json.push_back({{"id", point->id},
                             {"muscle", point->muscle},
                             {"sides", side_names(*point)},
                             {"not_pain", refers_pain(*point) ? Json() : Json(point->not_pain)},
                             {"refers", std::move(refers)}});
    }
    return list;
}

Listing list_conditions(CommandContext& context) {
    Listing list{.table = Table({{"id"}, {"name"}, {"group"}, {"ICD-11"}})};
    for (const Condition& condition : context.catalog().conditions()) {
        list.table.add({condition.id, condition.name, condition.group, condition.icd11});
        list.json.push_back({{"id", condition.id},
                             {"name", condition.name},
                             {"lay_name", condition.lay_name},
                             {"group", condition.group},
                             {"icd10", condition.icd10},
                             {"icd11", condition.icd11}});
    }
    return list;
}

Listing list_zones(CommandContext& context) {
    Listing list{.table = Table({{"id"}, {"name"}, {"sides"}})};
    for (const Zone& zone : context.catalog().zones()) {
        list.table.add({zone.id, zone.name, zone.midline ? "midline" : "left, right"});
        list.json.push_back({{"id", zone.id},
                             {"name", zone.name},
                             {"midline", zone.midline},
                             {"felt_inside", zone.felt_inside},
                             {"part_of", zone.whole}});
    }
    return list;
}

Listing list_landmarks(CommandContext& context) {
    constexpr auto right = Table::Align::Right;
    Listing list{.table = Table({{"id"}, {"side"}, {"x m", right}, {"y m", right}, {"z m", right}})};
    for (const Landmark& landmark : context.body().landmarks) {
        const Vec3& p = landmark.position;
        list.table.add(
            {landmark.id, std::string(to_text(landmark.side)), fixed(p.x, 4), fixed(p.y, 4), fixed(p.z, 4)});
        list.json.push_back(
            {{"id", landmark.id}, {"side", to_text(landmark.side)}, {"position_m", to_json(p, 5)}});
    }
    return list;
}

Listing list_parts(CommandContext& context) {
    constexpr auto right = Table::Align::Right;
    Listing list{.table = Table({{"id"}, {"kind"}, {"FMA"}, {"triangles", right}, {"ml", right}})};
    for (const Part& part : context.body().parts) {
        list.table.add({part.id, std::string(to_text(part.kind)), part.fma,
                        std::to_string(part.full_triangle_count), fixed(part.volume_ml, 1)});
        list.json.push_back({{"id", part.id},
                             {"name", part.name},
                             {"kind", to_text(part.kind)},
                             {"side", to_text(part.side)},
                             {"fma", part.fma},
                             {"triangles", part.full_triangle_count},
                             {"volume_ml", rounded(part.volume_ml, 3)}});
    }
    return list;
}

struct Listable {
    const char* name;
    Listing (*list)(CommandContext&);
};
constexpr std::array listables{Listable{"muscles", list_muscles},       Listable{"points", list_points},
                               Listable{"conditions", list_conditions}, Listable{"zones", list_zones},
                               Listable{"landmarks", list_landmarks},   Listable{"parts", list_parts}};

class ListCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command = program.add_subcommand("list", "List what the catalog or the body holds");
        command->add_option("what", what_, "muscles, points, conditions, zones, landmarks or parts")
            ->type_name("WHAT");
        add_json_option(*command, context);
        add_body_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        if (what_.empty()) {
            throw Refusal(ExitCode::WrongUsage,
                          "list what? muscles, points, conditions, zones, landmarks or parts");
        }
        const auto* const listable = std::ranges::find(listables, what_, &Listable::name);
        if (listable == listables.end()) {
            std::vector<std::string> names;
            for (const Listable& known : listables) names.emplace_back(known.name);
            throw unknown_word(ExitCode::WrongUsage, "list of", what_, names);
        }
        const Listing listing = listable->list(context);
        if (context.json)
            print_json(context.out(), listing.json);
        else
            listing.table.print(context.out());
        return ExitCode::Done;
    }

private:
    std::string what_;
};

}  // namespace

std::unique_ptr<Command> make_list_command() {
    return std::make_unique<ListCommand>();
}

}  // namespace myomap
