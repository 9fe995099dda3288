#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "atlas/felt_pain.h"
#include "atlas/pain_map.h"

namespace myomap {

// What speaks for one point as the source of a pain. Shares of 0 … 1.
struct Candidate {
    const TriggerPoint* point = nullptr;
    Side side = Side::Left;
    float score = 0;
    float essential = 0;  // of the pain, explained by what nearly everyone with the point feels
    float spillover = 0;  // of the pain, explained beyond that by what some feel
    float unfelt = 0;     // of what the point predicts, not painted
    float likely = 1;     // how well the catalog knows the muscle as a source

    float explained() const { return essential + spillover; }
};

// What the lookup takes of one point on one side.
struct LookupMap {
    const TriggerPoint* point = nullptr;
    Side side = Side::Left;
    PainMap map;
    SkinDensity inside;  // what of the map refers to zones that are felt inside
    float likely = 1;
};

// All points of a catalog on one body, ready to be held against a painted pain: which of them explains it
// best.
//
// Every vertex v of the skin counts with a weight w = its area / √(area of the smallest zone round it): so a
// zone as a whole counts with the root of its size, small ones (teeth, a finger) are not drowned by a back,
// and the same zone counts alike on bodies of other proportions. Pain is p (0 … 1) and g (strength, 0 … 1);
// of a point the map says essential e and, beyond it, spillover s.
//
//     pain     P = Σ w·g·p
//     hits     H = Σ w·g·p·(e + 0.55·s)
//     unfelt   U = ḡ·Σ w·(1 − p)·(e + s/5) what is predicted but not painted, ḡ the mean strength
//     fit        = H / (H + (P − H) + U/4)
//     score      = fit · (¾ + ¼·likely)
//
// Essential pain is felt by nearly everyone with the point, spillover by some: the catalog's definition of
// both. The fit is Tversky's contrast of two sets of features (A. Tversky, "Features of similarity",
// Psychological Review 84, 1977), with the patient's pain weighing four times what is missing of the map,
// since a patient seldom has all of it. The weights 0.55, 1/5 and ¼ are ours, chosen by bench_lookup. Where
// deep pain is painted over a zone that is felt inside (teeth, eye, ear, throat …), maps of the skin alone
// explain half of it. A map on the other side than its point counts in full where the catalog says that pain
// crosses (`felt`), and by half where it only comes of a zone that lies over the midline.
class PainLookup {
public:
    PainLookup() = default;
    PainLookup(const Catalog& catalog, const SkinGround& ground, const ZoneField& zones);
    // `weight` and `inside` (whether a zone that is felt inside lies there) have one entry a vertex.
    PainLookup(const std::vector<LookupMap>& maps, std::vector<float> weight, std::vector<char> inside);

    // Those that explain anything, best first; equals in the catalog's order.
    std::vector<Candidate> rank(const FeltPain& pain) const;

    // How much of the pain several points explain together: at each vertex the best of them, as `rank` counts
    // essential and spillover. No score.
    Candidate together(const FeltPain& pain, std::span<const std::uint32_t> sources) const;

    // The fewest points that explain what all together can, found greedily: each next one adds most, until
    // one would add less than `least_gain`. Gains are shares of the pain, weighed as in `fit`.
    struct Cover {
        std::uint32_t source = 0;
        float gain = 0;
        float explained = 0;  // with all before it
    };
    static constexpr float least_gain = 0.05F;
    std::vector<Cover> smallest_cover(const FeltPain& pain, std::size_t most = 6) const;

    // Points on sides, in the catalog's order; what `together` and covers speak of.
    struct Source {
        const TriggerPoint* point = nullptr;
        Side side = Side::Left;
        float likely = 1;
        float predicted = 0;  // Σ w·(e + s/5)
    };
    const std::vector<Source>& sources() const { return sources_; }
    int source_index(const TriggerPoint* point, Side side) const;  // −1 where unknown
    float weight(std::uint32_t vertex) const { return weight_[vertex]; }

private:
    struct Entry {
        std::uint16_t source;
        std::uint8_t essential, beyond;  // e and s, 0 … 255
        bool inside;
    };
    std::span<const Entry> at(std::uint32_t vertex) const {
        return {entries_.data() + first_[vertex], entries_.data() + first_[vertex + 1]};
    }
    float hit(const Entry& entry, bool deep_inside) const;

    std::vector<Source> sources_;
    std::vector<float> weight_;
    std::vector<char> inside_;
    std::vector<std::uint32_t> first_;
    std::vector<Entry> entries_;
};

// The catalog's word on a muscle: by 0.7 how sure it is of it (high confidence 1, medium 0.8, low 0.6), and
// by 0.3 how common a source it is in the conditions whose typical zones are those of the point's essential
// pain: 1 for the first of `common_muscles`, less for each after it, 0 where none names it.
float likely_source(const TriggerPoint& point, const Catalog& catalog);

}  // namespace myomap
