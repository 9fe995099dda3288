#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/side.h"
#include "base/vec.h"
#include "body/part.h"
#include "sculpt/tube_course.h"

namespace myomap {

// The part of a catalog's muscle that a sheet stands for, as in FibreSheet.
struct MuscleRange {
    std::string muscle;  // the catalog's id
    float across_from = 0, across_to = 1;
    float along_from = 0, along_to = 1;
};

// A muscle, or a piece of one, as a sheet of fibres: for each of stations × rows a place half way between its
// faces and half its thickness there. Index of station s (along the fibres, from the origin) and row r
// (across) is s * rows + r. Its surface runs smoothly (a cubic B-spline) through them and closes in rounded
// edges and ends. Ribs and the like are sheets of two rows.
struct BodySheet {
    int stations = 0;
    int rows = 0;
    std::vector<Vec3> middle_mm;
    std::vector<float> half_mm;            // square to the sheet
    float across_from = 0, across_to = 1;  // of its muscle, as in FibreSheet
    float along_from = 0, along_to = 1;
    std::vector<Vec2> places;       // (along, across) of its muscle at 4 × 4 even places, where these do
                                    // not run evenly from .. to; index as of the nodes; else empty
    bool counts = true;             // false: of a set whose points lie in another of its pieces
    std::string muscle;             // the catalog's id where it is not that of the part
    std::vector<MuscleRange> also;  // other muscles that share it
};

struct Ellipsoid {
    Vec3 centre_mm{0};
    Vec3 radii_mm{1};
    Vec3 turn{0};  // rotation vector, radians: its axes from those of the body
};

// Ellipsoids run together smoothly: a bone.
struct EllipsoidUnion {
    std::vector<Ellipsoid> ellipsoids;
    float blend_mm = 1;  // how far the smoothing reaches
};

// A coarse closed net of triangles, whose smooth surface (Loop's subdivision) is the part: bones with plates
// and many processes.
struct BodyCage {
    std::vector<Vec3> places_mm;
    std::vector<std::vector<std::uint32_t>> strips;  // of triangles: each place makes one with the two before
};

// One part of our own body as numbers, in the body's frame but in mm. Of a paired part they tell the left one
// and the right is its mirror, unless `own_side` says that they are of one side alone.
struct BodyPart {
    std::string id;    // as in Part, less the side: "infraspinatus", "scapula"
    std::string name;  // as the atlas names it, less the side: "Infraspinatus"
    PartKind kind = PartKind::Other;
    bool paired = true;
    std::string own_side;  // "left" or "right", for the few that are no mirror images; else empty
    std::map<std::string, std::string> fma;  // by side: "left", "right", "midline"
    std::string made_from;          // "BodyParts3D", or why and of what it was made where no atlas has it
    bool by_hand = false;           // a person laid its numbers: measuring leaves it as it is
    std::vector<BodySheet> sheets;  // one of these four
    EllipsoidUnion bone;
    BodyCage cage;
    std::vector<TubeCourse> tubes;  // a vessel's branches, each from where it leaves another
};

}  // namespace myomap
