#pragma once
#include <tiny_gltf.h>

#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

namespace myomap {

// What extras, extensions and a GLB's head hold; nothing where it is missing or of another type.

inline std::string text_in(const tinygltf::Value& object, const char* key) {
    if (!object.IsObject() || !object.Has(key)) return {};
    const tinygltf::Value& value = object.Get(key);
    return value.IsString() ? value.Get<std::string>() : std::string();
}

inline double number_in(const tinygltf::Value& object, const char* key) {
    if (!object.IsObject() || !object.Has(key)) return 0;
    const tinygltf::Value& value = object.Get(key);
    return value.IsNumber() ? value.GetNumberAsDouble() : 0;
}

// 32 bits, little-endian as glTF is.
inline std::uint32_t word_at(std::string_view bytes, std::size_t at) {
    std::uint32_t word = 0;
    std::memcpy(&word, bytes.data() + at, sizeof word);
    return word;
}

}  // namespace myomap
