#include "import/dense_grid.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace myomap {
namespace {

constexpr float far_away = 1e8F;  // squared voxels

// The lower envelope of the parabolas that stand on a line's values. Buffers are the caller's to be used
// again.
struct Envelope {
    std::vector<float> values;
    std::vector<int> corner;
    std::vector<float> from;
    std::vector<float> result;

    explicit Envelope(int count)
        : values(static_cast<std::size_t>(count)),
          corner(static_cast<std::size_t>(count)),
          from(static_cast<std::size_t>(count) + 1),
          result(static_cast<std::size_t>(count)) {}

    void run() {
        const int count = static_cast<int>(values.size());
        int last = -1;
        for (int q = 0; q < count; ++q) {
            if (at(values, q) >= far_away) {
                continue;
            }
            float start = -1e20F;
            while (last >= 0) {
                const int p = corner[static_cast<std::size_t>(last)];
                start = (at(values, q) - at(values, p) + static_cast<float>(q * q - p * p)) /
                        static_cast<float>(2 * (q - p));
                if (start > at(from, last)) {
                    break;
                }
                --last;
                start = -1e20F;
            }
            ++last;
            corner[static_cast<std::size_t>(last)] = q;
            from[static_cast<std::size_t>(last)] = start;
            from[static_cast<std::size_t>(last) + 1] = 1e20F;
        }
        if (last < 0) {
            std::ranges::fill(result, far_away);
            return;
        }
        int k = 0;
        for (int q = 0; q < count; ++q) {
            while (k < last && at(from, k + 1) < static_cast<float>(q)) {
                ++k;
            }
            const int p = corner[static_cast<std::size_t>(k)];
            result[static_cast<std::size_t>(q)] = static_cast<float>((q - p) * (q - p)) + at(values, p);
        }
    }

private:
    static float at(const std::vector<float>& v, int i) { return v[static_cast<std::size_t>(i)]; }
};

// Runs the envelope over every line along one axis: `count` voxels `stride` apart, beginning at start(line).
template <class Start>
void along_lines(std::vector<float>& values, int lines, int count, std::size_t stride, Start start) {
    tbb::parallel_for(tbb::blocked_range<int>(0, lines, 256), [&](const tbb::blocked_range<int>& range) {
        Envelope envelope(count);
        for (int line = range.begin(); line < range.end(); ++line) {
            const std::size_t first = start(line);
            for (std::size_t i = 0; i < envelope.values.size(); ++i) {
                envelope.values[i] = values[first + i * stride];
            }
            envelope.run();
            for (std::size_t i = 0; i < envelope.values.size(); ++i) {
                values[first + i * stride] = envelope.result[i];
            }
        }
    });
}

}  // namespace

GridShape GridShape::round(const Box& box, float voxel_m, float margin_m) {
    GridShape shape;
    shape.voxel_m = voxel_m;
    shape.origin = box.min - Vec3(margin_m);
    const Vec3 count = (box.size() + Vec3(2 * margin_m)) / voxel_m;
    shape.nx = static_cast<int>(std::ceil(count.x)) + 1;
    shape.ny = static_cast<int>(std::ceil(count.y)) + 1;
    shape.nz = static_cast<int>(std::ceil(count.z)) + 1;
    return shape;
}

std::size_t GridShape::nearest(const Vec3& place) const {
    const Vec3 p = (place - origin) / voxel_m + Vec3(0.5F);
    return at(std::clamp(static_cast<int>(p.x), 0, nx - 1), std::clamp(static_cast<int>(p.y), 0, ny - 1),
              std::clamp(static_cast<int>(p.z), 0, nz - 1));
}

Vec3 GridShape::place(std::size_t index) const {
    const auto row = static_cast<std::size_t>(nx);
    const auto slice = row * static_cast<std::size_t>(ny);
    return origin + voxel_m * Vec3(static_cast<float>(index % row), static_cast<float>(index % slice / row),
                                   static_cast<float>(index / slice));
}

void mark_surface(const GridShape& shape, const Mesh& mesh, Mask& mask) {
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3 ab = mesh.positions[mesh.indices[i + 1]] - a;
        const Vec3 ac = mesh.positions[mesh.indices[i + 2]] - a;
        const float longest = std::max({glm::length(ab), glm::length(ac), glm::length(ab - ac)});
        const int steps = std::max(1, static_cast<int>(std::ceil(2 * longest / shape.voxel_m)));
        const float step = 1.0F / static_cast<float>(steps);
        for (int u = 0; u <= steps; ++u) {
            for (int v = 0; v <= steps - u; ++v) {
                mask[shape.nearest(a + step * (static_cast<float>(u) * ab + static_cast<float>(v) * ac))] = 1;
            }
        }
    }
}

std::vector<float> distances(const GridShape& shape, const Mask& mask) {
    std::vector<float> values(shape.size());
    tbb::parallel_for(std::size_t{0}, values.size(),
                      [&](std::size_t i) { values[i] = mask[i] != 0 ? 0.0F : far_away; });
    const auto row = static_cast<std::size_t>(shape.nx);
    const std::size_t slice = row * static_cast<std::size_t>(shape.ny);
    along_lines(values, shape.ny * shape.nz, shape.nx, 1,
                [&](int line) { return static_cast<std::size_t>(line) * row; });
    along_lines(values, shape.nx * shape.nz, shape.ny, row, [&](int line) {
        return static_cast<std::size_t>(line / shape.nx) * slice + static_cast<std::size_t>(line % shape.nx);
    });
    along_lines(values, shape.nx * shape.ny, shape.nz, slice,
                [](int line) { return static_cast<std::size_t>(line); });
    tbb::parallel_for(std::size_t{0}, values.size(),
                      [&](std::size_t i) { values[i] = std::sqrt(values[i]) * shape.voxel_m; });
    return values;
}

Mask reached_from_rim(const GridShape& shape, const Mask& free) {
    Mask reached(shape.size(), 0);
    std::vector<std::array<int, 3>> open;
    const auto visit = [&](int x, int y, int z) {
        if (x < 0 || y < 0 || z < 0 || x >= shape.nx || y >= shape.ny || z >= shape.nz) {
            return;
        }
        const std::size_t i = shape.at(x, y, z);
        if (free[i] != 0 && reached[i] == 0) {
            reached[i] = 1;
            open.push_back({x, y, z});
        }
    };
    for (int z = 0; z < shape.nz; ++z) {
        for (int y = 0; y < shape.ny; ++y) {
            const bool rim = z == 0 || y == 0 || z == shape.nz - 1 || y == shape.ny - 1;
            for (int x = 0; x < shape.nx; x += rim ? 1 : std::max(1, shape.nx - 1)) {
                visit(x, y, z);
            }
        }
    }
    while (!open.empty()) {
        const auto [x, y, z] = open.back();
        open.pop_back();
        visit(x - 1, y, z);
        visit(x + 1, y, z);
        visit(x, y - 1, z);
        visit(x, y + 1, z);
        visit(x, y, z - 1);
        visit(x, y, z + 1);
    }
    return reached;
}

}  // namespace myomap
