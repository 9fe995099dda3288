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

// The pieces that the skin is a union of: FOLDER/skin/ID.json. None where there is no such folder.
Loaded<std::vector<BodyPart>> read_skin_numbers(const std::filesystem::path& folder);
std::vector<Problem> write_skin_numbers(const std::vector<BodyPart>& pieces,
                                        const std::filesystem::path& folder);

std::string to_text(const BodyPart& part);
Loaded<BodyPart> body_part_from_text(const std::string& text,
                                     const std::string& file);  // problems name the file

// How many numbers the shapes of the parts take.
std::size_t count_numbers(const std::vector<BodyPart>& parts);

}  // namespace myomap
