#pragma once
#include <future>
#include <span>
#include <vector>

#include "body/skin.h"
#include "render/gl_handles.h"
#include "render/part_geometry.h"
#include "render/vertex_formats.h"
#include "scene/paint.h"

namespace myomap {

// The skin on the card, with the densities of the map that is shown.
class SkinGeometry {
public:
    explicit SkinGeometry(const Skin& skin);  // the skin must outlive it

    void bind() const;
    void draw() const;          // all of it
    void draw_painted() const;  // the triangles that a map is seen on
    void draw_plain() const;    // the others

    // All of it with a third of the triangles, for a moving camera; the painted ones belong over it in full,
    // lifted by twice `coarse_error_m`, since the coarse sheet lies as much above or below. It is made on
    // another thread, from the first call on; until it is there, draw_plain stands in.
    void draw_coarse();
    static constexpr float coarse_error_m = 0.002F;
    bool has_painted() const { return painted_count_ > 0; }

    // Sent to the card only where it differs from the last; each may be empty for no density, or no colours,
    // at all.
    void show_maps(std::span<const float> essential, std::span<const float> spillover,
                   std::span<const Rgb> paint);

    const Box& box() const { return box_; }
    bool empty() const { return triangles_.empty(); }

private:
    struct Maps {
        std::vector<float> essential, spillover;
        std::vector<Rgb> paint;
    };
    void sort_painted_first(std::span<const PainVertex> shown);

    GlVertexArray vertex_array_;
    GlBuffer vertices_, pain_, indices_;
    const Mesh* mesh_;
    std::future<std::vector<std::uint32_t>> coarse_triangles_;
    GlBuffer coarse_;
    std::size_t coarse_count_ = 0;
    std::vector<std::uint32_t> triangles_;  // corners, in the mesh's order
    std::size_t painted_count_ = 0;  // of the indices on the card, which begin with the painted triangles
    Box box_;
    Maps maps_;  // on the card
};

}  // namespace myomap
