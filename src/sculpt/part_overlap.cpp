#include "sculpt/part_overlap.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <functional>
#include <iterator>
#include <memory>

#include "body/part_origin.h"
#include "sculpt/mesh_surface.h"
#include "sculpt/surface_error.h"

namespace myomap {
namespace {

constexpr std::size_t places = 3000;

bool is_muscle(const Part& part) {
    return part.kind == PartKind::Muscle;
}

bool is_made(const Part& part) {
    return is_muscle(part) && origin_of(part.source).made;
}

Overlap overlap_of(const Part& part, const std::vector<SurfaceSample>& samples, const Part& in,
                   const Box& box, const MeshSurface& surface) {
    Overlap overlap{part.id, in.id};
    std::vector<float> deep_mm;
    for (const SurfaceSample& sample : samples) {
        if (!box.holds(sample.position)) continue;
        const Vec3 place = 1000.0F * sample.position;
        const MeshSurface::Nearest nearest = surface.nearest(place);
        const float depth_mm = glm::distance(place, nearest.place);
        if (nearest.within && depth_mm > overlap_counts_mm) deep_mm.push_back(depth_mm);
    }
    if (deep_mm.empty()) return overlap;
    std::ranges::sort(deep_mm);
    overlap.share = static_cast<float>(deep_mm.size()) / static_cast<float>(samples.size());
    overlap.deepest_mm = deep_mm[(deep_mm.size() - 1) * 99 / 100];
    return overlap;
}

using Asked = std::function<bool(const Part& part, const Part& in)>;

std::vector<Overlap> overlaps(const Body& body, const Asked& asked) {
    const std::size_t count = body.parts.size();
    std::vector<std::vector<SurfaceSample>> samples(count);
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
        if (is_muscle(body.parts[i])) samples[i] = sample_surface(body.parts[i].levels[0], places);
    });
    std::vector<std::vector<Overlap>> found(count);  // by the part that others lie in
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t k) {
        const Part& in = body.parts[k];
        if (in.levels[0].indices.empty()) return;
        const Box box = bounds_of(in.levels[0]);
        std::unique_ptr<MeshSurface> surface;
        for (std::size_t i = 0; i < count; ++i) {
            const Part& part = body.parts[i];
            const bool meets = std::ranges::any_of(
                samples[i], [&](const SurfaceSample& sample) { return box.holds(sample.position); });
            if (i == k || !meets || !asked(part, in)) continue;
            if (surface == nullptr) surface = std::make_unique<MeshSurface>(scaled(in.levels[0], 1000));
            const Overlap overlap = overlap_of(part, samples[i], in, box, *surface);
            if (overlap.share > 0) found[k].push_back(overlap);
        }
    });
    std::vector<Overlap> all;
    for (std::vector<Overlap>& of_part : found) std::ranges::move(of_part, std::back_inserter(all));
    return all;
}

}  // namespace

std::vector<Overlap> overlaps_with_bones(const Body& body) {
    return overlaps(body,
                    [](const Part& part, const Part& in) { return is_muscle(part) && is_skeletal(in.kind); });
}

std::vector<Overlap> overlaps_of_made(const Body& body) {
    return overlaps(body, [](const Part& part, const Part& in) {
        return is_muscle(part) && is_muscle(in) && (is_made(part) || is_made(in)) &&
               (part.muscle != in.muscle || part.side != in.side);
    });
}

}  // namespace myomap
