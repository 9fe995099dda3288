#include "import/mirror_twins.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <string>

#include "import/place_tree.h"

namespace myomap {
namespace {

constexpr float near_m = 0.002F;

Vec3 mirrored(const Vec3& v) {
    return {-v.x, v.y, v.z};
}

// Whether nearly all vertices of one mesh lie by a vertex of the other. Meshes of an atlas have edges of a
// few millimetres, so places in between are tried by the finer of the two only.
bool lies_on(const Mesh& mesh, const PlaceTree& other) {
    std::size_t near = 0, tried = 0;
    const std::size_t step = std::max<std::size_t>(1, mesh.positions.size() / 400);
    for (std::size_t v = 0; v < mesh.positions.size(); v += step, ++tried)
        if (other.distance_m(mirrored(mesh.positions[v])) < near_m) ++near;
    return near * 20 >= tried * 19;
}

bool mirror_each_other(const Mesh& a, const Mesh& b) {
    if (a.positions.empty() || b.positions.empty()) return false;
    return lies_on(a, PlaceTree(b.positions)) && lies_on(b, PlaceTree(a.positions));
}

}  // namespace

std::vector<int> left_twins(const std::vector<Part>& parts) {
    std::map<std::string, int> left;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i].side == Side::Left) left[parts[i].id] = static_cast<int>(i);
    std::vector<int> twins(parts.size(), -1);
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        const std::string& id = parts[i].id;
        if (parts[i].side != Side::Right || !id.ends_with(".right")) return;
        const auto twin = left.find(id.substr(0, id.size() - 5) + "left");
        if (twin == left.end()) return;
        if (mirror_each_other(parts[i].levels[0], parts[static_cast<std::size_t>(twin->second)].levels[0]))
            twins[i] = twin->second;
    });
    return twins;
}

}  // namespace myomap
