#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "base/vec.h"
#include "body/mesh.h"

namespace myomap {

// Values at a mesh's vertices, least squares of how far they differ along each edge from what is wished
// there. Any mesh will do, closed or not.
class EdgeFit {
public:
    explicit EdgeFit(const Mesh& mesh) : first_(mesh.positions.size() + 1, 0) {
        std::vector<std::uint64_t> pairs;
        pairs.reserve(mesh.indices.size() * 2);
        const auto both = [&](std::uint64_t a, std::uint64_t b) {
            pairs.push_back(a << 32U | b);
            pairs.push_back(b << 32U | a);
        };
        for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
            for (std::size_t k = 0; k < 3; ++k) both(mesh.indices[i + k], mesh.indices[i + (k + 1) % 3]);
        std::ranges::sort(pairs);
        pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
        for (const std::uint64_t pair : pairs) {
            ++first_[(pair >> 32U) + 1];
            others_.push_back(static_cast<std::uint32_t>(pair));
        }
        for (std::size_t v = 1; v < first_.size(); ++v) first_[v] += first_[v - 1];
    }

    std::span<const std::uint32_t> beside(std::size_t v) const {
        return {others_.data() + first_[v], others_.data() + first_[v + 1]};
    }

    // Each value the mean of itself and its neighbours', some times over.
    template <class Value>
    void even_out(std::vector<Value>& values, int rounds) const {
        std::vector<Value> next(values.size());
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t v = 0; v < values.size(); ++v) {
                Value sum = values[v];
                for (const std::uint32_t n : beside(v)) sum += values[n];
                next[v] = sum / static_cast<float>(beside(v).size() + 1);
            }
            values.swap(next);
        }
    }

    // `wish(a, b)` is what b should have more than a. Vertices are held at their start with their weights; at
    // least one of each piece of the mesh should be. By conjugate gradients.
    template <class Value, class Wish>
    std::vector<Value> fit(std::vector<Value> x, const std::vector<float>& hold, const Wish& wish) const {
        const std::size_t count = x.size();
        std::vector<Value> rest(count), way(count), bent(count);
        std::vector<float> scale(count);
        for (std::size_t v = 0; v < count; ++v) {
            Value sum{0};
            for (const std::uint32_t n : beside(v)) sum += x[n] - x[v] - wish(v, n);
            rest[v] = sum;
            scale[v] = 1 / (static_cast<float>(beside(v).size()) + hold[v] + 1e-6F);
            way[v] = rest[v] * scale[v];
        }
        float square = product(rest, way);
        const float enough = square * 1e-9F;
        for (int round = 0; round < most_rounds && square > enough; ++round) {
            for (std::size_t v = 0; v < count; ++v) {
                Value sum = way[v] * (static_cast<float>(beside(v).size()) + hold[v] + 1e-6F);
                for (const std::uint32_t n : beside(v)) sum -= way[n];
                bent[v] = sum;
            }
            const float step = square / product(way, bent);
            float next = 0;
            for (std::size_t v = 0; v < count; ++v) {
                x[v] += way[v] * step;
                rest[v] -= bent[v] * step;
                next += dot(rest[v], rest[v]) * scale[v];
            }
            for (std::size_t v = 0; v < count; ++v) way[v] = rest[v] * scale[v] + way[v] * (next / square);
            square = next;
        }
        return x;
    }

private:
    static constexpr int most_rounds = 600;

    static float dot(float a, float b) { return a * b; }
    static float dot(const Vec3& a, const Vec3& b) { return glm::dot(a, b); }
    template <class Value>
    static float product(const std::vector<Value>& a, const std::vector<Value>& b) {
        float sum = 0;
        for (std::size_t v = 0; v < a.size(); ++v) sum += dot(a[v], b[v]);
        return sum;
    }

    std::vector<std::size_t> first_;
    std::vector<std::uint32_t> others_;
};

}  // namespace myomap
