#include "sculpt/muscle_measurer.h"

#include <tbb/parallel_for.h>

#include <algorithm>

#include "import/fibre_maker.h"
#include "import/progress_meter.h"
#include "sculpt/bone_measurer.h"
#include "sculpt/muscle_piece.h"
#include "sculpt/sheet_places.h"

namespace myomap {
namespace {

bool is_sheet(PartKind kind) {
    return kind == PartKind::Muscle || kind == PartKind::Tendon || kind == PartKind::Fascia ||
           kind == PartKind::Ligament;
}

// Those of parts that are no muscles, along their length.
std::vector<FibrePiece> plain_pieces(const std::vector<Part>& parts, const std::vector<int>& twins,
                                     const FibreContext& context) {
    std::vector<FibrePiece> pieces;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (is_sheet(parts[i].kind) && parts[i].kind != PartKind::Muscle && twins[i] < 0)
            std::ranges::move(pieces_of(parts, static_cast<int>(i), {}), std::back_inserter(pieces));
    tbb::parallel_for(std::size_t{0}, pieces.size(), [&](std::size_t p) {
        find_fibres(pieces[p], parts[static_cast<std::size_t>(pieces[p].part)].levels[0], context);
    });
    return pieces;
}

// From a range of a piece to that of a muscle that the piece stands for.
template <class Ranged>
void set_range(Ranged& range, const BodySheet& of_piece, const FibreSheet& fibres) {
    const auto along = [&](float x) { return fibres.along_from + x * (fibres.along_to - fibres.along_from); };
    const auto across = [&](float x) {
        return fibres.across_from + x * (fibres.across_to - fibres.across_from);
    };
    const float from = across(of_piece.across_from), to = across(of_piece.across_to);
    const float start = along(of_piece.along_from), end = along(of_piece.along_to);
    range.across_from = from;
    range.across_to = to;
    range.along_from = start;
    range.along_to = end;
}

// The muscles that each piece stands for: that of its part first.
std::vector<std::vector<const FibreSheet*>> ranges_of_pieces(const FoundFibres& found,
                                                             const std::vector<Part>& parts) {
    std::vector<std::vector<const FibreSheet*>> ranges(found.pieces.size());
    for (std::size_t k = 0; k < found.sheets.size(); ++k) {
        const FibreSheet& fibres = found.sheets[k];
        std::vector<const FibreSheet*>& of_piece = ranges[found.piece_of_sheet[k]];
        const bool own = fibres.muscle == parts[static_cast<std::size_t>(fibres.part)].muscle;
        of_piece.insert(own ? of_piece.begin() : of_piece.end(), &fibres);
    }
    return ranges;
}

// The trigger points of the muscles that a piece stands for, in its coordinates.
std::vector<Vec2> points_in(const std::vector<const FibreSheet*>& ranges, const Catalog& catalog) {
    std::vector<Vec2> places;
    for (const FibreSheet* range : ranges) {
        const Muscle* muscle = catalog.muscle(range->muscle);
        if (muscle == nullptr) continue;
        for (const TriggerPoint& point : muscle->trigger_points) {
            const Vec2 place((point.along - range->along_from) / (range->along_to - range->along_from),
                             (point.across - range->across_from) / (range->across_to - range->across_from));
            if (glm::clamp(place, 0.0F, 1.0F) == place) places.push_back(place);
        }
    }
    return places;
}

void set_muscles(BodySheet& sheet, const std::vector<const FibreSheet*>& ranges,
                 const std::string& muscle_of_part) {
    if (ranges.empty()) {
        sheet.counts = muscle_of_part.empty();
        return;
    }
    for (std::size_t i = 1; i < ranges.size(); ++i) {
        sheet.also.push_back({ranges[i]->muscle});
        set_range(sheet.also.back(), sheet, *ranges[i]);
    }
    if (ranges[0]->muscle != muscle_of_part) sheet.muscle = ranges[0]->muscle;
    set_range(sheet, sheet, *ranges[0]);
    const FibreSheet& own = *ranges[0];
    for (Vec2& place : sheet.places)
        place = {own.along_from + place.x * (own.along_to - own.along_from),
                 own.across_from + place.y * (own.across_to - own.across_from)};
}

}  // namespace

std::vector<BodyPart> measure_muscles(const std::vector<Part>& parts, const Catalog& catalog,
                                      const Skin& skin, const std::vector<Landmark>& landmarks,
                                      const Progress& progress,
                                      const std::function<bool(const Part&)>& wanted) {
    const AttachmentRules no_rules("{\"words\":{},\"muscles\":{}}");
    const FibreContext context({}, no_rules, skin, landmarks);
    const FoundFibres found = find_all_fibres(parts, catalog.muscles(), skin, landmarks);
    std::vector<std::vector<const FibreSheet*>> ranges = ranges_of_pieces(found, parts);
    std::vector<FibrePiece> pieces = found.pieces;
    for (FibrePiece& piece : plain_pieces(parts, found.twins, context)) pieces.push_back(std::move(piece));
    ranges.resize(pieces.size());

    std::vector<std::vector<BodySheet>> sheets(pieces.size());
    ProgressMeter meter(progress, "muscles", pieces.size());
    tbb::parallel_for(std::size_t{0}, pieces.size(), [&](std::size_t p) {
        const Part& part = parts[static_cast<std::size_t>(pieces[p].part)];
        const bool mirrored = pieces[p].triangles.empty();  // one of another
        if (!mirrored && (!wanted || wanted(part)))
            sheets[p] = measure_piece(pieces[p], part.levels[0], context);
        const std::vector<Vec2> anchors = points_in(ranges[p], catalog);
        for (BodySheet& sheet : sheets[p]) {
            if (sheet.counts) sheet.places = measured_places(sheet, pieces[p], anchors);
            set_muscles(sheet, ranges[p], part.muscle);
        }
        meter.add_one();
    });

    std::vector<const Part*> twin_of(parts.size(), nullptr);
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (found.twins[i] >= 0) twin_of[static_cast<std::size_t>(found.twins[i])] = &parts[i];
    std::vector<BodyPart> result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (found.twins[i] >= 0 || !is_sheet(parts[i].kind)) continue;
        BodyPart made = body_part_of(parts[i], twin_of[i]);
        for (std::size_t p = 0; p < pieces.size(); ++p)
            if (pieces[p].part == static_cast<int>(i))
                made.sheets.insert(made.sheets.end(), sheets[p].begin(), sheets[p].end());
        if (!made.sheets.empty()) result.push_back(std::move(made));
    }
    return result;
}

}  // namespace myomap
