#include "body/fibre_sheet.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace myomap {
namespace {

// Where a coordinate lies between the nodes of one axis.
struct Between {
    std::size_t first = 0, second = 0;
    float share = 0;  // of the second
};

Between between(float coordinate, int count) {
    const float place = std::clamp(coordinate, 0.0F, 1.0F) * static_cast<float>(count - 1);
    const auto first = static_cast<std::size_t>(place);
    return {first, std::min(first + 1, static_cast<std::size_t>(count - 1)),
            place - static_cast<float>(first)};
}

}  // namespace

FibrePlace FibreSheet::at(const FibreCoordinates& place) const {
    assert(stations > 1 && rows > 0);
    const Between row = between((place.across - across_from) / (across_to - across_from), rows);
    const auto in_station = [&](std::size_t station) {
        const std::size_t base = station * static_cast<std::size_t>(rows);
        const Vec3 out = glm::mix(outer[base + row.first], outer[base + row.second], row.share);
        const Vec3 in = glm::mix(inner[base + row.first], inner[base + row.second], row.share);
        return glm::mix(out, in, std::clamp(place.depth, 0.0F, 1.0F));
    };
    const Between station = between((place.along - along_from) / (along_to - along_from), stations);
    const Vec3 here = glm::mix(in_station(station.first), in_station(station.second), station.share);

    // Over two steps, since a single one shows the unevenness of the mesh.
    const auto last = static_cast<std::size_t>(stations - 1);
    const Vec3 ahead = in_station(std::min(station.second + 1, last));
    const Vec3 behind = in_station(station.first > 0 ? station.first - 1 : 0);
    const Vec3 run = ahead - behind;
    const float length = glm::length(run);
    return {here, length > 0 ? run / length : Vec3(0, -1, 0)};
}

}  // namespace myomap
