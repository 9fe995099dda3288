#pragma once
#include <tiny_gltf.h>

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/vec.h"
#include "body/glb_packing.h"

namespace myomap {

// The shortest decimal that reads back as the same float: half of the digits that the float has as a double.
double short_decimal(float value);

// The binary part of a GLB being written. Accessors of one kind within a section share a buffer view, so that
// a body of a thousand parts has a dozen views; a section is laid out when it is closed. With a grid it is
// packed: places are whole steps of it, and the views stand in a second buffer that is not written.
class GlbBuffer {
public:
    GlbBuffer(tinygltf::Model& model, const std::optional<PlaceGrid>& grid);

    // Each gives the accessor's index.
    int add_positions(std::span<const Vec3> values);  // with bounds, as glTF demands of POSITION
    int add_normals(std::span<const Vec3> values);
    int add_vectors(std::span<const Vec3> values);
    int add_shares(std::span<const Vec3> values);  // 0 … 1 each, in 16 bits
    int add_pairs(std::span<const Vec2> values);
    int add_scalars(std::span<const float> values);
    int add_indices(std::span<const std::uint32_t> indices,
                    std::size_t vertex_count);          // 16 bits where they do
    int add_first_of(int accessor, std::size_t count);  // of values that are there already
    int add_first_positions(int accessor, std::span<const Vec3> first);

    void close_section();
    std::size_t size() const { return bytes_.size(); }  // of the closed sections
    std::size_t unpacked_size() const { return unpacked_bytes_; }
    std::vector<unsigned char> take() { return std::move(bytes_); }

private:
    struct Stream {
        std::vector<unsigned char> bytes;
        std::vector<int> accessors;
        std::size_t stride = 0;  // 0 for indices
        int target = 0;
        ViewFilter filter = ViewFilter::None;
    };
    int add(Stream& stream, std::span<const unsigned char> bytes, std::size_t count, int type, int component);
    void close(Stream& stream);
    void pack(const Stream& stream, tinygltf::BufferView& view);
    void set_bounds(int accessor, std::span<const Vec3> values);
    Vec3 in_steps(const Vec3& place) const;
    std::array<Stream*, 8> streams();

    tinygltf::Model& model_;
    std::optional<PlaceGrid> grid_;
    std::vector<unsigned char> bytes_;
    std::size_t unpacked_bytes_ = 0;
    Stream positions_{{}, {}, sizeof(Vec3), TINYGLTF_TARGET_ARRAY_BUFFER};
    Stream normals_{{}, {}, sizeof(Vec3), TINYGLTF_TARGET_ARRAY_BUFFER};
    Stream vectors_{{}, {}, sizeof(Vec3), TINYGLTF_TARGET_ARRAY_BUFFER};
    Stream shares_{{}, {}, 4 * sizeof(std::uint16_t), TINYGLTF_TARGET_ARRAY_BUFFER};
    Stream pairs_{{}, {}, sizeof(Vec2), TINYGLTF_TARGET_ARRAY_BUFFER};
    Stream scalars_{{}, {}, sizeof(float), TINYGLTF_TARGET_ARRAY_BUFFER};
    Stream short_indices_{{}, {}, 0, TINYGLTF_TARGET_ELEMENT_ARRAY_BUFFER};
    Stream long_indices_{{}, {}, 0, TINYGLTF_TARGET_ELEMENT_ARRAY_BUFFER};
};

}  // namespace myomap
