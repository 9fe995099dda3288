#pragma once
#include <string>
#include <vector>

#include "body/part.h"
#include "catalog/catalog.h"
#include "import/atlas_source.h"

namespace myomap {

// A catalog's muscle and where a model has it.
struct MuscleFound {
    std::string id;
    bool paired = true;
    bool left = false, right = false, midline = false;
    bool made = false;  // where the model lacks it, it was made from its attachments

    bool complete() const { return paired ? left && right : left || right || midline; }
    bool missing() const { return !left && !right && !midline; }
};

// Names of atlas parts by the catalog's muscles, compared without side, case and punctuation.
class MuscleNames {
public:
    explicit MuscleNames(const Catalog& catalog);

    std::vector<const Muscle*> shown_by(const std::string& part_name) const;  // one part may show several

private:
    std::vector<std::pair<std::string, const Muscle*>> names_;  // sorted
};

// The parts of a body from those of its source, which give up their meshes: kinds, unique ids, muscles,
// layers, volumes. The skin is not among them.
std::vector<Part> make_parts(std::vector<SourcePart>& source, const Catalog& catalog);

// What a part that shows a muscle has from the catalog.
void show_muscle(Part& part, const Muscle& muscle);

std::vector<MuscleFound> find_muscles(const std::vector<Part>& parts, const Catalog& catalog);

}  // namespace myomap
