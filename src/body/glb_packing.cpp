#include "body/glb_packing.h"

#include <meshoptimizer.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstring>
#include <nlohmann/json.hpp>

#include "body/glb_format.h"
#include "body/glb_values.h"

namespace myomap {
namespace {

constexpr std::string_view filter_names[]{"NONE", "OCTAHEDRAL", "EXPONENTIAL"};

void put_word(std::string& bytes, std::size_t at, std::size_t word) {
    const auto narrow = static_cast<std::uint32_t>(word);
    std::memcpy(bytes.data() + at, &narrow, sizeof narrow);
}

std::size_t whole_in(const tinygltf::Value& object, const char* key) {
    return static_cast<std::size_t>(std::clamp(number_in(object, key), 0.0, 4e9));
}

void apply_filter(const std::string& filter, unsigned char* to, std::size_t count, std::size_t stride) {
    if (filter == "OCTAHEDRAL") meshopt_decodeFilterOct(to, count, stride);
    if (filter == "EXPONENTIAL") meshopt_decodeFilterExp(to, count, stride);
}

bool filter_fits(const std::string& filter, std::size_t stride) {
    return filter.empty() || filter == "NONE" || (filter == "OCTAHEDRAL" && stride == 8) ||
           (filter == "EXPONENTIAL" && stride % 4 == 0);
}

// False where its bytes are damaged. Those of a view that is not there, since only some are loaded, are left.
bool unpack(const tinygltf::BufferView& view, const tinygltf::Value& how,
            const std::vector<unsigned char>& from, std::vector<unsigned char>& into) {
    const std::size_t offset = whole_in(how, "byteOffset"), length = whole_in(how, "byteLength");
    if (offset + length > from.size()) return true;
    const std::size_t count = whole_in(how, "count"), stride = whole_in(how, "byteStride");
    const bool fits = count > 0 && stride > 0 && stride <= 256 && count * stride == view.byteLength &&
                      view.byteOffset <= into.size() && view.byteLength <= into.size() - view.byteOffset;
    if (!fits) return false;
    unsigned char* to = into.data() + view.byteOffset;
    if (text_in(how, "mode") == "TRIANGLES")
        return count % 3 == 0 && (stride == 2 || stride == 4) &&
               meshopt_decodeIndexBuffer(to, count, stride, from.data() + offset, length) == 0;
    const std::string filter = text_in(how, "filter");
    if (text_in(how, "mode") != "ATTRIBUTES" || stride % 4 != 0 || !filter_fits(filter, stride)) return false;
    if (meshopt_decodeVertexBuffer(to, count, stride, from.data() + offset, length) != 0) return false;
    apply_filter(filter, to, count, stride);
    return true;
}

}  // namespace

PlaceGrid grid_over(const Box& box) {
    constexpr float finest_m = 0.00003F;
    constexpr float steps = 65'535;
    if (box.empty()) return {Vec3(0), finest_m};
    const Vec3 size = box.size();
    return {box.min, std::max(finest_m, std::max({size.x, size.y, size.z}) / steps)};
}

std::vector<std::uint16_t> octahedral(std::span<const Vec3> normals) {
    constexpr int bits = 12;
    constexpr std::size_t stride = 4 * sizeof(std::uint16_t);
    std::vector<Vec4> padded;
    padded.reserve(normals.size());
    for (const Vec3& normal : normals) padded.emplace_back(normal, 0.0F);
    std::vector<std::uint16_t> encoded(4 * normals.size());
    if (!normals.empty())
        meshopt_encodeFilterOct(encoded.data(), normals.size(), stride, bits, &padded.front().x);
    return encoded;
}

std::vector<std::uint32_t> exponential(std::span<const Vec3> vectors) {
    constexpr int bits = 18;
    std::vector<std::uint32_t> encoded(3 * vectors.size());
    if (!vectors.empty())
        meshopt_encodeFilterExp(encoded.data(), vectors.size(), sizeof(Vec3), bits, &vectors.front().x);
    return encoded;
}

PackedView pack_elements(std::span<const unsigned char> elements, std::size_t stride, ViewFilter filter) {
    PackedView view{{}, elements.size() / stride, stride, false, filter};
    view.bytes.resize(meshopt_encodeVertexBufferBound(view.count, stride));
    view.bytes.resize(meshopt_encodeVertexBuffer(view.bytes.data(), view.bytes.size(), elements.data(),
                                                 view.count, stride));
    return view;
}

PackedView pack_indices(std::span<const unsigned char> indices, std::size_t index_bytes) {
    PackedView view{{}, indices.size() / index_bytes, index_bytes, true, ViewFilter::None};
    std::vector<unsigned> wide(view.count);
    for (std::size_t i = 0; i < view.count; ++i)
        std::memcpy(&wide[i], indices.data() + i * index_bytes, index_bytes);  // little-endian, as glTF is
    const unsigned highest = wide.empty() ? 0 : *std::ranges::max_element(wide);
    view.bytes.resize(meshopt_encodeIndexBufferBound(view.count, highest + std::size_t{1}));
    view.bytes.resize(
        meshopt_encodeIndexBuffer(view.bytes.data(), view.bytes.size(), wide.data(), view.count));
    return view;
}

tinygltf::Value packing_of(const PackedView& view, std::size_t offset) {
    using tinygltf::Value;
    const auto whole = [](std::size_t n) { return Value(static_cast<int>(n)); };
    Value::Object how{{"buffer", Value(0)},
                      {"byteOffset", whole(offset)},
                      {"byteLength", whole(view.bytes.size())},
                      {"byteStride", whole(view.stride)},
                      {"count", whole(view.count)},
                      {"mode", Value(std::string(view.triangles ? "TRIANGLES" : "ATTRIBUTES"))}};
    if (view.filter != ViewFilter::None)
        how["filter"] = Value(std::string(filter_names[static_cast<std::size_t>(view.filter)]));
    return Value(Value::Object{{glb::packing_extension, Value(std::move(how))}});
}

std::string with_unpacked_buffer(const std::string& glb, std::size_t unpacked_bytes) {
    constexpr std::size_t head_bytes = 20;
    const std::size_t json_bytes = word_at(glb, 12);
    auto json = nlohmann::json::parse(glb.substr(head_bytes, json_bytes));
    for (auto& view : json["bufferViews"]) {
        if (!view.contains("extras")) continue;
        view["extensions"] = std::move(view["extras"]);
        view.erase("extras");
    }
    json["buffers"].push_back(
        {{"byteLength", unpacked_bytes}, {"extensions", {{glb::packing_extension, {{"fallback", true}}}}}});
    std::string words = json.dump();
    words.resize((words.size() + 3) / 4 * 4, ' ');
    std::string whole = glb.substr(0, head_bytes) + words + glb.substr(head_bytes + json_bytes);
    put_word(whole, 8, whole.size());
    put_word(whole, 12, words.size());
    return whole;
}

std::optional<std::string> unpack_views(tinygltf::Model& model, std::size_t unpacked_bytes) {
    constexpr std::size_t most_bytes = std::size_t{1} << 30;
    if (model.buffers.size() != 2) return "it has no buffer to unpack";
    const std::vector<unsigned char>& from = model.buffers[0].data;
    std::vector<unsigned char>& into = model.buffers[1].data;
    if (unpacked_bytes > most_bytes) return "more would be unpacked than a body has";
    into.assign(unpacked_bytes, 0);
    std::atomic<bool> whole = true;
    tbb::parallel_for(std::size_t{0}, model.bufferViews.size(), [&](std::size_t i) {
        const tinygltf::BufferView& view = model.bufferViews[i];
        const auto how = view.extensions.find(glb::packing_extension);
        if (view.buffer == 1 && (how == view.extensions.end() || !unpack(view, how->second, from, into)))
            whole = false;
    });
    if (!whole) return "a packed view does not unpack";
    return std::nullopt;
}

}  // namespace myomap
