#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "body/mesh.h"

namespace myomap {

// For each vertex of a closed mesh the vertices it shares an edge with.
class Neighbours {
public:
    Neighbours() = default;
    explicit Neighbours(const Mesh& mesh)
        : first_(mesh.positions.size() + 1, 0), others_(mesh.indices.size()) {
        for (const std::uint32_t v : mesh.indices) {
            ++first_[v + 1];
        }
        for (std::size_t v = 1; v < first_.size(); ++v) {
            first_[v] += first_[v - 1];
        }
        std::vector<std::uint32_t> fill(first_.begin(), first_.end() - 1);
        for (std::size_t i = 0; i < mesh.indices.size(); ++i) {  // each edge is left once from either end
            others_[fill[mesh.indices[i]]++] = mesh.indices[i % 3 == 2 ? i - 2 : i + 1];
        }
    }

    std::span<const std::uint32_t> of(std::size_t v) const {
        return {others_.data() + first_[v], others_.data() + first_[v + 1]};
    }

private:
    std::vector<std::uint32_t> first_;
    std::vector<std::uint32_t> others_;
};

}  // namespace myomap
