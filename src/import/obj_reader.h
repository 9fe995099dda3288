#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/problem.h"
#include "body/mesh.h"

namespace myomap {

// The comment lines that BodyParts3D puts before its geometry; fields are empty where a file has none.
struct ObjHeader {
    std::string file_id;           // "FJ1252"
    std::string fma;               // "FMA13396"
    std::string name;              // "Left scapula"
    std::optional<Box> bounds_mm;  // in the file's own axes
};

ObjHeader read_obj_header(std::string_view text);

// The faces of all groups as triangles, in the file's own units and axes, neither welded nor with normals.
// Byte order marks, tabs, any line ends, continued lines and relative indices are read; polygons may be
// concave. A face whose corner does not exist is left out and told as a warning; a file without any face is
// refused.
Loaded<Mesh> read_obj(std::string text, const std::string& file);

}  // namespace myomap
