#include "sculpt/tube_builder.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace myomap {
namespace {

constexpr float least_radius_mm = 0.2F;
constexpr float pi = std::numbers::pi_v<float>;

int sides_for(float radius_mm) {
    return radius_mm < 1.5F ? 5 : radius_mm < 3.5F ? 6 : radius_mm < 6 ? 8 : 12;
}

struct Ring {
    Vec3 centre;
    float radius = 0;
    Vec3 along;      // unit
    float lean = 0;  // of the normals along it: −1 … 1
};

// One course as rings of vertices between two poles.
class TubeMesher {
public:
    explicit TubeMesher(Mesh& mesh) : mesh_(mesh) {}

    void add(const TubeCourse& course) {
        const std::vector<Vec4> places = places_of(course);
        float widest = 0;
        for (const Vec4& place : places) widest = std::max(widest, place.w);
        sides_ = sides_for(widest);
        const auto sides = static_cast<float>(sides_);
        wider_ = std::sqrt(2 * pi / (sides * std::sin(2 * pi / sides)));
        const std::vector<Ring> rings = rings_of(places);
        across_ = perpendicular(rings.front().along);
        add_pole(rings.front(), places.front(), -1);
        const std::uint32_t first = count();
        for (const Ring& ring : rings) add_ring(ring);
        const std::uint32_t last = count();
        add_pole(rings.back(), places.back(), 1);
        join(first, static_cast<std::uint32_t>(rings.size()), last);
    }

private:
    static std::vector<Vec4> places_of(const TubeCourse& course) {
        float mean = 0;
        for (const Vec4& node : course.nodes_mm) mean += node.w;
        mean /= static_cast<float>(course.nodes_mm.size());
        std::vector<Vec4> places = sampled(course, std::clamp(mean, 2.0F, 5.0F));
        for (Vec4& place : places) place.w = std::max(place.w, least_radius_mm);
        return places;
    }

    static Vec3 direction(const Vec3& v) {
        const float length = glm::length(v);
        return length > 0 ? v / length : Vec3(0, 1, 0);
    }

    static Vec3 perpendicular(const Vec3& v) {
        return direction(glm::cross(v, std::abs(v.y) < 0.8F ? Vec3(0, 1, 0) : Vec3(1, 0, 0)));
    }

    // The caps are half an icosphere's worth: one ring each and the pole.
    static std::vector<Ring> rings_of(const std::vector<Vec4>& places) {
        constexpr float cap = 0.7071F;
        std::vector<Ring> rings;
        const std::size_t last = places.size() - 1;
        for (std::size_t i = 0; i <= last; ++i) {
            const Vec3 before(places[i == 0 ? 0 : i - 1]), after(places[std::min(i + 1, last)]);
            const Vec3 here(places[i]), along = direction(after - before);
            const float radius = places[i].w;
            if (i == 0) rings.push_back({here - cap * radius * along, cap * radius, along, -cap});
            rings.push_back({here, radius, along, 0});
            if (i == last) rings.push_back({here + cap * radius * along, cap * radius, along, cap});
        }
        return rings;
    }

    std::uint32_t count() const { return static_cast<std::uint32_t>(mesh_.positions.size()); }

    void add_vertex(const Vec3& place_mm, const Vec3& normal) {
        mesh_.positions.push_back(place_mm / 1000.0F);
        mesh_.normals.push_back(normal);
    }

    void add_pole(const Ring& ring, const Vec4& end, float way) {
        add_vertex(Vec3(end) + way * end.w * ring.along, way * ring.along);
    }

    void add_ring(const Ring& ring) {
        // Carried along without a twist.
        across_ = direction(across_ - glm::dot(across_, ring.along) * ring.along);
        const Vec3 other = glm::cross(ring.along, across_);
        const float square = std::sqrt(1 - ring.lean * ring.lean);
        for (int side = 0; side < sides_; ++side) {
            const float angle = 2 * pi * static_cast<float>(side) / static_cast<float>(sides_);
            const Vec3 out = std::cos(angle) * across_ + std::sin(angle) * other;
            add_vertex(ring.centre + wider_ * ring.radius * out, square * out + ring.lean * ring.along);
        }
    }

    void triangle(std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        mesh_.indices.insert(mesh_.indices.end(), {a, b, c});
    }

    void join(std::uint32_t first, std::uint32_t rings, std::uint32_t end_pole) {
        const auto sides = static_cast<std::uint32_t>(sides_);
        for (std::uint32_t side = 0; side < sides; ++side) {
            const std::uint32_t next = (side + 1) % sides;
            triangle(first - 1, first + next, first + side);
            for (std::uint32_t ring = 0; ring + 1 < rings; ++ring) {
                const std::uint32_t low = first + ring * sides, high = low + sides;
                triangle(low + side, low + next, high + side);
                triangle(low + next, high + next, high + side);
            }
            const std::uint32_t top = first + (rings - 1) * sides;
            triangle(top + side, top + next, end_pole);
        }
    }

    Mesh& mesh_;
    int sides_ = 6;
    float wider_ = 1;
    Vec3 across_{0};
};

}  // namespace

Mesh build_tubes(const std::vector<TubeCourse>& courses) {
    Mesh mesh;
    TubeMesher mesher(mesh);
    for (const TubeCourse& course : courses)
        if (course.nodes_mm.size() >= 2) mesher.add(course);
    return mesh;
}

}  // namespace myomap
