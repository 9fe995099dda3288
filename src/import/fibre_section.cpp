#include "import/fibre_section.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace myomap {
namespace {

constexpr std::size_t samples = 64;       // round a cut
constexpr std::size_t face_samples = 24;  // of each face of a band
constexpr std::size_t least_step = 6;     // between the edges, in samples
constexpr float weight_of_direction = 0.15F;
constexpr float weight_of_edges = 0.1F;
constexpr float weight_of_balance = 0.15F;  // both faces are about equally wide
constexpr float weight_of_air = 0.4F;       // what lies half way between the faces is to be muscle

struct Node {
    Vec3 place{0};
    std::array<int, 2> beside{-1, -1};  // the next nodes of the line, either way
};

struct LineNodes {
    std::vector<Node> nodes;
    std::unordered_map<std::uint64_t, int> of_edge;  // of the mesh, by its two vertices

    int node(const FibreSurface& surface, const std::vector<float>& value, float level, std::uint32_t a,
             std::uint32_t b) {
        if (a > b) std::swap(a, b);
        const auto [entry, made] =
            of_edge.try_emplace((std::uint64_t{a} << 32) | b, static_cast<int>(nodes.size()));
        if (made) {
            const float share = (level - value[a]) / (value[b] - value[a]);
            nodes.push_back(
                {glm::mix(surface.mesh.positions[a], surface.mesh.positions[b], share), {-1, -1}});
        }
        return entry->second;
    }

    // Where a third line joins (an edge of more than two triangles) it is left out.
    void join(int a, int b) {
        const auto free = [&](int n) {
            return std::ranges::find(nodes[static_cast<std::size_t>(n)].beside, -1);
        };
        const auto of_a = free(a);
        const auto of_b = free(b);
        if (a == b || of_a == nodes[static_cast<std::size_t>(a)].beside.end() ||
            of_b == nodes[static_cast<std::size_t>(b)].beside.end())
            return;
        *of_a = b;
        *of_b = a;
    }
};

std::vector<Vec3> walk(std::vector<Node>& nodes, int from) {
    std::vector<Vec3> line;
    int here = from;
    while (here >= 0) {
        Node& node = nodes[static_cast<std::size_t>(here)];
        line.push_back(node.place);
        int next = -1;
        for (int& other : node.beside) {
            if (other < 0) continue;
            next = other;
            for (int& back : nodes[static_cast<std::size_t>(next)].beside)
                if (back == here) {
                    back = -1;
                    break;
                }
            other = -1;
            break;
        }
        here = next;
    }
    return line;
}

// The index of the chain that goes on nearest to the end of chain `i`, and whether it is to be turned; −1
// where closing chain `i` on itself is shorter.
std::pair<int, bool> continuation(const std::vector<std::vector<Vec3>>& chains, std::size_t i) {
    std::pair<int, bool> best{-1, false};
    float least = glm::distance(chains[i].front(), chains[i].back());
    for (std::size_t j = 0; j < chains.size(); ++j) {
        if (j == i) continue;
        for (const bool turned : {false, true}) {
            const float gap = glm::distance(chains[i].back(), turned ? chains[j].back() : chains[j].front());
            if (gap >= least) continue;
            least = gap;
            best = {static_cast<int>(j), turned};
        }
    }
    return best;
}

// Of an open surface the lines end at its rim: what belongs to one cut, as its outer and its inner face, is
// joined.
void join_chains(std::vector<std::vector<Vec3>>& chains) {
    for (std::size_t i = 0; i < chains.size();) {
        const auto [next, turned] = continuation(chains, i);
        if (next < 0) {
            ++i;
            continue;
        }
        std::vector<Vec3> other = std::move(chains[static_cast<std::size_t>(next)]);
        if (turned) std::ranges::reverse(other);
        chains[i].insert(chains[i].end(), other.begin(), other.end());
        chains.erase(chains.begin() + next);
        i = 0;
    }
}

float length_of(const std::vector<Vec3>& line) {
    float length = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) length += glm::distance(line[i], line[i + 1]);
    return length;
}

// Evenly spaced; the first and the last place are kept.
std::vector<Vec3> resampled(const std::vector<Vec3>& line, std::size_t count) {
    std::vector<Vec3> result;
    const float step = length_of(line) / static_cast<float>(count - 1);
    float passed = 0;
    std::size_t segment = 0;
    for (std::size_t k = 0; k < count; ++k) {
        const float wanted = step * static_cast<float>(k);
        while (segment + 2 < line.size() &&
               passed + glm::distance(line[segment], line[segment + 1]) < wanted) {
            passed += glm::distance(line[segment], line[segment + 1]);
            ++segment;
        }
        const float length = glm::distance(line[segment], line[segment + 1]);
        const float share = length > 0 ? std::clamp((wanted - passed) / length, 0.0F, 1.0F) : 0;
        result.push_back(glm::mix(line[segment], line[segment + 1], share));
    }
    return result;
}

// Mean distance of the two faces between samples i and j of a ring, compared at equal shares of their length.
float mean_gap(const std::vector<Vec3>& ring, std::size_t i, std::size_t j) {
    constexpr std::size_t checks = 9;
    const std::size_t n = ring.size();
    const float forth = static_cast<float>(j - i) / static_cast<float>(checks + 1);
    const float back = static_cast<float>(n - (j - i)) / static_cast<float>(checks + 1);
    float sum = 0;
    for (std::size_t k = 1; k <= checks; ++k) {
        const auto a = (i + static_cast<std::size_t>(std::lround(forth * static_cast<float>(k)))) % n;
        const auto b = (i + n - static_cast<std::size_t>(std::lround(back * static_cast<float>(k)))) % n;
        sum += glm::distance(ring[a], ring[b]);
    }
    return sum / static_cast<float>(checks);
}

// A ring seen square to the plane that it mostly lies in, to tell whether places in it are inside.
class FlatRing {
public:
    explicit FlatRing(const std::vector<Vec3>& ring) {
        Vec3 area(0);
        for (std::size_t i = 0; i < ring.size(); ++i)
            area += glm::cross(ring[i] - ring[0], ring[(i + 1) % ring.size()] - ring[0]);
        const Vec3 normal = glm::length(area) > 0 ? glm::normalize(area) : Vec3(0, 0, 1);
        u_ = glm::normalize(glm::cross(normal, std::abs(normal.x) < 0.7F ? Vec3(1, 0, 0) : Vec3(0, 1, 0)));
        v_ = glm::cross(normal, u_);
        for (std::size_t i = 0; i < ring.size(); i += 2) corners_.push_back(flat(ring[i]));
    }

    bool contains(const Vec3& place) const {
        const Vec2 p = flat(place);
        bool inside = false;
        for (std::size_t i = 0, j = corners_.size() - 1; i < corners_.size(); j = i++) {
            const Vec2& a = corners_[i];
            const Vec2& b = corners_[j];
            if ((a.y > p.y) != (b.y > p.y) && p.x < (b.x - a.x) * (p.y - a.y) / (b.y - a.y) + a.x)
                inside = !inside;
        }
        return inside;
    }

private:
    Vec3 u_, v_;
    std::vector<Vec2> corners_;

    Vec2 flat(const Vec3& p) const { return {glm::dot(p, u_), glm::dot(p, v_)}; }
};

// For pairs of edges on a coarser ring: the share of the band between them whose middle lies in the air.
constexpr std::size_t coarse = 4;
constexpr std::size_t coarse_samples = samples / coarse;
using AirShares = std::array<std::array<float, coarse_samples>, coarse_samples>;

AirShares air_between(const std::vector<Vec3>& ring) {
    constexpr std::size_t checks = 5;
    const FlatRing flat(ring);
    AirShares shares{};
    for (std::size_t i = 0; i < coarse_samples; ++i)
        for (std::size_t j = i + 1; j < coarse_samples; ++j) {
            const float forth = static_cast<float>((j - i) * coarse) / static_cast<float>(checks + 1);
            const float back =
                static_cast<float>(samples - (j - i) * coarse) / static_cast<float>(checks + 1);
            for (std::size_t k = 1; k <= checks; ++k) {
                const auto a = i * coarse + static_cast<std::size_t>(forth * static_cast<float>(k));
                const auto b = i * coarse + samples - static_cast<std::size_t>(back * static_cast<float>(k));
                if (!flat.contains((ring[a % samples] + ring[b % samples]) * 0.5F))
                    shares[i][j] += 1.0F / static_cast<float>(checks);
            }
        }
    return shares;
}

float misfit(const Vec3& first, const Vec3& second, const BandGuide& guide) {
    const Vec3 run = second - first;
    const float length = glm::length(run) * glm::length(guide.direction);
    return length > 0 ? 1 - std::abs(glm::dot(run, guide.direction)) / length : 1;
}

float distance_to_edges(const Vec3& first, const Vec3& second, const std::pair<Vec3, Vec3>& edges) {
    return std::min(glm::distance(first, edges.first) + glm::distance(second, edges.second),
                    glm::distance(second, edges.first) + glm::distance(first, edges.second));
}

}  // namespace

std::vector<std::vector<Vec3>> level_lines(const FibreSurface& surface, const std::vector<float>& value,
                                           float level) {
    const std::vector<std::uint32_t>& indices = surface.mesh.indices;
    LineNodes lines;
    for (std::size_t i = 0; i < indices.size(); i += 3) {
        std::array<int, 2> ends{-1, -1};
        std::size_t count = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const std::uint32_t a = indices[i + k];
            const std::uint32_t b = indices[i + (k + 1) % 3];
            if ((value[a] < level) != (value[b] < level) && count < 2)
                ends[count++] = lines.node(surface, value, level, a, b);
        }
        if (count == 2) lines.join(ends[0], ends[1]);
    }
    std::vector<std::vector<Vec3>> result;
    const auto collect = [&](bool chains) {
        for (std::size_t n = 0; n < lines.nodes.size(); ++n) {
            const auto loose = std::ranges::count(lines.nodes[n].beside, -1);
            if (loose == (chains ? 1 : 0)) result.push_back(walk(lines.nodes, static_cast<int>(n)));
        }
    };
    collect(true);  // from a loose end first, then what is left are loops
    join_chains(result);
    collect(false);
    std::erase_if(result, [](const auto& line) { return line.size() < 3; });
    return result;
}

void Band::turn() {
    std::ranges::reverse(one);
    std::ranges::reverse(other);
}

Band make_band(const std::vector<Vec3>& line, const BandGuide& guide) {
    std::vector<Vec3> closed = line;
    closed.push_back(line.front());
    const float round = length_of(closed);
    std::vector<Vec3> ring = resampled(closed, samples + 1);
    ring.pop_back();

    std::size_t first = 0;
    std::size_t second = samples / 2;
    float least = std::numeric_limits<float>::infinity();
    const AirShares air = air_between(ring);
    for (std::size_t i = 0; i < samples; ++i)
        for (std::size_t j = i + least_step; j < samples && samples - (j - i) >= least_step; ++j) {
            const float unequal = std::abs(2 * static_cast<float>(j - i) / static_cast<float>(samples) - 1);
            float cost = mean_gap(ring, i, j) / round + weight_of_balance * unequal +
                         weight_of_direction * misfit(ring[i], ring[j], guide) +
                         weight_of_air * air[i / coarse][j / coarse];
            if (guide.edges)
                cost += weight_of_edges * distance_to_edges(ring[i], ring[j], *guide.edges) / round;
            if (cost < least) {
                least = cost;
                first = i;
                second = j;
            }
        }

    const std::vector<Vec3> one(ring.begin() + static_cast<std::ptrdiff_t>(first),
                                ring.begin() + static_cast<std::ptrdiff_t>(second) + 1);
    std::vector<Vec3> other;
    for (std::size_t k = 0; k <= samples - (second - first); ++k)
        other.push_back(ring[(first + samples - k) % samples]);
    Band band{resampled(one, face_samples), resampled(other, face_samples), round / 2,
              mean_gap(ring, first, second)};
    if (glm::dot(band.run(), guide.direction) < 0) band.turn();
    return band;
}

}  // namespace myomap
