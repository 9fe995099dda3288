#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "scene/state.h"

namespace myomap {

// The interface's words for values of the catalog and the body.

std::string side_words(Side side);                    // "left", "right", "midline"
std::string side_words(const Selection& selection);   // "right", "both sides"
std::string region_words(std::string_view region);    // "head_neck" -> "Head and neck"
std::string group_words(std::string_view group);      // of conditions: "hip_thigh" -> "Hip and thigh"
std::string risk_words(Risk risk);                    // "High risk"
std::string confidence_words(Confidence confidence);  // a sentence
std::string depth_words(PointDepth depth);            // a sentence part: "near the muscle's surface"
std::string kind_words(PartKind kind);                // "Bone"
std::string treatment_words(std::string_view id);     // "dry_needling" -> "Dry needling"
std::string layer_words(int layer);                   // 1 -> "superficial"

// A sentence begins with a capital letter.
std::string capitalised(std::string text);
// "a, b and c"
std::string listed(const std::vector<std::string>& items);

// The publication and, where it was not seen itself, a word that says so. A cited chapter is told: "…, ch
// 22".
std::string source_words(std::string_view cited, const Catalog& catalog);

// "Infraspinatus, point 1"; the muscle's name alone where it has only one point.
std::string point_words(const TriggerPoint& point, const Catalog& catalog);

// What the treatment says to do afterwards: how to feel better; or when to turn to whom, the most urgent
// first.
std::vector<std::string> aftercare(const Treatment& treatment, bool urgent);

// What lies under the cursor: "Infraspinatus, point 1 · right"; empty for nothing.
std::string hover_words(const State& state, const Atlas& atlas);

}  // namespace myomap
