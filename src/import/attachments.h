#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/fibre_ends.h"
#include "import/fibre_sheet_maker.h"

namespace myomap {

// The part of a muscle's across that one part of a model shows.
struct PieceRange {
    std::string part;  // name less the side
    float from = 0, to = 1;
};

// Ids of landmarks, in order; a single one is a place.
using LandmarkLine = std::vector<std::string>;

// What a muscle's words do not tell of its ends.
struct AttachmentRule {
    std::vector<LandmarkLine> origin, insertion;  // none: by the words
    std::optional<EndsBy> ends;                   // none: by the shape of the muscle
    AcrossOrder order = AcrossOrder::ByFibre;
    float share_from = 0, share_to = 1;  // of its parts' across, where several muscles share them
    std::vector<PieceRange> pieces;      // empty: all parts, evenly
    std::optional<float> pick;           // only the piece at this share of all, from cranial to caudal
    bool crosswise = false;              // its pieces are strips whose fibres run across them
    std::string origin_beyond;   // landmark that the record counts from, where the mesh begins further on
    bool tendon_beyond = false;  // the model's mesh may end where its tendon begins
};

// data/import/attachments.json. That file is ours and is tested; reading a broken one throws.
class AttachmentRules {
public:
    explicit AttachmentRules(std::string_view json);

    const AttachmentRule& of(std::string_view muscle) const;
    // Names (less the side) of the bones that the words of an attachment speak of.
    std::vector<std::string> bones_named(std::string_view words) const;

private:
    std::vector<std::pair<std::string, std::vector<std::string>>> phrases_;  // longest first
    std::map<std::string, AttachmentRule, std::less<>> muscles_;
    AttachmentRule none_;
};

// "T4 to T12", "ribs 1–9", "costal cartilages 5 to 7": what their bones and cartilages are called.
std::vector<std::string> numbered_bones(std::string_view words);

}  // namespace myomap
