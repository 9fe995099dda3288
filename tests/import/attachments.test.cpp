#include "import/attachments.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "catalog/catalog.h"
#include "import/import_data.h"

using namespace myomap;

namespace {

using Names = std::vector<std::string>;

AttachmentRules own_rules() {
    return AttachmentRules(find_embedded(import_data(), "attachments.json").value());
}

bool has(const Names& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

TEST_CASE("Vertebrae are counted through from the neck to the loin") {
    CHECK(numbered_bones("spinous processes C7 to T2") ==
          Names{"seventh cervical vertebra", "first thoracic vertebra", "second thoracic vertebra"});
    CHECK(numbered_bones("posterior tubercles C1 to C3") ==
          Names{"atlas", "axis", "third cervical vertebra"});
    CHECK(numbered_bones("vertebral bodies T12 to L2") ==
          Names{"twelfth thoracic vertebra", "first lumbar vertebra", "second lumbar vertebra"});
    CHECK(numbered_bones("T13 and C0 and L") == Names{});
}

TEST_CASE("Ribs and costal cartilages are known by their numbers and words") {
    CHECK(numbered_bones("ribs 3–5 near the cartilages") == Names{"third rib", "fourth rib", "fifth rib"});
    CHECK(numbered_bones("costal cartilages 5 to 6") ==
          Names{"fifth costal cartilage", "sixth costal cartilage"});
    CHECK(numbered_bones("upper surface of the first rib") == Names{"first rib"});
    CHECK(numbered_bones("a strip about 3 cm wide") == Names{});
}

TEST_CASE("The longest phrase of an attachment wins") {
    const AttachmentRules rules = own_rules();
    const Names line = rules.bones_named("lateral supracondylar line of the femur");
    CHECK(has(line, "femur"));
    CHECK_FALSE(has(line, "humerus"));
    CHECK(rules.bones_named("deltoid tuberosity of the humerus") == Names{"humerus"});
    CHECK(rules.bones_named("skin of the cheek") == Names{});
}

TEST_CASE("Rules tell what words do not: lines, order, pieces") {
    const AttachmentRules rules = own_rules();
    CHECK(rules.of("subscapularis").origin.front().size() == 3);
    CHECK(rules.of("gastrocnemius_medial").tendon_beyond);
    CHECK(rules.of("intercostals").crosswise);
    CHECK(rules.of("biceps_brachii").pieces.size() == 2);
    CHECK(rules.of("no_such_muscle").origin.empty());
}

TEST_CASE("A rule that is not understood is refused") {
    CHECK_THROWS(AttachmentRules(R"({"words": {}, "muscles": {"a": {"across": "sideways"}}})"));
    CHECK_THROWS(AttachmentRules("{"));
}

TEST_CASE("Every muscle and landmark that the rules name is known to the catalog") {
    const Loaded<Catalog> catalog = Catalog::load(std::filesystem::path(MYOMAP_SOURCE_DIR) / "data");
    REQUIRE_MESSAGE(catalog, to_text(catalog.problems));
    const auto document = nlohmann::json::parse(find_embedded(import_data(), "attachments.json").value());
    for (const auto& [muscle, rule] : document.at("muscles").items()) {
        CHECK_MESSAGE(catalog.value->muscle(muscle) != nullptr, muscle);
        Names landmarks;
        for (const char* end : {"origin", "insertion"})
            for (const Names& line : rule.value(end, std::vector<Names>{}))
                landmarks.insert(landmarks.end(), line.begin(), line.end());
        if (rule.contains("origin_beyond")) landmarks.push_back(rule["origin_beyond"]);
        for (const std::string& id : landmarks)
            CHECK_MESSAGE(std::ranges::count(catalog.value->landmarks(), id, &LandmarkRule::id) == 1, id);
    }
}
