#include "scene/part_look.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "scene/action.h"
#include "scene/focus.h"
#include "scene/reduce.h"
#include "support/test_world.h"

using namespace myomap;

namespace {

// A part of each of these kinds, some millimetres large.
const Body& body() {
    static const Body made = [] {
        Body all;
        const auto add = [&](const std::string& id, PartKind kind) {
            Part part;
            part.id = part.name = id;
            part.kind = kind;
            part.levels[0].positions = {{0, 1, 0}, {0.01F, 1, 0}, {0, 1.01F, 0}};
            part.levels[0].normals.resize(3, Vec3(0, 0, 1));
            part.levels[0].indices = {0, 1, 2};
            part.levels[1] = part.levels[2] = part.levels[0];
            all.parts.push_back(part);
        };
        add("artery.left", PartKind::Artery);
        add("nerve.left", PartKind::Nerve);
        add("lung.left", PartKind::Organ);
        add("pleura.left", PartKind::Organ);
        add("ligament.left", PartKind::Ligament);
        add("bone.left", PartKind::Bone);
        add("sternalis.left", PartKind::Muscle);
        all.parts.back().muscle = "sternalis";
        all.parts.back().side = Side::Left;
        return all;
    }();
    return made;
}

const Atlas& atlas() {
    static const Atlas made(testing::test_world().catalog, body());
    return made;
}

constexpr std::size_t rare = 6;  // the muscle

std::vector<PartLook> looks_after(const std::vector<std::string>& actions) {
    State state = first_state(atlas(), 1);
    for (const std::string layer : {"vessels", "nerves", "organs"})
        state = reduce(state, *action_from_text("layer " + layer + " on").value, atlas());
    for (const std::string& action : actions) state = reduce(state, *action_from_text(action).value, atlas());
    return part_looks(state, focus_of(state.selection, atlas()), atlas());
}

}  // namespace

TEST_SUITE_BEGIN("part look");

TEST_CASE("vessels, nerves, organs and other tissues each have a switch of their own") {
    const std::vector<std::string> switches{"vessels", "nerves", "organs", "other", "bones"};
    const std::vector<std::vector<std::size_t>> parts{{0}, {1}, {2, 3}, {4}, {5}};
    for (std::size_t i = 0; i < switches.size(); ++i) {
        CAPTURE(switches[i]);
        const std::vector<PartLook> looks = looks_after({"layer " + switches[i] + " off"});
        for (std::size_t k = 0; k < looks.size(); ++k)
            if (k != rare) CHECK(looks[k].visible == (std::ranges::find(parts[i], k) == parts[i].end()));
    }
}

TEST_CASE("a pleura is looked through, the lung in it is not") {
    const std::vector<PartLook> looks = looks_after({});
    CHECK(looks[3].ghosted);
    CHECK_FALSE(looks[2].ghosted);
}

TEST_CASE("a muscle that few people have is drawn when it is asked for, else not") {
    CHECK_FALSE(looks_after({}).back().visible);
    CHECK(looks_after({"side left", "select muscle sternalis"}).back().visible);
    CHECK(looks_after({"isolate sternalis.left"}).back().visible);
    CHECK_FALSE(looks_after({"side left", "select muscle sternalis", "select nothing"}).back().visible);
}

TEST_SUITE_END();
