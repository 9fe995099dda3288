#include "sculpt/muscle_tails.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <tuple>
#include <utility>

#include "base/joined_sets.h"

namespace myomap {
namespace {

constexpr float least_m = 0.0045F;        // from where it leaves to its tip, of a slip
constexpr float most_overlap_m = 0.005F;  // by which a slip reaches into the body, and the body into the slip
constexpr float overlap_share = 0.04F;    // likewise, of the piece's length
constexpr float fork_share = 0.1F;        // of the piece's length, for two slips to be prongs of a fork
constexpr std::size_t least_vertices = 12;  // of a slip
constexpr std::size_t most_tails = 16;
constexpr std::size_t least_row = 3;  // slips that leave an edge: fewer are no row of them

// A slip: what lies further out than where it leaves the rest.
struct Tail {
    std::vector<std::uint32_t> vertices;
    float leaves_m = 0;  // way from where the search begins
    float tip_m = 0;
};

class Tails {
public:
    // Of what lies far from some vertices of the piece's surface.
    Tails(const FibrePiece& piece, const Mesh& mesh, const std::vector<std::uint32_t>& from)
        : piece_(piece), mesh_(mesh), way_m_(mesh.positions.size(), -1), along_(way_m_.size()) {
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
            const Vec3 normal = v < mesh.normals.size() ? mesh.normals[v] : Vec3(0);
            way_m_[v] = interpolation.value_at(mesh.positions[v], normal, way);
            along_[v] = interpolation.value_at(mesh.positions[v], normal, piece.along);
            order_.push_back(v);
            length_m_ = std::max(length_m_, way_m_[v]);
        }
        std::ranges::sort(order_, [&](std::uint32_t a, std::uint32_t b) {
            return way_m_[a] > way_m_[b] || (way_m_[a] == way_m_[b] && a < b);
        });
        overlap_m_ = std::min(most_overlap_m, overlap_share * length_m_);
        find();
    }

    const std::vector<Tail>& all() const { return tails_; }

    void keep(const std::function<bool(const Tail&)>& wanted) {
        std::erase_if(tails_, [&](const Tail& tail) { return !wanted(tail); });
        std::ranges::stable_sort(tails_, std::greater{},
                                 [](const Tail& tail) { return tail.tip_m - tail.leaves_m; });
        if (tails_.size() > most_tails) tails_.resize(most_tails);
    }

    // Where it parts in two slips, neither of them small, the longer one is a slip too.
    void add_other_prong() {
        if (tails_.size() == 1 && tails_[0].tip_m - tails_[0].leaves_m > fork_share * length_m_)
            add_furthest(tails_[0].leaves_m);
    }

    // What reaches furthest is a slip too, as far as where the first one leaves it.
    void add_furthest() {
        if (furthest_leaves_m_ >= 0) add_furthest(furthest_leaves_m_);
    }

    // Not an end, nor a large part of it all.
    bool leaves_an_edge(const Tail& tail) const {
        constexpr float end = 0.05F, most = 0.1F;
        const float tip = tip_along(tail);
        return tip > end && tip < 1 - end &&
               static_cast<float>(tail.vertices.size()) < most * static_cast<float>(order_.size());
    }

    ForkStretch body(const std::function<Vec3(const Vec3&)>& to_skin) const {
        std::vector<bool> apart(mesh_.positions.size(), false);
        for (const Tail& tail : tails_)
            for (const std::uint32_t v : tail.vertices)
                if (way_m_[v] > tail.leaves_m + overlap_m_) apart[v] = true;
        const SurfaceInterpolation interpolation(piece_.surface);
        const auto along = [&](const Vec3& place) {
            return interpolation.value_at(place, Vec3(0), piece_.along);
        };
        return {cut_piece(piece_, mesh_, triangles_without(piece_, apart), along, to_skin)};
    }

    ForkStretch slip(const Tail& tail, const std::function<Vec3(const Vec3&)>& to_skin) const {
        const std::vector<bool> taken = with_root(tail);
        std::vector<std::uint32_t> triangles, vertices;
        float leaves_along = 0, count = 0;
        for (std::size_t i = 0; i < piece_.triangles.size(); i += 3) {
            const std::uint32_t* v = &piece_.triangles[i];
            if (!taken[v[0]] || !taken[v[1]] || !taken[v[2]]) continue;
            triangles.insert(triangles.end(), v, v + 3);
            for (std::size_t k = 0; k < 3; ++k) {
                vertices.push_back(v[k]);
                if (way_m_[v[k]] > tail.leaves_m) continue;
                leaves_along += along_[v[k]];
                ++count;
            }
        }
        const float root_m = tail.leaves_m - overlap_m_;
        const float leaves = count > 0 ? leaves_along / count : 0.5F;
        const bool towards_insertion = tip_along(tail) > leaves;
        const auto along = [&](const Vec3& place) {
            const auto nearest = std::ranges::min_element(
                vertices, {}, [&](std::uint32_t v) { return glm::distance(mesh_.positions[v], place); });
            const float out = std::clamp((way_m_[*nearest] - root_m) / (tail.tip_m - root_m), 0.0F, 1.0F);
            return towards_insertion ? out : 1 - out;
        };
        ForkStretch result{cut_piece(piece_, mesh_, std::move(triangles), along, to_skin)};
        std::tie(result.across_from, result.across_to) = across_of(tail);
        (towards_insertion ? result.along_from : result.along_to) = leaves;
        return result;
    }

private:
    void add_furthest(float leaves_m) {
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

    float tip_along(const Tail& tail) const {
        const std::uint32_t tip =
            *std::ranges::max_element(tail.vertices, {}, [&](std::uint32_t v) { return way_m_[v]; });
        return along_[tip];
    }

    // From the outermost vertex inwards: where two that came from different tips meet, the shorter is a slip.
    void find() {
        JoinedSets sets(mesh_.positions.size());
        std::vector<float> tip(mesh_.positions.size(), 0);
        std::vector<std::vector<std::uint32_t>> members(mesh_.positions.size());
        std::vector<bool> added(mesh_.positions.size(), false);
        for (const std::uint32_t v : order_) {
            added[v] = true;
            tip[v] = way_m_[v];
            members[v] = {v};
            for (const std::uint32_t n : neighbours_[v]) {
                if (!added[n]) continue;
                std::uint32_t a = sets.root(v), b = sets.root(n);
                if (a == b) continue;
                if (tip[a] < tip[b]) std::swap(a, b);
                if (tip[b] - way_m_[v] > least_m) {
                    tails_.push_back({members[b], way_m_[v], tip[b]});
                    if (furthest_leaves_m_ < 0 && tip[a] == length_m_) furthest_leaves_m_ = way_m_[v];
                }
                sets.join(a, b);
                const std::uint32_t root = sets.root(a);
                tip[root] = tip[a];
                if (members[a].size() < members[b].size()) members[a].swap(members[b]);
                members[a].insert(members[a].end(), members[b].begin(), members[b].end());
                if (root != a) members[root] = std::move(members[a]);
            }
        }
    }

    // Which part of the body's width it leaves from.
    std::pair<float, float> across_of(const Tail& tail) const {
        constexpr float least = 0.05F;
        const FibreSheet& body = piece_.sheet;
        if (body.rows < 2) return {0.0F, 1.0F};
        float from = 1, to = 0;
        for (const std::uint32_t v : tail.vertices) {
            if (way_m_[v] > tail.leaves_m + overlap_m_) continue;
            const auto node = std::ranges::min_element(
                body.outer, {}, [&](const Vec3& p) { return glm::distance(p, mesh_.positions[v]); });
            const auto row = static_cast<int>(node - body.outer.begin()) % body.rows;
            const float across = static_cast<float>(row) / static_cast<float>(body.rows - 1);
            from = std::min(from, across);
            to = std::max(to, across);
        }
        if (from > to) return {0.0F, 1.0F};
        const float middle = std::clamp((from + to) / 2, least / 2, 1 - least / 2);
        return {std::min(from, middle - least / 2), std::max(to, middle + least / 2)};
    }

    // Its vertices, and those of the body about where it leaves.
    std::vector<bool> with_root(const Tail& tail) const {
        std::vector<bool> taken(mesh_.positions.size(), false);
        Vec3 sum(0);
        float count = 0;
        for (const std::uint32_t v : tail.vertices) {
            taken[v] = true;
            if (way_m_[v] > tail.leaves_m + overlap_m_) continue;
            sum += mesh_.positions[v];
            ++count;
        }
        const Vec3 root = sum / std::max(count, 1.0F);
        float radius = 0;
        for (const std::uint32_t v : tail.vertices)
            if (way_m_[v] <= tail.leaves_m + overlap_m_)
                radius = std::max(radius, glm::distance(mesh_.positions[v], root));
        for (const std::uint32_t v : order_)
            if (way_m_[v] <= tail.leaves_m && way_m_[v] > tail.leaves_m - overlap_m_ &&
                glm::distance(mesh_.positions[v], root) < radius + overlap_m_)
                taken[v] = true;
        return taken;
    }

    const FibrePiece& piece_;
    const Mesh& mesh_;
    std::vector<float> way_m_;  // of each vertex of the piece, from where the search begins
    std::vector<float> along_;  // likewise, along the piece
    float length_m_ = 0;
    float overlap_m_ = 0;
    float furthest_leaves_m_ = -1;  // where a slip leaves what reaches furthest; below 0: none does
    std::vector<std::vector<std::uint32_t>> neighbours_;
    std::vector<std::uint32_t> order_;  // outermost first
    std::vector<Tail> tails_;
};

std::vector<std::uint32_t> end_of(const FibrePiece& piece, bool insertion) {
    std::vector<std::uint32_t> end;
    for (std::uint32_t v = 0; v < piece.along.size(); ++v)
        if ((insertion ? 1 - piece.along[v] : piece.along[v]) < 0.03F) end.push_back(v);
    return end;
}

// Along the fibres half way across, on either face.
std::vector<std::uint32_t> middle_of(const FibrePiece& piece) {
    std::vector<std::uint32_t> middle;
    const std::vector<Vec3>& places = piece.surface.mesh.positions;
    const auto rows = static_cast<std::size_t>(piece.sheet.rows);
    for (std::size_t i = rows + rows / 2; i + rows < piece.sheet.outer.size(); i += rows)
        for (const Vec3& place : {piece.sheet.outer[i], piece.sheet.inner[i]}) {
            const auto nearest =
                std::ranges::min_element(places, {}, [&](const Vec3& p) { return glm::distance(p, place); });
            middle.push_back(static_cast<std::uint32_t>(nearest - places.begin()));
        }
    return middle;
}

}  // namespace

std::vector<std::vector<ForkStretch>> split_tails(
    const FibrePiece& piece, const Mesh& mesh, const std::function<Vec3(const Vec3&)>& to_skin,
    const std::function<bool(const std::vector<Vec3>&)>& worth) {
    if (piece.crosswise) return {};
    const auto is_worth = [&](const Tail& tail) {
        std::vector<Vec3> places;
        for (const std::uint32_t v : tail.vertices) places.push_back(mesh.positions[v]);
        return places.size() >= least_vertices && worth(places);
    };
    std::vector<std::vector<ForkStretch>> ways;
    const auto add = [&](const Tails& tails) {
        ways.push_back({tails.body(to_skin)});
        for (const Tail& tail : tails.all()) ways.back().push_back(tails.slip(tail, to_skin));
    };
    for (const bool at_insertion : {true, false}) {
        Tails tails(piece, mesh, end_of(piece, !at_insertion));
        tails.keep(is_worth);
        tails.add_other_prong();
        if (!tails.all().empty()) add(tails);
    }
    Tails row(piece, mesh, middle_of(piece));
    row.add_furthest();
    row.keep([&](const Tail& tail) { return row.leaves_an_edge(tail) && is_worth(tail); });
    if (row.all().size() >= least_row) add(row);
    return ways;
}

}  // namespace myomap
