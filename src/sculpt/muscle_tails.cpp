#include "sculpt/muscle_tails.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/joined_sets.h"

namespace myomap {
namespace {

constexpr float least_m = 0.006F;     // from where it leaves to its tip, of a slip
constexpr float least_share = 0.04F;  // likewise, of the piece's length
constexpr float overlap_m = 0.005F;   // by which a slip reaches into the body, and the body into the slip
constexpr float fork_share = 0.1F;    // of the piece's length, for two slips to be prongs of a fork
constexpr std::size_t most_tails = 16;

// A slip: what lies further out than where it leaves the rest.
struct Tail {
    std::vector<std::uint32_t> vertices;
    float leaves_m = 0;  // way from the other end
    float tip_m = 0;
};

class Tails {
public:
    Tails(const FibrePiece& piece, const Mesh& mesh, bool at_insertion)
        : piece_(piece), mesh_(mesh), at_insertion_(at_insertion), way_m_(mesh.positions.size(), -1) {
        std::vector<std::uint32_t> from;
        for (std::uint32_t v = 0; v < piece.along.size(); ++v)
            if ((at_insertion ? piece.along[v] : 1 - piece.along[v]) < 0.03F) from.push_back(v);
        if (from.empty()) return;
        std::vector<float> way = walk_distances(piece.surface, from);
        for (float& metres : way)
            if (!std::isfinite(metres)) metres = 0;
        const SurfaceInterpolation interpolation(piece.surface);
        neighbours_.resize(mesh.positions.size());
        for (std::size_t i = 0; i < piece.triangles.size(); ++i) {
            const std::uint32_t v = piece.triangles[i];
            neighbours_[v].push_back(piece.triangles[i % 3 == 2 ? i - 2 : i + 1]);
            if (way_m_[v] >= 0) continue;
            way_m_[v] = interpolation.value_at(mesh.positions[v],
                                               v < mesh.normals.size() ? mesh.normals[v] : Vec3(0), way);
            order_.push_back(v);
            length_m_ = std::max(length_m_, way_m_[v]);
        }
        std::ranges::sort(order_, [&](std::uint32_t a, std::uint32_t b) {
            return way_m_[a] > way_m_[b] || (way_m_[a] == way_m_[b] && a < b);
        });
        find();
    }

    const std::vector<Tail>& all() const { return tails_; }

    ForkStretch body(const std::function<Vec3(const Vec3&)>& to_skin) const {
        std::vector<bool> apart(mesh_.positions.size(), false);
        for (const Tail& tail : tails_)
            for (const std::uint32_t v : tail.vertices)
                if (way_m_[v] > tail.leaves_m + overlap_m) apart[v] = true;
        std::vector<std::uint32_t> triangles;
        for (std::size_t i = 0; i < piece_.triangles.size(); i += 3) {
            const std::uint32_t* v = &piece_.triangles[i];
            if (!apart[v[0]] || !apart[v[1]] || !apart[v[2]]) triangles.insert(triangles.end(), v, v + 3);
        }
        const SurfaceInterpolation interpolation(piece_.surface);
        const auto along = [&](const Vec3& place) {
            return interpolation.value_at(place, Vec3(0), piece_.along);
        };
        return {cut_piece(piece_, mesh_, std::move(triangles), along, to_skin)};
    }

    ForkStretch slip(const Tail& tail, const std::function<Vec3(const Vec3&)>& to_skin) const {
        const std::vector<bool> taken = with_root(tail);
        std::vector<std::uint32_t> triangles, vertices;
        float leaves_along = 0, count = 0;
        const SurfaceInterpolation interpolation(piece_.surface);
        for (std::size_t i = 0; i < piece_.triangles.size(); i += 3) {
            const std::uint32_t* v = &piece_.triangles[i];
            if (!taken[v[0]] || !taken[v[1]] || !taken[v[2]]) continue;
            triangles.insert(triangles.end(), v, v + 3);
            for (std::size_t k = 0; k < 3; ++k) {
                vertices.push_back(v[k]);
                if (way_m_[v[k]] > tail.leaves_m) continue;
                leaves_along +=
                    interpolation.value_at(mesh_.positions[v[k]], mesh_.normals[v[k]], piece_.along);
                ++count;
            }
        }
        const float root_m = tail.leaves_m - overlap_m;
        const auto along = [&](const Vec3& place) {
            const auto nearest = std::ranges::min_element(
                vertices, {}, [&](std::uint32_t v) { return glm::distance(mesh_.positions[v], place); });
            const float out = std::clamp((way_m_[*nearest] - root_m) / (tail.tip_m - root_m), 0.0F, 1.0F);
            return at_insertion_ ? out : 1 - out;
        };
        ForkStretch result{cut_piece(piece_, mesh_, std::move(triangles), along, to_skin)};
        const float leaves = count > 0 ? leaves_along / count : 0.5F;
        (at_insertion_ ? result.along_from : result.along_to) = leaves;
        return result;
    }

private:
    // From the outermost vertex inwards: where two that came from different tips meet, the shorter is a slip.
    void find() {
        JoinedSets sets(mesh_.positions.size());
        std::vector<float> tip(mesh_.positions.size(), 0);
        std::vector<std::vector<std::uint32_t>> members(mesh_.positions.size());
        std::vector<bool> added(mesh_.positions.size(), false);
        const float least = std::max(least_m, least_share * length_m_);
        for (const std::uint32_t v : order_) {
            added[v] = true;
            tip[v] = way_m_[v];
            members[v] = {v};
            for (const std::uint32_t n : neighbours_[v]) {
                if (!added[n]) continue;
                std::uint32_t a = sets.root(v), b = sets.root(n);
                if (a == b) continue;
                if (tip[a] < tip[b]) std::swap(a, b);
                if (tip[b] - way_m_[v] > least) tails_.push_back({members[b], way_m_[v], tip[b]});
                sets.join(a, b);
                const std::uint32_t root = sets.root(a);
                tip[root] = tip[a];
                if (members[a].size() < members[b].size()) members[a].swap(members[b]);
                members[a].insert(members[a].end(), members[b].begin(), members[b].end());
                if (root != a) members[root] = std::move(members[a]);
            }
        }
        std::erase_if(tails_, [](const Tail& tail) { return tail.vertices.size() < 12; });
        std::ranges::stable_sort(tails_, std::greater{},
                                 [](const Tail& tail) { return tail.tip_m - tail.leaves_m; });
        if (tails_.size() > most_tails) tails_.resize(most_tails);
        if (tails_.size() == 1 && tails_[0].tip_m - tails_[0].leaves_m > fork_share * length_m_)
            add_other_prong();
    }

    // Of a piece that forks in two the longer one is a slip too: the body ends where they part.
    void add_other_prong() {
        const float leaves_m = tails_[0].leaves_m;
        std::vector<bool> taken(mesh_.positions.size(), false);
        std::vector<std::uint32_t> prong{order_.front()};
        taken[prong[0]] = true;
        for (std::size_t i = 0; i < prong.size(); ++i)
            for (const std::uint32_t n : neighbours_[prong[i]])
                if (!taken[n] && way_m_[n] > leaves_m) {
                    taken[n] = true;
                    prong.push_back(n);
                }
        tails_.push_back({std::move(prong), leaves_m, length_m_});
    }

    // Its vertices, and those of the body about where it leaves.
    std::vector<bool> with_root(const Tail& tail) const {
        std::vector<bool> taken(mesh_.positions.size(), false);
        Vec3 sum(0);
        float count = 0;
        for (const std::uint32_t v : tail.vertices) {
            taken[v] = true;
            if (way_m_[v] > tail.leaves_m + overlap_m) continue;
            sum += mesh_.positions[v];
            ++count;
        }
        const Vec3 root = sum / std::max(count, 1.0F);
        float radius = 0;
        for (const std::uint32_t v : tail.vertices)
            if (way_m_[v] <= tail.leaves_m + overlap_m)
                radius = std::max(radius, glm::distance(mesh_.positions[v], root));
        for (const std::uint32_t v : order_)
            if (way_m_[v] <= tail.leaves_m && way_m_[v] > tail.leaves_m - overlap_m &&
                glm::distance(mesh_.positions[v], root) < radius + overlap_m)
                taken[v] = true;
        return taken;
    }

    const FibrePiece& piece_;
    const Mesh& mesh_;
    bool at_insertion_;
    std::vector<float> way_m_;  // of each vertex of the piece, from its other end
    float length_m_ = 0;
    std::vector<std::vector<std::uint32_t>> neighbours_;
    std::vector<std::uint32_t> order_;  // outermost first
    std::vector<Tail> tails_;
};

}  // namespace

std::vector<ForkStretch> split_tails(const FibrePiece& piece, const Mesh& mesh,
                                     const std::function<Vec3(const Vec3&)>& to_skin) {
    if (piece.crosswise) return {};
    const Tails at_origin(piece, mesh, false), at_insertion(piece, mesh, true);
    const Tails& more = at_insertion.all().size() > at_origin.all().size() ? at_insertion : at_origin;
    if (more.all().empty()) return {};
    std::vector<ForkStretch> stretches{more.body(to_skin)};
    for (const Tail& tail : more.all()) stretches.push_back(more.slip(tail, to_skin));
    return stretches;
}

}  // namespace myomap
