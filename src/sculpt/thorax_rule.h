#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"

namespace myomap {

// Where pleura or lung ends below: on these ribs along the midclavicular, the midaxillary and the
// paravertebral line.
struct LowerLimits {
    std::string midclavicular, midaxillary, paravertebral;  // names of ribs: "eighth rib"
};

// How pleurae and lungs are laid into a rib cage that lacks them.
struct ThoraxRule {
    struct Lining {
        std::string made_from;  // in words; shown to the user
        LowerLimits limits;
        float inside_mm = 1;  // the pleura of the ribs, the lung of the pleura
    };
    std::vector<std::string> sources;  // ids of the catalog
    float wall_mm = 9;                 // the chest wall between two ribs
    float cupola_mm = 25;              // how far the pleura rises above the inner third of the clavicle
    float recess_mm = 5;               // room kept between ribs and diaphragm down to the pleura's limit
    Lining pleura, lung;
};

// data/body/thorax.json. Without a file nothing is made: an empty vector.
Loaded<std::vector<ThoraxRule>> read_thorax_rule(const std::filesystem::path& body_folder);
Loaded<ThoraxRule> thorax_rule_from_text(const std::string& text,
                                         const std::string& file);  // problems name the file

}  // namespace myomap
