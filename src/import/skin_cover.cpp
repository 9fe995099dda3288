#include "import/skin_cover.h"

#include "body/neighbours.h"
#include "import/smooth_surface.h"

#include <openvdb/tools/Interpolation.h>
#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace myomap {
namespace {

bool lies_under_skin(const Part& part) {
    return part.kind != PartKind::Other;
}

// Between voxels near the surface; a voxel's value where it lies beyond the narrow band.
class Sampler {
public:
    explicit Sampler(const openvdb::FloatGrid& grid) : grid_(grid), accessor_(grid.getConstAccessor()) {}
    float at(const Vec3& p) const {
        const openvdb::Vec3d place = grid_.worldToIndex(
            {static_cast<double>(p.x), static_cast<double>(p.y), static_cast<double>(p.z)});
        const float nearest = accessor_.getValue(openvdb::Coord::round(place));
        return std::abs(nearest) >= grid_.background() ? nearest
                                                       : openvdb::tools::BoxSampler::sample(accessor_, place);
    }

private:
    const openvdb::FloatGrid& grid_;
    openvdb::FloatGrid::ConstAccessor accessor_;
};

// The triangles of a mesh with a corner outside the solid.
Mesh outside_of(const openvdb::FloatGrid& solid, const Mesh& mesh) {
    constexpr float nearly_m = -0.0004F;  // what all but touches the surface would show through it at times
    const Sampler sampler(solid);
    std::vector<char> out(mesh.positions.size());
    std::ranges::transform(mesh.positions, out.begin(),
                           [&](const Vec3& p) { return sampler.at(p) > nearly_m; });
    Mesh result;
    result.positions = mesh.positions;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        if (out[mesh.indices[i]] != 0 || out[mesh.indices[i + 1]] != 0 || out[mesh.indices[i + 2]] != 0) {
            result.indices.insert(result.indices.end(), &mesh.indices[i], &mesh.indices[i] + 3);
        }
    }
    return result;
}

struct Room {
    std::vector<float> needed_m;  // how far out what breaks through reaches, one a vertex
    std::vector<float> most_m;    // how far out the surface may go without meeting itself
};

// Looks out from each vertex along its direction, as far as the surface's next wall.
Room room_before(const Mesh& surface, const std::vector<Vec3>& directions, const openvdb::FloatGrid& solid,
                 const openvdb::FloatGrid& hull) {
    constexpr float step_m = 0.0005F;
    constexpr int steps = 24;  // the atlas at hand has muscles up to 9 mm outside
    Room room{std::vector<float>(surface.positions.size()), std::vector<float>(surface.positions.size())};
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, directions.size()),
                      [&](const tbb::blocked_range<std::size_t>& range) {
                          const Sampler in_solid(solid);
                          const Sampler in_hull(hull);
                          for (std::size_t v = range.begin(); v < range.end(); ++v) {
                              float reach = 0;
                              int step = 1;
                              for (; step <= 2 * steps; ++step) {
                                  const float height = step_m * static_cast<float>(step);
                                  const Vec3 place = surface.positions[v] + height * directions[v];
                                  if (step > 3 && in_solid.at(place) < 0) {
                                      break;
                                  }
                                  if (step <= steps && in_hull.at(place) < 0) {
                                      reach = height;
                                  }
                              }
                              room.most_m[v] = std::max(0.0F, step_m * static_cast<float>(step) / 2 - 0.001F);
                              room.needed_m[v] = std::min(reach, room.most_m[v]);
                          }
                      });
    return room;
}

// A sheet stretched over given heights: nowhere below them, falling off gently beside them.
std::vector<float> stretched_over(const Room& room, const Neighbours& neighbours) {
    constexpr int rounds = 60;  // at 1.5 mm between vertices it reaches about 12 mm
    std::vector<float> sheet = room.needed_m;
    std::vector<float> next(sheet.size());
    for (int round = 0; round < rounds; ++round) {
        tbb::parallel_for(std::size_t{0}, sheet.size(), [&](std::size_t v) {
            float sum = sheet[v];
            for (const std::uint32_t n : neighbours.of(v)) {
                sum += sheet[n];
            }
            const float mean = sum / static_cast<float>(neighbours.of(v).size() + 1);
            next[v] = std::clamp(mean, room.needed_m[v], room.most_m[v]);
        });
        sheet.swap(next);
    }
    return sheet;
}

}  // namespace

void cover(Mesh& surface, const openvdb::FloatGrid& solid, const std::vector<Part>& parts) {
    std::vector<Mesh> outside(parts.size());
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        if (lies_under_skin(parts[i])) {
            outside[i] = outside_of(solid, parts[i].levels[0]);
        }
    });
    std::vector<const Mesh*> through;
    for (const Mesh& mesh : outside) {
        if (!mesh.indices.empty()) {
            through.push_back(&mesh);
        }
    }
    if (through.empty()) {
        return;
    }
    const auto voxel_m = static_cast<float>(solid.voxelSize()[0]);
    const Volume hull = hull_of(joined(through), voxel_m, cover_m, solid.background() / voxel_m);
    const Neighbours neighbours(surface);
    std::vector<Vec3> directions = surface.normals;
    blur_values(directions, neighbours, 6);
    const std::vector<float> sheet =
        stretched_over(room_before(surface, directions, solid, *hull), neighbours);
    for (std::size_t v = 0; v < sheet.size(); ++v) {
        surface.positions[v] += sheet[v] * directions[v];
    }
}

}  // namespace myomap
