#include "sculpt/muscle_measurer.h"

#include <tbb/parallel_for.h>

#include <algorithm>

#include "import/fibre_maker.h"
#include "import/progress_meter.h"
#include "sculpt/bone_measurer.h"
#include "sculpt/muscle_piece.h"

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

// What a piece stands for of the first muscle that its part shows.
void set_ranges(std::vector<BodySheet>& sheets, std::size_t measured, const FoundFibres& found,
                const std::vector<Part>& parts) {
    std::vector<bool> done(sheets.size(), false);
    const auto set = [&](bool first_muscle) {
        for (std::size_t k = 0; k < found.sheets.size(); ++k) {
            const std::size_t piece = found.piece_of_sheet[k];
            const FibreSheet& fibres = found.sheets[k];
            if (piece >= measured || done[piece]) continue;  // mirrored ones lie beyond
            if (first_muscle && fibres.muscle != parts[static_cast<std::size_t>(fibres.part)].muscle)
                continue;
            BodySheet& sheet = sheets[piece];
            const bool turned = sheet.across_from > sheet.across_to;
            sheet.across_from = turned ? fibres.across_to : fibres.across_from;
            sheet.across_to = turned ? fibres.across_from : fibres.across_to;
            const float along = fibres.along_to - fibres.along_from;
            sheet.along_to = fibres.along_from + along * sheet.along_to;
            sheet.along_from = fibres.along_from + along * sheet.along_from;
            done[piece] = true;
        }
    };
    set(true);
    set(false);
}

}  // namespace

std::vector<BodyPart> measure_muscles(const std::vector<Part>& parts, const Catalog& catalog,
                                      const Skin& skin, const std::vector<Landmark>& landmarks,
                                      const Progress& progress) {
    const AttachmentRules no_rules("{\"words\":{},\"muscles\":{}}");
    const FibreContext context({}, no_rules, skin, landmarks);
    FoundFibres found = find_all_fibres(parts, catalog.muscles(), skin, landmarks);
    std::erase_if(found.pieces, [](const FibrePiece& piece) { return piece.triangles.empty(); });  // mirrored
    const std::size_t of_muscles = found.pieces.size();
    std::ranges::move(plain_pieces(parts, found.twins, context), std::back_inserter(found.pieces));
    const std::vector<FibrePiece>& pieces = found.pieces;

    std::vector<BodySheet> sheets(pieces.size());
    ProgressMeter meter(progress, "muscles", pieces.size());
    tbb::parallel_for(std::size_t{0}, pieces.size(), [&](std::size_t p) {
        const Part& part = parts[static_cast<std::size_t>(pieces[p].part)];
        if (const auto sheet = measure_piece(pieces[p], part.levels[0], context)) sheets[p] = *sheet;
        meter.add_one();
    });
    set_ranges(sheets, of_muscles, found, parts);

    std::vector<const Part*> twin_of(parts.size(), nullptr);
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (found.twins[i] >= 0) twin_of[static_cast<std::size_t>(found.twins[i])] = &parts[i];
    std::vector<BodyPart> result;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (found.twins[i] >= 0 || !is_sheet(parts[i].kind)) continue;
        BodyPart made = body_part_of(parts[i], twin_of[i]);
        for (std::size_t p = 0; p < pieces.size(); ++p)
            if (pieces[p].part == static_cast<int>(i) && sheets[p].stations > 0)
                made.sheets.push_back(sheets[p]);
        if (!made.sheets.empty()) result.push_back(std::move(made));
    }
    return result;
}

}  // namespace myomap
