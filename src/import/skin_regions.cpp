#include "import/skin_regions.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"

namespace myomap {
namespace {

struct RegionWord {
    std::string_view word;
    SkinRegion region;
};

// The first word that a name holds decides, so "distal phalanx of … toe" is told from a finger's, and a bone
// from the vertebra that is named after its number.
constexpr std::array region_words{
    RegionWord{"toe", SkinRegion::Toe},           RegionWord{"hallux", SkinRegion::Toe},
    RegionWord{"thumb", SkinRegion::Finger},      RegionWord{"finger", SkinRegion::Finger},
    RegionWord{"metacarpal", SkinRegion::Hand},   RegionWord{"scaphoid", SkinRegion::Hand},
    RegionWord{"lunate", SkinRegion::Hand},       RegionWord{"triquetral", SkinRegion::Hand},
    RegionWord{"triquetrum", SkinRegion::Hand},   RegionWord{"pisiform", SkinRegion::Hand},
    RegionWord{"trapezium", SkinRegion::Hand},    RegionWord{"trapezoid", SkinRegion::Hand},
    RegionWord{"capitate", SkinRegion::Hand},     RegionWord{"hamate", SkinRegion::Hand},
    RegionWord{"hand", SkinRegion::Hand},         RegionWord{"foot", SkinRegion::Foot},
    RegionWord{"metatarsal", SkinRegion::Foot},   RegionWord{"calcaneus", SkinRegion::Foot},
    RegionWord{"talus", SkinRegion::Foot},        RegionWord{"navicular", SkinRegion::Foot},
    RegionWord{"cuboid", SkinRegion::Foot},       RegionWord{"radius", SkinRegion::Forearm},
    RegionWord{"ulna", SkinRegion::Forearm},      RegionWord{"humerus", SkinRegion::UpperArm},
    RegionWord{"clavicle", SkinRegion::Shoulder}, RegionWord{"scapula", SkinRegion::Shoulder},
    RegionWord{"femur", SkinRegion::Thigh},       RegionWord{"patella", SkinRegion::Leg},
    RegionWord{"tibia", SkinRegion::Leg},         RegionWord{"fibula", SkinRegion::Leg},
    RegionWord{"hip", SkinRegion::Pelvis},        RegionWord{"ilium", SkinRegion::Pelvis},
    RegionWord{"ischium", SkinRegion::Pelvis},    RegionWord{"pubis", SkinRegion::Pelvis},
    RegionWord{"sacrum", SkinRegion::Pelvis},     RegionWord{"coccyx", SkinRegion::Pelvis},
    RegionWord{"lumbar", SkinRegion::Abdomen},    RegionWord{"rib", SkinRegion::Chest},
    RegionWord{"sternum", SkinRegion::Chest},     RegionWord{"manubrium", SkinRegion::Chest},
    RegionWord{"xiphoid", SkinRegion::Chest},     RegionWord{"costal", SkinRegion::Chest},
    RegionWord{"thoracic", SkinRegion::Chest},    RegionWord{"cervical", SkinRegion::Neck},
    RegionWord{"atlas", SkinRegion::Neck},        RegionWord{"axis", SkinRegion::Neck},
    RegionWord{"hyoid", SkinRegion::Neck},        RegionWord{"thyroid", SkinRegion::Neck},
    RegionWord{"cricoid", SkinRegion::Neck},      RegionWord{"mandible", SkinRegion::Head},
    RegionWord{"maxilla", SkinRegion::Head},      RegionWord{"frontal", SkinRegion::Head},
    RegionWord{"parietal", SkinRegion::Head},     RegionWord{"temporal", SkinRegion::Head},
    RegionWord{"occipital", SkinRegion::Head},    RegionWord{"sphenoid", SkinRegion::Head},
    RegionWord{"zygomatic", SkinRegion::Head},    RegionWord{"nasal", SkinRegion::Head},
    RegionWord{"alar", SkinRegion::Head},         RegionWord{"skull", SkinRegion::Head},
    RegionWord{"cuneiform", SkinRegion::Foot},    RegionWord{"vertebra", SkinRegion::Chest},
};

constexpr std::pair<std::string_view, int> digit_words[] = {
    {"thumb", 1}, {"big", 1},  {"great", 1},  {"hallux", 1}, {"index", 2}, {"second", 2}, {"middle", 3},
    {"third", 3}, {"ring", 4}, {"fourth", 4}, {"little", 5}, {"small", 5}, {"fifth", 5}};

// "Middle phalanx of left index finger": only words after "of" tell the digit.
int digit_of(std::vector<std::string> words) {
    if (const auto of = std::ranges::find(words, "of"); of != words.end()) {
        words.erase(words.begin(), of);
    }
    for (const auto& [word, digit] : digit_words) {
        if (std::ranges::find(words, word) != words.end()) {
            return digit;
        }
    }
    return 3;
}

bool of_a_limb(SkinRegion region) {
    return region >= SkinRegion::UpperArm || region == SkinRegion::Shoulder;
}

}  // namespace

std::optional<BoneRegion> region_of_bone(std::string_view name, Side side) {
    const std::vector<std::string> words = folded_words(name);
    const auto known = std::ranges::find_if(region_words, [&words](const RegionWord& entry) {
        return std::ranges::any_of(words, [&entry](const std::string& word) {
            return word == entry.word ||
                   (word.ends_with('s') && word.substr(0, word.size() - 1) == entry.word);
        });
    });
    if (known == region_words.end()) {
        return std::nullopt;
    }
    BoneRegion result{known->region, of_a_limb(known->region) ? side : Side::Midline, 0};
    if (result.region == SkinRegion::Finger || result.region == SkinRegion::Toe) {
        result.digit = digit_of(words);
    }
    return result;
}

float fat_m(SkinRegion region) {
    switch (region) {
        case SkinRegion::Head:
            return 0.0060F;
        case SkinRegion::Neck:
            return 0.0060F;
        case SkinRegion::Shoulder:
            return 0.0080F;
        case SkinRegion::Chest:
            return 0.0080F;
        case SkinRegion::Abdomen:
            return 0.0120F;
        case SkinRegion::Pelvis:
            return 0.0130F;
        case SkinRegion::UpperArm:
            return 0.0080F;
        case SkinRegion::Forearm:
            return 0.0050F;
        case SkinRegion::Hand:
            return 0.0035F;
        case SkinRegion::Finger:
            return 0.0040F;
        case SkinRegion::Thigh:
            return 0.0100F;
        case SkinRegion::Leg:
            return 0.0070F;
        case SkinRegion::Foot:
            return 0.0045F;
        case SkinRegion::Toe:
            return 0.0040F;
    }
    return 0.005F;
}

}  // namespace myomap
