#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/problem.h"
#include "base/vec.h"

namespace myomap {

// A place by landmarks, as in the catalog's landmark_places.json: their weighted mean, moved. Written for the
// left side.
struct MadePlace {
    std::vector<std::pair<std::string, float>> between;  // landmarks and their weights
    Vec3 offset_mm{0};                                   // x lateral, y up, z forward
};

// A line across a sheet's fibres, through places in the order of `across`.
struct MadeLine {
    float at = 0;  // of the way from the first station to the last
    std::vector<MadePlace> through;
    std::vector<std::string> onto;  // brought onto the surface of these, see MadeSheet::beneath; empty: not
    Vec3 towards{0};                // so far along this direction; 0: to the nearest place
    std::optional<MadePlace> from;  // or as seen from here, through each place; the first that is met
    float lift_mm = 0;              // and off it again by this
    std::vector<float> spread;      // of each row, its share of the line's length; empty: evenly
};

// A sheet of fibres by its attachments: drawn through its lines, then relaxed between them.
struct MadeSheet {
    enum class Press { No, In, Out };

    int stations = 12;
    int rows = 5;
    float across_from = 0, across_to = 1;
    float along_from = 0, along_to = 1;
    std::vector<MadeLine> lines;                   // in the order of `at`, from 0 to 1
    std::vector<std::vector<float>> thickness_mm;  // evenly spread along × across, blended linearly between
    float volume_ml = 0;  // the thickness is scaled to come to this, within limits; 0: taken as it is
    // Names of atlas parts less the side, ids of other made muscles, or "bones" or "skin".
    std::vector<std::string> beneath;   // what it lies over, seen square to it
    std::vector<std::string> above;     // what it lies under
    std::vector<std::string> clear_of;  // what its fibres go round
    float gap_mm = 0.5F;                // kept to all of them
    float reach_mm = 20;                // how far off the sheet they are looked for
    float over_from = 0, over_to = 1;   // of its stations, where beneath, above and press count
    // What of it is flesh, of its length, by shares evenly spread across; the rest is aponeurosis. Empty:
    // all.
    std::vector<float> flesh_from, flesh_to;
    // How far the aponeurosis behind the flesh is drawn; the rest is left open, so that what lies under it is
    // seen, but counts as there for what is laid under it. Empty: wholly.
    std::vector<float> tendon_to;
    std::vector<float> intersections;  // of its length, where a tendon crosses the fibres
    // It arises in so many slips side by side, as from ribs, parted so far along the fibres; 0: from a line.
    int slips = 0;
    float slips_mm = 0;
    Press press = Press::No;  // In: lies on what is beneath, Out: under what is above
    int relax = 60;           // rounds
};

struct MadeRule {
    std::string muscle;     // the catalog's id; of what belongs to no muscle of the catalog: its own
    std::string name;       // of a muscle that the catalog lacks
    std::string made_from;  // of what: attachments and thickness; shown to the user
    std::vector<std::string> sources;  // of these, ids of the catalog
    std::string tendon;                // the name of its aponeurosis or intersections, where it has such
    int layer = 0;      // of an aponeurosis or muscle that the catalog lacks; 0: a muscle of it
    bool adds = false;  // made beside what an atlas has of the muscle, not only where it has nothing
    std::vector<MadeSheet> sheets;
};

// data/body/made: a file a muscle, in the order of their names. No folder means no rules.
Loaded<std::vector<MadeRule>> read_made_rules(const std::filesystem::path& folder);
Loaded<MadeRule> made_rule_from_text(const std::string& text,
                                     const std::string& file);  // problems name the file

}  // namespace myomap
