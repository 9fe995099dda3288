#include "ui/pages.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "body/part_origin.h"
#include "scene/needle_words.h"
#include "scene/reduce.h"
#include "support/test_world.h"
#include "ui/legend.h"
#include "ui/lists.h"
#include "ui/overlay.h"
#include "ui/page_parts.h"
#include "ui/words.h"

using namespace myomap;

namespace {

const Atlas& atlas() {
    return testing::test_world().atlas;
}
const Catalog& catalog() {
    return atlas().catalog();
}

State after(std::initializer_list<const char*> actions) {
    State state = first_state(atlas(), 1);
    for (const char* text : actions) state = reduce(state, *action_from_text(text).value, atlas());
    return state;
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const Section* section_of(const Page& page, std::string_view heading) {
    const auto found = std::ranges::find(page.sections, heading, &Section::heading);
    return found == page.sections.end() ? nullptr : &*found;
}

std::vector<Block> boxes(const Page& page, Tone tone) {
    std::vector<Block> found;
    for (const Section& section : page.sections) {
        for (const Block& block : section.blocks) {
            if (block.kind == Block::Kind::Boxed && block.tone == tone) found.push_back(block);
        }
    }
    return found;
}

}  // namespace

TEST_CASE("every point, muscle, condition and zone has a page with a title and content") {
    const State state = after({});
    for (const Muscle& muscle : catalog().muscles()) {
        CAPTURE(muscle.id);
        const Page page = muscle_page(muscle, state, atlas());
        CHECK(page.title == muscle.name);
        CHECK(page.sections.size() >= 3);
        for (const TriggerPoint& point : muscle.trigger_points) {
            CAPTURE(point.id);
            const Page of_point = point_page(point, state, atlas());
            CHECK(section_of(of_point, refers_pain(point) ? "Refers pain to" : "Where it is felt") !=
                  nullptr);
            CHECK(section_of(of_point, "Evidence and sources") != nullptr);
        }
    }
    for (const Condition& condition : catalog().conditions()) {
        CAPTURE(condition.id);
        CHECK(condition_page(condition, state, atlas()).sections.size() >= 3);
    }
    for (const Zone& zone : catalog().zones()) CHECK_FALSE(zone_page(zone, state, atlas()).title.empty());
}

TEST_CASE("a page never shows an id in place of a name") {
    const State state = after({});
    for (const Muscle& muscle : catalog().muscles()) {
        for (const TriggerPoint& point : muscle.trigger_points) {
            const Page page = point_page(point, state, atlas());
            for (const Section& section : page.sections) {
                for (const Block& block : section.blocks) {
                    for (const Link& link : block.links) {
                        CAPTURE(point.id);
                        CAPTURE(link.label);
                        CHECK_FALSE(has(link.label, "_"));
                    }
                }
            }
        }
    }
}

TEST_CASE("a point tells essential areas before spillover, each marked as what it is") {
    const TriggerPoint* point = catalog().point("infraspinatus.1");
    REQUIRE(point != nullptr);
    const Page page = point_page(*point, after({}), atlas());
    const Section* refers = section_of(page, "Refers pain to");
    REQUIRE(refers != nullptr);
    REQUIRE(refers->blocks.size() == 2);
    for (const Link& link : refers->blocks[0].links) CHECK(link.mark == Mark::Essential);
    for (const Link& link : refers->blocks[1].links) CHECK(link.mark == Mark::Spillover);
    CHECK(refers->blocks[0].links.size() + refers->blocks[1].links.size() == point->refers.size());
}

TEST_CASE("hazards of needling stand in a box with their risk, high risk as an alarm") {
    for (const Muscle& muscle : catalog().muscles()) {
        if (muscle.trigger_points.empty() || muscle.needling.hazards.empty()) continue;
        CAPTURE(muscle.id);
        const Page page = point_page(muscle.trigger_points.front(), after({}), atlas());
        const auto found = boxes(page, muscle.needling.risk == Risk::High ? Tone::Alarm : Tone::Caution);
        REQUIRE(found.size() == 1);
        CHECK(found[0].badge == risk_words(muscle.needling.risk));
        CHECK(found[0].items.size() == muscle.needling.hazards.size());
    }
}

TEST_CASE("red flags stand on top of a condition, in a box that alarms") {
    for (const Condition& condition : catalog().conditions()) {
        if (condition.red_flags.empty()) continue;
        CAPTURE(condition.id);
        const Page page = condition_page(condition, after({}), atlas());
        REQUIRE_FALSE(page.sections.empty());
        const Block& first = page.sections.front().blocks.front();
        CHECK(first.tone == Tone::Alarm);
        CHECK(first.items.size() == condition.red_flags.size());
    }
}

TEST_CASE("a muscle that the body lacks says so, one that it has does not") {
    const std::string words = "This muscle is not in this model";
    const Muscle* absent = catalog().muscle("soleus");
    const Muscle* present = catalog().muscle("infraspinatus");
    REQUIRE(absent != nullptr);
    REQUIRE(present != nullptr);
    CHECK(has(plain_text(muscle_page(*absent, after({}), atlas())), words));
    CHECK(has(plain_text(point_page(absent->trigger_points.front(), after({}), atlas())), words));
    CHECK_FALSE(has(plain_text(muscle_page(*present, after({}), atlas())), words));
}

TEST_CASE("a muscle that was made says so") {
    Body body;
    body.parts.resize(1);
    body.parts[0].muscle = "soleus";
    body.parts[0].source = made_source;
    const Muscle* muscle = catalog().muscle("soleus");
    REQUIRE(muscle != nullptr);
    CHECK(missing_note(*muscle, body).title == "Made from its attachments");
    CHECK(sources_of(*muscle, body) == muscle->sources);
    body.parts[0].source = to_text(PartOrigin{true, "From the tibia to the heel.", {"rankin-2006"}});
    CHECK(missing_note(*muscle, body).text == "From the tibia to the heel.");
    CHECK(sources_of(*muscle, body).back() == "rankin-2006");
    body.parts[0].source = "FJ1.obj";
    CHECK(missing_note(*muscle, body).title.empty());
}

TEST_CASE("a vessel says that it was measured, a nerve what it was made of and after which source") {
    Part part;
    part.name = "Left brachial artery";
    part.kind = PartKind::Artery;
    part.source = "BodyParts3D";
    const std::string measured = plain_text(part_page(part, atlas()));
    CHECK(has(measured, "Measured"));
    CHECK(has(measured, "BodyParts3D"));
    part.name = "Left sciatic nerve";
    part.kind = PartKind::Nerve;
    part.source = "made: Below piriformis. [gray-2020]";
    const std::string made = plain_text(part_page(part, atlas()));
    CHECK(has(made, "Below piriformis."));
    CHECK(has(made, source_words("gray-2020", catalog())));
    CHECK_FALSE(has(made, "Measured"));
    part.kind = PartKind::Bone;
    part.source = "BodyParts3D";
    CHECK_FALSE(has(plain_text(part_page(part, atlas())), "Measured"));
}

TEST_CASE("where sources differ the page says so, and a publication that was not seen is told") {
    const auto differs = std::ranges::find_if(
        catalog().muscles(), [](const Muscle& m) { return !m.note.empty() && !m.trigger_points.empty(); });
    REQUIRE(differs != catalog().muscles().end());
    const std::string text = plain_text(point_page(differs->trigger_points.front(), after({}), atlas()));
    CHECK(has(text, "Where sources differ"));
    CHECK(has(text, differs->note));

    const auto unseen =
        std::ranges::find_if(catalog().sources(), [](const Source& s) { return s.verified == false; });
    REQUIRE(unseen != catalog().sources().end());
    CHECK(has(source_words(unseen->id, catalog()), "was not seen"));
    const auto seen =
        std::ranges::find_if(catalog().sources(), [](const Source& s) { return s.verified == true; });
    REQUIRE(seen != catalog().sources().end());
    CHECK_FALSE(has(source_words(seen->id, catalog()), "was not seen"));
}

TEST_CASE("a cited chapter is told") {
    CHECK(has(source_words("travell-simons-1999:ch22", catalog()), "Chapter 22."));
    CHECK(source_words("nobody-1900", catalog()) == "nobody-1900");
}

TEST_CASE("the page follows the deepest selection, and leads back to what it was chosen from") {
    CHECK(selection_page(after({}), atlas()).title == welcome_page(atlas()).title);
    const State condition = after({"select condition frozen_shoulder"});
    CHECK(selection_page(condition, atlas()).title == catalog().condition("frozen_shoulder")->name);
    const State point = after({"select condition frozen_shoulder", "select point infraspinatus.1"});
    const Page page = selection_page(point, atlas());
    CHECK(page.title == "Infraspinatus");
    REQUIRE(page.trail.size() == 2);
    CHECK(page.trail[0].label == catalog().condition("frozen_shoulder")->name);
    CHECK(page.trail[1].label == "Infraspinatus");
    CHECK(selection_page(after({"select part scapula.left"}), atlas()).kicker == "Bone");
}

TEST_CASE("every action that a page offers changes the state or the interface") {
    const State state = after({"select condition frozen_shoulder", "select point infraspinatus.2"});
    for (const Page& page : {selection_page(state, atlas()), welcome_page(atlas()),
                             condition_page(*catalog().condition("frozen_shoulder"), state, atlas())}) {
        for (const Section& section : page.sections) {
            for (const Block& block : section.blocks) {
                for (const Link& link : block.links) {
                    CAPTURE(link.label);
                    REQUIRE_FALSE(link.actions.empty());
                    // As the right column does: with another selection first, so that re-selecting counts.
                    State next = after({"select part scapula.left", "tab layers"});
                    for (const Action& action : link.actions) next = reduce(next, action, atlas());
                    CHECK_FALSE(next == after({"select part scapula.left", "tab layers"}));
                }
            }
        }
    }
}

TEST_CASE("conditions are listed from head to foot, those asked for most first within a group") {
    const auto groups = conditions_by_group(catalog(), {});
    REQUIRE(groups.size() > 5);
    CHECK(groups.front().heading == "Head, jaw and face");
    std::size_t listed = 0;
    for (const LinkGroup& group : groups) {
        bool featured = true;
        for (const Link& link : group.links) {
            const auto* select = std::get_if<SelectCondition>(&link.actions.front());
            REQUIRE(select != nullptr);
            const bool now = catalog().condition(select->condition)->featured;
            CHECK((featured || !now));
            featured = now;
            ++listed;
        }
    }
    CHECK(listed == catalog().conditions().size());
}

TEST_CASE("all muscles with points are listed once, by name within a region, the selected one marked") {
    Selection selection;
    selection.muscle = "infraspinatus";
    std::size_t listed = 0;
    std::size_t current = 0;
    for (const LinkGroup& group : muscles_by_region(catalog(), selection)) {
        CHECK(std::ranges::is_sorted(group.links, {}, &Link::label));
        listed += group.links.size();
        current += static_cast<std::size_t>(std::ranges::count(group.links, true, &Link::current));
    }
    CHECK(listed == static_cast<std::size_t>(std::ranges::count_if(
                        catalog().muscles(), [](const Muscle& m) { return !m.trigger_points.empty(); })));
    CHECK(current == 1);
}

TEST_CASE("the cursor's label names the muscle and its side, a point with its number, a bone by its name") {
    CHECK(hover_words(after({"hover part infraspinatus.left"}), atlas()) == "Infraspinatus · left");
    CHECK(hover_words(after({"hover point infraspinatus.2 right"}), atlas()) ==
          "Infraspinatus, point 2 · right");
    CHECK(has(hover_words(after({"hover part scapula.left"}), atlas()), "capula"));
    CHECK(hover_words(after({"hover"}), atlas()).empty());
}

TEST_CASE("the menu of a right click offers what can be done with that part") {
    const auto labels = [](const MenuTarget& target, const State& state) {
        std::vector<std::string> all;
        for (const Link& link : menu_links(target, state, atlas())) all.push_back(link.label);
        return all;
    };
    CHECK(labels({"scapula.left", std::nullopt}, after({})) ==
          std::vector<std::string>{"Select", "Fly to it", "Hide it", "Show only this", "Whole body"});
    const auto of_body = labels({}, after({"hide scapula.left"}));
    REQUIRE(of_body.size() > 3);
    CHECK(has(of_body[0], "Show again: "));
    CHECK(of_body[1] == "Show all");
    CHECK(of_body[2] == "Whole body");
    CHECK(std::ranges::count(of_body, "Save a picture") == 1);
    CHECK(labels({"scapula.left", std::nullopt}, after({"isolate scapula.left"}))[3] ==
          "Show the others again");
    // What is selected can be mirrored and seen through all else, but not selected again.
    const MenuTarget muscle{"infraspinatus.left", std::nullopt};
    const auto selected = labels(muscle, after({"select muscle infraspinatus left"}));
    CHECK(std::ranges::count(selected, "Select this muscle") == 0);
    CHECK(std::ranges::count(selected, "The same on the other side") == 1);
    CHECK(std::ranges::count(selected, "All else faint") == 1);
}

TEST_CASE(
    "the menu of a point takes it into the set and the session, that of the ground clears painted pain") {
    const auto find = [](const MenuTarget& target, const State& state, const std::string& label) {
        const auto links = menu_links(target, state, atlas());
        const auto link = std::ranges::find(links, label, &Link::label);
        return link == links.end() ? std::string() : to_text(link->actions.front());
    };
    const MenuTarget point{"infraspinatus.left", PointOnSide{"infraspinatus.1", Side::Left}};
    CHECK(find(point, after({}), "Select this point") == "select point infraspinatus.1 left");
    CHECK(find(point, after({"select point infraspinatus.1 left"}), "Select this point").empty());
    CHECK(find(point, after({}), "Add to set") == "together infraspinatus.1 left");
    CHECK(find(point, after({"together infraspinatus.1 left"}), "Take out of the set") ==
          "together infraspinatus.1 left");
    CHECK(find(point, after({}), "Keep the point in the session") == "keep point infraspinatus.1 left");
    CHECK(find({}, after({}), "Clear the painted pain").empty());
    CHECK(find({}, after({"paint zone head.temple right"}), "Clear the painted pain") == "areas");
}

TEST_CASE("a point's page warns before it tells how, and shows the needle's way only when asked") {
    const TriggerPoint& point = *catalog().point("infraspinatus.1");
    const std::string quiet =
        plain_text(point_page(point, after({"select point infraspinatus.1 left"}), atlas()));
    CHECK(quiet.find("Be careful of") < quiet.find("Approach: "));
    CHECK(has(quiet, "Show a needle's way in this model"));
    CHECK_FALSE(has(quiet, "Skin to muscle"));
    const std::string shown =
        plain_text(point_page(point, after({"select point infraspinatus.1 left", "needle on"}), atlas()));
    CHECK(shown.find("Be careful of") < shown.find("Skin to muscle: "));
    CHECK(shown.find("For explaining only") < shown.find("Skin to muscle: "));
    CHECK(has(shown, "Skin to point: "));
    // The body made in code has no nerves: all that the record names is told as lacking, nothing as free.
    CHECK(has(shown, "not in this model"));
    CHECK(has(shown, "Suprascapular nerve"));
    CHECK_FALSE(has(shown, "clear of"));
}

TEST_CASE("a point that is treated by hand says so in place of a needle") {
    const Muscle& muscle = *catalog().muscle("rhomboid_major");
    CHECK(needle_line(muscle.needling, 1).hold == NeedleHold::Hand);
    CHECK(has(hold_words(NeedleHold::Hand), "by hand"));
    CHECK(hold_words(NeedleHold::Straight).empty());
}

TEST_CASE("every point's page leads to the story") {
    const TriggerPoint& point = *catalog().point("infraspinatus.1");
    const Page page = point_page(point, after({"select point infraspinatus.1 left"}), atlas());
    bool leads = false;
    for (const Section& section : page.sections)
        for (const Block& block : section.blocks)
            for (const Link& link : block.links)
                for (const Action& action : link.actions) leads = leads || to_text(action) == "story open";
    CHECK(leads);
}

TEST_CASE("from a condition it is one tap to its story and its points, and its evidence is at the top") {
    for (const Condition& condition : catalog().conditions()) {
        CAPTURE(condition.id);
        const State selected = reduce(after({}), SelectCondition{condition.id}, atlas());
        const Page page = condition_page(condition, selected, atlas());
        std::size_t stories = 0, points = 0;
        for (const Section& section : page.sections)
            for (const Block& block : section.blocks)
                for (const Link& link : block.links)
                    for (const Action& action : link.actions) {
                        stories += std::holds_alternative<TellStory>(action) ? 1 : 0;
                        points += std::holds_alternative<SelectPoint>(action) ? 1 : 0;
                    }
        CHECK(stories == 1);
        CHECK(points == catalog().points_of(condition).size());
        CHECK(reduce(selected, TellStory{}, atlas()).story.open);
        const auto needled = std::ranges::find(condition.evidence, "dry_needling", &Evidence::treatment);
        if (needled == condition.evidence.end()) continue;
        REQUIRE(page.sections.size() > 2);
        const auto is_grade = [&](const Block& block) { return block.badge == capitalised(needled->grade); };
        CHECK(std::ranges::any_of(page.sections[1].blocks, is_grade));
    }
}

// Point 7 of trapezius was listed as a source of pain in the outer arm, where it gives goose-flesh.
TEST_CASE("a point that gives no pain says what it gives, and pain does not lead to it") {
    const State state = after({"select point trapezius_transverse.7 right"});
    const TriggerPoint* point = catalog().point("trapezius_transverse.7");
    REQUIRE(point != nullptr);
    CHECK_FALSE(refers_pain(*point));
    const Page page = point_page(*point, state, atlas());
    CHECK(has(plain_text(page), "Not pain: goose-flesh"));
    CHECK(section_of(page, "Refers pain to") == nullptr);
    CHECK(page.kicker == "Trigger point 7");  // its number runs over the muscle's three parts
    const Legend legend = legend_of(state, atlas());
    REQUIRE_FALSE(legend.empty());
    CHECK(legend.entries.front().name == "Not pain: goose-flesh");

    for (const char* zone : {"arm.lateral", "thigh.lateral"}) {
        const std::vector<const TriggerPoint*> found = catalog().points_referring_to(zone);
        CHECK(std::ranges::find(found, point) == found.end());
    }
    CHECK(atlas().lookup().source_index(point, Side::Right) == -1);
    const Muscle* muscle = catalog().muscle("trapezius_transverse");
    CHECK(has(plain_text(muscle_page(*muscle, state, atlas())), "Goose-flesh, not pain"));
}

TEST_CASE("what speaks for and against a condition is told with nothing painted, from the catalog") {
    const Condition* condition = catalog().condition("neck_pain");
    REQUIRE(condition != nullptr);
    const Page page = condition_page(*condition, after({"select condition neck_pain"}), atlas());
    const Section* weighed = section_of(page, "For and against");
    REQUIRE(weighed != nullptr);
    REQUIRE(weighed->blocks.size() == 3);
    CHECK(weighed->blocks[0].items.size() == condition->typical_zones.size());
    CHECK(weighed->blocks[1].items.size() == condition->common_muscles.size());
    CHECK(weighed->blocks[2].items.size() == condition->differential.size());
}

TEST_CASE("two conditions stand side by side: red flags first, what both have, what only one has") {
    const State state =
        after({"select condition lateral_elbow_tendinopathy", "compare medial_elbow_tendinopathy"});
    const Page page = selection_page(state, atlas());
    const Condition& first = *catalog().condition("lateral_elbow_tendinopathy");
    const Condition& second = *catalog().condition("medial_elbow_tendinopathy");
    std::vector<Block> sides;
    for (const Section& section : page.sections)
        for (const Block& block : section.blocks)
            if (block.kind == Block::Kind::Sides) sides.push_back(block);
    REQUIRE(sides.size() >= 4);
    CHECK(sides[1].tone == Tone::Alarm);
    CHECK(sides[1].sides.left.size() == first.red_flags.size());
    CHECK(sides[1].sides.right.size() == second.red_flags.size());
    const Section* felt = section_of(page, "Where it is felt");
    REQUIRE(felt != nullptr);
    std::size_t both = 0;
    for (const Block& block : felt->blocks)
        if (block.kind == Block::Kind::Links) both = block.links.size();
    const Block& only = felt->blocks.back();
    CHECK(only.sides.left.size() + both == first.typical_zones.size());
    CHECK(only.sides.right.size() + both == second.typical_zones.size());
    CHECK(selection_page(reduce(state, Compare{}, atlas()), atlas()).title == first.name);
}
