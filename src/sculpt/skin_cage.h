#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "body/mesh.h"

namespace myomap {

// The skin as numbers: a coarse cage of triangles whose Loop subdivision surface it is. They tell the left
// half, in mm; places with x = 0 lie in the midline, the right half is the mirror image.
struct SkinCage {
    std::string made_from;
    std::vector<Vec3> places_mm;
    std::vector<std::vector<std::uint32_t>> strips;  // of triangles: each place makes one with the two before

    bool empty() const { return places_mm.empty(); }
    std::size_t count_numbers() const;
};

// Both halves in metres: the left places as they are, then the right ones that are not in the midline.
Mesh whole_cage(const SkinCage& cage);

// Triangles as strips, few of them.
std::vector<std::vector<std::uint32_t>> strips_of(const std::vector<std::uint32_t>& indices);
std::vector<std::uint32_t> triangles_of(const std::vector<std::vector<std::uint32_t>>& strips);

// data/body/skin/skin.json. An empty cage where there is no such file.
Loaded<SkinCage> read_skin_cage(const std::filesystem::path& body_folder);
std::vector<Problem> write_skin_cage(const SkinCage& cage, const std::filesystem::path& body_folder);

std::string to_text(const SkinCage& cage);
Loaded<SkinCage> skin_cage_from_text(const std::string& text, const std::string& file);

}  // namespace myomap
