#pragma once
#include <string_view>

namespace myomap::glb {

// The words of our GLB files that glTF does not know, shared by writer and reader. A body is recognised by
// `body_key` in its scene's extras, a part by `id_key` in its node's, a level of detail by MSFT_lod.
inline constexpr int format_version = 2;
inline constexpr const char* body_key = "myomap_body";
inline constexpr const char* id_key = "id";
inline constexpr const char* level_key = "level";  // which level of detail a node shows
inline constexpr const char* lod_extension = "MSFT_lod";
inline constexpr const char* packing_extension = "EXT_meshopt_compression";
inline constexpr const char* whole_numbers_extension = "KHR_mesh_quantization";
inline constexpr const char* fibre_attribute = "_FIBRE";
inline constexpr const char* segment_attribute = "_SEGMENT";
inline constexpr const char* skin_attribute = "_SKIN";

// The buffer begins with all that is needed for viewing and ends with level 0; its extras say how long the
// former is. In a packed body all is for viewing, and its extras say so.
inline constexpr const char* viewing_bytes_key = "viewing_bytes";
inline constexpr const char* all_for_viewing_key = "all_for_viewing";

}  // namespace myomap::glb
