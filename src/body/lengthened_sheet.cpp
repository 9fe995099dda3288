#include "body/lengthened_sheet.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace myomap {
namespace {

template <class Value>
struct Grid {
    int stations = 0, rows = 0;
    std::vector<Value> values;

    Grid(int s, int r, Value value = Value{})
        : stations(s), rows(r), values(static_cast<std::size_t>(s * r), value) {}
    Value& at(int s, int r) { return values[static_cast<std::size_t>(s * rows + r)]; }
    const Value& at(int s, int r) const { return values[static_cast<std::size_t>(s * rows + r)]; }
};

float smooth_step(float from, float to, float x) {
    const float t = std::clamp((x - from) / (to - from), 0.0F, 1.0F);
    return t * t * (3 - 2 * t);
}

// Of 0 … 1, where step i of n lies.
float share_of(int i, int n) {
    return n > 1 ? static_cast<float>(i) / static_cast<float>(n - 1) : 0.5F;
}

// Four nodes of a row of some and how much of each.
struct Four {
    std::array<int, 4> node{};
    std::array<float, 4> weight{};
};

// `place` 0 … count − 1 along the row. Smooth, and a linear row stays linear.
Four b_spline(float place, int count) {
    const int first = std::clamp(static_cast<int>(place), 0, std::max(count - 2, 0));
    const float t = place - static_cast<float>(first);
    const float u = 1 - t;
    Four four{{first - 1, first, first + 1, first + 2},
              {u * u * u / 6, (3 * t * t * t - 6 * t * t + 4) / 6, (3 * u * u * u - 6 * u * u + 4) / 6,
               t * t * t / 6}};
    for (int& node : four.node) node = std::clamp(node, 0, count - 1);
    return four;
}

// Each value among its neighbours'; the borders of the grid stay on themselves.
template <class Value>
void even_out(Grid<Value>& grid, int rounds) {
    for (int round = 0; round < rounds; ++round) {
        const Grid<Value> before = grid;
        for (int s = 0; s < grid.stations; ++s)
            for (int r = 0; r < grid.rows; ++r) {
                const bool end = s == 0 || s + 1 == grid.stations;
                const bool edge = r == 0 || r + 1 == grid.rows;
                Value sum = before.at(s, r) * 2.0F;
                float count = 2;
                if (!end) {
                    sum += before.at(s - 1, r) + before.at(s + 1, r);
                    count += 2;
                }
                if (!edge) {
                    sum += before.at(s, r - 1) + before.at(s, r + 1);
                    count += 2;
                }
                grid.at(s, r) = sum / count;
            }
    }
}

// A sheet at rest on a fine grid.
struct Course {
    Grid<Vec3> place;
    Grid<Vec3> normal;  // unit, towards the outer face, across the fibres
    Grid<float> thickness_m;
    Grid<float> length_m;  // of the fibre from the first station
};

Vec3 direction(const Grid<Vec3>& place, int s, int r) {
    const Vec3 run = place.at(std::min(s + 1, place.stations - 1), r) - place.at(std::max(s - 1, 0), r);
    const float length = glm::length(run);
    return length > 0 ? run / length : Vec3(0, -1, 0);
}

Vec3 across(const Grid<Vec3>& place, int s, int r) {
    const int from = std::max(r - 1, 0);
    const int to = std::min(r + 1, place.rows - 1);
    return to > from ? (place.at(s, to) - place.at(s, from)) / static_cast<float>(to - from) : Vec3(0);
}

Vec3 upright(const Vec3& v, const Vec3& fibre) {
    const Vec3 normal = v - fibre * glm::dot(v, fibre);
    const float length = glm::length(normal);
    if (length > 1e-9F) return normal / length;
    const Vec3 any = std::abs(fibre.x) < 0.7F ? Vec3(1, 0, 0) : Vec3(0, 0, 1);
    return glm::normalize(glm::cross(fibre, any));
}

Grid<float> lengths_m(const Grid<Vec3>& place) {
    Grid<float> length(place.stations, place.rows);
    for (int s = 1; s < place.stations; ++s)
        for (int r = 0; r < place.rows; ++r)
            length.at(s, r) = length.at(s - 1, r) + glm::distance(place.at(s - 1, r), place.at(s, r));
    return length;
}

// Fine enough for a taut band, whatever the sheet's own grid.
int steps(float length_m, int own) {
    constexpr float step_m = 0.004F;
    constexpr int most = 96;
    return std::clamp(static_cast<int>(length_m / step_m), std::min(own, most), most);
}

Course course_of(const FibreSheet& sheet) {
    Grid<Vec3> mid(sheet.stations, sheet.rows), through(sheet.stations, sheet.rows);
    for (std::size_t i = 0; i < mid.values.size(); ++i) {
        mid.values[i] = (sheet.outer[i] + sheet.inner[i]) / 2.0F;
        through.values[i] = sheet.outer[i] - sheet.inner[i];
    }
    even_out(mid, 3);
    even_out(through, 3);
    const Grid<float> lengths = lengths_m(mid);
    float width = 0;
    for (int s = 0; s < sheet.stations; ++s) {
        float here = 0;
        for (int r = 1; r < sheet.rows; ++r) here += glm::distance(mid.at(s, r - 1), mid.at(s, r));
        width = std::max(width, here);
    }
    const int stations = steps(*std::ranges::max_element(lengths.values), sheet.stations);
    const int rows = sheet.rows == 1 ? 1 : steps(width, sheet.rows);

    Course course{Grid<Vec3>(stations, rows), Grid<Vec3>(stations, rows), Grid<float>(stations, rows),
                  Grid<float>(stations, rows)};
    Grid<Vec3> thick(stations, rows);
    for (int s = 0; s < stations; ++s)
        for (int r = 0; r < rows; ++r) {
            const Four along =
                b_spline(share_of(s, stations) * static_cast<float>(sheet.stations - 1), sheet.stations);
            const Four over = b_spline(share_of(r, rows) * static_cast<float>(sheet.rows - 1), sheet.rows);
            for (std::size_t i = 0; i < 4; ++i)
                for (std::size_t k = 0; k < 4; ++k) {
                    const float weight = along.weight[i] * over.weight[k];
                    course.place.at(s, r) += mid.at(along.node[i], over.node[k]) * weight;
                    thick.at(s, r) += through.at(along.node[i], over.node[k]) * weight;
                }
        }
    for (int s = 0; s < stations; ++s)
        for (int r = 0; r < rows; ++r) {
            course.thickness_m.at(s, r) = glm::length(thick.at(s, r));
            course.normal.at(s, r) = upright(thick.at(s, r), direction(course.place, s, r));
        }
    course.length_m = lengths_m(course.place);
    return course;
}

// 0 at either end of the fibres, 1 between.
float away_from_ends(int station, int stations) {
    const float way = share_of(station, stations);
    return smooth_step(0, 0.08F, std::min(way, 1 - way));
}

// The sheet's sections across the fibres, one a station.
struct Sections {
    std::vector<float> flesh;  // 0 tendon … 1 belly
    float flatness = 0;        // thickness to width of the thickest
};

Sections sections_of(const Course& course) {
    const Grid<float>& thickness = course.thickness_m;
    std::vector<float> area_m2;
    Sections sections;
    float largest = 0;
    for (int s = 0; s < thickness.stations; ++s) {
        float area = 0, width = 0, thickest = 0;
        for (int r = 0; r < thickness.rows; ++r) {
            const float wide =
                thickness.rows > 1 ? glm::length(across(course.place, s, r)) : thickness.at(s, r);
            area += wide * thickness.at(s, r);
            width += wide;
            thickest = std::max(thickest, thickness.at(s, r));
        }
        area_m2.push_back(area);
        if (area > largest) {
            largest = area;
            sections.flatness = thickest / std::max(width, 1e-6F);
        }
    }
    for (std::size_t s = 0; s < area_m2.size(); ++s) {
        sections.flesh.push_back(smooth_step(0.08F, 0.3F, area_m2[s] / std::max(largest, 1e-12F)) *
                                 away_from_ends(static_cast<int>(s), thickness.stations));
    }
    return sections;
}

float within(const FibreSpot& spot, float along, float over) {
    const auto hill = [](float x, float half) {
        const float u = x / std::max(half, 1e-4F);
        return std::abs(u) < 1 ? (1 - u * u) * (1 - u * u) : 0.0F;
    };
    return hill(along - spot.along, spot.half_length) * hill(over - spot.across, spot.half_width);
}

// How much longer the fibres are at each place.
Grid<float> factors(const FibreSheet& sheet, const Course& course, const Sections& sections,
                    const Lengthening& change) {
    const int stations = course.place.stations, rows = course.place.rows;
    Grid<float> factor(stations, rows, 1);
    for (int r = 0; r < rows; ++r) {
        const float over = std::lerp(sheet.across_from, sheet.across_to, share_of(r, rows));
        float gained = 0, room = 0;
        for (int s = 0; s < stations; ++s) {
            const float along = std::lerp(sheet.along_from, sheet.along_to, share_of(s, stations));
            const float part = change.spot ? within(*change.spot, along, over) : 1;
            const float gain = (change.factor - 1) * part * sections.flesh[static_cast<std::size_t>(s)];
            const float length = (course.length_m.at(std::min(s + 1, stations - 1), r) -
                                  course.length_m.at(std::max(s - 1, 0), r)) /
                                 2;
            factor.at(s, r) += gain;
            gained += gain * length;
            room += away_from_ends(s, stations) * length;
        }
        if (!change.spot || !(room > 0)) continue;
        for (int s = 0; s < stations; ++s) factor.at(s, r) -= gained / room * away_from_ends(s, stations);
    }
    return factor;
}

// Places and normals after the fibres have slid along their own courses.
struct Slid {
    Grid<Vec3> place, normal;
};

Slid slid(const Course& course, const Grid<float>& factor) {
    const int stations = course.place.stations, rows = course.place.rows;
    Slid slid{Grid<Vec3>(stations, rows), Grid<Vec3>(stations, rows)};
    for (int r = 0; r < rows; ++r) {
        const auto length = [&](int s) { return course.length_m.at(s, r); };
        const int before_end = std::max(0, stations - 1 - std::max(1, stations / 16));
        const Vec3 end_run = course.place.at(stations - 1, r) - course.place.at(before_end, r);
        const float end_length = length(stations - 1) - length(before_end);
        float way = 0;
        int first = 0;
        for (int s = 0; s < stations; ++s) {
            if (s > 0) way += (factor.at(s - 1, r) + factor.at(s, r)) / 2 * (length(s) - length(s - 1));
            while (first + 2 < stations && length(first + 1) < way) ++first;
            const float step = std::max(length(first + 1) - length(first), 1e-9F);
            const float share = std::min((way - length(first)) / step, 1.0F);
            slid.place.at(s, r) = glm::mix(course.place.at(first, r), course.place.at(first + 1, r), share);
            if (const float beyond = way - length(stations - 1); beyond > 0 && end_length > 0)
                slid.place.at(s, r) += end_run * (beyond / end_length);
            slid.normal.at(s, r) =
                glm::mix(course.normal.at(first, r), course.normal.at(first + 1, r), share);
        }
    }
    return slid;
}

// Fibres that run together or apart would give what has slid the width of where it has come to. From the
// middle row outwards each gets the distance to its neighbour that it had, and a round belly what it grows.
void keep_width(const Course& course, const std::vector<float>& growth, Grid<Vec3>& place) {
    const int middle = place.rows / 2;
    const auto space = [&](const Grid<Vec3>& slid_place, int s, int r, int next) {
        const Vec3 fibre = direction(slid_place, s, r);
        const Vec3 apart = slid_place.at(s, next) - slid_place.at(s, r);
        const Vec3 aside = apart - fibre * glm::dot(apart, fibre);
        const Vec3 rest = course.place.at(s, next) - course.place.at(s, r);
        const Vec3 rest_fibre = direction(course.place, s, r);
        const float wanted =
            glm::length(rest - rest_fibre * glm::dot(rest, rest_fibre)) * growth[static_cast<std::size_t>(s)];
        const float now = glm::length(aside);
        return now > 1e-6F ? apart + aside * (wanted / now - 1) : apart;
    };
    const Grid<Vec3> before = place;
    for (int s = 0; s < place.stations; ++s) {
        for (int r = middle; r + 1 < place.rows; ++r)
            place.at(s, r + 1) = place.at(s, r) + space(before, s, r, r + 1);
        for (int r = middle; r > 0; --r) place.at(s, r - 1) = place.at(s, r) + space(before, s, r, r - 1);
    }
}

// The sheet's plane at a node: along the fibre, and of the step to the next row how far it goes along it and
// aside. Steps that vanish or fold back are kept a little open, so that every map has an inverse.
struct Plane {
    Vec3 fibre, aside, normal;
    float run_m, along_m, aside_m;
};

Plane plane_at(const Grid<Vec3>& place, const Vec3& normal, int s, int r, float handed, float open_m) {
    const int from = std::max(s - 1, 0), to = std::min(s + 1, place.stations - 1);
    const Vec3 fibre = direction(place, s, r);
    const Vec3 up = upright(normal, fibre);
    const Vec3 aside = glm::cross(up, fibre) * handed;
    const Vec3 step = across(place, s, r);
    const float run = glm::distance(place.at(from, r), place.at(to, r)) / static_cast<float>(to - from);
    const float away = std::max(glm::dot(step, aside), 0.0F) + open_m;
    return {fibre, aside, up, std::max(run, 1e-6F), std::clamp(glm::dot(step, fibre), -2 * away, 2 * away),
            away};
}

// What becomes of one plane in another, within what flesh may do: where a sheet is crumpled, the grid says
// more.
struct Strain {
    float run, aside, shear;
};

Strain strain(const Plane& rest, const Plane& now) {
    const float run = std::clamp(now.run_m / rest.run_m, 0.4F, 2.0F);
    const float aside = std::clamp(now.aside_m / rest.aside_m, 0.6F, 1.6F);
    const float shear = (now.along_m - rest.along_m * run) / rest.aside_m;
    return {run, aside, std::clamp(shear, -1.0F, 1.0F)};
}

// Whether rows follow each other to the one side or to the other, seen along the fibres from outside.
float handedness(const Course& course) {
    float sum = 0;
    for (int s = 0; s < course.place.stations; ++s)
        for (int r = 0; r < course.place.rows; ++r)
            sum += glm::dot(across(course.place, s, r),
                            glm::cross(course.normal.at(s, r), direction(course.place, s, r)));
    return sum < 0 ? -1.0F : 1.0F;
}

}  // namespace

LengthenedSheet::LengthenedSheet(const FibreSheet& sheet, const Lengthening& change) {
    const Course course = course_of(sheet);
    stations_ = course.place.stations;
    rows_ = course.place.rows;
    const Sections sections = sections_of(course);
    const Grid<float> factor = factors(sheet, course, sections, change);
    auto [place, normal] = slid(course, factor);

    // A flat sheet grows in thickness alone, a round belly alike in both ways.
    const float share = 0.5F * smooth_step(0.08F, 0.5F, sections.flatness);
    std::vector<float> growth(static_cast<std::size_t>(stations_), 1);
    if (!change.spot) {
        for (int s = 0; s < stations_; ++s)
            growth[static_cast<std::size_t>(s)] = std::pow(factor.at(s, rows_ / 2), -share);
        keep_width(course, growth, place);
    }

    const float open_m = rows_ > 1 ? 0.0003F : 0.003F;
    const float handed = handedness(course);
    Grid<float> thicker(stations_, rows_, 1);
    const Grid<Vec3> middle = place;
    const auto planes = [&](int s, int r) {
        const float opened = open_m * growth[static_cast<std::size_t>(s)];
        return std::pair(plane_at(course.place, course.normal.at(s, r), s, r, handed, open_m),
                         plane_at(place, normal.at(s, r), s, r, handed, opened));
    };
    for (int round = 0; round < 2; ++round) {  // lifting the sheet off the bone changes its area a little
        for (int s = 0; s < stations_; ++s)
            for (int r = 0; r < rows_; ++r) {
                const auto [rest, now] = planes(s, r);
                const Strain here = strain(rest, now);
                thicker.at(s, r) = 1 / (here.run * here.aside);
            }
        even_out(thicker, 4);
        for (int s = 0; s < stations_ && round == 0; ++s)
            for (int r = 0; r < rows_; ++r)
                place.at(s, r) = middle.at(s, r) + upright(normal.at(s, r), direction(middle, s, r)) *
                                                       course.thickness_m.at(s, r) *
                                                       ((thicker.at(s, r) - 1) / 2);
    }

    for (int s = 0; s < stations_; ++s)
        for (int r = 0; r < rows_; ++r) {
            const auto [rest, now] = planes(s, r);
            const Strain here = strain(rest, now);
            const glm::mat3 from(rest.fibre, rest.aside, rest.normal);
            const glm::mat3 to(now.fibre * here.run, now.aside * here.aside + now.fibre * here.shear,
                               now.normal * thicker.at(s, r));
            nodes_.push_back({course.place.at(s, r), place.at(s, r), to * glm::transpose(from)});
        }
}

// The node that is nearest, among some first and then round the best, and from there how far on in its plane.
Vec2 LengthenedSheet::foot(const Vec3& place) const {
    constexpr int stride = 4;
    int station = 0, row = 0;
    float least = std::numeric_limits<float>::max();
    const auto look_at = [&](int s, int r) {
        const Vec3 apart = node(s, r).rest - place;
        if (const float square = glm::dot(apart, apart); square < least) {
            least = square;
            station = s;
            row = r;
        }
    };
    for (int s = 0; s < stations_; s += stride)
        for (int r = 0; r < rows_; r += stride) look_at(s, r);
    const int near_station = station, near_row = row;
    for (int s = std::max(near_station - stride, 0); s <= std::min(near_station + stride, stations_ - 1); ++s)
        for (int r = std::max(near_row - stride, 0); r <= std::min(near_row + stride, rows_ - 1); ++r)
            look_at(s, r);
    const auto on = [](const Vec3& way, const Vec3& step) {
        const float square = glm::dot(step, step);
        return square > 1e-12F ? std::clamp(glm::dot(way, step) / square, -0.5F, 0.5F) : 0.0F;
    };
    const int before = std::max(station - 1, 0), after = std::min(station + 1, stations_ - 1);
    const int beside = std::max(row - 1, 0), beyond = std::min(row + 1, rows_ - 1);
    const Vec3 way = place - node(station, row).rest;
    const Vec3 along = (node(after, row).rest - node(before, row).rest) / static_cast<float>(after - before);
    const Vec3 over = (node(station, beyond).rest - node(station, beside).rest) /
                      static_cast<float>(std::max(beyond - beside, 1));
    return {std::clamp(static_cast<float>(station) + on(way, along), 0.0F, static_cast<float>(stations_ - 1)),
            std::clamp(static_cast<float>(row) + on(way, over), 0.0F, static_cast<float>(rows_ - 1))};
}

template <class Each>
void LengthenedSheet::each_near(const Vec3& place, const Each& each) const {
    const Vec2 at = foot(place);
    const Four along = b_spline(at.x, stations_);
    const Four over = b_spline(at.y, rows_);
    for (std::size_t i = 0; i < 4; ++i)
        for (std::size_t k = 0; k < 4; ++k)
            each(node(along.node[i], over.node[k]), along.weight[i] * over.weight[k]);
}

Vec3 LengthenedSheet::moved(const Vec3& place) const {
    Vec3 sum(0);
    each_near(place, [&](const Node& near, float weight) {
        sum += (near.moved + near.map * (place - near.rest)) * weight;
    });
    return sum;
}

float LengthenedSheet::distance_m(const Vec3& place) const {
    Vec3 rest(0);
    each_near(place, [&](const Node& near, float weight) { rest += near.rest * weight; });
    return glm::distance(rest, place);
}

}  // namespace myomap
