#pragma once
#include <glm/geometric.hpp>
#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <glm/vector_relational.hpp>

namespace myomap {

using Vec2 = glm::vec2;
using Vec3 = glm::vec3;
using Vec4 = glm::vec4;
using Mat4 = glm::mat4;

// An axis-aligned box; empty until something is added.
struct Box {
    Vec3 min{1e30F};
    Vec3 max{-1e30F};

    void add(const Vec3& p) {
        min = glm::min(min, p);
        max = glm::max(max, p);
    }
    void add(const Box& other) {
        min = glm::min(min, other.min);
        max = glm::max(max, other.max);
    }
    bool empty() const { return min.x > max.x; }
    Vec3 centre() const { return (min + max) * 0.5F; }
    Vec3 size() const { return empty() ? Vec3(0) : max - min; }
    Box grown(float by) const { return {min - by, max + by}; }
    bool holds(const Vec3& p) const {
        return glm::all(glm::lessThanEqual(min, p)) && glm::all(glm::lessThanEqual(p, max));
    }
    bool meets(const Box& other) const {
        return glm::all(glm::lessThanEqual(min, other.max)) && glm::all(glm::lessThanEqual(other.min, max));
    }

    bool operator==(const Box&) const = default;
};

}  // namespace myomap
