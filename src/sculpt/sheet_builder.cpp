#include "sculpt/sheet_builder.h"

#include <algorithm>
#include <cmath>

#include "import/mesh_repair.h"
#include "sculpt/sheet_grid.h"
#include "sculpt/sheet_places.h"
#include "sculpt/sheet_shape.h"

namespace myomap {
namespace {

constexpr float fibre_step_mm = 6;  // between the nodes of a fibre sheet

struct Box2 {
    Vec2 low{1e9F}, high{-1e9F};
};

// Of the muscle's coordinates over the sheet; its least and most lie on the rim.
Box2 range_of(const BodySheet& sheet) {
    constexpr int steps = 24;
    Box2 range;
    const auto take = [&](float along, float across) {
        const Vec2 place = muscle_place(sheet, along, across);
        range.low = glm::min(range.low, place);
        range.high = glm::max(range.high, place);
    };
    for (int i = 0; i <= steps; ++i) {
        const float x = static_cast<float>(i) / steps;
        take(x, 0);
        take(x, 1);
        take(0, x);
        take(1, x);
    }
    return range;
}

Vec3 on_face(const SheetControls& controls, const std::vector<Vec3>& normals, const SheetPlace& place,
             float side = 1) {
    const Vec4 middle = place.middle(controls);
    return Vec3(middle) + side * place.share * std::max(middle.w, 0.0F) * place.normal(normals);
}

// Coordinates at even steps over the face, with as many as make edges of the length wanted.
template <class PlaceAt>
std::vector<float> even_steps(const SheetControls& controls, const std::vector<float>& fine, int least,
                              float edge_mm, const PlaceAt& place_at) {
    std::vector<float> way(fine.size(), 0);
    const std::vector<Vec3> normals = normals_of(controls);
    constexpr int lines = 7;
    for (int line = 0; line < lines; ++line) {
        const float other = (static_cast<float>(line) + 0.5F) / lines;
        Vec3 last = on_face(controls, normals, place_at(fine[0], other));
        float length = 0;
        for (std::size_t i = 1; i < fine.size(); ++i) {
            const Vec3 here = on_face(controls, normals, place_at(fine[i], other));
            length += glm::distance(here, last);
            way[i] += length / lines;
            last = here;
        }
    }
    const int count = std::max(least, static_cast<int>(std::lround(way.back() / edge_mm)));
    std::vector<float> steps{0};
    std::size_t k = 0;
    for (int i = 1; i < count; ++i) {
        const float wanted = way.back() * static_cast<float>(i) / static_cast<float>(count);
        while (k + 2 < fine.size() && way[k + 1] < wanted) ++k;
        const float span = way[k + 1] - way[k];
        const float t = span > 0 ? std::clamp((wanted - way[k]) / span, 0.0F, 1.0F) : 0.5F;
        steps.push_back(fine[k] + t * (fine[k + 1] - fine[k]));
    }
    steps.push_back(1);
    return steps;
}

}  // namespace

float length_mm(const BodySheet& sheet) {
    float longest = 0;
    for (int r = 0; r < sheet.rows; ++r) {
        float length = 0;
        for (int i = r; i + sheet.rows < sheet.stations * sheet.rows; i += sheet.rows)
            length += glm::distance(sheet.middle_mm[static_cast<std::size_t>(i)],
                                    sheet.middle_mm[static_cast<std::size_t>(i + sheet.rows)]);
        longest = std::max(longest, length);
    }
    return longest;
}

float width_mm(const BodySheet& sheet) {
    float widest = 0;
    for (int s = 0; s < sheet.stations; ++s) {
        float width = 0;
        for (int i = s * sheet.rows; i + 1 < (s + 1) * sheet.rows; ++i)
            width += glm::distance(sheet.middle_mm[static_cast<std::size_t>(i)],
                                   sheet.middle_mm[static_cast<std::size_t>(i + 1)]);
        widest = std::max(widest, width);
    }
    return widest;
}

Mesh build_sheet(const BodySheet& sheet, float edge_mm) {
    const int stations = sheet.stations;
    const int rows = sheet.rows;
    const SheetControls controls = controls_of(sheet);
    const std::vector<float> along =
        even_steps(controls, rounded_steps(6 * stations, end_reach(stations)), 6, edge_mm,
                   [&](float v, float u) { return sheet_place(stations, rows, v, u); });
    const std::vector<float> across =
        even_steps(controls, rounded_steps(6 * rows, edge_reach(rows)), 4, edge_mm,
                   [&](float u, float v) { return sheet_place(stations, rows, v, u); });
    const SheetGrid grid = make_sheet_grid(stations, rows, along, across);
    Mesh mesh;
    mesh.positions = grid.positions_mm(controls);
    for (Vec3& position : mesh.positions) position *= 0.001F;
    for (const SheetGrid::Vertex& vertex : grid.vertices) {
        const Vec2 place = glm::clamp(muscle_place(sheet, vertex.along, vertex.across), 0.0F, 1.0F);
        mesh.fibre.emplace_back(place, 0.5F - 0.5F * vertex.side);
    }
    mesh.indices = grid.indices;
    make_normals_by_area(mesh);
    return mesh;
}

Mesh build_sheets(const std::vector<BodySheet>& sheets, float edge_mm) {
    Mesh whole;
    for (const BodySheet& sheet : sheets) {
        const Mesh mesh = build_sheet(sheet, edge_mm);
        const auto first = static_cast<std::uint32_t>(whole.positions.size());
        whole.positions.insert(whole.positions.end(), mesh.positions.begin(), mesh.positions.end());
        whole.normals.insert(whole.normals.end(), mesh.normals.begin(), mesh.normals.end());
        whole.fibre.insert(whole.fibre.end(), mesh.fibre.begin(), mesh.fibre.end());
        for (const std::uint32_t v : mesh.indices) whole.indices.push_back(first + v);
    }
    return whole;
}

FibreSheet fibre_sheet_of(const BodySheet& sheet) {
    FibreSheet fibres;
    const auto nodes = [](float length_mm, int least, int most) {
        return std::clamp(static_cast<int>(std::lround(length_mm / fibre_step_mm)) + 1, least, most);
    };
    fibres.stations = nodes(length_mm(sheet), 8, 24);
    fibres.rows = nodes(width_mm(sheet), 4, 16);
    const Box2 range = range_of(sheet);
    fibres.along_from = range.low.x;
    fibres.along_to = range.high.x;
    fibres.across_from = range.low.y;
    fibres.across_to = range.high.y;
    const SheetControls controls = controls_of(sheet);
    const std::vector<Vec3> normals = normals_of(controls);
    for (int s = 0; s < fibres.stations; ++s)
        for (int r = 0; r < fibres.rows; ++r) {
            const Vec2 share(static_cast<float>(s) / static_cast<float>(fibres.stations - 1),
                             static_cast<float>(r) / static_cast<float>(fibres.rows - 1));
            const Vec2 at = sheet_place_of(sheet, glm::mix(range.low, range.high, share));
            const SheetPlace place = sheet_place(sheet.stations, sheet.rows, at.x, at.y);
            fibres.outer.push_back(on_face(controls, normals, place) * 0.001F);
            fibres.inner.push_back(on_face(controls, normals, place, -1) * 0.001F);
        }
    return fibres;
}

BodySheet mirrored(const BodySheet& sheet) {
    BodySheet other = sheet;
    std::swap(other.across_from, other.across_to);  // so that along × across still points outwards
    for (MuscleRange& range : other.also) std::swap(range.across_from, range.across_to);
    for (int s = 0; s < sheet.stations; ++s)
        for (int r = 0; r < sheet.rows; ++r) {
            const auto to = static_cast<std::size_t>(s * sheet.rows + r);
            const auto from = static_cast<std::size_t>(s * sheet.rows + sheet.rows - 1 - r);
            const Vec3& middle = sheet.middle_mm[from];
            other.middle_mm[to] = {-middle.x, middle.y, middle.z};
            other.half_mm[to] = sheet.half_mm[from];
        }
    for (auto row = other.places.begin(); row != other.places.end(); row += 4) std::reverse(row, row + 4);
    return other;
}

}  // namespace myomap
