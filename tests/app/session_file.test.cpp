#include "app/session_file.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/file.h"
#include "scene/reduce.h"
#include "support/test_world.h"

using namespace myomap;
using namespace myomap::testing;

namespace {

SessionContents a_visit() {
    SessionContents contents;
    contents.session.points = {
        {"infraspinatus.1", Side::Right, "2026-11-27", "reproduces the known pain"},
        {"trapezius_descending.1", Side::Left, "2026-11-27", "a \"quoted\" note,\nin two lines: äöü €"}};
    contents.session.notes = {{"2026-11-27", "first visit"}, {"2026-12-04", "second visit { [ \\ ] }"}};
    contents.practice = "Praxis am Park";
    contents.handout_note = "Twice a day.";
    contents.areas = {
        {"Temple", 7, true, {{PaintMark::Kind::Zone, {"", Side::Left, 0, 0}, 0, "head.temple"}}},
        {"Thigh",
         4,
         false,
         {{PaintMark::Kind::Dab, {"thigh", Side::Right, 0.5F, 90}, 18, ""},
          {PaintMark::Kind::Erase, {"thigh", Side::Right, 0.25F, -45.5F}, 12.5F, ""}}}};
    contents.views = {{"Neck", {"begin", "skin clear", "select point infraspinatus.1 right"}},
                      {"Back of the body", {"begin", "view back"}}};
    contents.view = {"begin", "skin opaque", "view left"};
    return contents;
}

// Everything of `part` stands in `whole`, in its place.
template <class Entry>
bool begins(const std::vector<Entry>& part, const std::vector<Entry>& whole) {
    return part.size() <= whole.size() && std::equal(part.begin(), part.end(), whole.begin());
}

std::filesystem::path fixture(const char* name) {
    return std::filesystem::path(MYOMAP_TEST_DIR) / "app/sessions" / name;
}

}  // namespace

TEST_CASE("a session reads back to what was written") {
    const SessionContents contents = a_visit();
    const Loaded<SessionContents> read =
        session_from_text(session_text(contents, "2026-11-27"), "visit.json");
    REQUIRE(read);
    CHECK(read.problems.empty());
    CHECK(*read.value == contents);
    const Loaded<SessionContents> empty = session_from_text(session_text({}, ""), "visit.json");
    REQUIRE(empty);
    CHECK(*empty.value == SessionContents());
}

TEST_CASE("a state keeps its session, its views and what it looks at through a file") {
    const Atlas& atlas = test_world().atlas;
    State state = first_state(atlas, 1.5F);
    for (const char* text : {"select point infraspinatus.2 left", "keep point 2026-11-27",
                             "add note 2026-11-27 better", "paint zone head.temple left", "area intensity 7",
                             "orbit 12.5 3.25", "zoom 1.7", "x-ray on", "save view One", "practice Park"})
        state = reduce(state, *action_from_text(text).value, atlas);
    const Loaded<SessionContents> read = session_from_text(session_text(session_of(state), ""), "");
    REQUIRE(read);
    const State opened = with_session(first_state(atlas, 1.5F), *read.value, atlas);
    CHECK(opened.session == state.session);
    CHECK(opened.saved == state.saved);
    CHECK(opened.selection == state.selection);
    CHECK(opened.layers == state.layers);
    CHECK(opened.camera == state.camera);
    CHECK(opened.pain.areas == state.pain.areas);
    CHECK_FALSE(opened.pain.empty());
    CHECK(opened.leaflet.practice == "Park");
}

TEST_CASE("a session that is cut at any length gives what was whole before the cut") {
    const SessionContents contents = a_visit();
    const std::string text = session_text(contents, "2026-11-27");
    std::size_t most_points = 0, most_notes = 0;
    const std::size_t whole = text.find_last_of('}') + 1;
    for (std::size_t length = 0; length < whole; ++length) {
        CAPTURE(length);
        const Loaded<SessionContents> read = session_from_text(text.substr(0, length), "visit.json");
        REQUIRE_FALSE(read.problems.empty());
        CHECK(read.problems.front().file == "visit.json");
        if (!read) continue;
        CHECK(begins(read.value->session.points, contents.session.points));
        CHECK(begins(read.value->session.notes, contents.session.notes));
        CHECK(begins(read.value->areas, contents.areas));
        CHECK(begins(read.value->views, contents.views));
        // What was there at a shorter length is still there.
        CHECK(read.value->session.points.size() >= most_points);
        CHECK(read.value->session.notes.size() >= most_notes);
        most_points = read.value->session.points.size();
        most_notes = read.value->session.notes.size();
        const bool points_closed = length > text.find("\"notes\"");
        if (points_closed)
            CHECK(read.value->session == Session{contents.session.points, read.value->session.notes});
    }
    CHECK(most_points == contents.session.points.size());
    CHECK(most_notes == contents.session.notes.size());
}

TEST_CASE("a session of the first version still opens") {
    const Loaded<SessionContents> read = read_session(fixture("version_1.json"));
    REQUIRE(read);
    CHECK_MESSAGE(read.problems.empty(), to_text(read.problems));
    SessionContents without_areas = a_visit();
    without_areas.areas.clear();
    CHECK(*read.value == without_areas);
}

TEST_CASE(
    "painted areas that the first version kept among the actions of its view come into their own field") {
    const Loaded<SessionContents> read = read_session(fixture("version_1_painted.json"));
    REQUIRE(read);
    CHECK_MESSAGE(read.problems.empty(), to_text(read.problems));
    CHECK(read.value->areas == a_visit().areas);
    CHECK(read.value->view == std::vector<std::string>{"begin", "view left"});
}

TEST_CASE("a session of this version, as it lies on disks, opens") {
    const Loaded<SessionContents> read = read_session(fixture("version_2.json"));
    REQUIRE(read);
    CHECK_MESSAGE(read.problems.empty(), to_text(read.problems));
    CHECK(*read.value == a_visit());
}

TEST_CASE("an area that is wrong is told with its place, and the others are read") {
    const Loaded<SessionContents> read = session_from_text(
        R"({"format": "myomap session", "version": 2,
            "areas": [{"name": "A", "intensity": 99, "deep": false, "marks": []},
                      {"name": "B", "intensity": 3, "deep": false, "marks": [{"zone": "head.temple.left"}]}]})",
        "visit.json");
    REQUIRE(read);
    REQUIRE(read.value->areas.size() == 1);
    CHECK(read.value->areas.front().name == "B");
    REQUIRE(read.problems.size() == 1);
    CHECK(read.problems.front().where == "/areas/0/intensity");
}

TEST_CASE("a list of saved views, as they were kept before sessions, opens as one") {
    const Loaded<SessionContents> read =
        session_from_text(R"([{"name": "Neck", "actions": ["begin", "view back"]}])", "views.json");
    REQUIRE(read);
    CHECK(read.problems.empty());
    CHECK(read.value->views == std::vector<SavedView>{{"Neck", {"begin", "view back"}}});
}

TEST_CASE("entries that are wrong are told with their place, and the others are read") {
    const Loaded<SessionContents> read = session_from_text(
        R"({"format": "myomap session", "version": 1, "practice": 7,
            "points": [{"point": "a.1", "side": "right"}, {"point": "b.1", "side": "up"}, 3],
            "notes": {"text": "no list"},
            "views": [{"name": "One", "actions": ["begin", "fly away"]}, {"actions": []}]})",
        "visit.json");
    REQUIRE(read);
    CHECK(read.value->session.points == std::vector<KeptPoint>{{"a.1", Side::Right, "", ""}});
    CHECK(read.value->views == std::vector<SavedView>{{"One", {"begin"}}});
    std::vector<std::string> places;
    for (const Problem& problem : read.problems) places.push_back(problem.where);
    CHECK(places == std::vector<std::string>{"/practice", "/points/1", "/points/2", "/notes",
                                             "/views/0/actions/1", "/views/1"});
}

TEST_CASE("what is no session, and one of a newer version, is refused with a sentence") {
    for (const char* text : {"", "no json", "{}", "7", R"({"format": "other"})",
                             R"({"format": "myomap session", "version": "one"})",
                             R"({"format": "myomap session", "version": 999})"}) {
        CAPTURE(text);
        const Loaded<SessionContents> read = session_from_text(text, "visit.json");
        CHECK_FALSE(read);
        CHECK_FALSE(read.problems.empty());
    }
}
