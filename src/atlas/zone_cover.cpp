#include "atlas/zone_cover.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace myomap {
namespace {

// What the measure needs to know of each entry of the field.
struct EntryKind {
    std::string_view whole;  // of a part; else empty
    bool divided = false;    // has parts
    bool felt_inside = false;
};

std::vector<EntryKind> kinds_of(const std::vector<Zone>& zones, const ZoneField& field) {
    std::map<std::string_view, EntryKind> of_zone;
    std::set<std::string_view> divided;
    for (const Zone& zone : zones) {
        of_zone[zone.id] = {zone.whole, false, zone.felt_inside};
        if (!zone.whole.empty()) divided.insert(zone.whole);
    }
    std::vector<EntryKind> kinds;
    for (const ZoneField::Entry& entry : field.entries()) {
        EntryKind kind = of_zone[entry.zone];
        kind.divided = divided.contains(entry.zone);
        kinds.push_back(kind);
    }
    return kinds;
}

class CoverMeter {
public:
    CoverMeter(const std::vector<Zone>& zones, const ZoneField& field, const SkinGround& ground)
        : field_(field), ground_(ground), skin_(ground.body().skin), kinds_(kinds_of(zones, field)) {}

    ZoneCover measure() {
        add_up();
        for (std::uint32_t v = 0; v < skin_.segment.size(); ++v) count(v);
        tell_gaps();
        tell_overlaps(pair_cm2_, cover_.overlaps);
        tell_overlaps(inside_cm2_, cover_.felt_inside);
        tell_unevens();
        return std::move(cover_);
    }

private:
    using Pair = std::pair<std::uint32_t, std::uint32_t>;  // entries, the first one smaller
    using Areas = std::map<Pair, float>;
    static constexpr std::uint32_t covered = 0xFFFFFFFF, bare = 0xFFFFFFFE;

    float cm2_of(std::uint32_t vertex) const { return skin_.vertex_area_mm2[vertex] / 100; }

    // Zones that are the whole or a part of one another count as one, so parts meet only their own siblings.
    bool meet(std::uint32_t a, std::uint32_t b) const { return kinds_[a].whole == kinds_[b].whole; }

    void count(std::uint32_t v) {
        const float area = cm2_of(v);
        const auto here = field_.entries_at(v);
        cover_.skin_cm2 += area;
        bool over = false, inside = false;
        for (std::size_t i = 0; i < here.size(); ++i)
            for (std::size_t k = i + 1; k < here.size(); ++k) {
                if (!meet(here[i], here[k])) continue;
                const bool intended = kinds_[here[i]].felt_inside || kinds_[here[k]].felt_inside;
                (intended ? inside_cm2_ : pair_cm2_)[{here[i], here[k]}] += area;
                (intended ? inside : over) = true;
            }
        if (over) cover_.overlap_cm2 += area;
        if (inside) cover_.felt_inside_cm2 += area;
        gap_of_.push_back(lack_at(v));
        if (gap_of_.back() != covered) cover_.gap_cm2 += area;
    }

    // Sums of densities: of whole zones at each vertex, and of the parts of each divided zone there.
    void add_up() {
        whole_sum_.assign(skin_.segment.size(), 0);
        for (std::size_t e = 0; e < kinds_.size(); ++e) {
            const SkinDensity& density = field_.entries()[e].density;
            std::vector<float>& sum =
                kinds_[e].whole.empty() ? whole_sum_ : part_sum_[{kinds_[e].whole, field_.entries()[e].side}];
            sum.resize(skin_.segment.size(), 0);
            for (std::size_t i = 0; i < density.vertex.size(); ++i)
                sum[density.vertex[i]] += density.value[i];
        }
    }

    // `covered`, `bare`, or the divided entry whose parts all lack the vertex. Three zones that meet add up
    // to one where none passes one half; that is no gap.
    std::uint32_t lack_at(std::uint32_t v) const {
        constexpr float filled = 0.9F;
        const auto here = field_.entries_at(v);
        if (here.empty()) return whole_sum_[v] < filled ? bare : covered;
        for (const std::uint32_t e : here) {
            if (!kinds_[e].divided) continue;
            const ZoneField::Entry& entry = field_.entries()[e];
            const bool in_part = std::ranges::any_of(
                here, [&](std::uint32_t part) { return kinds_[part].whole == entry.zone; });
            if (!in_part && part_sum_.at({entry.zone, entry.side})[v] < filled * whole_sum_[v]) return e;
        }
        return covered;
    }

    void tell_gaps() {
        std::vector<std::uint32_t> piece;
        for (std::uint32_t start = 0; start < gap_of_.size(); ++start) {
            const std::uint32_t lack = gap_of_[start];
            if (lack == covered) continue;
            piece.assign(1, start);
            gap_of_[start] = covered;
            for (std::size_t i = 0; i < piece.size(); ++i)
                for (const std::uint32_t n : ground_.neighbours().of(piece[i])) {
                    if (gap_of_[n] != lack) continue;
                    gap_of_[n] = covered;
                    piece.push_back(n);
                }
            cover_.gaps.push_back(gap_of(piece));
            if (lack != bare) cover_.gaps.back().zone = field_.entries()[lack].zone;
        }
        std::ranges::sort(cover_.gaps, std::greater<>(), &ZoneCover::Gap::area_cm2);
    }

    ZoneCover::Gap gap_of(const std::vector<std::uint32_t>& piece) const {
        std::map<std::uint8_t, float> of_segment;
        ZoneCover::Gap gap;
        for (const std::uint32_t v : piece) {
            gap.area_cm2 += cm2_of(v);
            of_segment[skin_.segment[v]] += cm2_of(v);
        }
        const std::uint8_t most =
            std::ranges::max_element(of_segment, {}, [](const auto& entry) { return entry.second; })->first;
        Vec3 middle(0);
        for (const std::uint32_t v : piece)
            if (skin_.segment[v] == most) middle += skin_.mesh.positions[v] * (cm2_of(v) / of_segment[most]);
        const SegmentFrame& frame = skin_.segments[most];
        const Vec2 at = frame.coordinates_of(middle);
        gap.segment = frame.id;
        gap.side = frame.side;
        gap.t = at.x;
        gap.azimuth_deg = at.y;
        if (frame.side == Side::Midline) {
            gap.side = at.y < 0 ? Side::Right : Side::Left;
            gap.azimuth_deg = std::abs(at.y);
        }
        return gap;
    }

    void tell_overlaps(const Areas& areas_cm2, std::vector<ZoneCover::Overlap>& overlaps) const {
        for (const auto& [pair, cm2] : areas_cm2) {
            const ZoneField::Entry& a = field_.entries()[pair.first];
            const ZoneField::Entry& b = field_.entries()[pair.second];
            overlaps.push_back({cm2, a.zone, b.zone, a.side, b.side});
        }
        std::ranges::sort(overlaps, std::greater<>(), &ZoneCover::Overlap::area_cm2);
    }

    void tell_unevens() {
        std::map<std::string_view, std::pair<float, float>> sides;
        for (const ZoneField::Entry& entry : field_.entries()) {
            if (entry.side == Side::Left) sides[entry.zone].first = entry.area_cm2;
            if (entry.side == Side::Right) sides[entry.zone].second = entry.area_cm2;
        }
        for (const auto& [zone, area] : sides) {
            const auto [left, right] = area;
            const float larger = std::max(left, right);
            cover_.unevens.push_back(
                {std::string(zone), left, right, larger > 0 ? std::abs(left - right) / larger : 0});
        }
        std::ranges::sort(cover_.unevens, std::greater<>(), &ZoneCover::Uneven::share);
    }

    const ZoneField& field_;
    const SkinGround& ground_;
    const Skin& skin_;
    std::vector<EntryKind> kinds_;
    std::vector<std::uint32_t> gap_of_;  // one a vertex: what lack_at says
    std::vector<float> whole_sum_;
    std::map<std::pair<std::string_view, Side>, std::vector<float>> part_sum_;
    Areas pair_cm2_, inside_cm2_;
    ZoneCover cover_;
};

}  // namespace

ZoneCover measure_cover(const std::vector<Zone>& zones, const ZoneField& field, const SkinGround& ground) {
    return CoverMeter(zones, field, ground).measure();
}

}  // namespace myomap
