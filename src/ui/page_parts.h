#pragma once
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "scene/state.h"
#include "ui/page.h"

namespace myomap {

// Pieces that more than one page has.

// Lines that lead on: choose it and bring it into view.
Link muscle_link(const Muscle& muscle, std::string note = {});
Link point_link(const TriggerPoint& point, const Catalog& catalog, std::string note = {});
Link condition_link(const Condition& condition, std::string note = {});
Link zone_link(const Zone& zone, std::string note = {});

// "Infraspinatus" -> its points as chips, the selected one marked; nothing for a muscle with one point at
// most.
Block point_chips(const Muscle& muscle, const Selection& selection);

// What can be done with it at once: the handout; of a point also to keep it.
Block act_chips(const std::optional<PointOnSide>& keeps);

// Where the selection was chosen from, outermost first, without itself.
std::vector<Link> trail_of(const Selection& selection, const Catalog& catalog);

Section needling_section(const Muscle& muscle);
// What a needle to the point would pass in this model, while that is asked for.
Section needle_section(const TriggerPoint& point, const State& state, const Atlas& atlas);
Section evidence_section(const Muscle& muscle, const std::vector<std::string>& cited, const Catalog& catalog);
Section conditions_section(const std::vector<std::string>& conditions, const Catalog& catalog);
Block sources_block(const std::vector<std::string>& cited, const Catalog& catalog);

// "This muscle is not in this model …", or that it was made; empty where the model has it.
Block missing_note(const Muscle& muscle, const Body& body);
// Ids of what is said of a muscle, and of what its shape was made from where the body did not measure it.
std::vector<std::string> sources_of(const Muscle& muscle, const Body& body);

}  // namespace myomap
