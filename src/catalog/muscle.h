#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/side.h"
#include "base/vec.h"
#include "catalog/referral.h"

namespace myomap {

enum class PointDepth { Superficial, Middle, Deep };  // within the muscle, not in the body
enum class Confidence { High, Medium, Low };
enum class Risk { Low, Moderate, High };

// What the words of a point's place promise on any body: how far from a landmark it lies, at 1.72 m height.
struct PlaceExpectation {
    enum class Direction { Any, Up, Down, Lateral, Medial, Forward, Back };  // Any: the plain distance
    std::string landmark;  // a paired one is taken on the point's own side
    Direction direction = Direction::Any;
    float from_mm = 0, to_mm = 0;
};

// A place in its muscle's fibre coordinates: no coordinates of any one body.
struct TriggerPoint {
    std::string id;      // "infraspinatus.1"
    std::string muscle;  // id of the muscle it lies in
    int number = 1;
    std::string place;
    float along = 0.5F;  // 0 at the origin … 1 at the insertion, along the fibres
    float across =
        0.5F;  // 0 … 1, from cranial to caudal, or lateral to medial where fibres run down the body
    PointDepth depth = PointDepth::Superficial;
    std::optional<Side> only_side;  // none: on both sides, of an unpaired muscle too
    std::vector<PlaceExpectation> expect;
    std::vector<Referral> refers;
    std::string not_pain;  // what is felt in those zones where that is no pain: "goose-flesh"; else empty
    std::vector<SkinStroke> strokes;
    std::vector<std::string> key_for;  // muscles whose points were reported to calm when this one is treated
    std::vector<std::string> satellites;  // muscles whose points commonly go with it
    std::vector<std::string> sources;     // a source id, perhaps with a chapter: "travell-simons-1999:ch22"
};

// Whether what the point sets off is pain, so that pain can lead to it.
bool refers_pain(const TriggerPoint& point);

// Whether a stroke of the point stands for the zone in the picture, which is then not filled.
bool drawn_by_stroke(const TriggerPoint& point, const Referral& referral);

// Attachments in words exact enough to place on a skeleton.
struct FibreRun {
    std::string from;
    std::string to;
    std::string shape;          // spindle | strap | fan | sheet | pennate | ring
    std::optional<Vec2> flesh;  // from where to where along is flesh, where long tendons are the rest
};

// How the record has the needle held.
enum class NeedleHold {
    Straight,  // into the skin at a right angle, or as `from` and `towards` say
    Flat,      // nearly along the skin
    Pincer,    // through a fold that two fingers lift
    Hand       // not at all: the record treats the point by hand
};
// Of the body, standing; lateral and medial of the point's own side.
enum class BodyDirection { Front, Back, Lateral, Medial, Above, Below };

// What the words of `approach` say about the needle's direction, for drawing it; where they say nothing of
// it, it goes in at a right angle.
struct NeedleLine {
    std::vector<int> points;  // numbers of the points that it is about; empty for all others
    NeedleHold hold = NeedleHold::Straight;
    std::vector<BodyDirection> from;  // where the needle comes from: the middle of these
    std::string towards;              // a bone, without its side: "scapula"
};

std::string_view to_text(NeedleHold hold);          // "straight", "flat", "pincer", "hand"
std::string_view to_text(BodyDirection direction);  // "front", …
std::optional<NeedleHold> needle_hold_from_text(std::string_view text);
std::optional<BodyDirection> body_direction_from_text(std::string_view text);

struct Needling {
    std::string position;
    std::string approach;
    std::vector<std::string> hazards;
    std::string caution;
    Risk risk = Risk::Moderate;
    std::vector<NeedleLine> lines;
};

// The line for the point of a number: its own, else that for all; the default where there is none.
NeedleLine needle_line(const Needling& needling, int point_number);

struct Muscle {
    std::string id;
    std::string name;
    std::string latin;
    int fma = 0;  // 0 where the ontology has no term
    std::vector<std::string> aliases;
    std::string group;  // larger muscle this entry is a part of; empty for a whole one
    std::string region;
    int layer = 1;  // 1 superficial … 4 deepest in the body
    bool paired = true;
    bool rare = false;                     // few people have it: drawn only when it is asked for
    std::vector<std::string> atlas_names;  // BodyParts3D names less the side
    std::string origin;
    std::string insertion;
    std::vector<std::string> action;
    std::string innervation;
    FibreRun fibre;
    std::vector<TriggerPoint> trigger_points;
    std::vector<std::string> symptoms;
    std::vector<std::string> activated_by;
    std::vector<std::string> mimics;
    std::vector<std::string> conditions;
    std::string test;
    std::string palpation;
    Needling needling;
    std::vector<std::string> self_care;
    std::vector<std::string> sources;
    Confidence confidence = Confidence::Medium;
    std::string note;  // where sources differ
};

}  // namespace myomap
