#pragma once
#include <cstdint>
#include <vector>

#include "atlas/skin_shape.h"
#include "body/neighbours.h"

namespace myomap {

// A density over few of the skin's vertices: index and value 0 … 1, indices rising.
struct SkinDensity {
    std::vector<std::uint32_t> vertex;
    std::vector<float> value;

    bool operator==(const SkinDensity&) const = default;
};

// Two areas together. What lies apart or edge to edge adds up, so that no seam is left where they meet; of
// what lies over each other the stronger counts.
SkinDensity joined(const SkinDensity& a, const SkinDensity& b);

// Makes densities of shapes: one inside, soft at the edges, passing one half at the drawn edge. Keeps room
// for a whole skin, so one serves many shapes, though only one at a time.
class ReachSoftener {
public:
    explicit ReachSoftener(std::size_t vertex_count)
        : now_(vertex_count, 0.0F), next_(vertex_count, 0.0F), seen_(vertex_count, 0) {}

    SkinDensity soften(const SkinReach& reach, const Neighbours& neighbours);

private:
    void touch(std::uint32_t v);
    void average(const Neighbours& neighbours);
    SkinDensity taken();

    std::vector<float> now_, next_;
    std::vector<char> seen_;
    std::vector<std::uint32_t> touched_;
};

}  // namespace myomap
