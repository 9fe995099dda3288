#include "body/glb_buffer.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace myomap {

namespace {

template <class T>
std::span<const unsigned char> bytes_of(std::span<const T> values) {
    return {reinterpret_cast<const unsigned char*>(values.data()), values.size_bytes()};
}

}  // namespace

double short_decimal(float value) {
    char digits[32];
    std::snprintf(digits, sizeof digits, "%.9g", static_cast<double>(value));
    return std::strtod(digits, nullptr);
}

GlbBuffer::GlbBuffer(tinygltf::Model& model, const std::optional<PlaceGrid>& grid)
    : model_(model), grid_(grid) {
    if (!grid_) return;
    positions_.stride = normals_.stride = 4 * sizeof(std::uint16_t);
    normals_.filter = ViewFilter::Octahedral;
    vectors_.filter = ViewFilter::Exponential;
}

int GlbBuffer::add(Stream& stream, std::span<const unsigned char> bytes, std::size_t count, int type,
                   int component) {
    tinygltf::Accessor accessor;
    accessor.byteOffset = stream.bytes.size();
    accessor.componentType = component;
    accessor.type = type;
    accessor.count = count;
    stream.bytes.insert(stream.bytes.end(), bytes.begin(), bytes.end());
    const int index = static_cast<int>(model_.accessors.size());
    stream.accessors.push_back(index);
    model_.accessors.push_back(std::move(accessor));
    return index;
}

int GlbBuffer::add_positions(std::span<const Vec3> values) {
    int index = 0;
    if (grid_) {
        std::vector<std::uint16_t> steps;
        steps.reserve(4 * values.size());
        for (const Vec3& value : values) {
            const Vec3 at = in_steps(value);
            for (int axis = 0; axis < 3; ++axis) steps.push_back(static_cast<std::uint16_t>(at[axis]));
            steps.push_back(0);  // every element begins at a multiple of four
        }
        index = add(positions_, bytes_of(std::span<const std::uint16_t>(steps)), values.size(),
                    TINYGLTF_TYPE_VEC3, TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT);
    } else {
        index = add(positions_, bytes_of(values), values.size(), TINYGLTF_TYPE_VEC3,
                    TINYGLTF_COMPONENT_TYPE_FLOAT);
    }
    set_bounds(index, values);
    return index;
}

Vec3 GlbBuffer::in_steps(const Vec3& place) const {
    return grid_ ? glm::clamp(glm::round((place - grid_->origin) / grid_->step_m), 0.0F, 65'535.0F) : place;
}

void GlbBuffer::set_bounds(int accessor, std::span<const Vec3> values) {
    Box box;
    for (const Vec3& p : values) box.add(in_steps(p));
    tinygltf::Accessor& bounded = model_.accessors[static_cast<std::size_t>(accessor)];
    bounded.minValues = {};
    bounded.maxValues = {};
    for (int axis = 0; axis < 3; ++axis) {
        bounded.minValues.push_back(short_decimal(box.min[axis]));
        bounded.maxValues.push_back(short_decimal(box.max[axis]));
    }
}

int GlbBuffer::add_shares(std::span<const Vec3> values) {
    std::vector<std::uint16_t> shares;
    shares.reserve(4 * values.size());
    for (const Vec3& value : values) {
        for (int axis = 0; axis < 3; ++axis)
            shares.push_back(
                static_cast<std::uint16_t>(std::lround(std::clamp(value[axis], 0.0F, 1.0F) * 65535)));
        shares.push_back(0);  // every element begins at a multiple of four
    }
    const int index = add(shares_, bytes_of(std::span<const std::uint16_t>(shares)), values.size(),
                          TINYGLTF_TYPE_VEC3, TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT);
    model_.accessors[static_cast<std::size_t>(index)].normalized = true;
    return index;
}

int GlbBuffer::add_first_of(int accessor, std::size_t count) {
    const auto index = static_cast<int>(model_.accessors.size());
    tinygltf::Accessor first = model_.accessors[static_cast<std::size_t>(accessor)];
    first.count = count;
    for (Stream* stream : streams())  // where its section is not closed yet
        if (std::ranges::find(stream->accessors, accessor) != stream->accessors.end())
            stream->accessors.push_back(index);
    model_.accessors.push_back(std::move(first));
    return index;
}

int GlbBuffer::add_first_positions(int accessor, std::span<const Vec3> first) {
    const int index = add_first_of(accessor, first.size());
    set_bounds(index, first);
    return index;
}

int GlbBuffer::add_normals(std::span<const Vec3> values) {
    if (!grid_)
        return add(normals_, bytes_of(values), values.size(), TINYGLTF_TYPE_VEC3,
                   TINYGLTF_COMPONENT_TYPE_FLOAT);
    const std::vector<std::uint16_t> folded = octahedral(values);
    const int index = add(normals_, bytes_of(std::span<const std::uint16_t>(folded)), values.size(),
                          TINYGLTF_TYPE_VEC3, TINYGLTF_COMPONENT_TYPE_SHORT);
    model_.accessors[static_cast<std::size_t>(index)].normalized = true;
    return index;
}

int GlbBuffer::add_vectors(std::span<const Vec3> values) {
    const std::vector<std::uint32_t> filtered = grid_ ? exponential(values) : std::vector<std::uint32_t>{};
    return add(vectors_, grid_ ? bytes_of(std::span<const std::uint32_t>(filtered)) : bytes_of(values),
               values.size(), TINYGLTF_TYPE_VEC3, TINYGLTF_COMPONENT_TYPE_FLOAT);
}

int GlbBuffer::add_pairs(std::span<const Vec2> values) {
    return add(pairs_, bytes_of(values), values.size(), TINYGLTF_TYPE_VEC2, TINYGLTF_COMPONENT_TYPE_FLOAT);
}

int GlbBuffer::add_scalars(std::span<const float> values) {
    return add(scalars_, bytes_of(values), values.size(), TINYGLTF_TYPE_SCALAR,
               TINYGLTF_COMPONENT_TYPE_FLOAT);
}

int GlbBuffer::add_indices(std::span<const std::uint32_t> indices, std::size_t vertex_count) {
    if (vertex_count > 0xFFFF)  // the greatest 16-bit index is not allowed either: it restarts primitives
        return add(long_indices_, bytes_of(indices), indices.size(), TINYGLTF_TYPE_SCALAR,
                   TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT);
    const std::vector<std::uint16_t> narrow(indices.begin(), indices.end());
    return add(short_indices_, bytes_of(std::span<const std::uint16_t>(narrow)), narrow.size(),
               TINYGLTF_TYPE_SCALAR, TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT);
}

void GlbBuffer::pack(const Stream& stream, tinygltf::BufferView& view) {
    const bool narrow = &stream == &short_indices_;
    const PackedView packed = stream.stride > 0 ? pack_elements(stream.bytes, stream.stride, stream.filter)
                                                : pack_indices(stream.bytes, narrow ? sizeof(std::uint16_t)
                                                                                    : sizeof(std::uint32_t));
    view.buffer = 1;
    view.byteOffset = unpacked_bytes_;
    view.extras = packing_of(packed, bytes_.size());
    unpacked_bytes_ += (stream.bytes.size() + 3) / 4 * 4;
    bytes_.insert(bytes_.end(), packed.bytes.begin(), packed.bytes.end());
}

void GlbBuffer::close(Stream& stream) {
    if (stream.accessors.empty()) return;
    tinygltf::BufferView view;
    view.buffer = 0;
    view.byteOffset = bytes_.size();
    view.byteLength = stream.bytes.size();
    view.byteStride = stream.stride;
    view.target = stream.target;
    for (const int accessor : stream.accessors)
        model_.accessors[static_cast<std::size_t>(accessor)].bufferView =
            static_cast<int>(model_.bufferViews.size());
    if (grid_)
        pack(stream, view);
    else
        bytes_.insert(bytes_.end(), stream.bytes.begin(), stream.bytes.end());
    model_.bufferViews.push_back(std::move(view));
    bytes_.resize((bytes_.size() + 3) / 4 * 4);  // every view begins at a multiple of four
    stream.bytes = {};
    stream.accessors.clear();
}

void GlbBuffer::close_section() {
    for (Stream* stream : streams()) close(*stream);
}

std::array<GlbBuffer::Stream*, 8> GlbBuffer::streams() {
    return {&positions_, &normals_, &vectors_, &shares_, &pairs_, &scalars_, &short_indices_, &long_indices_};
}

}  // namespace myomap
