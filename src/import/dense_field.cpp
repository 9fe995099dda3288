#include "import/dense_field.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

namespace myomap {
namespace {

constexpr float outside_m = 1.0F;  // what a field is taken to be beyond its grid

GridShape shape_over(std::span<const Field> fields, float voxel_m) {
    Box box;
    for (const Field& field : fields) {
        box.add(field.shape.origin);
        box.add(field.shape.origin + field.shape.voxel_m * Vec3(static_cast<float>(field.shape.nx - 1),
                                                                static_cast<float>(field.shape.ny - 1),
                                                                static_cast<float>(field.shape.nz - 1)));
    }
    return GridShape::round(box, voxel_m, 0);
}

// For every voxel the least value and the next to it, of another field.
template <class Join>
Field joined_fields(std::span<const Field> fields, float voxel_m, Join join) {
    Field result{shape_over(fields, voxel_m), {}};
    result.values.resize(result.shape.size());
    tbb::parallel_for(0, result.shape.nz, [&](int z) {
        const std::size_t first = result.shape.at(0, 0, z);
        const std::size_t end =
            first + static_cast<std::size_t>(result.shape.nx) * static_cast<std::size_t>(result.shape.ny);
        for (std::size_t i = first; i < end; ++i) {
            const Vec3 place = result.shape.place(i);
            float least = outside_m;
            float next = outside_m;
            for (const Field& field : fields) {
                const float value = field.at(place, outside_m);
                next = std::min(next, std::max(value, least));
                least = std::min(least, value);
            }
            result.values[i] = join(least, next);
        }
    });
    return result;
}

}  // namespace

float Field::at(const Vec3& place, float outside) const {
    const Vec3 p = (place - shape.origin) / shape.voxel_m;
    const Vec3 base(std::floor(p.x), std::floor(p.y), std::floor(p.z));
    const int x = static_cast<int>(base.x);
    const int y = static_cast<int>(base.y);
    const int z = static_cast<int>(base.z);
    if (x < 0 || y < 0 || z < 0 || x + 1 >= shape.nx || y + 1 >= shape.ny || z + 1 >= shape.nz) {
        return outside;
    }
    const Vec3 f = p - base;
    const auto along_x = [&](int j, int k) {
        const std::size_t i = shape.at(x, j, k);
        return values[i] + f.x * (values[i + 1] - values[i]);
    };
    const auto along_xy = [&](int k) {
        const float low = along_x(y, k);
        return low + f.y * (along_x(y + 1, k) - low);
    };
    const float low = along_xy(z);
    return low + f.z * (along_xy(z + 1) - low);
}

void blur(Field& field, int rounds) {
    std::vector<float> next(field.values.size());
    const auto row = static_cast<std::size_t>(field.shape.nx);
    for (int round = 0; round < rounds; ++round) {
        for (const std::size_t stride :
             {std::size_t{1}, row, row * static_cast<std::size_t>(field.shape.ny)}) {
            tbb::parallel_for(std::size_t{0}, next.size(),
                              [&](std::size_t i) {  // the rim, far off, may mix with another line
                                  const float before = field.values[i >= stride ? i - stride : i];
                                  const float after = field.values[i + stride < next.size() ? i + stride : i];
                                  next[i] = (before + 2 * field.values[i] + after) / 4;
                              });
            field.values.swap(next);
        }
    }
}

Field united(std::span<const Field> fields, float voxel_m) {
    return joined_fields(fields, voxel_m, [](float least, float) { return least; });
}

Field united_apart(std::span<const Field> fields, float voxel_m, float half_gap_m) {
    return joined_fields(fields, voxel_m, [half_gap_m](float least, float next) {
        // Half the difference of two distances is about the distance to where they are equal.
        return std::max(least, std::min(half_gap_m - (next - least) / 2, half_gap_m));
    });
}

Mask closed(const GridShape& shape, const Mask& mask, float radius_m) {
    const std::vector<float> to_mask = distances(shape, mask);
    Mask free(shape.size());
    std::ranges::transform(to_mask, free.begin(),
                           [&](float d) -> std::uint8_t { return d > radius_m ? 1 : 0; });
    const std::vector<float> to_balls = distances(shape, reached_from_rim(shape, free));
    Mask result(shape.size());
    std::ranges::transform(to_balls, result.begin(),
                           [&](float d) -> std::uint8_t { return d > radius_m ? 1 : 0; });
    return result;
}

}  // namespace myomap
