#include "import/skin_seal.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>
#include <vector>

#include "import/dense_grid.h"
#include "import/skin_volume.h"

namespace myomap {
namespace {

constexpr float voxel_m = 0.003F;
constexpr float largest_radius_m = 0.010F;

struct Reach {
    Mask outside;  // where the middle of a ball can get from outside
    Mask inside;   // where it can be without ever getting out
    std::size_t inside_count = 0;
};

Reach reach_of_ball(const GridShape& shape, const std::vector<float>& to_wall, float radius_m) {
    Mask free(shape.size());
    std::ranges::transform(to_wall, free.begin(),
                           [&](float d) -> std::uint8_t { return d > radius_m ? 1 : 0; });
    Reach reach;
    reach.outside = reached_from_rim(shape, free);
    reach.inside.resize(free.size());
    std::ranges::transform(free, reach.outside, reach.inside.begin(),
                           [](auto f, auto o) { return static_cast<std::uint8_t>(f & (o ^ 1U)); });
    reach.inside_count = static_cast<std::size_t>(std::ranges::count(reach.inside, 1));
    return reach;
}

// The pieces (joined over faces) of the free voxels that no ball reaches, which lead from what a ball outside
// covers to what one inside covers. Each voxel is one of these:
enum Kind : std::uint8_t { Wall, Outside, Inside, Unreached };

std::vector<std::size_t> bridges(const GridShape& shape, std::vector<Kind> kinds) {
    const auto row = static_cast<std::ptrdiff_t>(shape.nx);
    const std::ptrdiff_t slice = row * shape.ny;
    const std::array<std::ptrdiff_t, 6> faces{-1, 1, -row, row, -slice, slice};
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        if (kinds[i] != Unreached) {
            continue;
        }
        std::vector<std::size_t> piece{i};
        kinds[i] = Wall;
        std::array<bool, 4> meets{};
        for (std::size_t next = 0; next < piece.size(); ++next) {
            for (const std::ptrdiff_t face :
                 faces) {  // balls from outside cover the grid's rim, so no piece meets it
                const auto v = static_cast<std::size_t>(static_cast<std::ptrdiff_t>(piece[next]) + face);
                meets[kinds[v]] = true;
                if (kinds[v] == Unreached) {
                    kinds[v] = Wall;
                    piece.push_back(v);
                }
            }
        }
        if (meets[Outside] && meets[Inside]) {
            found.insert(found.end(), piece.begin(), piece.end());
        }
    }
    return found;
}

// The surface where neither a ball outside nor one inside can touch, near the given voxels. Values: how far
// each voxel is past the plug.
Mesh plug_surface(const GridShape& shape, const std::vector<std::size_t>& voxels,
                  const std::vector<float>& past_plug_m) {
    const float band_m = 3 * voxel_m;
    openvdb::initialize();
    openvdb::FloatGrid grid(band_m);
    grid.setTransform(openvdb::math::Transform::createLinearTransform(static_cast<double>(voxel_m)));
    auto accessor = grid.getAccessor();
    const auto row = static_cast<std::size_t>(shape.nx);
    const std::size_t slice = row * static_cast<std::size_t>(shape.ny);
    for (const std::size_t i : voxels) {
        for (std::size_t n = 0; n < 125;
             ++n) {  // two voxels more all round, so that the plug reaches into the wall
            const std::size_t v = i + n % 5 + (n / 5 % 5) * row + (n / 25) * slice - 2 * (1 + row + slice);
            const openvdb::Coord place(static_cast<int>(v % row), static_cast<int>(v % slice / row),
                                       static_cast<int>(v / slice));
            accessor.setValue(place, std::clamp(past_plug_m[v], -band_m, band_m));
        }
    }
    Mesh plugs = surfaces_of(grid);
    for (Vec3& p : plugs.positions) {
        p += shape.origin;
    }
    return plugs;
}

// In a wall thinner than the balls dip, those of both sides meet in the opening: the voxels where they do.
Mask meetings(const GridShape& shape, const std::vector<Kind>& kinds) {
    const auto row = static_cast<std::size_t>(shape.nx);
    const std::size_t slice = row * static_cast<std::size_t>(shape.ny);
    Mask met(kinds.size(), 0);
    for (const std::size_t step : {std::size_t{1}, row, slice}) {
        for (std::size_t i = step; i < kinds.size(); ++i) {
            if (std::max(kinds[i], kinds[i - step]) == Inside &&
                std::min(kinds[i], kinds[i - step]) == Outside) {
                met[i] = met[i - step] = 1;
            }
        }
    }
    return met;
}

Mesh plugs_of(const GridShape& shape, const Mask& wall, const std::vector<float>& to_wall, float radius_m) {
    const Reach reach = reach_of_ball(shape, to_wall, radius_m);
    const std::vector<float> to_outside = distances(shape, reach.outside);
    const std::vector<float> to_inside = distances(shape, reach.inside);
    std::vector<Kind> kinds(shape.size());
    std::vector<float> past_plug_m(shape.size());
    for (std::size_t i = 0; i < kinds.size(); ++i) {
        past_plug_m[i] = radius_m - std::min(to_outside[i], to_inside[i]);
        kinds[i] = wall[i] != 0                ? Wall
                   : to_outside[i] <= radius_m ? Outside
                   : to_inside[i] <= radius_m  ? Inside
                                               : Unreached;
    }
    std::vector<std::size_t> voxels = bridges(shape, kinds);
    const Mask met = meetings(shape, kinds);
    if (std::ranges::find(met, 1) != met.end()) {
        const std::vector<float> to_met = distances(shape, met);
        for (std::size_t i = 0; i < met.size(); ++i) {
            past_plug_m[i] = std::min(past_plug_m[i], to_met[i] - 0.75F * voxel_m);
            if (met[i] != 0) {
                voxels.push_back(i);
            }
        }
    }
    return plug_surface(shape, voxels, past_plug_m);
}

}  // namespace

std::optional<Seal> find_seal(const Mesh& skin) {
    if (skin.indices.empty()) {
        return std::nullopt;
    }
    const GridShape shape = GridShape::round(bounds_of(skin), voxel_m, largest_radius_m + 8 * voxel_m);
    Mask wall(shape.size(), 0);
    mark_surface(shape, skin, wall);
    const std::vector<float> to_wall = distances(shape, wall);
    const std::size_t most = reach_of_ball(shape, to_wall, largest_radius_m).inside_count;
    const auto wall_count = static_cast<std::size_t>(std::ranges::count(wall, 1));
    if (most < wall_count / 4) {
        return std::nullopt;
    }
    constexpr int steps = 8;
    const auto tight = [&](int step) {
        const float radius_m = largest_radius_m * static_cast<float>(step) / steps;
        return reach_of_ball(shape, to_wall, radius_m).inside_count >= most;
    };
    int leaks = -1;  // radii in steps: balls of the first slip in, of the second do not
    int holds = steps;
    while (holds - leaks > 1) {
        const int middle = (leaks + holds) / 2;
        (tight(middle) ? holds : leaks) = middle;
    }
    Seal seal;
    if (holds > 0) {  // a step more, for a plug with some thickness
        seal.radius_m = largest_radius_m * static_cast<float>(holds + 1) / steps;
        seal.plugs = plugs_of(shape, wall, to_wall, seal.radius_m);
    }
    return seal;
}

}  // namespace myomap
