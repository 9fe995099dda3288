#include "render/muscle_look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/mat3x3.hpp>
#include <glm/matrix.hpp>
#include <map>
#include <utility>

#include "base/joined_sets.h"
#include "render/stripe_field.h"

namespace myomap {

namespace {

constexpr int slice_count = 24;

// Which group each vertex belongs to.
using Groups = std::vector<std::uint32_t>;

// Slices along the fibres; `offset` shifts the cuts by a part of a slice.
Groups slices(const Mesh& mesh, float offset) {
    Groups groups;
    groups.reserve(mesh.fibre.size());
    for (const Vec3& fibre : mesh.fibre)
        groups.push_back(
            static_cast<std::uint32_t>(std::clamp(fibre.x, 0.0F, 0.9999F) * slice_count + offset));
    return groups;
}

// The connected pieces of some groups: of slices one of a belly, several where a tendon has forked.
Groups pieces(const Mesh& mesh, const Groups& group) {
    JoinedSets joined(mesh.positions.size());
    for (std::size_t i = 0; i < mesh.indices.size(); i += 3)
        for (std::size_t corner = 0; corner < 3; ++corner) {
            const std::uint32_t a = mesh.indices[i + corner];
            const std::uint32_t b = mesh.indices[i + (corner + 1) % 3];
            if (group[a] == group[b]) joined.join(a, b);
        }
    return joined.roots();
}

// The sum of the products of each two principal values.
float second_invariant(const glm::mat3& m) {
    return m[0][0] * m[1][1] + m[1][1] * m[2][2] + m[2][2] * m[0][0] - m[0][1] * m[1][0] - m[1][2] * m[2][1] -
           m[2][0] * m[0][2];
}

// What of a strand's size tells tendon from flesh. A fan of flesh grows narrow where it becomes tendon; a
// long tendon may spread to a sheet as wide as its belly, but then it is thin.
enum class Size { Width, Section };

// For each vertex the radius of its group: root mean square distance from the middle line, which runs with
// `along`, or that of a ring with as large a section. Negative where the group is no ring round a strand: too
// few vertices, or a patch of one face, whose normals agree.
std::vector<float> radii(const Mesh& mesh, const Groups& groups, Size size) {
    struct Sums {
        float count = 0, a = 0, aa = 0;
        Vec3 p{0}, ap{0}, normal{0};
        glm::mat3 pp{0};
    };
    std::vector<Sums> sums(std::max<std::size_t>(mesh.positions.size(), slice_count + 2));
    const Vec3 middle = bounds_of(mesh).centre();
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        Sums& s = sums[groups[v]];
        const Vec3 p = mesh.positions[v] - middle;
        const float a = mesh.fibre[v].x;
        s.count += 1;
        s.a += a;
        s.aa += a * a;
        s.p += p;
        s.ap += a * p;
        s.pp += glm::outerProduct(p, p);
        s.normal += mesh.normals[v];
    }
    std::vector<float> result(mesh.positions.size());
    for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
        const Sums& s = sums[groups[v]];
        const Vec3 mean = s.p / s.count;
        const float along_variance = s.aa / s.count - s.a * s.a / (s.count * s.count);
        const Vec3 covariance = s.ap / s.count - s.a / s.count * mean;
        glm::mat3 spread = s.pp / s.count - glm::outerProduct(mean, mean);
        if (along_variance > 1e-7F) spread -= glm::outerProduct(covariance, covariance) / along_variance;
        const float square = size == Size::Width ? spread[0][0] + spread[1][1] + spread[2][2]
                                                 : 2 * std::sqrt(std::max(0.0F, second_invariant(spread)));
        // Round a strand normals cancel; in the half ball that closes its end their mean is one half long.
        const bool ring = s.count >= 5 && glm::length(s.normal) < 0.6F * s.count;
        result[v] = ring ? std::sqrt(std::max(0.0F, square)) : -1;
    }
    return result;
}

// What of each group lies in each of the muscle's separate bellies.
Groups parted(const Groups& group, const Groups& belly) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> known;
    Groups result;
    result.reserve(group.size());
    for (std::size_t v = 0; v < group.size(); ++v)
        result.push_back(
            known.try_emplace({group[v], belly[v]}, static_cast<std::uint32_t>(known.size())).first->second);
    return result;
}

// A piece with few of its slice's vertices is no strand but a corner of a sheet that the cuts left over.
void forget_splinters(const Groups& slice, const Groups& strand, std::vector<float>& radius) {
    constexpr float least_share = 0.3F;
    std::vector<float> in_slice(slice.size() + slice_count + 2), in_strand(strand.size());
    for (std::size_t v = 0; v < slice.size(); ++v) {
        ++in_slice[slice[v]];
        ++in_strand[strand[v]];
    }
    for (std::size_t v = 0; v < slice.size(); ++v)
        if (in_strand[strand[v]] < least_share * in_slice[slice[v]]) radius[v] = -1;
}

// The caps that close a belly's ends are like what they close: its nearest slice towards the middle.
void fill_unknown(const Mesh& mesh, const Groups& belly, std::vector<float>& radius) {
    struct Mean {
        float sum = 0, count = 0;
    };
    const Groups slice = slices(mesh, 0);
    std::map<std::uint32_t, std::array<Mean, slice_count>> known;  // of each belly
    for (std::size_t v = 0; v < radius.size(); ++v)
        if (radius[v] >= 0) {
            Mean& mean = known[belly[v]][slice[v]];
            mean.sum += radius[v];
            ++mean.count;
        }
    for (std::size_t v = 0; v < radius.size(); ++v) {
        const auto of_belly = known.find(belly[v]);
        if (radius[v] >= 0 || of_belly == known.end()) continue;
        const int inwards = slice[v] < slice_count / 2 ? 1 : -1;
        int from = static_cast<int>(slice[v]);
        while (of_belly->second[static_cast<std::size_t>(from)].count == 0 && from != slice_count / 2)
            from += inwards;
        const Mean& mean = of_belly->second[static_cast<std::size_t>(from)];
        if (mean.count > 0) radius[v] = mean.sum / mean.count;
    }
}

// The radius of each vertex's strand over that of the belly, which lies within a share of the middle: of its
// belly's whole slice where the strand cannot be told, and of the muscle's where width is meant: a piece of a
// broad sheet is no slender muscle.
std::vector<float> thickness(const Mesh& mesh, Size size, float belly_share) {
    std::vector<float> result(mesh.positions.size(), -1.0F);
    const Groups belly = pieces(mesh, Groups(mesh.positions.size(), 0));
    for (const bool forked : {true, false}) {
        if (forked && size == Size::Width) continue;
        for (const float offset : {0.0F, 0.5F}) {
            const Groups slice =
                size == Size::Width ? slices(mesh, offset) : parted(slices(mesh, offset), belly);
            const Groups groups = forked ? pieces(mesh, slice) : slice;
            std::vector<float> found = radii(mesh, groups, size);
            if (forked) forget_splinters(slice, groups, found);
            for (std::size_t v = 0; v < result.size(); ++v)
                if (result[v] < 0 || (forked && offset > 0)) result[v] = std::max(result[v], found[v]);
        }
    }
    std::vector<float> thickest;
    for (std::size_t v = 0; v < result.size(); ++v)
        if (result[v] >= 0 && std::abs(2 * mesh.fibre[v].x - 1) < belly_share) thickest.push_back(result[v]);
    if (thickest.empty()) return std::vector<float>(result.size(), 1.0F);
    const auto ninth = thickest.begin() + static_cast<std::ptrdiff_t>(thickest.size() * 9 / 10);
    std::ranges::nth_element(thickest, ninth);
    const float thick = std::max(*ninth, 1e-4F);
    fill_unknown(mesh, belly, result);
    for (float& r : result) r = r < 0 ? 1 : r / thick;
    return result;
}

// From |∇coordinate| averaged over the surface; the extent is one over it.
float extent_m(const Mesh& mesh, glm::length_t coordinate) {
    if (mesh.fibre.size() != mesh.positions.size()) return 0;
    double area_sum = 0;
    double slope_sum = 0;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::size_t a = mesh.indices[i];
        const std::size_t b = mesh.indices[i + 1];
        const std::size_t c = mesh.indices[i + 2];
        const Vec3 ab = mesh.positions[b] - mesh.positions[a];
        const Vec3 ac = mesh.positions[c] - mesh.positions[a];
        const Vec3 normal = glm::cross(ab, ac);
        const float twice_area = glm::length(normal);
        if (twice_area < 1e-12F) continue;
        const Vec3 n = normal / twice_area;
        const float db = mesh.fibre[b][coordinate] - mesh.fibre[a][coordinate];
        const float dc = mesh.fibre[c][coordinate] - mesh.fibre[a][coordinate];
        const Vec3 gradient = (db * glm::cross(ac, n) + dc * glm::cross(n, ab)) / twice_area;
        area_sum += static_cast<double>(twice_area);
        slope_sum += static_cast<double>(twice_area * std::min(glm::length(gradient), 1000.0F));
    }
    return slope_sum > 0 ? static_cast<float>(area_sum / slope_sum) : 0;
}

// Muscles with long tendons are many times as long as wide, and their belly may lie anywhere.
bool is_slender(const Mesh& mesh) {
    constexpr float least = 4.8F;
    return extent_m(mesh, 0) > least * extent_m(mesh, 1);
}

// A tendon stays one to its end, though it spreads there on bone: what is thick beyond it is flesh only where
// it is long enough for a second belly, as of digastric.
void end_in_tendon(const Mesh& mesh, std::vector<float>& tendon) {
    constexpr int second_belly = slice_count / 4;
    constexpr float clearly = 0.7F;  // tendon, on the mean of a slice
    const Groups slice = slices(mesh, 0);
    std::array<float, slice_count> sum{}, count{};
    for (std::size_t v = 0; v < tendon.size(); ++v) {
        sum[slice[v]] += tendon[v];
        ++count[slice[v]];
    }
    struct Run {
        int from = 0, to = 0;  // slices
    };
    std::vector<Run> runs;
    bool flesh = false;
    for (int s = 0; s < slice_count; ++s) {
        const auto i = static_cast<std::size_t>(s);
        if (count[i] > 0) flesh = sum[i] < clearly * count[i];  // an empty slice is like the one before it
        if (!flesh) continue;
        if (runs.empty() || runs.back().to != s) runs.push_back({s, s});
        runs.back().to = s + 1;
    }
    const auto length = [](const Run& run) { return run.to - run.from; };
    if (runs.size() < 2) return;
    const int belly = length(*std::ranges::max_element(runs, {}, length));
    for (const Run& run : runs) {
        if (length(run) == belly || length(run) >= second_belly) continue;
        for (std::size_t v = 0; v < tendon.size(); ++v)
            if (static_cast<int>(slice[v]) >= run.from && static_cast<int>(slice[v]) < run.to) tendon[v] = 1;
    }
}

std::vector<float> thinned_ends(const Mesh& mesh) {
    const bool slender = is_slender(mesh);
    std::vector<float> tendon =
        slender ? thickness(mesh, Size::Section, 1) : thickness(mesh, Size::Width, 0.7F);
    for (std::size_t v = 0; v < tendon.size(); ++v) {
        const float thinned = 1 - glm::smoothstep(0.35F, 0.65F, tendon[v]);
        const float off_middle = std::abs(2 * mesh.fibre[v].x - 1);
        tendon[v] = thinned * (slender ? 1 : glm::smoothstep(0.2F, 0.6F, off_middle));
    }
    end_in_tendon(mesh, tendon);
    return tendon;
}

// Flesh reaches further on one face than on the other: it ends over some way.
std::vector<float> outside(const Mesh& mesh, const Vec2& flesh) {
    constexpr float over = 0.06F;  // on either side
    std::vector<float> tendon;
    for (const Vec3& fibre : mesh.fibre) {
        const float before = flesh.x > 0 ? 1 - glm::smoothstep(flesh.x - over, flesh.x + over, fibre.x) : 0;
        const float behind = flesh.y < 1 ? glm::smoothstep(flesh.y - over, flesh.y + over, fibre.x) : 0;
        tendon.push_back(std::max(before, behind));
    }
    return tendon;
}

}  // namespace

MuscleLook muscle_look(const Mesh& mesh, const std::optional<Vec2>& flesh) {
    const std::size_t count = mesh.positions.size();
    if (mesh.fibre.size() != count || count == 0)
        return {std::vector<float>(count), std::vector<float>(count)};
    MuscleLook look;
    const SurfaceWeights weights(mesh);
    look.across = stripe_field(mesh, weights);
    look.tendon = weights.evened(flesh ? outside(mesh, *flesh) : thinned_ends(mesh), 2);
    return look;
}

float sheet_width_m(const Mesh& mesh) {
    return extent_m(mesh, 1);
}

float fibre_length_m(const Mesh& mesh) {
    return extent_m(mesh, 0);
}

}  // namespace myomap
