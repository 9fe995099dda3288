#include "sculpt/skin_half.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace myomap {
namespace {

using Index = std::uint32_t;
constexpr Index none = 0xFFFFFFFF;

// Places nearer to the midline than a third of their shortest edge come into it, if an edge crosses it there:
// a thigh beside it stays.
std::vector<Vec3> snapped(const Mesh& mesh) {
    std::vector<float> shortest(mesh.positions.size(), 1e9F);
    std::vector<char> crossed(mesh.positions.size());
    for (std::size_t i = 0; i < mesh.indices.size(); ++i) {
        const Index a = mesh.indices[i], b = mesh.indices[i % 3 == 2 ? i - 2 : i + 1];
        const float length = glm::distance(mesh.positions[a], mesh.positions[b]);
        shortest[a] = std::min(shortest[a], length);
        shortest[b] = std::min(shortest[b], length);
        if (mesh.positions[a].x * mesh.positions[b].x <= 0) crossed[a] = crossed[b] = 1;
    }
    std::vector<Vec3> places = mesh.positions;
    for (std::size_t v = 0; v < places.size(); ++v)
        if (crossed[v] != 0 && std::abs(places[v].x) < 0.42F * shortest[v]) places[v].x = 0;
    return places;
}

class Cutter {
public:
    explicit Cutter(const Mesh& mesh) : places_(snapped(mesh)), index_(places_.size(), none) {}

    void add(Index a, Index b, Index c) {
        const Index corners[3] = {a, b, c};
        if (places_[a].x <= 0 && places_[b].x <= 0 && places_[c].x <= 0) return;
        std::vector<Index> ring;
        for (int k = 0; k < 3; ++k) {
            const Index from = corners[k], to = corners[(k + 1) % 3];
            if (places_[from].x >= 0) ring.push_back(kept(from));
            if (places_[from].x * places_[to].x < 0) ring.push_back(crossing(from, to));
        }
        if (ring.size() == 4 && diagonal(ring, 1) < diagonal(ring, 0))
            std::rotate(ring.begin(), ring.begin() + 1, ring.end());
        for (std::size_t k = 2; k < ring.size(); ++k)
            indices_.insert(indices_.end(), {ring[0], ring[k - 1], ring[k]});
    }

    SkinCage result() const {
        SkinCage cage;
        cage.places_mm = made_;
        cage.strips = strips_of(indices_);
        return cage;
    }

private:
    float diagonal(const std::vector<Index>& ring, std::size_t from) const {
        return glm::distance(made_[ring[from]], made_[ring[from + 2]]);
    }
    Index make(const Vec3& place) {
        made_.push_back(place * 1000.0F);
        return static_cast<Index>(made_.size() - 1);
    }
    Index kept(Index v) {
        if (index_[v] == none) index_[v] = make(places_[v]);
        return index_[v];
    }
    Index crossing(Index a, Index b) {
        const auto [found, is_new] = crossings_.try_emplace(std::minmax(a, b), 0);
        if (is_new) {
            const Vec3 &p = places_[a], &q = places_[b];
            Vec3 place = glm::mix(p, q, p.x / (p.x - q.x));
            place.x = 0;
            found->second = make(place);
        }
        return found->second;
    }

    std::vector<Vec3> places_;
    std::vector<Index> index_;
    std::map<std::pair<Index, Index>, Index> crossings_;
    std::vector<Vec3> made_;
    std::vector<Index> indices_;
};

}  // namespace

SkinCage left_half(const Mesh& mesh) {
    Cutter cutter(mesh);
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        cutter.add(mesh.indices[i], mesh.indices[i + 1], mesh.indices[i + 2]);
    return cutter.result();
}

}  // namespace myomap
