#pragma once
#include <tbb/parallel_for.h>

#include <cstdint>
#include <vector>

#include "body/mesh.h"
#include "body/neighbours.h"

namespace myomap {

// Takes the roughness of a closed mesh away without shrinking it: each round moves every vertex towards the
// middle of its neighbours and then back a little further (Taubin 1995, "A signal processing approach to fair
// surface design").
void smooth_surface(Mesh& mesh, int rounds);

// Each value, one a vertex, becomes the mean of its own and its neighbours', so many times.
template <class Value>
void blur_values(std::vector<Value>& values, const Neighbours& neighbours, int rounds) {
    std::vector<Value> next(values.size());
    for (int round = 0; round < rounds; ++round) {
        tbb::parallel_for(std::size_t{0}, values.size(), [&](std::size_t v) {
            Value sum = values[v];
            for (const std::uint32_t n : neighbours.of(v)) {
                sum += values[n];
            }
            next[v] = sum / static_cast<float>(neighbours.of(v).size() + 1);
        });
        values.swap(next);
    }
}

}  // namespace myomap
