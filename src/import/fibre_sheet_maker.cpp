#include "import/fibre_sheet_maker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "import/fibre_cuts.h"

namespace myomap {
namespace {

constexpr int stations = 24;
constexpr int rows = 16;

// Puts the face that looks towards the skin first in every band. The faces are told apart by the turn from
// fibre to across, which is the same all over a sheet; where most of it is nearer to the skin is the outer
// one.
void put_outer_first(std::vector<FibreCut>& cuts, const std::vector<Vec3>& centre, const SheetFrame& frame) {
    double nearer = 0;
    for (std::size_t s = 0; s < cuts.size(); ++s) {
        const Vec3 fibre = centre[std::min(s + 1, cuts.size() - 1)] - centre[s > 0 ? s - 1 : 0];
        for (RangedBand& ranged : cuts[s]) {
            Band& band = ranged.band;
            const std::size_t k = band.one.size() / 2;
            if (glm::dot(glm::cross(fibre, band.run()), band.one[k] - band.other[k]) < 0)
                std::swap(band.one, band.other);
            nearer += static_cast<double>(glm::length(frame.to_skin(band.other[k])) -
                                          glm::length(frame.to_skin(band.one[k])));
        }
    }
    if (nearer >= 0) return;
    for (FibreCut& cut : cuts)
        for (RangedBand& ranged : cut) std::swap(ranged.band.one, ranged.band.other);
}

}  // namespace

Vec3 direction_of(AcrossOrder order, Side side) {
    switch (order) {
        case AcrossOrder::CranialToCaudal:
            return {0, -1, 0};
        case AcrossOrder::FrontToBack:
            return {0, 0, -1};
        case AcrossOrder::BackToFront:
            return {0, 0, 1};
        case AcrossOrder::LateralToMedial:
        case AcrossOrder::ByFibre:
            break;
    }
    return {side == Side::Right ? 1 : -1, 0, 0};
}

bool runs_against(const Vec3& across_run, const Vec3& fibre_run, AcrossOrder order, Side side) {
    // Cuts may lie slanting in a muscle; what counts is how they run square to its fibres.
    const Vec3 fibre = glm::length(fibre_run) > 0 ? glm::normalize(fibre_run) : Vec3(0);
    const Vec3 run = across_run - fibre * glm::dot(fibre, across_run);
    if (order != AcrossOrder::ByFibre) return glm::dot(run, direction_of(order, side)) < 0;
    const float caudal = glm::dot(run, direction_of(AcrossOrder::CranialToCaudal, side));
    const float medial = glm::dot(run, direction_of(AcrossOrder::LateralToMedial, side));
    const float back = glm::dot(run, direction_of(AcrossOrder::FrontToBack, side));
    const float length = glm::length(run);
    const bool down = std::abs(fibre.y) > 0.75F;
    if (down && std::abs(medial) > 0.35F * length) return medial < 0;
    if (std::max(std::abs(caudal), std::abs(medial)) < 0.5F * length) return back < 0;
    return (std::abs(caudal) > std::abs(medial) ? caudal : medial) < 0;
}

FibreSheet make_fibre_sheet(const FibreSurface& surface, const std::vector<float>& along,
                            const SheetFrame& frame) {
    FibreSheet sheet;
    sheet.side = frame.side;
    std::vector<FibreCut> cuts = follow_cuts(surface, along, frame, stations);
    if (cuts.empty()) return sheet;

    std::vector<Vec3> centre;
    Vec3 run(0);
    for (const FibreCut& cut : cuts) {
        const std::vector<Vec3> row = middle_row(cut, rows);
        centre.push_back(std::accumulate(row.begin(), row.end(), Vec3(0)) / static_cast<float>(rows));
        run += row.back() - row.front();
    }
    if (runs_against(run, centre.back() - centre.front(), frame.order, frame.side))
        for (FibreCut& cut : cuts) turn(cut);
    put_outer_first(cuts, centre, frame);

    sheet.stations = stations;
    sheet.rows = rows;
    for (const FibreCut& cut : cuts)
        for (int r = 0; r < rows; ++r) {
            const FacePair faces = place_across(cut, static_cast<float>(r) / static_cast<float>(rows - 1));
            sheet.outer.push_back(faces.one);
            sheet.inner.push_back(faces.other);
        }
    return sheet;
}

FibreCoordinates coordinates_in(const FibreSheet& sheet, float along, const Vec3& position) {
    const float place = std::clamp(along, 0.0F, 1.0F) * static_cast<float>(sheet.stations - 1);
    const auto row_count = static_cast<std::size_t>(sheet.rows);
    const auto station =
        std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(sheet.stations - 2));
    const float t = std::clamp(place - static_cast<float>(station), 0.0F, 1.0F);
    const std::size_t s = station * row_count;
    std::vector<Vec3> outer, inner, middle;
    for (std::size_t r = 0; r < row_count; ++r) {
        outer.push_back(glm::mix(sheet.outer[s + r], sheet.outer[s + row_count + r], t));
        inner.push_back(glm::mix(sheet.inner[s + r], sheet.inner[s + row_count + r], t));
        middle.push_back((outer.back() + inner.back()) * 0.5F);
    }
    const float row = place_on(middle, position);
    const auto r = std::min(static_cast<std::size_t>(row), row_count - 2);
    const float u = row - static_cast<float>(r);
    const Vec3 out = glm::mix(outer[r], outer[r + 1], u);
    const Vec3 through = glm::mix(inner[r], inner[r + 1], u) - out;
    const float squared = glm::dot(through, through);
    const float depth = squared > 0 ? glm::dot(position - out, through) / squared : 0.5F;
    return {along, row / static_cast<float>(row_count - 1), std::clamp(depth, 0.0F, 1.0F)};
}

FibreCoordinates coordinates_across(const FibreSheet& sheet, const Vec3& position) {
    float along = 0;
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t i = 0; i < sheet.outer.size(); ++i) {
        const float distance = glm::distance(position, (sheet.outer[i] + sheet.inner[i]) * 0.5F);
        if (distance >= least) continue;
        least = distance;
        const std::size_t station = i / static_cast<std::size_t>(sheet.rows);
        along = static_cast<float>(station) / static_cast<float>(sheet.stations - 1);
    }
    return coordinates_in(sheet, along, position);
}

}  // namespace myomap
