#include "body/lengthened_muscle.h"

namespace myomap {
namespace {

std::vector<Vec3> surface_normals(const Mesh& mesh) {
    std::vector<Vec3> normals(mesh.positions.size(), Vec3(0));
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3& b = mesh.positions[mesh.indices[i + 1]];
        const Vec3& c = mesh.positions[mesh.indices[i + 2]];
        const Vec3 twice_area = glm::cross(b - a, c - a);
        for (std::size_t corner = 0; corner < 3; ++corner) normals[mesh.indices[i + corner]] += twice_area;
    }
    return normals;
}

// Turned as the shortest turn takes `from` to `to`; those need not be of unit length.
Vec3 turned(const Vec3& v, const Vec3& from, const Vec3& to) {
    const float lengths = glm::length(from) * glm::length(to);
    if (!(lengths > 0)) return v;
    const Vec3 axis = glm::cross(from, to) / lengths;
    const float cosine = glm::dot(from, to) / lengths;
    if (cosine < -0.99F) return -v;
    const Vec3 once = glm::cross(axis, v);
    return v + once + glm::cross(axis, once) / (1 + cosine);
}

}  // namespace

LengthenedMuscle::LengthenedMuscle(const Body& body, int part, const Lengthening& change) {
    for (const FibreSheet& sheet : body.sheets)
        if (sheet.part == part && sheet.stations > 1 && sheet.rows > 0) sheets_.emplace_back(sheet, change);
}

// Where pieces of a part meet, each moves the surface as far as it is near.
Vec3 LengthenedMuscle::moved(const Vec3& place) const {
    constexpr float near_m = 0.0005F;
    if (sheets_.empty()) return place;
    if (sheets_.size() == 1) return sheets_.front().moved(place);
    Vec3 sum(0);
    float weights = 0;
    for (const LengthenedSheet& sheet : sheets_) {
        const float distance = (sheet.distance_m(place) + near_m) / near_m;
        const float weight = 1 / (distance * distance * distance * distance);
        sum += sheet.moved(place) * weight;
        weights += weight;
    }
    return sum / weights;
}

Mesh LengthenedMuscle::moved(Mesh mesh) const {
    if (sheets_.empty()) return mesh;
    const std::vector<Vec3> before = surface_normals(mesh);
    for (Vec3& place : mesh.positions) place = moved(place);
    const std::vector<Vec3> after = surface_normals(mesh);
    for (std::size_t v = 0; v < mesh.normals.size(); ++v)
        mesh.normals[v] = turned(mesh.normals[v], before[v], after[v]);
    return mesh;
}

}  // namespace myomap
