#include "import/fibre_cuts.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace myomap {
namespace {

constexpr int row_nodes = 16;          // of the rows by which one cut follows another
constexpr float inset_along = 0.012F;  // the first and last cut; at 0 and 1 a cut has no width
constexpr float inset_across = 0.04F;  // of a band's width: at its edges the faces meet
constexpr float least_share = 0.1F;    // of the longest line; shorter ones are specks and tips

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

// Bands beside each other get what lies between them by halves where they overlap; the outermost reach the
// ends.
void part_ranges(FibreCut& cut) {
    std::ranges::stable_sort(cut, std::less{}, [](const RangedBand& b) { return b.from + b.to; });
    for (std::size_t i = 0; i + 1 < cut.size(); ++i) {
        if (cut[i].to <= cut[i + 1].from) continue;
        const float middle = (cut[i].to + cut[i + 1].from) / 2;
        cut[i].to = std::max(middle, cut[i].from + 0.001F);
        cut[i + 1].from = std::min(middle, cut[i + 1].to - 0.001F);
    }
    cut.front().from = 0;
    cut.back().to = 1;
}

// A slip of a forked muscle keeps the range that it has where it joins the rest.
RangedBand follow_slip(const std::vector<Vec3>& line, const std::vector<Vec3>& row) {
    const float place = place_on(row, centre_of(line));
    const auto low = static_cast<std::size_t>(std::max(place - 1.5F, 0.0F));
    const auto high = std::min(static_cast<std::size_t>(place + 2.5F), row.size() - 1);
    RangedBand slip{make_band(line, {row[high] - row[low], std::nullopt}), 0, 1};
    const auto last = static_cast<float>(row.size() - 1);
    slip.from = place_on(row, (slip.band.one.front() + slip.band.other.front()) * 0.5F) / last;
    slip.to = place_on(row, (slip.band.one.back() + slip.band.other.back()) * 0.5F) / last;
    if (slip.from > slip.to) {
        slip.band.turn();
        std::swap(slip.from, slip.to);
    }
    return slip;
}

FibreCut first_cut(const std::vector<std::vector<Vec3>>& lines, const Vec3& direction) {
    FibreCut cut;
    float whole = 0;
    for (const auto& line : lines) {
        cut.push_back({make_band(line, {direction, std::nullopt}), 0, 1});
        whole += cut.back().band.width_m;
    }
    std::ranges::stable_sort(cut, std::less{},
                             [&](const RangedBand& b) { return glm::dot(b.band.middle(), direction); });
    float from = 0;
    for (RangedBand& ranged : cut) {
        ranged.from = from / whole;
        from += ranged.band.width_m;
        ranged.to = from / whole;
    }
    return cut;
}

Vec3 unit_or(const Vec3& wanted, const Vec3& otherwise) {
    const float length = glm::length(wanted);
    return length > 1e-6F ? wanted / length : otherwise;
}

FibreCut next_cut(const std::vector<std::vector<Vec3>>& lines, const FibreCut& beside,
                  const SheetFrame& frame) {
    if (lines.empty()) return beside;
    const std::vector<Vec3> row = middle_row(beside, row_nodes);
    FibreCut cut;
    if (lines.size() == 1) {
        BandGuide guide{unit_or(row.back() - row.front(), {1, 0, 0}), std::nullopt};
        if (beside.size() == 1) {
            const Band& band = beside[0].band;
            guide = {unit_or(band.run(), guide.direction), std::pair(band.one.front(), band.one.back())};
        }
        if (frame.order != AcrossOrder::ByFibre) {
            // A rule tells the way; so a thick muscle cannot turn step by step.
            const Vec3 told = direction_of(frame.order, frame.side);
            guide.direction += glm::dot(told, guide.direction) < 0 ? -told : told;
        }
        cut.push_back({make_band(lines[0], guide), 0, 1});
        return cut;
    }
    // By the widths of the slips where the way is told; so it does not matter where which of them join.
    if (frame.order != AcrossOrder::ByFibre) return first_cut(lines, direction_of(frame.order, frame.side));
    for (const auto& line : lines) cut.push_back(follow_slip(line, row));
    part_ranges(cut);
    return cut;
}

// Thickness over width; more of a forked cut, whose bands say less of the whole.
float roundness(const FibreCut& cut) {
    float width = 0;
    float thickness = 0;
    for (const RangedBand& ranged : cut) {
        width += ranged.band.width_m;
        thickness = std::max(thickness, ranged.band.thickness_m);
    }
    return thickness / width * static_cast<float>(cut.size() * cut.size());
}

}  // namespace

FacePair place_across(const FibreCut& cut, float share) {
    const RangedBand* best = nullptr;
    float least = std::numeric_limits<float>::infinity();
    for (const RangedBand& ranged : cut) {
        const float off = std::max({ranged.from - share, share - ranged.to, 0.0F});
        if (off >= least) continue;
        least = off;
        best = &ranged;
    }
    if (best == nullptr) return {};
    const float within = (share - best->from) / (best->to - best->from);
    return faces_at(best->band, std::clamp(within, inset_across, 1 - inset_across));
}

std::vector<Vec3> middle_row(const FibreCut& cut, int count) {
    std::vector<Vec3> row;
    for (int r = 0; r < count; ++r) {
        const FacePair faces = place_across(cut, static_cast<float>(r) / static_cast<float>(count - 1));
        row.push_back((faces.one + faces.other) * 0.5F);
    }
    return row;
}

void turn(FibreCut& cut) {
    std::ranges::reverse(cut);
    for (RangedBand& ranged : cut) {
        ranged.band.turn();
        ranged = {std::move(ranged.band), 1 - ranged.to, 1 - ranged.from};
    }
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

std::vector<FibreCut> follow_cuts(const FibreSurface& surface, const std::vector<float>& along,
                                  const SheetFrame& frame, std::size_t count) {
    std::vector<std::vector<std::vector<Vec3>>> lines(count);
    std::vector<Vec3> centre(count);
    for (std::size_t s = 0; s < count; ++s) {
        const float share = static_cast<float>(s) / static_cast<float>(count - 1);
        lines[s] = lines_at(surface, along, inset_along + share * (1 - 2 * inset_along));
        centre[s] = centre_of(lines[s]);
    }
    // From the flattest cut in the middle both ways, since there the edges are surest.
    std::size_t start = count;
    float flattest = std::numeric_limits<float>::infinity();
    FibreCut first;
    for (std::size_t s = count / 4; s <= count * 3 / 4; ++s) {
        if (lines[s].empty()) continue;
        const Vec3 fibre = centre[std::min(s + 2, count - 1)] - centre[s - 2];
        const Vec3 wanted = glm::cross(fibre, frame.to_skin(centre[s]));
        FibreCut cut = first_cut(lines[s], unit_or(wanted, direction_of(frame.order, frame.side)));
        if (roundness(cut) >= flattest) continue;
        flattest = roundness(cut);
        start = s;
        first = std::move(cut);
    }
    if (start == count) return {};
    std::vector<FibreCut> cuts(count);
    cuts[start] = std::move(first);
    for (std::size_t s = start + 1; s < count; ++s) cuts[s] = next_cut(lines[s], cuts[s - 1], frame);
    for (std::size_t s = start; s-- > 0;) cuts[s] = next_cut(lines[s], cuts[s + 1], frame);
    return cuts;
}

}  // namespace myomap
