#include "import/fibre_maker.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/atlas_name.h"
#include "import/fibre_mirror.h"
#include "import/fibre_piece.h"
#include "import/import_data.h"
#include "import/mirror_twins.h"

namespace myomap {
namespace {

AttachmentRules read_rules() {
    const auto text = find_embedded(import_data(), "attachments.json");
    return AttachmentRules(text.value_or("{\"words\":{},\"muscles\":{}}"));
}

bool shows(const Part& part, const Muscle& muscle, const std::string& key) {
    if (part.muscle == muscle.id) return true;
    return std::ranges::any_of(muscle.atlas_names,
                               [&](const std::string& name) { return atlas_name_key(name) == key; });
}

// Without those of parts whose fibres their twins on the left tell.
std::vector<FibrePiece> all_pieces(const std::vector<Part>& parts, const std::vector<Muscle>& all,
                                   const std::vector<int>& twins) {
    std::vector<FibrePiece> pieces;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (twins[i] >= 0) continue;
        if (parts[i].kind != PartKind::Muscle || parts[i].levels[0].indices.empty()) continue;
        const std::string key = atlas_name_key(parts[i].name);
        std::vector<const Muscle*> muscles;
        for (const Muscle& muscle : all)
            if (shows(parts[i], muscle, key)) muscles.push_back(&muscle);
        std::ranges::move(pieces_of(parts, static_cast<int>(i), muscles), std::back_inserter(pieces));
    }
    return pieces;
}

std::vector<const FibrePiece*> pieces_of_muscle(const std::vector<FibrePiece>& pieces, const Muscle& muscle,
                                                Side side) {
    std::vector<const FibrePiece*> result;
    for (const FibrePiece& piece : pieces)
        if (piece.side == side && piece.sheet.stations > 0 &&
            std::ranges::find(piece.muscles, &muscle) != piece.muscles.end())
            result.push_back(&piece);
    return result;
}

// In the order of `across`: along the line through the two that lie furthest apart.
void sort_across(std::vector<const FibrePiece*>& pieces, AcrossOrder order, Side side) {
    if (pieces.size() < 2) return;
    Vec3 spread(0);
    Vec3 fibre(0);
    for (const FibrePiece* a : pieces) {
        const FibreSheet& sheet = a->sheet;
        fibre += sheet.outer[sheet.outer.size() - static_cast<std::size_t>(sheet.rows) / 2 - 1] -
                 sheet.outer[static_cast<std::size_t>(sheet.rows) / 2];
        for (const FibrePiece* b : pieces)
            if (glm::distance(a->centre, b->centre) > glm::length(spread)) spread = b->centre - a->centre;
    }
    if (order != AcrossOrder::ByFibre) spread = direction_of(order, side);
    if (runs_against(spread, fibre, order, side)) spread = -spread;
    std::ranges::stable_sort(pieces, std::less{},
                             [&](const FibrePiece* piece) { return glm::dot(piece->centre, spread); });
}

struct RangedPiece {
    const FibrePiece* piece;
    float from, to;
};

std::vector<RangedPiece> evenly(const std::vector<const FibrePiece*>& pieces, float from, float to) {
    std::vector<RangedPiece> result;
    const float step = (to - from) / static_cast<float>(pieces.size());
    for (std::size_t i = 0; i < pieces.size(); ++i)
        result.push_back(
            {pieces[i], from + static_cast<float>(i) * step, from + static_cast<float>(i + 1) * step});
    return result;
}

std::vector<RangedPiece> arranged(std::vector<const FibrePiece*> pieces, const std::vector<Part>& parts,
                                  const AttachmentRule& rule, Side side) {
    const auto name_of = [&](const FibrePiece* piece) {
        return atlas_name_key(parts[static_cast<std::size_t>(piece->part)].name);
    };
    if (rule.pick && !pieces.empty()) {
        if (!rule.pieces.empty())
            std::erase_if(pieces, [&](const FibrePiece* p) { return name_of(p) != rule.pieces[0].part; });
        sort_across(pieces, AcrossOrder::CranialToCaudal, side);
        if (pieces.empty()) return {};
        const auto last = static_cast<float>(pieces.size() - 1);
        return {{pieces[static_cast<std::size_t>(std::lround(*rule.pick * last))], 0, 1}};
    }
    std::vector<RangedPiece> result;
    for (const PieceRange& range : rule.pieces) {
        std::vector<const FibrePiece*> named;
        std::ranges::copy_if(pieces, std::back_inserter(named),
                             [&](const FibrePiece* p) { return name_of(p) == range.part; });
        sort_across(named, rule.order, side);
        std::ranges::move(evenly(named, range.from, range.to), std::back_inserter(result));
    }
    if (!result.empty()) return result;
    sort_across(pieces, rule.order, side);
    return evenly(pieces, 0, 1);
}

float middle_length(const FibreSheet& sheet) {
    float length = 0;
    const auto rows = static_cast<std::size_t>(sheet.rows);
    for (std::size_t i = rows / 2; i + rows < sheet.outer.size(); i += rows)
        length += glm::distance(sheet.outer[i], sheet.outer[i + rows]);
    return length;
}

FibreSheet sheet_of(const Muscle& muscle, const RangedPiece& ranged, const AttachmentRule& rule) {
    FibreSheet sheet = ranged.piece->sheet;
    sheet.muscle = muscle.id;
    const float share = rule.share_to - rule.share_from;
    sheet.across_from = (ranged.from - rule.share_from) / share;
    sheet.across_to = (ranged.to - rule.share_from) / share;
    const float before = ranged.piece->origin_gap_m;
    const float after = rule.tendon_beyond ? ranged.piece->insertion_gap_m : 0;
    const float length = middle_length(sheet);
    const float whole = before + length + after;
    if (!(whole > 0)) return sheet;
    sheet.along_from = before / whole;
    sheet.along_to = (before + length) / whole;
    return sheet;
}

void set_fibres_of_meshes(std::vector<Part>& parts, const std::vector<FibrePiece>& pieces,
                          const std::vector<int>& twins) {
    std::vector<std::vector<const FibrePiece*>> of_part(parts.size());
    for (const FibrePiece& piece : pieces)
        if (twins[static_cast<std::size_t>(piece.part)] < 0)
            of_part[static_cast<std::size_t>(piece.part)].push_back(&piece);
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        if (!of_part[i].empty()) set_mesh_fibres(parts[i].levels[0], of_part[i]);
    });
    tbb::parallel_for(std::size_t{0}, parts.size(), [&](std::size_t i) {
        const Mesh* twin = twins[i] < 0 ? nullptr : &parts[static_cast<std::size_t>(twins[i])].levels[0];
        if (twin != nullptr && !twin->fibre.empty()) set_mirrored_fibres(parts[i].levels[0], *twin);
    });
}

void add_mirrored(std::vector<FibrePiece>& pieces, const std::vector<int>& twins) {
    const std::size_t count = pieces.size();
    for (std::size_t i = 0; i < twins.size(); ++i)
        for (std::size_t p = 0; twins[i] >= 0 && p < count; ++p)
            if (pieces[p].part == twins[i]) pieces.push_back(mirrored(pieces[p], static_cast<int>(i)));
}

}  // namespace

FoundFibres find_all_fibres(const std::vector<Part>& parts, const std::vector<Muscle>& muscles,
                            const Skin& skin, const std::vector<Landmark>& landmarks) {
    const AttachmentRules rules = read_rules();
    const FibreContext context(parts, rules, skin, landmarks);
    FoundFibres found;
    found.twins = left_twins(parts);
    std::vector<FibrePiece>& pieces = found.pieces;
    pieces = all_pieces(parts, muscles, found.twins);
    tbb::parallel_for(std::size_t{0}, pieces.size(), [&](std::size_t i) {
        find_fibres(pieces[i], parts[static_cast<std::size_t>(pieces[i].part)].levels[0], context);
    });
    add_mirrored(pieces, found.twins);

    for (const Muscle& muscle : muscles)
        for (const Side side : {Side::Left, Side::Right, Side::Midline}) {
            const AttachmentRule& rule = rules.of(muscle.id);
            for (const RangedPiece& ranged :
                 arranged(pieces_of_muscle(pieces, muscle, side), parts, rule, side)) {
                const FibreSheet sheet = sheet_of(muscle, ranged, rule);
                // Of parts that muscles share, the pieces of another muscle lie outside.
                if (sheet.across_to <= 0.01F || sheet.across_from >= 0.99F) continue;
                found.sheets.push_back(sheet);
                found.piece_of_sheet.push_back(static_cast<std::size_t>(ranged.piece - pieces.data()));
            }
        }
    return found;
}

std::vector<FibreSheet> make_fibres(std::vector<Part>& parts, const std::vector<Muscle>& muscles,
                                    const Skin& skin, const std::vector<Landmark>& landmarks) {
    FoundFibres found = find_all_fibres(parts, muscles, skin, landmarks);
    set_fibres_of_meshes(parts, found.pieces, found.twins);
    return std::move(found.sheets);
}

std::vector<FibreSheet> make_fibres(std::vector<Part>& parts, const Catalog& catalog, const Skin& skin,
                                    const std::vector<Landmark>& landmarks) {
    return make_fibres(parts, catalog.muscles(), skin, landmarks);
}

}  // namespace myomap
