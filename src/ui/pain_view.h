#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "scene/where_from.h"
#include "ui/skin_figure.h"

namespace myomap {

// What the panel of pain tells, found anew only when what is painted or listed has changed, so that a frame
// costs nothing.
class PainView {
public:
    struct Row {
        LikelyMuscle found;
        std::string reason;  // of its best point
    };

    void follow(const State& state, const Atlas& atlas);

    const FeltPain& pain() const { return pain_; }
    bool fits() const { return fits_; }
    const std::vector<Row>& rows() const { return rows_; }
    const std::vector<PaintedZone>& zones() const { return zones_; }
    const std::vector<const Condition*>& conditions() const { return conditions_; }
    const std::vector<PainLookup::Cover>& cover() const { return cover_; }
    const Candidate& together() const { return together_; }

    const MapPicture& picture(const TriggerPoint& point, Side side, const Atlas& atlas);
    const SkinFigures& figures(const Atlas& atlas);
    // Of each cell of a figure the zone that it stands for, as an index of ZoneField::entries: the smallest
    // that is no part of another; −1 for none.
    const std::vector<std::int32_t>& figure_zones(std::size_t figure, const Atlas& atlas);

    static constexpr int picture_columns = 60;
    static constexpr int picture_rows = 72;

private:
    const Atlas* atlas_ = nullptr;
    std::vector<PaintedArea> areas_;
    LookupFilter filter_;
    Language language_ = Language::English;
    std::vector<PointOnSide> chosen_;
    FeltPain pain_;
    std::vector<Candidate> ranking_;
    bool fits_ = false;
    std::vector<Row> rows_;
    std::vector<PaintedZone> zones_;
    std::vector<const Condition*> conditions_;
    std::vector<PainLookup::Cover> cover_;
    Candidate together_;
    std::optional<SkinFigures> figures_;
    std::array<std::vector<std::int32_t>, 4> figure_zones_;
    std::map<std::pair<std::string, Side>, MapPicture> pictures_;
};

}  // namespace myomap
