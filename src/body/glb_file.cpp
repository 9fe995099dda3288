#include "body/glb_file.h"

#include <array>
#include <charconv>
#include <cstring>
#include <fstream>
#include <span>

#include "body/glb_format.h"
#include "body/glb_values.h"

namespace myomap {

namespace {

constexpr std::uint32_t glb_magic = 0x46546C67;   // "glTF"
constexpr std::uint32_t json_chunk = 0x4E4F534A;  // "JSON"
constexpr std::size_t head_bytes = 20;            // of the file and of the JSON chunk
constexpr std::size_t chunk_head_bytes = 8;

// A whole number in a text at a place, moved behind it.
std::optional<std::uint64_t> take_number(std::string_view text, std::size_t& at) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
    if (error != std::errc()) return std::nullopt;
    at = static_cast<std::size_t>(end - text.data());
    return value;
}

// tinygltf wants the whole buffer that the JSON speaks of. Where our writer told how much of it is for
// viewing, the length in the JSON is overwritten (with spaces to keep its size), and that much is enough.
std::optional<std::size_t> shorten_buffer(std::string& json) {
    const std::string before = R"("buffers":[{"byteLength":)";
    const std::string between = std::string(R"(,"extras":{")") + glb::viewing_bytes_key + R"(":)";
    const std::size_t found = json.rfind(before);
    if (found == std::string::npos) return std::nullopt;
    const std::size_t begin = found + before.size();
    std::size_t at = begin;
    const auto whole = take_number(json, at);
    const std::size_t end = at;
    if (!whole || json.compare(at, between.size(), between) != 0) return std::nullopt;
    at += between.size();
    const auto viewing = take_number(json, at);
    if (!viewing || *viewing == 0 || *viewing > *whole) return std::nullopt;
    std::string digits = std::to_string(*viewing);
    digits.resize(end - begin, ' ');
    json.replace(begin, end - begin, digits);
    return *viewing;
}

// tinygltf wants the bytes of every buffer. The one that packed views are unpacked into has none: its length
// is taken from the JSON, where a shorter one is left.
std::size_t take_unpacked_length(std::string& json) {
    const std::string before = R"(},{"byteLength":)";
    const std::size_t buffers = json.rfind(R"("buffers":[)");
    const std::size_t found = buffers == std::string::npos ? buffers : json.find(before, buffers);
    if (found == std::string::npos) return 0;
    const std::size_t begin = found + before.size();
    std::size_t at = begin;
    const auto length = take_number(json, at);
    if (!length || json.find(glb::packing_extension, at) == std::string::npos) return 0;
    json.replace(begin, at - begin, "4" + std::string(at - begin - 1, ' '));
    return *length;
}

void append_word(std::string& bytes, std::size_t word) {
    const auto narrow = static_cast<std::uint32_t>(word);
    bytes.append(reinterpret_cast<const char*>(&narrow), sizeof narrow);
}

struct Head {
    std::size_t file_bytes = 0;
    std::size_t json_bytes = 0;
};

Loaded<Head> read_head(std::ifstream& in, const std::filesystem::path& file) {
    const auto refused = [&](std::string what, std::string expected) {
        return Loaded<Head>{std::nullopt, {{file.string(), "", std::move(what), std::move(expected), ""}}};
    };
    in.seekg(0, std::ios::end);
    const auto there = static_cast<std::size_t>(in.tellg());
    in.seekg(0);
    std::string head(std::min(there, head_bytes), '\0');
    in.read(head.data(), static_cast<std::streamsize>(head.size()));
    if (head.size() < 4 || word_at(head, 0) != glb_magic)
        return refused("is no GLB file", "a body made by `myomap import`");
    if (head.size() < head_bytes) return refused("is cut short within its first bytes", "a whole GLB file");
    if (word_at(head, 4) != 2)
        return refused("is a GLB of version " + std::to_string(word_at(head, 4)), "version 2");
    const Head told{word_at(head, 8), word_at(head, 12)};
    if (there < told.file_bytes)
        return refused("is cut short: " + std::to_string(there) + " of " + std::to_string(told.file_bytes) +
                           " bytes are there",
                       "a whole GLB file");
    if (word_at(head, 16) != json_chunk ||
        told.json_bytes > told.file_bytes - std::min(told.file_bytes, head_bytes))
        return refused("has a damaged head", "a GLB file whose first chunk is its JSON");
    return {told, {}};
}

// A GLB as tinygltf wants it, with the whole buffer or the viewing part of it.
struct GlbInMemory {
    std::string bytes;
    std::size_t unpacked_bytes = 0;  // of its packed views
};

GlbInMemory glb_in_memory(std::ifstream& in, const Head& head, bool viewing_only) {
    std::string json(head.json_bytes, '\0');
    in.read(json.data(), static_cast<std::streamsize>(json.size()));
    const std::size_t rest = head.file_bytes - head_bytes - head.json_bytes;
    std::size_t buffer_bytes = rest > chunk_head_bytes ? rest - chunk_head_bytes : 0;
    if (viewing_only)
        if (const auto viewing = shorten_buffer(json)) buffer_bytes = std::min(buffer_bytes, *viewing);
    GlbInMemory whole;
    whole.unpacked_bytes = take_unpacked_length(json);
    std::string& glb = whole.bytes;
    glb.reserve(head_bytes + json.size() + chunk_head_bytes + buffer_bytes);
    append_word(glb, glb_magic);
    append_word(glb, 2);
    append_word(glb, head_bytes + json.size() + (buffer_bytes > 0 ? chunk_head_bytes + buffer_bytes : 0));
    append_word(glb, json.size());
    append_word(glb, json_chunk);
    glb += json;
    if (buffer_bytes == 0) return whole;
    std::array<char, chunk_head_bytes> chunk_head{};
    in.read(chunk_head.data(), chunk_head.size());
    append_word(glb, buffer_bytes);
    glb.append(chunk_head.data() + 4, 4);
    const std::size_t begin = glb.size();
    glb.resize(begin + buffer_bytes);
    in.read(glb.data() + begin, static_cast<std::streamsize>(buffer_bytes));
    return whole;
}

std::string one_line(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.pop_back();
    for (char& c : text)
        if (c == '\n') c = ' ';
    return text;
}

// The bytes of an accessor's elements and how far they stand apart.
struct Elements {
    const unsigned char* first = nullptr;
    std::size_t stride = 0;
    std::size_t count = 0;
};

std::optional<Elements> elements_of(const tinygltf::Model& model, int index, int type, int component) {
    if (index < 0 || static_cast<std::size_t>(index) >= model.accessors.size()) return std::nullopt;
    const tinygltf::Accessor& accessor = model.accessors[static_cast<std::size_t>(index)];
    if (accessor.type != type || accessor.componentType != component || accessor.sparse.isSparse)
        return std::nullopt;
    if (accessor.bufferView < 0 || static_cast<std::size_t>(accessor.bufferView) >= model.bufferViews.size())
        return std::nullopt;
    const tinygltf::BufferView& view = model.bufferViews[static_cast<std::size_t>(accessor.bufferView)];
    if (view.buffer < 0 || static_cast<std::size_t>(view.buffer) >= model.buffers.size()) return std::nullopt;
    const std::vector<unsigned char>& bytes = model.buffers[static_cast<std::size_t>(view.buffer)].data;
    const int element = tinygltf::GetComponentSizeInBytes(static_cast<std::uint32_t>(component)) *
                        tinygltf::GetNumComponentsInType(static_cast<std::uint32_t>(type));
    const auto element_bytes = static_cast<std::size_t>(element);
    const std::size_t stride = view.byteStride == 0 ? element_bytes : view.byteStride;
    if (view.byteOffset > bytes.size() || view.byteLength > bytes.size() - view.byteOffset)
        return std::nullopt;
    if (accessor.count == 0 || accessor.count > view.byteLength || accessor.byteOffset > view.byteLength)
        return std::nullopt;
    if ((accessor.count - 1) * stride + element_bytes > view.byteLength - accessor.byteOffset)
        return std::nullopt;
    return Elements{bytes.data() + view.byteOffset + accessor.byteOffset, stride, accessor.count};
}

template <class T>
std::vector<T> copied(const Elements& elements) {
    std::vector<T> values(elements.count);
    if (elements.stride == sizeof(T)) {
        std::memcpy(values.data(), elements.first, elements.count * sizeof(T));
    } else {
        for (std::size_t i = 0; i < elements.count; ++i)
            std::memcpy(&values[i], elements.first + i * elements.stride, sizeof(T));
    }
    return values;
}

template <class T>
std::optional<std::vector<T>> read_floats(const tinygltf::Model& model, int accessor, int type) {
    const auto elements = elements_of(model, accessor, type, TINYGLTF_COMPONENT_TYPE_FLOAT);
    if (!elements) return std::nullopt;
    return copied<T>(*elements);
}

}  // namespace

Loaded<tinygltf::Model> load_glb(const std::filesystem::path& file, bool viewing_only) {
    const auto refused = [&](std::string what, std::string expected) {
        return Loaded<tinygltf::Model>{std::nullopt,
                                       {{file.string(), "", std::move(what), std::move(expected), ""}}};
    };
    std::error_code error;
    if (std::filesystem::is_directory(file, error))
        return refused("is a folder", "a body made by `myomap import`");
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return refused(std::string("cannot be read: ") + std::strerror(errno),
                       "a file that exists and may be read");
    const Loaded<Head> head = read_head(in, file);
    if (!head) return {std::nullopt, head.problems};
    const auto [glb, unpacked_bytes] = glb_in_memory(in, *head.value, viewing_only);
    if (!in) return refused("could not be read to its end", "a whole GLB file");

    tinygltf::TinyGLTF loader;
    tinygltf::Model model;
    std::string errors, warnings;
    const auto* bytes = reinterpret_cast<const unsigned char*>(glb.data());
    if (!loader.LoadBinaryFromMemory(&model, &errors, &warnings, bytes, static_cast<unsigned>(glb.size())))
        return refused("is damaged: " + one_line(errors), "a valid GLB file");
    if (unpacked_bytes > 0)
        if (const auto wrong = unpack_views(model, unpacked_bytes))
            return refused("is damaged: " + *wrong, "a valid GLB file");
    return {std::move(model), {}};
}

std::optional<std::vector<Vec3>> read_vectors(const tinygltf::Model& model, int accessor) {
    return read_floats<Vec3>(model, accessor, TINYGLTF_TYPE_VEC3);
}

std::optional<std::vector<Vec3>> read_normals(const tinygltf::Model& model, int accessor) {
    const auto elements = elements_of(model, accessor, TINYGLTF_TYPE_VEC3, TINYGLTF_COMPONENT_TYPE_SHORT);
    if (!elements) return std::nullopt;
    std::vector<Vec3> values;
    values.reserve(elements->count);
    for (const auto& n : copied<std::array<std::int16_t, 3>>(*elements))
        values.push_back(Vec3(n[0], n[1], n[2]) / 32767.0F);
    return values;
}

std::optional<std::vector<Vec3>> read_places(const tinygltf::Model& model, int accessor,
                                             const PlaceGrid& grid) {
    const auto elements =
        elements_of(model, accessor, TINYGLTF_TYPE_VEC3, TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT);
    if (!elements) return std::nullopt;
    std::vector<Vec3> values;
    values.reserve(elements->count);
    for (const auto& steps : copied<std::array<std::uint16_t, 3>>(*elements))
        values.push_back(grid.origin + grid.step_m * Vec3(steps[0], steps[1], steps[2]));
    return values;
}

std::optional<std::vector<Vec3>> read_shares(const tinygltf::Model& model, int accessor) {
    const auto elements =
        elements_of(model, accessor, TINYGLTF_TYPE_VEC3, TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT);
    if (!elements) return std::nullopt;
    std::vector<Vec3> values;
    values.reserve(elements->count);
    for (const auto& share : copied<std::array<std::uint16_t, 3>>(*elements))
        values.push_back(Vec3(share[0], share[1], share[2]) / 65535.0F);
    return values;
}

std::optional<std::vector<Vec2>> read_pairs(const tinygltf::Model& model, int accessor) {
    return read_floats<Vec2>(model, accessor, TINYGLTF_TYPE_VEC2);
}

std::optional<std::vector<float>> read_scalars(const tinygltf::Model& model, int accessor) {
    return read_floats<float>(model, accessor, TINYGLTF_TYPE_SCALAR);
}

std::optional<std::vector<std::uint32_t>> read_indices(const tinygltf::Model& model, int accessor) {
    if (const auto wide =
            elements_of(model, accessor, TINYGLTF_TYPE_SCALAR, TINYGLTF_COMPONENT_TYPE_UNSIGNED_INT))
        return copied<std::uint32_t>(*wide);
    const auto narrow =
        elements_of(model, accessor, TINYGLTF_TYPE_SCALAR, TINYGLTF_COMPONENT_TYPE_UNSIGNED_SHORT);
    if (!narrow) return std::nullopt;
    const std::vector<std::uint16_t> values = copied<std::uint16_t>(*narrow);
    return std::vector<std::uint32_t>(values.begin(), values.end());
}

}  // namespace myomap
