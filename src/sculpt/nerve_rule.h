#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "sculpt/made_rule.h"

namespace myomap {

// A place that a nerve runs through, on the left side: by landmarks, then brought between parts or onto one.
struct NervePlace {
    MadePlace by;
    std::vector<std::string> amid;  // half way between the surfaces of these, as near as may be
    std::vector<std::string> onto;  // to the surface of these, names as in MadeSheet::beneath
    Vec3 towards{0};                // as far as one comes along this; 0: to the nearest place
    float lift_mm = 0;              // and off it again
};

// A nerve or a branch of one.
struct NerveCourse {
    std::vector<float> radius_mm;  // spread evenly along
    std::vector<NervePlace> through;
};

// A nerve by its known course, for any body that has the landmarks.
struct NerveRule {
    std::string id;                    // of its parts, less the side: "sciatic_nerve"
    std::string name;                  // "Sciatic nerve"
    std::string made_from;             // its course in words; shown to the user
    std::vector<std::string> sources;  // ids of the catalog
    std::vector<NerveCourse> courses;
};

// data/body/nerves: a file a nerve, in the order of their names. No folder means no rules.
Loaded<std::vector<NerveRule>> read_nerve_rules(const std::filesystem::path& folder);
Loaded<NerveRule> nerve_rule_from_text(const std::string& text,
                                       const std::string& file);  // problems name the file

}  // namespace myomap
