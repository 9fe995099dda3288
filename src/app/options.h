#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "app/command_context.h"
#include "base/side.h"

namespace CLI {
class App;
}

namespace myomap {

// Options that several commands have in common, in the same words.
void add_body_option(CLI::App& command, CommandContext& context);
void add_data_option(CLI::App& command, CommandContext& context);
void add_views_option(CLI::App& command, CommandContext& context);
void add_language_option(CLI::App& command, CommandContext& context);
void add_json_option(CLI::App& command, CommandContext& context);
// A word that is none of the names is refused with the nearest. `kind` is what they are: "view".
std::function<std::string(const std::string&)> one_of(std::string kind, std::vector<std::string> names);

void add_side_option(CLI::App& command, std::string& side);  // left, right or both

// "left" and "both" include Left, …; what lies on the midline is on every side.
bool side_wanted(std::string_view wanted, Side side);

// An unknown id is refused with the nearest known one.
std::vector<const TriggerPoint*> points_by_id(const Catalog& catalog, const std::vector<std::string>& ids);

const TriggerPoint& point_by_id(const Catalog& catalog, const std::string& id);
const Muscle& muscle_by_id(const Catalog& catalog, const std::string& id);
const Condition& condition_by_id(const Catalog& catalog, const std::string& id);
const Zone& zone_by_id(const Catalog& catalog, const std::string& id);

}  // namespace myomap
