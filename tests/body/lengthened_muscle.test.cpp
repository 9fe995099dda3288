#include "body/lengthened_muscle.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace myomap;

namespace {

constexpr int stations = 61, around = 24;
constexpr float length_m = 0.24F;

// How a muscle lies: the middle of its sheet, and how thick it is.
struct Form {
    Vec3 (*middle)(float along, float across);
    Vec3 (*outward)(float along, float across);  // unit
    float (*half_thickness_m)(float along);
};

float belly(float along) {
    const float rise = std::clamp((along - 0.1F) / 0.3F, 0.0F, 1.0F);
    const float fall = std::clamp((0.85F - along) / 0.3F, 0.0F, 1.0F);
    const auto smooth = [](float x) { return x * x * (3 - 2 * x); };
    return smooth(rise) * smooth(fall);
}

// A spindle with tendons at both ends, running down.
Form spindle() {
    return {[](float along, float across) {
                const float half = 0.003F + 0.02F * belly(along);
                return Vec3((across - 0.5F) * 2 * half, 1 - along * length_m, 0);
            },
            [](float, float) { return Vec3(0, 0, 1); },
            [](float along) { return 0.003F + 0.02F * belly(along); }};
}

// A broad thin fan that bends round a barrel and converges.
Form fan() {
    return {[](float along, float across) {
                const float half = 0.12F - 0.08F * along;
                const float turn = along * 1.2F;
                return Vec3(0.2F * std::sin(turn), 1 + (across - 0.5F) * 2 * half, 0.2F * std::cos(turn));
            },
            [](float along, float) { return Vec3(std::sin(along * 1.2F), 0, std::cos(along * 1.2F)); },
            [](float along) { return 0.002F + 0.006F * std::sin(along * std::numbers::pi_v<float>); }};
}

// Rings of elliptic section, closed at the ends.
Mesh mesh_of(const Form& form) {
    Mesh mesh;
    const auto add = [&](float along, float angle, float share) {
        const float across = 0.5F - 0.5F * share * std::cos(angle);
        const float deep = share * std::sin(angle);
        mesh.positions.push_back(form.middle(along, across) +
                                 form.outward(along, across) * form.half_thickness_m(along) * deep);
        mesh.normals.emplace_back(0);
        mesh.fibre.emplace_back(along, across, 0.5F - 0.5F * deep);
    };
    for (int s = 0; s < stations; ++s)
        for (int k = 0; k < around; ++k)
            add(static_cast<float>(s) / (stations - 1),
                2 * std::numbers::pi_v<float> * static_cast<float>(k) / around, 1);
    add(0, 0, 0);
    add(1, 0, 0);
    const auto face = [&](int a, int b, int c) {
        for (const int v : {a, b, c}) mesh.indices.push_back(static_cast<std::uint32_t>(v));
    };
    for (int k = 0; k < around; ++k) {
        const int next = (k + 1) % around;
        for (int s = 0; s + 1 < stations; ++s) {
            const int a = s * around + k, b = s * around + next;
            face(a, b, a + around);
            face(b, b + around, a + around);
        }
        face(stations * around, next, k);
        face(stations * around + 1, (stations - 1) * around + k, (stations - 1) * around + next);
    }
    if (volume_ml(mesh) < 0)
        for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
            std::swap(mesh.indices[i], mesh.indices[i + 1]);
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3 normal =
            glm::cross(mesh.positions[mesh.indices[i + 1]] - a, mesh.positions[mesh.indices[i + 2]] - a);
        for (std::size_t corner = 0; corner < 3; ++corner) mesh.normals[mesh.indices[i + corner]] += normal;
    }
    for (Vec3& normal : mesh.normals) normal = glm::normalize(normal);
    return mesh;
}

Vec3 middle_of_ring(const Mesh& mesh, int station) {
    Vec3 sum(0);
    for (int k = 0; k < around; ++k) sum += mesh.positions[static_cast<std::size_t>(station * around + k)];
    return sum / static_cast<float>(around);
}

float fibre_length_m(const Mesh& mesh, int from, int to) {
    float length = 0;
    for (int s = from; s < to; ++s)
        length += glm::distance(middle_of_ring(mesh, s), middle_of_ring(mesh, s + 1));
    return length;
}

// The least cosine between a face and its vertices' normals.
float worst_normal(const Mesh& mesh) {
    float worst = 1;
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3 normal = glm::normalize(
            glm::cross(mesh.positions[mesh.indices[i + 1]] - a, mesh.positions[mesh.indices[i + 2]] - a));
        const Vec3 mean = glm::normalize(mesh.normals[mesh.indices[i]] + mesh.normals[mesh.indices[i + 1]] +
                                         mesh.normals[mesh.indices[i + 2]]);
        worst = std::min(worst, glm::dot(normal, mean));
    }
    return worst;
}

float furthest_m(const Mesh& a, const Mesh& b, int from, int to) {
    float most = 0;
    for (auto v = static_cast<std::size_t>(from * around); v < static_cast<std::size_t>(to * around); ++v)
        most = std::max(most, glm::distance(a.positions[v], b.positions[v]));
    return most;
}

}  // namespace

TEST_CASE("At rest a muscle is what it was") {
    for (const Form& form : {spindle(), fan()}) {
        const Mesh rest = mesh_of(form);
        CHECK(furthest_m(lengthened(rest, {}), rest, 0, stations) < 1e-6F);
    }
}

TEST_CASE("A muscle that shortens or lengthens keeps its volume") {
    for (const Form& form : {spindle(), fan()})
        for (const float factor : {0.6F, 0.75F, 0.9F, 1.2F, 1.4F}) {
            CAPTURE(factor);
            const Mesh rest = mesh_of(form);
            const float before = volume_ml(rest);
            CHECK(volume_ml(lengthened(rest, {factor, {}})) == doctest::Approx(before).epsilon(0.04));
        }
}

TEST_CASE("The belly changes its length by the factor, tendons keep theirs, the origin stays") {
    const Mesh rest = mesh_of(spindle());
    for (const float factor : {0.75F, 1.2F}) {
        const Mesh now = lengthened(rest, {factor, {}});
        CHECK(furthest_m(now, rest, 0, 3) < 2e-4F);
        CHECK(fibre_length_m(now, 24, 36) / fibre_length_m(rest, 24, 36) ==
              doctest::Approx(factor).epsilon(0.03));
        CHECK(fibre_length_m(now, 54, 60) / fibre_length_m(rest, 54, 60) == doctest::Approx(1).epsilon(0.03));
    }
}

TEST_CASE("A round belly grows in width and thickness, a flat one in thickness only") {
    const auto size = [](const Mesh& mesh, int station) {
        Box box;
        for (int k = 0; k < around; ++k)
            box.add(mesh.positions[static_cast<std::size_t>(station * around + k)]);
        return box.size();
    };
    const Mesh round = mesh_of(spindle());
    const Vec3 before = size(round, 28);
    const Vec3 after = size(lengthened(round, {0.75F, {}}), 28);
    CHECK(after.x / before.x == doctest::Approx(std::sqrt(1 / 0.75F)).epsilon(0.05));
    CHECK(after.z / before.z == doctest::Approx(std::sqrt(1 / 0.75F)).epsilon(0.05));

    const Mesh flat = mesh_of(fan());
    const Vec3 wide = size(flat, 30);
    CHECK(size(lengthened(flat, {0.75F, {}}), 30).y / wide.y == doctest::Approx(1).epsilon(0.08));
}

TEST_CASE("A thickening muscle leaves the bone's side where it was") {
    const Mesh rest = mesh_of(spindle());
    const Mesh now = lengthened(rest, {0.75F, {}});
    const float before = bounds_of(rest).min.z;
    CHECK(bounds_of(now).min.z == doctest::Approx(before).epsilon(0.1));
    CHECK(bounds_of(now).max.z > bounds_of(rest).max.z * 1.1F);
}

TEST_CASE("Nothing folds and normals stay those of the surface") {
    for (const Form& form : {spindle(), fan()})
        for (const float factor : {0.6F, 1.3F}) {
            const Mesh rest = mesh_of(form);
            const float before = worst_normal(rest);
            CHECK(worst_normal(lengthened(rest, {factor, {}})) > before - 0.25F);
        }
}

TEST_CASE("A local twitch thickens its spot and leaves both ends and other fibres where they were") {
    const Mesh rest = mesh_of(fan());
    const Mesh now = lengthened(rest, {0.7F, FibreSpot{0.5F, 0.25F, 0.2F, 0.12F}});
    CHECK(furthest_m(now, rest, 0, 1) < 2e-4F);
    CHECK(furthest_m(now, rest, stations - 1, stations) < 2e-4F);
    float beside = 0, lifted = 0;
    for (std::size_t v = 0; v < rest.positions.size(); ++v) {
        const float apart = glm::distance(now.positions[v], rest.positions[v]);
        if (std::abs(rest.fibre[v].y - 0.25F) > 0.2F) beside = std::max(beside, apart);
        if (rest.fibre[v].z < 0.5F) lifted = std::max(lifted, apart);
    }
    CHECK(beside < 7e-4F);
    CHECK(lifted > 1.5e-3F);
    CHECK(volume_ml(now) == doctest::Approx(volume_ml(rest)).epsilon(0.02));
}

TEST_CASE("A mesh without fibres stays as it is") {
    Mesh rest = mesh_of(spindle());
    rest.fibre.clear();
    CHECK(lengthened(rest, {0.7F, {}}) == rest);
}

TEST_CASE("A place in a muscle goes with it") {
    const Mesh rest = mesh_of(spindle());
    const Mesh now = lengthened(rest, {0.75F, {}});
    for (const int station : {6, 20, 30, 45}) {
        CAPTURE(station);
        CHECK(glm::distance(carried(middle_of_ring(rest, station), rest, now), middle_of_ring(now, station)) <
              0.002F);
    }
}
