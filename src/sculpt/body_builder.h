#pragma once
#include <filesystem>
#include <vector>

#include "base/problem.h"
#include "body/body.h"
#include "catalog/catalog.h"
#include "import/progress.h"
#include "sculpt/body_part.h"
#include "sculpt/made_rule.h"
#include "sculpt/nerve_rule.h"
#include "sculpt/skin_cage.h"
#include "sculpt/skin_features.h"
#include "sculpt/thorax_rule.h"

namespace myomap {

// All that our own body is made of.
struct BodyNumbers {
    std::vector<BodyPart> parts;
    std::vector<MadeRule> made;  // muscles made from their attachments
    SkinCage skin;               // empty: the skin is grown
    std::vector<SkinFeature> features;
    std::vector<NerveRule> nerves;
    std::vector<ThoraxRule> thorax;  // one at most
};

// From data/body/: KIND/ID.json, made/ID.json, nerves/ID.json, skin/skin.json, skin/features.json,
// thorax.json.
Loaded<BodyNumbers> read_all_numbers(const std::filesystem::path& folder);

// The surface of a part as its numbers tell it: of the left one where they stand for both.
Mesh shape_of(const BodyPart& numbers);

// Our own body from its numbers: parts with their meshes and fibres on both sides, the skin, landmarks, skin
// coordinates, made muscles, levels of detail. Uses all cores; the same each time. With a value, problems are
// warnings.
Loaded<Body> build_body(const BodyNumbers& numbers, const Catalog& catalog, const Progress& progress = {});

}  // namespace myomap
