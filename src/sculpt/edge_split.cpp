#include "sculpt/edge_split.h"

#include <array>
#include <map>
#include <utility>

namespace myomap {
namespace {

using Edge = std::pair<std::uint32_t, std::uint32_t>;

Edge edge(std::uint32_t a, std::uint32_t b) {
    return a < b ? Edge{a, b} : Edge{b, a};
}

std::uint32_t add_middle(Mesh& mesh, const Edge& of) {
    const auto halve = [&](std::vector<Vec3>& values) {
        if (!values.empty()) values.push_back(0.5F * (values[of.first] + values[of.second]));
    };
    halve(mesh.positions);
    halve(mesh.normals);
    halve(mesh.fibre);
    return static_cast<std::uint32_t>(mesh.positions.size() - 1);
}

}  // namespace

std::size_t split_edges(Mesh& mesh, const std::function<bool(std::uint32_t a, std::uint32_t b)>& wanted) {
    constexpr std::uint32_t none = ~0U;
    std::map<Edge, std::uint32_t> middles;  // of the edges that are halved
    const auto middle_of = [&](std::uint32_t a, std::uint32_t b) {
        if (!wanted(a, b)) return none;
        const auto [entry, is_new] = middles.try_emplace(edge(a, b), none);
        if (is_new) entry->second = add_middle(mesh, entry->first);
        return entry->second;
    };
    std::vector<std::uint32_t> indices;
    const auto add = [&](std::uint32_t a, std::uint32_t b, std::uint32_t c) {
        indices.insert(indices.end(), {a, b, c});
    };
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3) {
        std::array<std::uint32_t, 3> v{mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]};
        std::array<std::uint32_t, 3> m{};  // of the edge from each corner to the next
        int halved = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            m[k] = middle_of(v[k], v[(k + 1) % 3]);
            if (m[k] != none) ++halved;
        }
        // Turned so that a lone halved edge comes first, and a lone whole one last.
        while ((halved == 1 && m[0] == none) || (halved == 2 && m[2] != none)) {
            v = {v[1], v[2], v[0]};
            m = {m[1], m[2], m[0]};
        }
        if (halved == 0) {
            add(v[0], v[1], v[2]);
        } else if (halved == 1) {
            add(v[0], m[0], v[2]);
            add(m[0], v[1], v[2]);
        } else if (halved == 2) {
            add(v[0], m[0], v[2]);
            add(m[0], m[1], v[2]);
            add(m[0], v[1], m[1]);
        } else {
            add(v[0], m[0], m[2]);
            add(m[0], v[1], m[1]);
            add(m[2], m[1], v[2]);
            add(m[0], m[1], m[2]);
        }
    }
    mesh.indices = std::move(indices);
    return middles.size();
}

}  // namespace myomap
