#include "sculpt/tube_skeleton.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <queue>

#include "sculpt/edge_split.h"

namespace myomap {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr float far = std::numeric_limits<float>::max();

// A mesh of short edges in mm and which vertices share one.
class Web {
public:
    Web(const Mesh& mesh, float longest_mm) {
        Mesh fine;
        fine.indices = mesh.indices;
        for (const Vec3& position : mesh.positions) fine.positions.push_back(1000.0F * position);
        const auto is_long = [&](std::uint32_t a, std::uint32_t b) {
            return glm::distance(fine.positions[a], fine.positions[b]) > longest_mm;
        };
        while (split_edges(fine, is_long) > 0) {
        }
        areas = vertex_areas_mm2(fine);
        for (float& area : areas) area /= 1e6F;  // they were taken to be in metres
        beside.resize(fine.positions.size());
        for (std::size_t i = 0; i < fine.indices.size(); ++i) {
            const std::uint32_t a = fine.indices[i], b = fine.indices[i % 3 == 2 ? i - 2 : i + 1];
            beside[a].push_back(b);
            beside[b].push_back(a);
        }
        places = std::move(fine.positions);
    }

    // Over the edges, from one vertex; `far` where it does not reach.
    std::vector<float> distances(std::size_t from) const {
        std::vector<float> distance(places.size(), far);
        using Entry = std::pair<float, std::size_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        queue.emplace(distance[from] = 0, from);
        while (!queue.empty()) {
            const auto [so_far, v] = queue.top();
            queue.pop();
            if (so_far > distance[v]) continue;
            for (const std::uint32_t n : beside[v]) {
                const float there = so_far + glm::distance(places[v], places[n]);
                if (there < distance[n]) queue.emplace(distance[n] = there, n);
            }
        }
        return distance;
    }

    std::vector<Vec3> places;
    std::vector<float> areas;
    std::vector<std::vector<std::uint32_t>> beside;
};

std::size_t farthest(const std::vector<float>& distance) {
    std::size_t best = none;
    for (std::size_t v = 0; v < distance.size(); ++v)
        if (distance[v] < far && (best == none || distance[v] > distance[best])) best = v;
    return best;
}

// A ring of a band.
struct Section {
    Vec3 middle{0};
    float area = 0;
    float radius = 0;
    std::vector<std::size_t> vertices;
    std::size_t before = none;  // the section towards the end where the bands begin
    float way = 0;              // from there
    bool taken = false;
};

// The rings that a piece of the web is cut into, those nearer to its end first.
std::vector<Section> sections_of(const Web& web, const std::vector<float>& distance, float band_mm) {
    const auto band = [&](std::size_t v) { return static_cast<int>(distance[v] / band_mm); };
    std::vector<std::size_t> order;
    for (std::size_t v = 0; v < distance.size(); ++v)
        if (distance[v] < far) order.push_back(v);
    std::ranges::stable_sort(order, {}, band);
    std::vector<std::size_t> section_of(distance.size(), none);
    std::vector<Section> sections;
    for (const std::size_t seed : order) {
        if (section_of[seed] != none) continue;
        Section section;
        std::map<std::size_t, int> links;
        std::vector<std::size_t> open{seed};
        section_of[seed] = sections.size();
        while (!open.empty()) {
            const std::size_t v = open.back();
            open.pop_back();
            section.vertices.push_back(v);
            for (const std::uint32_t n : web.beside[v]) {
                if (band(n) + 1 == band(seed) && section_of[n] != none) ++links[section_of[n]];
                if (section_of[n] != none || band(n) != band(seed)) continue;
                section_of[n] = sections.size();
                open.push_back(n);
            }
        }
        for (const std::size_t v : section.vertices) {
            section.middle += web.areas[v] * web.places[v];
            section.area += web.areas[v];
        }
        section.middle /= std::max(section.area, 1e-9F);
        for (const std::size_t v : section.vertices)
            section.radius += web.areas[v] * glm::distance(web.places[v], section.middle);
        section.radius /= std::max(section.area, 1e-9F);
        int most = 0;
        for (const auto& [before, count] : links)
            if (count > most) {
                most = count;
                section.before = before;
            }
        if (section.before != none)
            section.way =
                sections[section.before].way + glm::distance(section.middle, sections[section.before].middle);
        sections.push_back(std::move(section));
    }
    return sections;
}

// How far a section lies from the nearest one taken on the way to its end.
float free_way(const std::vector<Section>& sections, std::size_t of) {
    std::size_t s = of;
    while (s != none && !sections[s].taken) s = sections[s].before;
    return sections[of].way - (s == none ? 0 : sections[s].way);
}

TubeBranch take_branch(std::vector<Section>& sections, std::size_t tip, const Web& web) {
    TubeBranch branch;
    std::vector<std::size_t> path;
    std::size_t s = tip;
    for (; s != none && !sections[s].taken; s = sections[s].before) path.push_back(s);
    if (s != none) {
        branch.off_another = true;
        branch.middles.push_back(sections[s].middle);
        branch.radii.push_back(sections[path.back()].radius);
    }
    std::ranges::reverse(path);
    for (const std::size_t at : path) {
        Section& section = sections[at];
        section.taken = true;
        branch.middles.push_back(section.middle);
        branch.radii.push_back(section.radius);
        for (const std::size_t v : section.vertices) {
            branch.surface.push_back(web.places[v]);
            branch.areas.push_back(web.areas[v]);
        }
    }
    return branch;
}

void add_branches(const Web& web, const std::vector<float>& distance, float band_mm,
                  std::vector<TubeBranch>& branches) {
    constexpr float least_mm = 4;
    std::vector<Section> sections = sections_of(web, distance, band_mm);
    for (bool first = true;; first = false) {
        std::size_t tip = none;
        float longest = 0;
        for (std::size_t s = 0; s < sections.size(); ++s)
            if (const float way = sections[s].taken ? 0 : free_way(sections, s); way > longest) {
                longest = way;
                tip = s;
            }
        if (tip == none) return;
        std::size_t foot = tip;
        while (foot != none && !sections[foot].taken) foot = sections[foot].before;
        const float inside = foot == none ? 0 : sections[foot].radius;
        if (!first && longest - inside < std::max(least_mm, 2 * sections[tip].radius)) return;
        branches.push_back(take_branch(sections, tip, web));
    }
}

}  // namespace

std::vector<TubeBranch> tube_branches(const Mesh& mesh) {
    std::vector<TubeBranch> branches;
    const float area_mm2 = 100 * area_cm2(mesh);
    if (area_mm2 <= 0) return branches;
    // Of a long tube, whose volume is half its radius times its side.
    const float radius_mm = 2000 * std::abs(volume_ml(mesh)) / area_mm2;
    const float band_mm = std::clamp(1.2F * radius_mm, 1.2F, 6.0F);
    const Web web(mesh, 0.6F * band_mm);
    std::vector<bool> done(web.places.size(), false);
    for (std::size_t v = 0; v < web.places.size(); ++v) {
        if (done[v]) continue;
        const std::vector<float> first = web.distances(v);
        float piece = 0;
        for (std::size_t n = 0; n < first.size(); ++n)
            if (first[n] < far) {
                done[n] = true;
                piece += web.areas[n];
            }
        constexpr float least_share = 0.02F;
        if (piece < least_share * area_mm2) continue;
        add_branches(web, web.distances(farthest(first)), band_mm, branches);
    }
    return branches;
}

}  // namespace myomap
