#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace myomap {

// The numbers from 0 in sets, at first each alone, that are joined two by two (union and find, Tarjan 1975).
class JoinedSets {
public:
    explicit JoinedSets(std::size_t count) : towards_root_(count) {
        std::iota(towards_root_.begin(), towards_root_.end(), 0U);
    }

    // The least number of the set.
    std::uint32_t root(std::uint32_t i) {
        while (towards_root_[i] != i) i = towards_root_[i] = towards_root_[towards_root_[i]];
        return i;
    }

    void join(std::uint32_t a, std::uint32_t b) {
        const std::uint32_t of_a = root(a), of_b = root(b);
        towards_root_[std::max(of_a, of_b)] = std::min(of_a, of_b);
    }

    std::vector<std::uint32_t> roots() {
        for (std::uint32_t i = 0; i < towards_root_.size(); ++i) towards_root_[i] = root(i);
        return towards_root_;
    }

private:
    std::vector<std::uint32_t> towards_root_;
};

}  // namespace myomap
