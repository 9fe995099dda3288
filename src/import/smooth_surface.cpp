#include "import/smooth_surface.h"

#include <tbb/parallel_for.h>

#include "body/neighbours.h"

namespace myomap {

void smooth_surface(Mesh& mesh, int rounds) {
    const Neighbours neighbours(mesh);
    std::vector<Vec3> next(mesh.positions.size());
    for (int round = 0; round < rounds; ++round) {
        for (const float step : {0.5F, -0.53F}) {
            tbb::parallel_for(std::size_t{0}, next.size(), [&](std::size_t v) {
                Vec3 sum(0);
                for (const std::uint32_t n : neighbours.of(v)) {
                    sum += mesh.positions[n];
                }
                const Vec3& place = mesh.positions[v];
                next[v] = place + step * (sum / static_cast<float>(neighbours.of(v).size()) - place);
            });
            mesh.positions.swap(next);
        }
    }
}

}  // namespace myomap
