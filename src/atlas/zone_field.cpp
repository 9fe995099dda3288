#include "atlas/zone_field.h"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <map>
#include <numeric>

namespace myomap {
namespace {

constexpr float half = 0.5F;

struct ZoneOnSide {
    const Zone* zone;
    Side side;
};

std::vector<ZoneOnSide> on_sides(const std::vector<Zone>& zones) {
    std::vector<ZoneOnSide> all;
    for (const Zone& zone : zones) {
        if (zone.midline)
            all.push_back({&zone, Side::Midline});
        else
            for (const Side side : {Side::Left, Side::Right}) all.push_back({&zone, side});
    }
    return all;
}

SkinReach drawn(const ZoneOnSide& which, const SkinGround& ground) {
    SkinReach reach;
    const auto add = [&](const auto& shapes) {
        for (const auto& shape : shapes) reach = united(reach, ground.reach(shape, which.side));
    };
    add(which.zone->patches);
    add(which.zone->discs);
    add(which.zone->bands);
    return reach;
}

// Takes from each zone the skin of those that it gives way to. Zones may give way in turn, but not in a ring:
// where they do, the ring is cut where it was entered.
class Exceptions {
public:
    Exceptions(const std::vector<ZoneOnSide>& zones, std::vector<SkinReach>& reaches)
        : zones_(zones), reaches_(reaches), done_(zones.size(), false) {
        for (std::size_t i = 0; i < zones.size(); ++i) places_[zones[i].zone->id].push_back(i);
    }

    void apply() {
        for (std::size_t i = 0; i < zones_.size(); ++i) finish(i);
    }

private:
    void finish(std::size_t i) {
        if (done_[i]) return;
        done_[i] = true;
        for (const std::string& id : zones_[i].zone->except) {
            const auto found = places_.find(id);
            if (found == places_.end()) continue;
            for (const std::size_t other : found->second) {
                const Side side = zones_[other].side;
                if (zones_[i].side != Side::Midline && side != Side::Midline && side != zones_[i].side)
                    continue;
                finish(other);
                reaches_[i] = without(reaches_[i], reaches_[other]);
            }
        }
    }

    const std::vector<ZoneOnSide>& zones_;
    std::vector<SkinReach>& reaches_;
    std::vector<bool> done_;
    std::map<std::string, std::vector<std::size_t>> places_;
};

float area_above_half_cm2(const SkinDensity& density, const Skin& skin) {
    float sum_mm2 = 0;
    for (std::size_t i = 0; i < density.vertex.size(); ++i)
        if (density.value[i] >= half) sum_mm2 += skin.vertex_area_mm2[density.vertex[i]];
    return sum_mm2 / 100;
}

}  // namespace

ZoneField::ZoneField(const Catalog& catalog, const Body& body)
    : ZoneField(catalog.zones(), SkinGround(body)) {}

ZoneField::ZoneField(const std::vector<Zone>& zones, const SkinGround& ground) {
    const Body& body = ground.body();
    const std::vector<ZoneOnSide> all = on_sides(zones);
    const std::size_t vertex_count = body.skin.segment.size();
    std::vector<SkinReach> reaches(all.size());
    tbb::parallel_for(std::size_t{0}, all.size(), [&](std::size_t i) { reaches[i] = drawn(all[i], ground); });
    Exceptions(all, reaches).apply();

    entries_.resize(all.size());
    tbb::enumerable_thread_specific<ReachSoftener> softeners(vertex_count);
    tbb::parallel_for(std::size_t{0}, all.size(), [&](std::size_t i) {
        SkinDensity density = softeners.local().soften(reaches[i], ground.neighbours());
        const float area_cm2 = area_above_half_cm2(density, body.skin);
        entries_[i] = {all[i].zone->id, all[i].side, std::move(density), area_cm2};
    });
    by_name_.resize(entries_.size());
    std::iota(by_name_.begin(), by_name_.end(), 0U);
    std::ranges::sort(by_name_, [&](std::uint32_t a, std::uint32_t b) {
        return std::pair(std::string_view(entries_[a].zone), entries_[a].side) <
               std::pair(std::string_view(entries_[b].zone), entries_[b].side);
    });
    index_vertices(vertex_count);
}

void ZoneField::index_vertices(std::size_t vertex_count) {
    first_at_.assign(vertex_count + 1, 0);
    const auto each = [&](const auto& action) {
        for (std::uint32_t e = 0; e < entries_.size(); ++e)
            for (std::size_t i = 0; i < entries_[e].density.vertex.size(); ++i)
                if (entries_[e].density.value[i] >= half) action(entries_[e].density.vertex[i], e);
    };
    each([&](std::uint32_t v, std::uint32_t) { ++first_at_[v + 1]; });
    std::partial_sum(first_at_.begin(), first_at_.end(), first_at_.begin());
    entry_at_.resize(first_at_.back());
    std::vector<std::uint32_t> fill(first_at_.begin(), first_at_.end() - 1);
    each([&](std::uint32_t v, std::uint32_t e) { entry_at_[fill[v]++] = e; });
}

const SkinDensity& ZoneField::density(std::string_view zone, Side side) const {
    static const SkinDensity none;
    const auto found = std::ranges::lower_bound(
        by_name_, zone, {}, [&](std::uint32_t e) { return std::string_view(entries_[e].zone); });
    for (auto at = found; at != by_name_.end() && entries_[*at].zone == zone; ++at)
        if (entries_[*at].side == side || entries_[*at].side == Side::Midline) return entries_[*at].density;
    return none;
}

std::span<const std::uint32_t> ZoneField::entries_at(std::uint32_t vertex) const {
    return {entry_at_.data() + first_at_[vertex], entry_at_.data() + first_at_[vertex + 1]};
}

}  // namespace myomap
