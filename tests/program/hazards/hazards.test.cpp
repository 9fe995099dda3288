#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "base/atlas_name.h"
#include "body/body.h"
#include "body/part_origin.h"
#include "sculpt/mesh_surface.h"

// Vessels, nerves and organs of our own body (build_own_body.sh): what the catalog warns of is there, and
// runs where it must. All in mm.

using namespace myomap;

namespace {

const Body& own_body() {
    static const Body body = [] {
        const char* file = std::getenv("MYOMAP_TEST_BODY");
        REQUIRE(file != nullptr);
        Loaded<Body> loaded = read_body(file, Detail::Full);
        REQUIRE_MESSAGE(loaded, to_text(loaded.problems));
        return std::move(*loaded.value);
    }();
    return body;
}

const Part& part(const std::string& id) {
    const int index = own_body().part_index(id);
    REQUIRE_MESSAGE(index >= 0, id);
    return own_body().parts[static_cast<std::size_t>(index)];
}

std::string on(const std::string& stem, Side side) {
    return stem + "." + std::string(to_text(side));
}

Vec3 landmark(const std::string& id, Side side) {
    const Landmark* found = own_body().landmark(id, side);
    REQUIRE_MESSAGE(found != nullptr, id);
    return 1000.0F * found->position;
}

MeshSurface surface(const std::string& id) {
    return MeshSurface(scaled(part(id).levels[0], 1000));
}

std::vector<Vec3> places(const std::string& id) {
    return scaled(part(id).levels[0], 1000).positions;
}

// The middle of where a level cuts a part; none where it does not reach there.
std::optional<Vec3> section(const std::string& id, float y) {
    const Mesh mesh = scaled(part(id).levels[0], 1000);
    Box box;
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3& b = mesh.positions[mesh.indices[i % 3 == 2 ? i - 2 : i + 1]];
        if ((a.y < y) != (b.y < y)) box.add(glm::mix(a, b, (y - a.y) / (b.y - a.y)));
    }
    if (box.empty()) return std::nullopt;
    return box.centre();
}

float apart(const Vec3& place, const MeshSurface& from) {
    return glm::distance(place, from.nearest(place).place);
}

constexpr std::array both{Side::Left, Side::Right};

}  // namespace

TEST_SUITE_BEGIN("hazards");

TEST_CASE("The nerves, vessels and organs that the catalog warns of are there, and say whence") {
    for (const Side side : both) {
        for (const char* id : {"sciatic_nerve", "femoral_nerve", "radial_nerve", "ulnar_nerve",
                               "median_nerve", "axillary_nerve", "common_fibular_nerve", "tibial_nerve",
                               "accessory_nerve", "pudendal_nerve", "saphenous_nerve", "deep_fibular_nerve",
                               "superficial_fibular_nerve", "posterior_interosseous_nerve", "brachial_plexus",
                               "obturator_nerve", "sural_nerve", "greater_occipital_nerve"}) {
            CAPTURE(id);
            CHECK(part(on(id, side)).kind == PartKind::Nerve);
            const PartOrigin origin = origin_of(part(on(id, side)).source);
            CHECK(origin.made);
            CHECK(origin.words.size() > 40);
            CHECK(origin.sources == std::vector<std::string>{"gray-2020"});
        }
        for (const char* id :
             {"axillary_artery", "brachial_artery", "radial_artery", "ulnar_artery", "subclavian_artery",
              "vertebral_artery", "common_carotid_artery", "external_iliac_artery", "femoral_artery",
              "popliteal_artery", "anterior_tibial_artery", "posterior_tibial_artery"}) {
            CAPTURE(id);
            CHECK(part(on(id, side)).kind == PartKind::Artery);
            CHECK_FALSE(origin_of(part(on(id, side)).source).made);
        }
        CHECK_FALSE(origin_of(part(on("kidney", side)).source).made);
        CHECK(origin_of(part(on("lung", side)).source).made);
        CHECK(origin_of(part(on("pleura", side)).source).made);
    }
    for (const char* id : {"trachea.midline", "abdominal_aorta.midline", "descending_thoracic_aorta.midline"})
        CHECK_FALSE(origin_of(part(id).source).made);
}

TEST_CASE("The long thoracic nerve runs down the outer face of serratus anterior") {
    constexpr float below_top_mm = 40;  // above that it comes to it from the neck
    for (const Side side : both) {
        CAPTURE(to_text(side));
        const MeshSurface serratus = surface(on("serratus_anterior", side));
        const float lateral = side == Side::Left ? 1.0F : -1.0F;
        float lowest = serratus.bounds().max.y;
        for (const Vec3& place : places(on("long_thoracic_nerve", side))) {
            if (place.y > serratus.bounds().max.y - below_top_mm) continue;
            const MeshSurface::Nearest nearest = serratus.nearest(place);
            CHECK(glm::distance(nearest.place, place) < 15);
            CHECK(lateral * nearest.outwards.x > 0);
            lowest = std::min(lowest, place.y);
        }
        CHECK(lowest < serratus.bounds().centre().y);
    }
}

TEST_CASE("Nerves keep out of the bones and under the skin") {
    const MeshSurface skin(scaled(own_body().skin.mesh, 1000));
    std::vector<std::pair<std::string, MeshSurface>> bones;
    for (const Part& of : own_body().parts)
        if (is_skeletal(of.kind)) bones.emplace_back(of.id, scaled(of.levels[0], 1000));
    for (const Part& nerve : own_body().parts) {
        if (nerve.kind != PartKind::Nerve) continue;
        CAPTURE(nerve.id);
        std::size_t outside = 0;
        float deepest = 0;
        std::string in;
        for (const Vec3& place : places(nerve.id)) {
            if (!skin.holds(place)) ++outside;
            for (const auto& [id, bone] : bones) {
                if (!bone.bounds().holds(place)) continue;
                const MeshSurface::Nearest nearest = bone.nearest(place);
                if (const float depth = glm::distance(nearest.place, place);
                    nearest.within && depth > deepest) {
                    deepest = depth;
                    in = id;
                }
            }
        }
        CAPTURE(in);
        CHECK(deepest < 1);
        CHECK(outside == 0);
    }
}

TEST_CASE("The sciatic nerve leaves below piriformis and descends midway") {
    for (const Side side : both) {
        CAPTURE(to_text(side));
        const MeshSurface piriformis = surface(on("piriformis", side));
        const MeshSurface maximus = surface(on("gluteus_maximus", side));
        const Vec3 tuberosity = landmark("ischial_tuberosity", side);
        const Vec3 trochanter = landmark("greater_trochanter", side);
        bool leaves_below = false;
        for (float y = 790; y < 840; y += 4)
            if (const auto there = section(on("sciatic_nerve", side), y))
                leaves_below = leaves_below || piriformis.distance(*there, Vec3(0, 1, 0), 20).has_value();
        CHECK(leaves_below);
        const auto middle = section(on("sciatic_nerve", side), (tuberosity.y + trochanter.y) / 2);
        REQUIRE(middle);
        const float share = (middle->x - tuberosity.x) / (trochanter.x - tuberosity.x);
        CHECK(share > 0.33F);
        CHECK(share < 0.67F);
        CHECK(maximus.distance(*middle, Vec3(0, 0, -1), 40).has_value());  // it lies under it
    }
}

TEST_CASE("The ulnar nerve runs behind the medial epicondyle, on the bone") {
    for (const Side side : both) {
        const Vec3 epicondyle = landmark("medial_epicondyle", side);
        const auto nerve = section(on("ulnar_nerve", side), epicondyle.y + 4);
        REQUIRE(nerve);
        CHECK(nerve->z < epicondyle.z - 3);
        CHECK(std::abs(nerve->x - epicondyle.x) < 16);
        CHECK(apart(*nerve, surface(on("humerus", side))) < 7);
    }
}

TEST_CASE("The radial nerve lies behind the humerus on the bone, and before its outer end") {
    for (const Side side : both) {
        const MeshSurface humerus = surface(on("humerus", side));
        const Vec3 from = landmark("humerus_upper_quarter", side), to = landmark("elbow", side);
        const Vec3 axis = glm::mix(from, to, 0.32F);
        const auto behind = section(on("radial_nerve", side), axis.y);
        REQUIRE(behind);
        CHECK(behind->z < axis.z - 6);
        CHECK(apart(*behind, humerus) < 6);
        const Vec3 epicondyle = landmark("lateral_epicondyle", side);
        const auto before = section(on("radial_nerve", side), epicondyle.y + 10);
        REQUIRE(before);
        CHECK(before->z > epicondyle.z + 8);
    }
}

TEST_CASE("The axillary nerve goes round the surgical neck, 4 to 8 cm below the acromion") {
    for (const Side side : both) {
        const MeshSurface humerus = surface(on("humerus", side));
        const Vec3 acromion = landmark("acromion", side), head = landmark("humeral_head", side);
        bool behind = false, beside = false, before = false;
        for (const Vec3& place : places(on("axillary_nerve", side))) {
            if (apart(place, humerus) > 8) continue;
            CHECK(acromion.y - place.y > 40);
            CHECK(acromion.y - place.y < 80);
            behind = behind || place.z < head.z - 12;
            before = before || place.z > head.z + 8;
            beside = beside || std::abs(place.x) > std::abs(head.x) + 12;
        }
        CHECK(behind);
        CHECK(beside);
        CHECK(before);
    }
}

TEST_CASE("The common fibular nerve winds round the neck of the fibula") {
    for (const Side side : both) {
        const MeshSurface fibula = surface(on("fibula", side));
        const Vec3 head = landmark("fibular_head", side);
        bool at_neck = false;
        for (const Vec3& place : places(on("common_fibular_nerve", side)))
            at_neck = at_neck || (place.y < head.y - 12 && place.y > head.y - 40 &&
                                  std::abs(place.x) > std::abs(head.x) && apart(place, fibula) < 5);
        CHECK(at_neck);
    }
}

TEST_CASE("The femoral nerve passes under the inguinal ligament, lateral to the artery") {
    for (const Side side : both) {
        const Vec3 spine = landmark("asis", side), tubercle = landmark("pubic_tubercle", side);
        const Vec3 middle = glm::mix(spine, tubercle, 0.55F);
        const auto nerve = section(on("femoral_nerve", side), middle.y - 20);
        const auto artery = section(on("femoral_artery", side), middle.y - 30);
        REQUIRE(nerve);
        REQUIRE(artery);
        CHECK(std::abs(nerve->x) - std::abs(artery->x) > 5);
        CHECK(std::abs(nerve->x) - std::abs(artery->x) < 30);
        CHECK(nerve->z < middle.z);
    }
}

TEST_CASE("The pleura lies within the ribs down to its limits, round the lung") {
    for (const Side side : both) {
        const MeshSurface pleura = surface(on("pleura", side));
        float deepest = 0;
        for (const Part& of : own_body().parts) {
            if (!is_skeletal(of.kind)) continue;
            for (const Vec3& place : scaled(of.levels[0], 1000).positions)
                if (pleura.bounds().holds(place) && pleura.holds(place))
                    deepest = std::max(deepest, apart(place, pleura));
        }
        CHECK(deepest < 1.5F);
        std::size_t outside = 0;
        for (const Vec3& place : places(on("lung", side)))
            if (!pleura.holds(place) && apart(place, pleura) > 0.5F) ++outside;
        CHECK(outside == 0);
        const float cupola = pleura.bounds().max.y - landmark("clavicle_medial_quarter", side).y;
        CHECK(cupola > 18);
        CHECK(cupola < 36);
        // Beside the spine it ends at the twelfth rib.
        const float root = landmark("rib_12_root", side).y;
        CHECK(pleura.bounds().min.y < root + 12);
        CHECK(pleura.bounds().min.y > landmark("transverse_process_l1", side).y - 45);
        CHECK(part(on("lung", side)).volume_ml > 700);
        CHECK(part(on("lung", side)).volume_ml < 3500);
    }
}

TEST_CASE("The kidneys lie between T12 and L3, beside the spine") {
    const float t12 = landmark("rib_12_root", Side::Left).y + 15;
    const float l3 = landmark("vertebral_body_front_l3", Side::Midline).y - 15;
    for (const Side side : both) {
        const Box box = surface(on("kidney", side)).bounds();
        CHECK(box.max.y < t12 + 25);
        CHECK(box.min.y > l3 - 25);
        CHECK(std::abs(box.centre().x) > 35);
        CHECK(std::abs(box.centre().x) < 85);
    }
}

TEST_SUITE_END();
