#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "sculpt/body_part.h"

namespace myomap {

// The numbers of our own body: a file a part, FOLDER/KIND/ID.json, in the order of their paths. A line of a
// file is a station of a sheet (x, y, z and half the thickness of each row) or an ellipsoid (centre, radii,
// rotation vector); mm to 0.01, radians to 0.001, so that a difference can be read.
Loaded<std::vector<BodyPart>> read_body_numbers(const std::filesystem::path& folder);

// Puts each part where read_body_numbers looks for it. Makes folders as needed; other files are left alone.
std::vector<Problem> write_body_numbers(const std::vector<BodyPart>& parts,
                                        const std::filesystem::path& folder);

// The ids of the parts there that were laid by hand; none where there is no such folder.
Loaded<std::vector<std::string>> read_parts_by_hand(const std::filesystem::path& folder);

std::string to_text(const BodyPart& part);
Loaded<BodyPart> body_part_from_text(const std::string& text,
                                     const std::string& file);  // problems name the file

// How many numbers the shapes of the parts take.
std::size_t count_numbers(const std::vector<BodyPart>& parts);

}  // namespace myomap
