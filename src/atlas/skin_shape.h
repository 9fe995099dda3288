#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "body/body.h"
#include "body/neighbours.h"
#include "catalog/zone.h"

namespace myomap {

// How deep each vertex of the skin lies within a shape, in softnesses: 1 and more where its density is full,
// 0 on the drawn edge, −1 and less where there is none. Vertices that are not named are outside. Indices
// rise.
struct SkinReach {
    std::vector<std::uint32_t> vertex;
    std::vector<float> depth;
};

SkinReach united(const SkinReach& a, const SkinReach& b);
SkinReach without(const SkinReach& a, const SkinReach& hole);

// The skin of a body as shapes are drawn on it. Keeps a reference to the body.
class SkinGround {
public:
    explicit SkinGround(const Body& body);

    // The shape on one side of the body; of a midline zone the shape on both. Nothing where the body lacks
    // its segment or landmarks.
    SkinReach reach(const SkinPatch& patch, Side side) const;
    SkinReach reach(const SkinDisc& disc, Side side) const;
    SkinReach reach(const SkinBand& band, Side side) const;

    const Body& body() const { return *body_; }
    const Neighbours& neighbours() const { return neighbours_; }

    // For drawing other shapes. A frame is the index of one of the skin's segments.
    std::vector<std::size_t> frames_of(const std::string& segment, Side side) const;  // midline ones too
    std::vector<std::size_t> frames_on(Side side) const;
    std::span<const std::uint32_t> vertices_of(std::size_t frame) const { return vertices_of_[frame]; }
    float radius_mm(std::uint32_t vertex) const { return radius_mm_[vertex]; }  // from its segment's axis

private:
    struct Spot {
        Vec3 position;
        Vec3 normal;
    };
    template <class DepthMm>
    SkinReach measure(std::vector<std::size_t> frames, const DepthMm& depth_mm) const;
    std::vector<std::size_t> frames_of(const std::vector<std::string>& segments, Side side) const;
    std::vector<Spot> spots_of(std::span<const std::string> landmarks, Side side,
                               const std::vector<std::size_t>& frames) const;
    Spot on_skin(const Vec3& place, const std::vector<std::size_t>& frames) const;
    float past_midline_mm(std::uint32_t vertex, Side side) const;
    SkinReach band_on_side(const SkinBand& band, Side side) const;

    const Body* body_;
    Neighbours neighbours_;
    std::vector<std::vector<std::uint32_t>> vertices_of_;  // of each segment
    std::vector<float> radius_mm_;                         // one a vertex
};

}  // namespace myomap
