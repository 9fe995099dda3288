#pragma once
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "body/fibre_sheet.h"
#include "body/part.h"
#include "body/skin.h"

namespace myomap {

struct Landmark {
    std::string id;
    Side side = Side::Midline;
    Vec3 position;  // m
};

// The geometry of one body: parts, skin, landmarks, fibre sheets. Knows no catalog: muscles are names.
class Body {
public:
    std::string name;    // shown to the user: "BodyParts3D 4.0"
    std::string credit;  // licence and attribution, shown beside it
    std::vector<Part> parts;
    Skin skin;
    std::vector<Landmark> landmarks;
    std::vector<FibreSheet> sheets;

    const Landmark* landmark(std::string_view id, Side side) const;
    const FibreSheet* sheet(std::string_view muscle, Side side) const;
    int part_index(std::string_view id) const;  // −1 where unknown
    // Indices of a muscle's own parts; where it has none, of those of others that carry its fibres.
    std::vector<int> parts_of_muscle(std::string_view muscle, Side side) const;
    Box bounds() const;
    // Of the parts at a level of detail, or at the next coarser one that a part has.
    std::size_t triangle_count(std::size_t level) const;
};

// body.glb: glTF 2.0, a node a part, levels of detail by MSFT_lod, fibre and skin coordinates as vertex
// attributes (_FIBRE, _SEGMENT, _SKIN), landmarks, segments and sheets in extras. Level 0 of the parts of a
// plain one is left out unless asked for.
enum class Detail { Viewing, Full };
Loaded<Body> read_body(const std::filesystem::path& file, Detail detail = Detail::Viewing);

// Packed: a quarter of the size, all levels for viewing, places to 0.015 mm, by extensions that few other
// programs read (EXT_meshopt_compression, KHR_mesh_quantization). Plain: for every program that reads glTF.
enum class Packing { Plain, Packed };
std::vector<Problem> write_body(const Body& body, const std::filesystem::path& file,
                                Packing packing = Packing::Plain);

}  // namespace myomap
