#include "body/lengthened_muscle.h"

#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <limits>

#include "body/edge_fit.h"

namespace myomap {
namespace {

using Mat3 = glm::mat3;

constexpr float held = 1000;  // weight of a vertex that stays, against edges of weight one

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

// The shortest turn that takes one unit vector to another.
Mat3 turn(const Vec3& from, const Vec3& to) {
    const float cosine = glm::dot(from, to);
    if (cosine < -0.99F) return Mat3(1);
    const Vec3 v = glm::cross(from, to);
    const Mat3 cross(0, v.z, -v.y, -v.z, 0, v.x, v.y, -v.x, 0);
    return Mat3(1) + cross + cross * cross / (1 + cosine);
}

Vec3 unit(const Vec3& v, const Vec3& otherwise) {
    const float length = glm::length(v);
    return length > 1e-12F ? v / length : otherwise;
}

class Lengthener {
public:
    Lengthener(const Mesh& rest, const Lengthening& change)
        : rest_(rest), change_(change), count_(rest.positions.size()), edges_(rest) {
        const float volume_m3 = std::abs(volume_ml(rest)) * 1e-6F;
        mean_half_m_ = volume_m3 / std::max(area_cm2(rest) * 1e-4F, 1e-9F);
        find_pieces();
        find_fibres();
        find_ends();
        find_factors();
        find_turns();
        find_sections();
        find_thickness();
    }

    Mesh result() {
        constexpr int most_rounds = 8;
        constexpr float enough = 0.005F;
        Mesh mesh = rest_;
        std::vector<Vec3> best;
        float best_volume = 0, best_correction = 1, power = 0.7F;  // of the volume to its own at rest
        for (int round = 0; round < most_rounds && std::abs(best_volume - 1) > enough; ++round) {
            mesh.positions = places(std::move(mesh.positions));
            const float volume = volume_ml(mesh) / volume_ml(rest_);
            if (best.empty() || std::abs(volume - 1) < std::abs(best_volume - 1)) {
                best = mesh.positions;
                best_volume = volume;
                best_correction = correction_;
            } else {
                power /= 2;
            }
            correction_ = best_correction / std::pow(std::clamp(best_volume, 0.5F, 2.0F), power);
        }
        mesh.positions = std::move(best);
        const std::vector<Vec3> old_normals = surface_normals(rest_), new_normals = surface_normals(mesh);
        for (std::size_t v = 0; v < mesh.normals.size(); ++v) {
            const Vec3 from = unit(old_normals[v], Vec3(0, 1, 0));
            mesh.normals[v] = turn(from, unit(new_normals[v], from)) * mesh.normals[v];
        }
        return mesh;
    }

private:
    // Pieces of the mesh that hang together: the range of `along` of each.
    struct Piece {
        float least = 1, most = 0;
    };

    void find_pieces() {
        constexpr auto none = std::numeric_limits<std::uint32_t>::max();
        piece_of_.assign(count_, none);
        std::vector<std::uint32_t> open;
        for (std::size_t start = 0; start < count_; ++start) {
            if (piece_of_[start] != none) continue;
            Piece piece;
            const auto index = static_cast<std::uint32_t>(pieces_.size());
            open.assign(1, static_cast<std::uint32_t>(start));
            piece_of_[start] = index;
            while (!open.empty()) {
                const std::uint32_t v = open.back();
                open.pop_back();
                piece.least = std::min(piece.least, rest_.fibre[v].x);
                piece.most = std::max(piece.most, rest_.fibre[v].x);
                for (const std::uint32_t n : edges_.beside(v))
                    if (piece_of_[n] == none) {
                        piece_of_[n] = index;
                        open.push_back(n);
                    }
            }
            pieces_.push_back(piece);
        }
    }

    // The share of the way from one end of its piece to the other.
    float way(std::size_t v) const {
        const Piece& piece = pieces_[piece_of_[v]];
        return (rest_.fibre[v].x - piece.least) / std::max(piece.most - piece.least, 1e-6F);
    }

    // Fibres run as `along` grows on the surface. Where it does not, as at the ends of muscles that share a
    // tendon, they run as beside.
    void find_fibres() {
        std::vector<Vec3> slope(count_, Vec3(0));
        for (std::size_t i = 0; i + 2 < rest_.indices.size(); i += 3) {
            const std::array<std::uint32_t, 3> v{rest_.indices[i], rest_.indices[i + 1],
                                                 rest_.indices[i + 2]};
            const Vec3 ab = rest_.positions[v[1]] - rest_.positions[v[0]];
            const Vec3 ac = rest_.positions[v[2]] - rest_.positions[v[0]];
            const Vec3 normal = glm::cross(ab, ac);
            const float twice_area = glm::length(normal);
            if (twice_area < 1e-12F) continue;
            const Vec3 n = normal / twice_area;
            const Vec3 gradient =
                (way(v[1]) - way(v[0])) * glm::cross(ac, n) + (way(v[2]) - way(v[0])) * glm::cross(n, ab);
            for (const std::uint32_t corner : v) slope[corner] += gradient;
        }
        edges_.even_out(slope, 2);
        fibre_ = slope;
        const float weak = 0.05F * mean_length(slope);
        for (int round = 0; round < 60; ++round) {
            std::vector<Vec3> next = fibre_;
            edges_.even_out(next, 1);
            for (std::size_t v = 0; v < count_; ++v)
                if (glm::length(slope[v]) < weak) fibre_[v] = next[v];
        }
        for (Vec3& f : fibre_) f = unit(f, Vec3(0, -1, 0));
        edges_.even_out(fibre_, 3);
        for (Vec3& f : fibre_) f = unit(f, Vec3(0, -1, 0));
    }

    static float mean_length(const std::vector<Vec3>& vectors) {
        float sum = 0;
        for (const Vec3& v : vectors) sum += glm::length(v);
        return sum / static_cast<float>(std::max<std::size_t>(vectors.size(), 1));
    }

    void find_ends() {
        constexpr float end = 0.03F;
        hold_.assign(count_, 0);
        for (std::size_t v = 0; v < count_; ++v)
            if (way(v) <= end || (change_.spot && way(v) >= 1 - end)) hold_[v] = held;
    }

    // Tendons are thin beside the belly: by the girth of slices along the fibres.
    std::vector<float> flesh() const {
        constexpr int slices = 24;
        std::array<float, slices> area{};
        for (std::size_t i = 0; i + 2 < rest_.indices.size(); i += 3) {
            const Vec3& a = rest_.positions[rest_.indices[i]];
            const float twice = glm::length(glm::cross(rest_.positions[rest_.indices[i + 1]] - a,
                                                       rest_.positions[rest_.indices[i + 2]] - a));
            const float mean =
                (way(rest_.indices[i]) + way(rest_.indices[i + 1]) + way(rest_.indices[i + 2])) / 3;
            area.at(static_cast<std::size_t>(std::clamp(mean, 0.0F, 0.9999F) * slices)) += twice;
        }
        float largest = 1e-12F;
        for (std::size_t k = 1; k + 1 < slices; ++k) largest = std::max(largest, area.at(k));
        std::vector<float> flesh(count_);
        for (std::size_t v = 0; v < count_; ++v) {
            const float at = std::clamp(way(v) * slices - 0.5F, 1.0F, slices - 2.0F);
            const auto k = static_cast<std::size_t>(at);
            const float girth = std::lerp(area.at(k), area.at(k + 1), at - static_cast<float>(k)) / largest;
            const float from_end = std::min(way(v), 1 - way(v));
            flesh[v] = glm::smoothstep(0.08F, 0.35F, girth * girth) * glm::smoothstep(0.02F, 0.12F, from_end);
        }
        return flesh;
    }

    static float within(const FibreSpot& spot, const Vec3& fibre) {
        const auto hill = [](float x, float half) {
            const float u = x / std::max(half, 1e-4F);
            return std::abs(u) < 1 ? (1 - u * u) * (1 - u * u) : 0.0F;
        };
        return hill(fibre.x - spot.along, spot.half_length) * hill(fibre.y - spot.across, spot.half_width);
    }

    void find_factors() {
        factor_ = flesh();
        for (std::size_t v = 0; v < count_; ++v) {
            const float part = change_.spot ? within(*change_.spot, rest_.fibre[v]) : 1;
            factor_[v] = 1 + (change_.factor - 1) * part * factor_[v];
        }
        edges_.even_out(factor_, change_.spot ? 1 : 3);
    }

    // What slides along a bent course turns with it: into the direction that the fibres have where it comes
    // to.
    void find_turns() {
        const auto gain = [&](std::size_t a, std::size_t b) {
            const Vec3 edge = rest_.positions[b] - rest_.positions[a];
            return 0.5F * ((factor_[a] - 1) * glm::dot(fibre_[a], edge) +
                           (factor_[b] - 1) * glm::dot(fibre_[b], edge));
        };
        slide_m_ = edges_.fit(std::vector<float>(count_, 0), hold_, gain);
        std::vector<Vec3> there(count_);
        for (std::size_t v = 0; v < count_; ++v) there[v] = fibre_[walked(v, slide_m_[v])];
        edges_.even_out(there, 8);
        for (std::size_t v = 0; v < count_; ++v) turn_.push_back(turn(fibre_[v], unit(there[v], fibre_[v])));
    }

    // The vertex that is so far on along the fibres, or as far as the mesh goes.
    std::size_t walked(std::size_t v, float distance_m) const {
        const float sign = distance_m < 0 ? -1.0F : 1.0F;
        float left = std::abs(distance_m);
        while (left > 0) {
            std::size_t best = v;
            float straightest = 0.5F;
            float step = 0;
            for (const std::uint32_t n : edges_.beside(v)) {
                const Vec3 edge = rest_.positions[n] - rest_.positions[v];
                const float on = sign * glm::dot(edge, fibre_[v]);
                const float straight = on / std::max(glm::length(edge), 1e-9F);
                if (straight > straightest) {
                    straightest = straight;
                    best = n;
                    step = on;
                }
            }
            if (best == v || step > 2 * left) break;
            v = best;
            left -= step;
        }
        return v;
    }

    // How flat the muscle is round each vertex and which way it faces, from how the normals beside it spread
    // round the fibres: as far as it is thick.
    void find_sections() {
        const std::vector<Vec3> normals = surface_normals(rest_);
        std::vector<Mat3> spread;
        std::vector<Vec3> outward;
        float edge_sum = 0;
        std::size_t edge_count = 0;
        for (std::size_t v = 0; v < count_; ++v) {
            const Vec3 n = unit(normals[v], Vec3(0, 1, 0));
            spread.push_back(glm::outerProduct(n, n) * glm::length(normals[v]));
            outward.push_back(normals[v] * (1 - 2 * rest_.fibre[v].z));
            for (const std::uint32_t b : edges_.beside(v))
                edge_sum += glm::distance(rest_.positions[v], rest_.positions[b]);
            edge_count += edges_.beside(v).size();
        }
        const float edge_m = edge_sum / static_cast<float>(std::max<std::size_t>(edge_count, 1));
        const float reach = 5 * mean_half_m_ / std::max(edge_m, 1e-5F);
        const int rounds = std::clamp(static_cast<int>(reach * reach), 4, 120);
        edges_.even_out(spread, rounds);
        edges_.even_out(outward, rounds);
        for (std::size_t v = 0; v < count_; ++v) {
            const Vec3& t = fibre_[v];
            const Vec3 any = std::abs(t.x) < 0.7F ? Vec3(1, 0, 0) : Vec3(0, 0, 1);
            Section section;
            section.normal = unit(outward[v] - t * glm::dot(t, outward[v]), unit(glm::cross(t, any), any));
            section.aside = glm::cross(section.normal, t);
            const float facing = glm::dot(section.normal, spread[v] * section.normal);
            const float beside = glm::dot(section.aside, spread[v] * section.aside);
            section.share = 0.5F * glm::smoothstep(0.12F, 0.6F, beside / std::max(facing, 1e-12F));
            sections_.push_back(section);
        }
    }

    // How thick the muscle is under each vertex of its outer face; nothing on the inner one, which stays on
    // its bone when the muscle grows.
    void find_thickness() {
        const std::vector<Vec3> normals = surface_normals(rest_);
        std::vector<std::uint32_t> inner;
        const auto is_outer = [&](std::size_t v) { return glm::dot(normals[v], sections_[v].normal) > 0; };
        for (std::uint32_t v = 0; v < count_; ++v)
            if (!is_outer(v)) inner.push_back(v);
        thickness_m_.assign(count_, 0);
        for (std::size_t v = 0; v < count_; ++v) {
            if (!is_outer(v)) continue;
            float least = std::numeric_limits<float>::max();
            for (const std::uint32_t w : inner) {
                const Vec3 through = rest_.positions[v] - rest_.positions[w];
                const float deep = glm::dot(through, sections_[v].normal);
                const float aside = glm::dot(through, through) - 0.99F * deep * deep;  // of two, the nearer
                if (deep < 0 || aside >= least) continue;
                least = aside;
                thickness_m_[v] = std::min(deep, 5 * mean_half_m_);
            }
        }
        edges_.even_out(thickness_m_, 3);
    }

    // How far the growth of the volume is to be corrected at a vertex: where there is any.
    float corrected(std::size_t v) const {
        const float change = std::abs(factor_[v] - 1) / std::max(std::abs(change_.factor - 1), 1e-3F);
        return 1 + (correction_ - 1) * std::min(change, 1.0F);
    }

    // Along and aside; in thickness it grows by `grown`, since there faces know nothing of each other.
    Mat3 map(std::size_t v) const {
        const Section& s = sections_[v];
        const Mat3 stretch =
            glm::outerProduct(fibre_[v], fibre_[v]) * factor_[v] +
            glm::outerProduct(s.aside, s.aside) * (std::pow(factor_[v], -s.share) * corrected(v)) +
            glm::outerProduct(s.normal, s.normal);
        return turn_[v] * stretch;
    }

    Vec3 grown(std::size_t v) const {
        const Section& s = sections_[v];
        const float thicker = std::pow(factor_[v], s.share - 1) * corrected(v);
        return turn_[v] * s.normal * ((thicker - 1) * thickness_m_[v]);
    }

    std::vector<Vec3> places(std::vector<Vec3> start) const {
        std::vector<Mat3> maps;
        std::vector<Vec3> growth;
        for (std::size_t v = 0; v < count_; ++v) {
            maps.push_back(map(v));
            growth.push_back(grown(v));
        }
        const auto wish = [&](std::size_t a, std::size_t b) {
            return (maps[a] + maps[b]) * (rest_.positions[b] - rest_.positions[a]) * 0.5F + growth[b] -
                   growth[a];
        };
        for (std::size_t v = 0; v < count_; ++v)
            if (hold_[v] > 0) start[v] = rest_.positions[v];
        return edges_.fit(std::move(start), hold_, wish);
    }

    struct Section {
        Vec3 normal, aside;  // unit, square to the fibre
        float share = 0;  // of the growth across that is aside: 0 of a flat muscle, one half of a round one
    };

    const Mesh& rest_;
    const Lengthening& change_;
    std::size_t count_;
    EdgeFit edges_;
    float mean_half_m_ = 0;  // thickness
    float correction_ = 1;   // of the growth across, so that the volume is kept

    std::vector<std::uint32_t> piece_of_;
    std::vector<Piece> pieces_;
    std::vector<Vec3> fibre_;  // unit
    std::vector<float> hold_, factor_, slide_m_, thickness_m_;
    std::vector<Mat3> turn_;
    std::vector<Section> sections_;
};

}  // namespace

Mesh lengthened(const Mesh& rest, const Lengthening& change) {
    if (change.factor == 1 || rest.positions.empty() || rest.fibre.size() != rest.positions.size())
        return rest;
    return Lengthener(rest, change).result();
}

Vec3 carried(const Vec3& place, const Mesh& rest, const Mesh& moved) {
    constexpr float near_m = 0.002F;
    float least = std::numeric_limits<float>::max();
    for (const Vec3& p : rest.positions) least = std::min(least, glm::distance(p, place));
    const float reach_m = 1.5F * least + near_m;
    Vec3 sum(0);
    float weights = 0;
    for (std::size_t v = 0; v < rest.positions.size(); ++v) {
        const float share = glm::distance(rest.positions[v], place) / reach_m;
        if (share >= 1) continue;
        const float weight = (1 - share) * (1 - share);
        sum += (moved.positions[v] - rest.positions[v]) * weight;
        weights += weight;
    }
    return weights > 0 ? place + sum / weights : place;
}

}  // namespace myomap
