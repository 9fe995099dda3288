#include <doctest/doctest.h>

#include <cmath>
#include <map>
#include <numbers>

#include "sculpt/body_numbers.h"
#include "sculpt/surface_error.h"
#include "sculpt/tube_builder.h"
#include "sculpt/tube_measurer.h"

using namespace myomap;

namespace {

// A bent vessel that grows thinner, 150 mm or so long.
TubeCourse bow() {
    TubeCourse course;
    for (int i = 0; i < 7; ++i) {
        const float t = static_cast<float>(i) / 6;
        course.nodes_mm.emplace_back(60 * std::sin(2 * t), 140 * t, 20 * t * t, 4 - 1.5F * t);
    }
    return course;
}

// Each edge belongs to two triangles, which run along it either way.
bool is_closed(const Mesh& mesh) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> edges;
    for (std::size_t i = 0; i < mesh.indices.size(); ++i)
        ++edges[{mesh.indices[i], mesh.indices[i % 3 == 2 ? i - 2 : i + 1]}];
    for (const auto& [edge, count] : edges) {
        const auto back = edges.find({edge.second, edge.first});
        if (count != 1 || back == edges.end() || back->second != 1) return false;
    }
    return true;
}

float volume_of_bow_ml(const TubeCourse& course) {
    const std::vector<Vec4> places = sampled(course, 0.5F);
    float sum = 0;
    for (std::size_t i = 1; i < places.size(); ++i) {
        const float radius = (places[i].w + places[i - 1].w) / 2;
        sum += radius * radius * glm::distance(Vec3(places[i]), Vec3(places[i - 1]));
    }
    return std::numbers::pi_v<float> * sum / 1000;
}

}  // namespace

TEST_SUITE_BEGIN("tubes");

TEST_CASE("A course runs through its places, smoothly") {
    const TubeCourse course = bow();
    for (std::size_t span = 0; span + 1 < course.nodes_mm.size(); ++span) {
        CHECK(glm::distance(at(course, tube_place(course, span, 0)), course.nodes_mm[span]) < 1e-3F);
        CHECK(glm::distance(at(course, tube_place(course, span, 1)), course.nodes_mm[span + 1]) < 1e-3F);
        if (span == 0) continue;
        const Vec4 before = at(course, tube_place(course, span - 1, 0.99F)), here = course.nodes_mm[span];
        const Vec4 after = at(course, tube_place(course, span, 0.01F));
        const Vec3 in = glm::normalize(Vec3(here - before)), out = glm::normalize(Vec3(after - here));
        CHECK(glm::dot(in, out) > 0.999F);
    }
}

TEST_CASE("A tube is closed, faces out, is as wide as told and ends round") {
    const TubeCourse course = bow();
    const Mesh mesh = build_tubes({course});
    CHECK(is_closed(mesh));
    REQUIRE(mesh.normals.size() == mesh.positions.size());
    float volume = volume_of_bow_ml(course);
    volume += 2.0F / 3 * std::numbers::pi_v<float> * (64 + 2.5F * 2.5F * 2.5F) / 1000;
    CHECK(volume_ml(mesh) == doctest::Approx(volume).epsilon(0.06));
    const Vec3 first(course.nodes_mm.front()), last(course.nodes_mm.back());
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const Vec3 place = 1000.0F * mesh.positions[v];
        CHECK(glm::length(mesh.normals[v]) == doctest::Approx(1).epsilon(0.01));
        const float beyond = std::min(glm::distance(place, first), glm::distance(place, last));
        float least = 1e9F, radius = 0;
        for (const Vec4& on : sampled(course, 0.5F))
            if (const float distance = glm::distance(Vec3(on), place); distance < least) {
                least = distance;
                radius = on.w;
            }
        CHECK(least < 1.2F * radius);
        if (beyond > 6) CHECK(least > 0.95F * radius);
    }
}

TEST_CASE("A measured tube is the one that the mesh was made of") {
    const Mesh mesh = build_tubes({bow()});
    const std::vector<TubeCourse> courses = measured_courses(mesh);
    REQUIRE(courses.size() == 1);
    CHECK(courses[0].nodes_mm.size() <= 8);
    const SurfaceError error = surface_error(build_tubes(courses), mesh);
    CHECK(error.mean_mm < 0.3F);
    CHECK(error.volume_ratio == doctest::Approx(1).epsilon(0.08));
}

TEST_CASE("Vessels in one mesh are told by a course each") {
    TubeCourse trunk = bow(), branch;
    const Vec3 from(trunk.nodes_mm[3]);
    for (int i = 0; i < 4; ++i)
        branch.nodes_mm.emplace_back(from + Vec3(16, 0, 4) * static_cast<float>(i), i == 0 ? 2.0F : 1.8F);
    CHECK(measured_courses(build_tubes({trunk, branch})).size() == 2);
}

TEST_CASE("Courses survive the file") {
    BodyPart part;
    part.id = "bow";
    part.name = "Bow";
    part.kind = PartKind::Artery;
    part.made_from = "nothing";
    part.tubes = {bow(), bow()};
    const Loaded<BodyPart> again = body_part_from_text(to_text(part), "bow.json");
    REQUIRE_MESSAGE(again, to_text(again.problems));
    REQUIRE(again.value->tubes.size() == 2);
    CHECK(count_numbers({*again.value}) == 2 * 7 * 4);
    for (std::size_t i = 0; i < 7; ++i)
        CHECK(glm::distance(again.value->tubes[1].nodes_mm[i], part.tubes[1].nodes_mm[i]) < 0.02F);
}

TEST_CASE("A course of one place, or with a radius that is none, is told") {
    const std::string head =
        R"({"id": "a", "name": "A", "kind": "artery", "paired": false, "fma": {}, "made_from": "x", )";
    const Loaded<BodyPart> one = body_part_from_text(head + R"("courses": [[[0, 0, 0, 1]]]})", "a.json");
    CHECK_FALSE(one);
    REQUIRE_FALSE(one.problems.empty());
    CHECK(one.problems[0].where == "/courses/0");
    const Loaded<BodyPart> flat =
        body_part_from_text(head + R"("courses": [[[0, 0, 0, 1], [1, 0, 0, -1]]]})", "a.json");
    CHECK_FALSE(flat);
    REQUIRE_FALSE(flat.problems.empty());
    CHECK(flat.problems[0].where == "/courses/0/1");
}

TEST_SUITE_END();
