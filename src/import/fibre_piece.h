#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "body/body.h"
#include "catalog/catalog.h"
#include "import/attachments.h"

namespace myomap {

// Everything that fibres are found by, made once for a body.
class FibreContext {
public:
    FibreContext(const std::vector<Part>& parts, const AttachmentRules& rules, const Skin& skin,
                 const std::vector<Landmark>& landmarks);

    const AttachmentRules& rules() const { return *rules_; }
    Vec3 to_skin(const Vec3& position) const;

    std::optional<Vec3> landmark(const std::string& id, Side side) const;  // of the side, or of the midline

    // What muscles that share a part have as their ends, together.
    AttachmentHint origin_of(const std::vector<const Muscle*>& muscles, Side side) const;
    AttachmentHint insertion_of(const std::vector<const Muscle*>& muscles, Side side) const;

private:
    const AttachmentRules* rules_;
    const std::vector<Landmark>* landmarks_;
    PlaceTree skin_;
    Vec3 middle_{0};  // of all parts; what lies outwards of it is nearer to a skin that is not there
    std::map<std::pair<std::string, Side>, PlaceTree> bones_;

    void add_bones(AttachmentHint& hint, const std::string& words, Side side) const;
    void add_line(AttachmentHint& hint, const LandmarkLine& line, Side side) const;
};

// One connected piece of a muscle's mesh with its fibres.
struct FibrePiece {
    int part = -1;
    Side side = Side::Midline;
    std::vector<const Muscle*> muscles;    // that the part shows; may be none
    std::vector<std::uint32_t> triangles;  // of the part's level 0
    FibreSurface surface;
    std::vector<float> along;  // a vertex of `surface`; of a crosswise piece, the way along the strip
    AcrossOrder order = AcrossOrder::ByFibre;  // by which the sheet's rows were laid
    bool crosswise = false;     // a strip whose fibres run across it: from its cranial to its caudal
                                // edge, or from its lateral to its medial one where the strip runs down
    FibreSheet sheet;           // of this piece alone; no stations where none could be made
    float origin_gap_m = 0;     // from where its record begins to count to its first station
    float insertion_gap_m = 0;  // from its last station to the bones of its insertion
    Vec3 centre{0};
};

// The pieces of a part that matter: all but specks. A midline part that paired points lie in gives its two
// halves.
std::vector<FibrePiece> pieces_of(const std::vector<Part>& parts, int part,
                                  const std::vector<const Muscle*>& muscles);

void find_fibres(FibrePiece& piece, const Mesh& mesh, const FibreContext& context);

// Sets the fibre coordinates of a part's level 0 from those of its pieces.
void set_mesh_fibres(Mesh& mesh, const std::vector<const FibrePiece*>& pieces);

}  // namespace myomap
