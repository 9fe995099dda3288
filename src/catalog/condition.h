#pragma once
#include <string>
#include <vector>

namespace myomap {

struct Evidence {
    std::string treatment;  // "dry_needling", …
    std::string grade;
    std::string direction;
    std::string direction_note;
    std::string text;
    std::vector<std::string> sources;
};

struct Condition {
    std::string id;
    std::string name;
    std::string lay_name;
    std::vector<std::string> aliases;
    std::string icd10, icd11;  // empty where no code fits
    std::string group;
    bool featured = false;  // listed first
    std::string summary;
    std::vector<std::string> typical_zones;
    std::vector<std::string> common_muscles;
    std::string why;
    std::vector<std::string> differential;
    std::vector<std::string> red_flags;  // urgent ones first
    std::vector<Evidence> evidence;      // a treatment each
    std::vector<std::string> self_care;
    std::vector<std::string> sources;
};

}  // namespace myomap
