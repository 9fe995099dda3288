#pragma once
#include <tiny_gltf.h>

#include <filesystem>
#include <optional>
#include <vector>

#include "base/problem.h"
#include "base/vec.h"
#include "body/glb_packing.h"

namespace myomap {

// Reads a GLB's JSON and its buffer, only the part of it that is needed for viewing if so asked and the file
// tells how long that is; packed views are unpacked. Whatever is wrong with the file gives problems.
Loaded<tinygltf::Model> load_glb(const std::filesystem::path& file, bool viewing_only);

// Values of an accessor, held against the buffer's bounds; none where it is not of the type asked for, or
// damaged.
std::optional<std::vector<Vec3>> read_vectors(const tinygltf::Model& model, int accessor);
std::optional<std::vector<Vec3>> read_normals(const tinygltf::Model& model, int accessor);  // of 16 bits
std::optional<std::vector<Vec3>> read_places(const tinygltf::Model& model, int accessor,
                                             const PlaceGrid& grid);
std::optional<std::vector<Vec3>> read_shares(const tinygltf::Model& model, int accessor);  // 0 … 1
std::optional<std::vector<Vec2>> read_pairs(const tinygltf::Model& model, int accessor);
std::optional<std::vector<float>> read_scalars(const tinygltf::Model& model, int accessor);
std::optional<std::vector<std::uint32_t>> read_indices(const tinygltf::Model& model, int accessor);

}  // namespace myomap
