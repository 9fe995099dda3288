#include "import/part_maker.h"

#include <algorithm>
#include <map>

#include "base/atlas_name.h"

namespace myomap {

namespace {

// Catalogs write "flexor digitorum superficialis radial head" where the atlas has a comma.
std::string comparable(std::string_view name) {
    std::string key = atlas_name_key(name);
    std::erase(key, ',');
    return key;
}

Part part_of(SourcePart& source, const MuscleNames& names) {
    Part part;
    part.name = source.name;
    part.kind = source.verdict.kind;
    part.side = source.side;
    part.fma = source.fma;
    part.source = source.file;
    part.volume_ml = volume_ml(source.mesh);
    part.full_triangle_count = source.mesh.triangle_count();
    part.levels[0] = std::move(source.mesh);
    const std::vector<const Muscle*> muscles = names.shown_by(part.name);
    if (muscles.empty()) return part;
    part.kind = PartKind::Muscle;  // a catalog knows names that our rules do not
    show_muscle(part, *muscles.front());
    return part;
}

std::string id_of(const std::string& stem, Side side) {
    return stem + "." + std::string(to_text(side));
}

// The muscle's id where one part is the whole muscle, else the part's own name; a number where that is taken.
void give_ids(std::vector<Part>& parts) {
    std::map<std::string, int> parts_of_muscle;
    for (const Part& part : parts)
        if (!part.muscle.empty()) ++parts_of_muscle[id_of(part.muscle, part.side)];
    std::map<std::string, int> taken;
    for (Part& part : parts) {
        const bool whole = !part.muscle.empty() && parts_of_muscle[id_of(part.muscle, part.side)] == 1;
        const std::string stem = whole ? part.muscle : snake_name(part.name);
        part.id = id_of(stem, part.side);
        for (int number = 2; taken.contains(part.id); ++number)
            part.id = id_of(stem + "_" + std::to_string(number), part.side);
        taken[part.id] = 1;
    }
}

}  // namespace

MuscleNames::MuscleNames(const Catalog& catalog) {
    for (const Muscle& muscle : catalog.muscles())
        for (const std::string& name : muscle.atlas_names) names_.emplace_back(comparable(name), &muscle);
    std::stable_sort(names_.begin(), names_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
}

std::vector<const Muscle*> MuscleNames::shown_by(const std::string& part_name) const {
    std::vector<const Muscle*> muscles;
    const std::string key = comparable(part_name);
    auto at = std::lower_bound(names_.begin(), names_.end(), key,
                               [](const auto& a, const auto& b) { return a.first < b; });
    for (; at != names_.end() && at->first == key; ++at) muscles.push_back(at->second);
    return muscles;
}

std::vector<Part> make_parts(std::vector<SourcePart>& source, const Catalog& catalog) {
    const MuscleNames names(catalog);
    std::vector<Part> parts;
    for (SourcePart& one : source)
        if (one.verdict.name_class != NameClass::Skin) parts.push_back(part_of(one, names));
    give_ids(parts);
    return parts;
}

void show_muscle(Part& part, const Muscle& muscle) {
    part.muscle = muscle.id;
    part.layer = muscle.layer;
    part.flesh = muscle.fibre.flesh;
}

std::vector<MuscleFound> find_muscles(const std::vector<Part>& parts, const Catalog& catalog) {
    const MuscleNames names(catalog);
    std::vector<MuscleFound> found;
    std::map<std::string, std::size_t> index;
    for (const Muscle& muscle : catalog.muscles()) {
        index[muscle.id] = found.size();
        found.push_back({muscle.id, muscle.paired, false, false, false});
    }
    for (const Part& part : parts) {
        for (const Muscle* muscle : names.shown_by(part.name)) {
            MuscleFound& entry = found[index[muscle->id]];
            (part.side == Side::Left    ? entry.left
             : part.side == Side::Right ? entry.right
                                        : entry.midline) = true;
        }
    }
    return found;
}

}  // namespace myomap
