#include "import/fibre_sheet_maker.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "import/fibre_section.h"

namespace myomap {
namespace {

constexpr int stations = 24;
constexpr int rows = 16;
constexpr float inset_along = 0.012F;  // the first and last cut; at 0 and 1 a cut has no width
constexpr float inset_across = 0.04F;  // of a band's width: at its edges the faces meet
constexpr float least_share = 0.1F;    // of the longest line; shorter ones are specks and tips

using Station = std::vector<Band>;  // in the order of `across`

std::vector<std::vector<Vec3>> lines_at(const FibreSurface& surface, const std::vector<float>& along,
                                        float level) {
    std::vector<std::vector<Vec3>> lines = level_lines(surface, along, level);
    const auto round = [](const std::vector<Vec3>& line) {
        float length = glm::distance(line.front(), line.back());
        for (std::size_t i = 0; i + 1 < line.size(); ++i) length += glm::distance(line[i], line[i + 1]);
        return length;
    };
    float longest = 0;
    for (const auto& line : lines) longest = std::max(longest, round(line));
    std::erase_if(lines, [&](const auto& line) { return round(line) < least_share * longest; });
    return lines;
}

Vec3 centre_of(const std::vector<std::vector<Vec3>>& lines) {
    Vec3 sum(0);
    float count = 0;
    for (const auto& line : lines)
        for (const Vec3& p : line) {
            sum += p;
            ++count;
        }
    return count > 0 ? sum / count : sum;
}

Vec3 centre_of(const std::vector<Vec3>& line) {
    return std::accumulate(line.begin(), line.end(), Vec3(0)) / static_cast<float>(line.size());
}

struct FacePair {
    Vec3 one, other;
};

// Of the segments of a line that are at most `reach` from number `about`.
Vec3 nearest_on(const std::vector<Vec3>& line, std::size_t about, std::size_t reach, const Vec3& position) {
    Vec3 nearest = line[about];
    float least = std::numeric_limits<float>::infinity();
    const std::size_t end = std::min(about + reach + 1, line.size() - 1);
    for (std::size_t i = about > reach ? about - reach : 0; i < end; ++i) {
        const Vec3 step = line[i + 1] - line[i];
        const float squared = glm::dot(step, step);
        const float t =
            squared > 0 ? std::clamp(glm::dot(position - line[i], step) / squared, 0.0F, 1.0F) : 0;
        const Vec3 there = line[i] + t * step;
        const float distance = glm::distance(position, there);
        if (distance < least) {
            least = distance;
            nearest = there;
        }
    }
    return nearest;
}

// At equal shares of the two faces; but one may have a longer way, over slips and folds, so both are then
// drawn to what is nearest to the place half way between them.
FacePair faces_at(const Band& band, float share) {
    const float place = share * static_cast<float>(band.one.size() - 1);
    const auto k = std::min(static_cast<std::size_t>(place), band.one.size() - 2);
    const float t = place - static_cast<float>(k);
    FacePair faces{glm::mix(band.one[k], band.one[k + 1], t), glm::mix(band.other[k], band.other[k + 1], t)};
    const std::size_t reach = band.one.size() / 8;
    for (int turn = 0; turn < 2; ++turn) {
        const Vec3 middle = (faces.one + faces.other) * 0.5F;
        faces = {nearest_on(band.one, k, reach, middle), nearest_on(band.other, k, reach, middle)};
    }
    return faces;
}

// At a share of the width of all bands of a station, one after the other.
FacePair place_across(const Station& station, float share) {
    float whole = 0;
    for (const Band& band : station) whole += band.width_m;
    float left = share * whole;
    for (const Band& band : station) {
        if (left <= band.width_m || &band == &station.back())
            return faces_at(band, std::clamp(left / band.width_m, inset_across, 1 - inset_across));
        left -= band.width_m;
    }
    return {};
}

std::vector<Vec3> middle_row(const Station& station) {
    std::vector<Vec3> row;
    for (int r = 0; r < rows; ++r) {
        const FacePair faces = place_across(station, static_cast<float>(r) / static_cast<float>(rows - 1));
        row.push_back((faces.one + faces.other) * 0.5F);
    }
    return row;
}

// Where a place lies along a row, in nodes.
float place_on(const std::vector<Vec3>& row, const Vec3& position) {
    float best = 0;
    float least = std::numeric_limits<float>::infinity();
    for (std::size_t r = 0; r + 1 < row.size(); ++r) {
        const Vec3 step = row[r + 1] - row[r];
        const float squared = glm::dot(step, step);
        const float t = squared > 0 ? std::clamp(glm::dot(position - row[r], step) / squared, 0.0F, 1.0F) : 0;
        const float distance = glm::distance(position, row[r] + t * step);
        if (distance < least) {
            least = distance;
            best = static_cast<float>(r) + t;
        }
    }
    return best;
}

Station next_station(const std::vector<std::vector<Vec3>>& lines, const Station& beside) {
    if (lines.empty()) return beside;
    const std::vector<Vec3> row = middle_row(beside);
    struct Placed {
        float place;
        Band band;
    };
    std::vector<Placed> found;
    for (const auto& line : lines) {
        const float place = place_on(row, centre_of(line));
        BandGuide guide{row.back() - row.front(), std::nullopt};
        if (lines.size() == 1 && beside.size() == 1) {
            guide = {beside[0].run(), std::pair(beside[0].one.front(), beside[0].one.back())};
        } else if (lines.size() > 1) {
            const auto low = static_cast<std::size_t>(std::max(place - 1.5F, 0.0F));
            const auto high = std::min(static_cast<std::size_t>(place + 2.5F), row.size() - 1);
            guide.direction = row[high] - row[low];
        }
        found.push_back({place, make_band(line, guide)});
    }
    std::ranges::stable_sort(found, std::less{}, &Placed::place);
    Station station;
    for (Placed& placed : found) station.push_back(std::move(placed.band));
    return station;
}

Station first_station(const std::vector<std::vector<Vec3>>& lines, const Vec3& direction) {
    Station station;
    for (const auto& line : lines) station.push_back(make_band(line, {direction, std::nullopt}));
    std::ranges::stable_sort(station, [&](const Band& a, const Band& b) {
        return glm::dot(a.middle(), direction) < glm::dot(b.middle(), direction);
    });
    return station;
}

Vec3 any_direction(const Vec3& wanted, const Vec3& otherwise) {
    const float length = glm::length(wanted);
    return length > 1e-6F ? wanted / length : otherwise;
}

// The cuts, from the flattest of those in the middle both ways, since there its edges are surest.
std::vector<Station> cut(const FibreSurface& surface, const std::vector<float>& along,
                         const SheetFrame& frame) {
    std::vector<std::vector<std::vector<Vec3>>> lines(stations);
    std::vector<Vec3> centre(stations);
    for (std::size_t s = 0; s < stations; ++s) {
        const float share = static_cast<float>(s) / static_cast<float>(stations - 1);
        lines[s] = lines_at(surface, along, inset_along + share * (1 - 2 * inset_along));
        centre[s] = centre_of(lines[s]);
    }
    std::size_t start = stations;
    float flattest = std::numeric_limits<float>::infinity();
    Station first;
    for (std::size_t s = stations / 4; s <= stations * 3 / 4; ++s) {
        if (lines[s].empty()) continue;
        const Vec3 fibre = centre[std::min<std::size_t>(s + 2, stations - 1)] - centre[s - 2];
        const Vec3 wanted = glm::cross(fibre, frame.to_skin(centre[s]));
        Station station =
            first_station(lines[s], any_direction(wanted, direction_of(frame.order, frame.side)));
        float width = 0;
        float thickness = 0;
        for (const Band& band : station) {
            width += band.width_m;
            thickness = std::max(thickness, band.thickness_m);
        }
        const float roundness = thickness / width * static_cast<float>(station.size() * station.size());
        if (roundness >= flattest) continue;
        flattest = roundness;
        start = s;
        first = std::move(station);
    }
    if (start == stations) return {};
    std::vector<Station> result(stations);
    result[start] = std::move(first);
    for (std::size_t s = start + 1; s < stations; ++s) result[s] = next_station(lines[s], result[s - 1]);
    for (std::size_t s = start; s-- > 0;) result[s] = next_station(lines[s], result[s + 1]);
    return result;
}

void turn(Station& station) {
    std::ranges::reverse(station);
    for (Band& band : station) band.turn();
}

// Puts the face that looks towards the skin first in every band. The faces are told apart by the turn from
// fibre to across, which is the same all over a sheet; where most of it is nearer to the skin is the outer
// one.
void put_outer_first(std::vector<Station>& cuts, const std::vector<Vec3>& centre, const SheetFrame& frame) {
    double nearer = 0;
    for (std::size_t s = 0; s < cuts.size(); ++s) {
        const Vec3 fibre = centre[std::min(s + 1, cuts.size() - 1)] - centre[s > 0 ? s - 1 : 0];
        for (Band& band : cuts[s]) {
            const std::size_t k = band.one.size() / 2;
            if (glm::dot(glm::cross(fibre, band.run()), band.one[k] - band.other[k]) < 0)
                std::swap(band.one, band.other);
            nearer += static_cast<double>(glm::length(frame.to_skin(band.other[k])) -
                                          glm::length(frame.to_skin(band.one[k])));
        }
    }
    if (nearer >= 0) return;
    for (Station& station : cuts)
        for (Band& band : station) std::swap(band.one, band.other);
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
    const Vec3 fibre = any_direction(fibre_run, {0, -1, 0});
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
    std::vector<Station> cuts = cut(surface, along, frame);
    if (cuts.empty()) return sheet;

    std::vector<Vec3> centre;
    Vec3 run(0);
    for (const Station& station : cuts) {
        const std::vector<Vec3> row = middle_row(station);
        centre.push_back(centre_of(row));
        run += row.back() - row.front();
    }
    if (runs_against(run, centre.back() - centre.front(), frame.order, frame.side))
        for (Station& station : cuts) turn(station);
    put_outer_first(cuts, centre, frame);

    sheet.stations = stations;
    sheet.rows = rows;
    for (const Station& station : cuts)
        for (int r = 0; r < rows; ++r) {
            const FacePair faces =
                place_across(station, static_cast<float>(r) / static_cast<float>(rows - 1));
            sheet.outer.push_back(faces.one);
            sheet.inner.push_back(faces.other);
        }
    return sheet;
}

FibreCoordinates coordinates_in(const FibreSheet& sheet, float along, const Vec3& position) {
    const float place = std::clamp(along, 0.0F, 1.0F) * static_cast<float>(sheet.stations - 1);
    const auto row_count = static_cast<std::size_t>(sheet.rows);
    const auto s =
        std::min(static_cast<std::size_t>(place), static_cast<std::size_t>(sheet.stations - 2)) * row_count;
    const float t = std::clamp(place - static_cast<float>(s / row_count), 0.0F, 1.0F);
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
        along = static_cast<float>(i / static_cast<std::size_t>(sheet.rows)) /
                static_cast<float>(sheet.stations - 1);
    }
    return coordinates_in(sheet, along, position);
}

}  // namespace myomap
