#include "ui/pain_view.h"

#include <algorithm>

#include "ui/language.h"

namespace myomap {
namespace {

constexpr std::size_t most_rows = 25;

// Whether an entry's zone is a whole one, no third or half of another.
std::vector<char> whole_zones(const Atlas& atlas) {
    std::vector<char> whole;
    for (const ZoneField::Entry& entry : atlas.zones().entries()) {
        const Zone* zone = atlas.catalog().zone(entry.zone);
        whole.push_back(zone != nullptr && zone->whole.empty());
    }
    return whole;
}

}  // namespace

void PainView::follow(const State& state, const Atlas& atlas) {
    if (atlas_ != &atlas) {
        *this = PainView();
        atlas_ = &atlas;
    }
    const bool painted_anew = state.pain.areas != areas_;
    if (painted_anew) {
        areas_ = state.pain.areas;
        pain_ = atlas.felt(areas_);
        ranking_ = pain_.empty() ? std::vector<Candidate>() : atlas.lookup().rank(pain_);
        fits_ = anything_fits(ranking_);
        zones_ = pain_.empty() ? std::vector<PaintedZone>() : painted_zones(pain_, atlas);
        conditions_ = conditions_of(zones_, atlas.catalog());
        cover_ = pain_.empty() ? std::vector<PainLookup::Cover>() : atlas.lookup().smallest_cover(pain_);
    }
    const Language language = state.comfort.language;
    if (painted_anew || state.lookup_filter != filter_ || language != language_) {
        filter_ = state.lookup_filter;
        language_ = language;
        const auto into_language = [&](const std::string& english) { return translated(language, english); };
        rows_.clear();
        for (LikelyMuscle& found : likely_muscles(ranking_, filter_, atlas.catalog())) {
            if (rows_.size() == most_rows) break;
            if (!speaks_for_itself(found.best())) continue;
            std::string reason = reason_for(found.best(), pain_, atlas, into_language);
            rows_.push_back({std::move(found), std::move(reason)});
        }
    }
    if (painted_anew || state.together != chosen_) {
        chosen_ = state.together;
        std::vector<std::uint32_t> sources;
        for (const PointOnSide& point : chosen_) {
            const int source =
                chosen_.empty() || pain_.empty()
                    ? -1
                    : atlas.lookup().source_index(atlas.catalog().point(point.point), point.side);
            if (source >= 0) sources.push_back(static_cast<std::uint32_t>(source));
        }
        together_ = sources.empty() ? Candidate() : atlas.lookup().together(pain_, sources);
    }
}

const SkinFigures& PainView::figures(const Atlas& atlas) {
    if (!figures_) figures_ = skin_figures(atlas.body().skin.mesh);
    return *figures_;
}

const std::vector<std::int32_t>& PainView::figure_zones(std::size_t figure, const Atlas& atlas) {
    const SkinFigure& drawn = figures(atlas).at(figure);
    std::vector<std::int32_t>& cells = figure_zones_.at(figure);
    if (!cells.empty()) return cells;
    const std::vector<char> whole = whole_zones(atlas);
    const std::vector<ZoneField::Entry>& entries = atlas.zones().entries();
    cells.assign(drawn.vertex.size(), -1);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (drawn.vertex[i] < 0) continue;
        for (const std::uint32_t e : atlas.zones().entries_at(static_cast<std::uint32_t>(drawn.vertex[i]))) {
            const bool smaller =
                cells[i] < 0 || entries[e].area_cm2 < entries[static_cast<std::size_t>(cells[i])].area_cm2;
            if (whole[e] != 0 && smaller) cells[i] = static_cast<std::int32_t>(e);
        }
    }
    return cells;
}

const MapPicture& PainView::picture(const TriggerPoint& point, Side side, const Atlas& atlas) {
    const auto [place, is_new] = pictures_.try_emplace({point.id, side});
    if (is_new)
        place->second =
            map_picture(atlas.pain_map(point, side), figures(atlas), picture_columns, picture_rows);
    return place->second;
}

}  // namespace myomap
