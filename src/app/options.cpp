#include "app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <utility>

#include "app/refusal.h"

namespace myomap {
namespace {

template <class T>
std::vector<std::string> ids_of(const std::vector<T>& things) {
    std::vector<std::string> ids;
    for (const T& thing : things) ids.push_back(thing.id);
    return ids;
}

}  // namespace

void add_body_option(CLI::App& command, CommandContext& context) {
    command
        .add_option("--body", context.body_given,
                    "Body to show; without: body.glb here or in $XDG_DATA_HOME/myomap, else Myomap's own")
        ->type_name("FILE");
}

void add_data_option(CLI::App& command, CommandContext& context) {
    command
        .add_option("--data", context.data_given, "Folder with catalog/ and schema/; without: Myomap's own")
        ->type_name("DIR");
}

void add_views_option(CLI::App& command, CommandContext& context) {
    command
        .add_option("--views", context.views_given,
                    "File of saved views; without: views.json in $XDG_DATA_HOME/myomap")
        ->type_name("FILE");
}

void add_language_option(CLI::App& command, CommandContext& context) {
    command
        .add_option("--language", context.language_given,
                    "Of the interface: en, de, es or fr; without: that of the environment")
        ->check(one_of("language", {"en", "de", "es", "fr"}))
        ->type_name("LANGUAGE");
}

void add_json_option(CLI::App& command, CommandContext& context) {
    command.add_flag("--json", context.json, "One JSON document to standard output");
}

std::function<std::string(const std::string&)> one_of(std::string kind, std::vector<std::string> names) {
    return [kind = std::move(kind), names = std::move(names)](const std::string& word) -> std::string {
        if (std::ranges::find(names, word) != names.end()) return {};
        return unknown_word(ExitCode::WrongUsage, kind, word, names).what();
    };
}

void add_side_option(CLI::App& command, std::string& side) {
    command.add_option("--side", side, "left, right or both: the body's own")
        ->check(one_of("side", {"left", "right", "both"}))
        ->type_name("SIDE");
}

bool side_wanted(std::string_view wanted, Side side) {
    return wanted == "both" || side == Side::Midline || wanted == to_text(side);
}

std::vector<const TriggerPoint*> points_by_id(const Catalog& catalog, const std::vector<std::string>& ids) {
    std::vector<const TriggerPoint*> points;
    for (const std::string& id : ids) points.push_back(&point_by_id(catalog, id));
    return points;
}

const TriggerPoint& point_by_id(const Catalog& catalog, const std::string& id) {
    if (const TriggerPoint* point = catalog.point(id)) return *point;
    std::vector<std::string> known;
    for (const TriggerPoint* point : catalog.points()) known.push_back(point->id);
    throw unknown_word(ExitCode::BadInput, "trigger point", id, known);
}

const Muscle& muscle_by_id(const Catalog& catalog, const std::string& id) {
    if (const Muscle* muscle = catalog.muscle(id)) return *muscle;
    throw unknown_word(ExitCode::BadInput, "muscle", id, ids_of(catalog.muscles()));
}

const Condition& condition_by_id(const Catalog& catalog, const std::string& id) {
    if (const Condition* condition = catalog.condition(id)) return *condition;
    throw unknown_word(ExitCode::BadInput, "condition", id, ids_of(catalog.conditions()));
}

const Zone& zone_by_id(const Catalog& catalog, const std::string& id) {
    if (const Zone* zone = catalog.zone(id)) return *zone;
    throw unknown_word(ExitCode::BadInput, "zone", id, ids_of(catalog.zones()));
}

}  // namespace myomap
