#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "base/problem.h"
#include "body/mesh.h"

namespace myomap {

// A form laid upon the skin: a ball that raises it, or a ridge or groove along a curve, which is drawn as
// seen from the front, from the left or from below. Written for the left side; the right has its mirror
// image.
struct SkinFeature {
    enum class Seen { Front, Left, Below };

    // Where the curve runs, how far to either side it reaches, and how high it raises the skin (below 0: how
    // deep it presses it in).
    struct Place {
        Vec2 at_mm{0};  // x and y from the front, z and y from the left, x and z from below
        float reach_mm = 0;
        float raise_mm = 0;
    };

    std::string what;
    Seen seen = Seen::Front;
    std::vector<Place> through;  // one: a round; more: a smooth curve
    Vec3 towards{0};  // whole, along this, whatever it faces; 0: square to the skin, as far as it is seen
    float from_mm = -1e9F;  // only what lies between these, along the line of sight
    float to_mm = 1e9F;
    Vec3 ball_mm{0};      // its middle
    float radius_mm = 0;  // of the ball; 0: none
    float blend_mm = 0;   // over which the ball runs into the skin
};

// Lays features upon the skin (metres, closed), the balls first; its normals are made anew.
void lay_features(Mesh& skin, const std::vector<SkinFeature>& features);

// data/body/skin/features.json. None where there is no such file.
Loaded<std::vector<SkinFeature>> read_skin_features(const std::filesystem::path& body_folder);
Loaded<std::vector<SkinFeature>> skin_features_from_text(const std::string& text, const std::string& file);

}  // namespace myomap
