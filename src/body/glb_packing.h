#pragma once
#include <tiny_gltf.h>

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/vec.h"

namespace myomap {

// Buffer views packed as EXT_meshopt_compression has it, a third of their size, and the whole numbers of
// KHR_mesh_quantization, which pack well. tinygltf knows neither.
// https://github.com/KhronosGroup/glTF/blob/main/extensions/2.0/Vendor/EXT_meshopt_compression/README.md

// Places as whole steps from an origin; a body's fit into 16 bits.
struct PlaceGrid {
    Vec3 origin{0};
    float step_m = 1;
};
PlaceGrid grid_over(const Box& box);  // no step finer than 0.03 mm, which no eye tells apart

enum class ViewFilter { None, Octahedral, Exponential };

struct PackedView {
    std::vector<unsigned char> bytes;
    std::size_t count = 0;
    std::size_t stride = 0;
    bool triangles = false;
    ViewFilter filter = ViewFilter::None;
};

// Unit vectors as the octahedral filter takes them: four numbers of 16 bits each.
std::vector<std::uint16_t> octahedral(std::span<const Vec3> normals);
// Floats of 18 bits that share an exponent a vector, as the exponential filter takes them.
std::vector<std::uint32_t> exponential(std::span<const Vec3> vectors);

PackedView pack_elements(std::span<const unsigned char> elements, std::size_t stride, ViewFilter filter);
PackedView pack_indices(std::span<const unsigned char> indices, std::size_t index_bytes);

// What tells a reader how to unpack a view whose bytes lie at an offset of buffer 0.
tinygltf::Value packing_of(const PackedView& view, std::size_t offset);
// tinygltf writes no extensions of views and knows no buffer without bytes: both are put into the GLB that it
// wrote, where it has the former as extras. The views' unpacked bytes are in that second buffer.
std::string with_unpacked_buffer(const std::string& glb, std::size_t unpacked_bytes);

// A buffer for the unpacked views of the bytes that are there, in the model's second buffer; what is wrong
// with them, or nothing.
std::optional<std::string> unpack_views(tinygltf::Model& model, std::size_t unpacked_bytes);

}  // namespace myomap
