#include "import/fibre_piece.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/atlas_name.h"
#include "import/fibre_field.h"

namespace myomap {
namespace {

constexpr std::size_t most_triangles = 5000;  // of the surface that equations are solved on
constexpr float least_piece = 0.12F;          // of the largest piece's surface
constexpr std::size_t most_bone_places = 4000;

// Vertices, and more places on triangles so large that a muscle could meet them far from any corner.
std::vector<Vec3> places_on(const Mesh& mesh) {
    constexpr float spacing_m = 0.005F;
    constexpr int most_steps = 20;
    std::vector<Vec3> places = mesh.positions;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const Vec3& a = mesh.positions[mesh.indices[i]];
        const Vec3 ab = mesh.positions[mesh.indices[i + 1]] - a;
        const Vec3 ac = mesh.positions[mesh.indices[i + 2]] - a;
        const float longest = std::max({glm::length(ab), glm::length(ac), glm::length(ac - ab)});
        const int steps = std::min(static_cast<int>(longest / spacing_m), most_steps);
        for (int u = 0; u <= steps && steps > 1; ++u)
            for (int v = 0; u + v <= steps; ++v)
                places.push_back(a + (static_cast<float>(u) * ab + static_cast<float>(v) * ac) /
                                         static_cast<float>(steps));
    }
    const std::size_t step = places.size() / most_bone_places + 1;
    std::vector<Vec3> result;
    for (std::size_t i = 0; i < places.size(); i += step) result.push_back(places[i]);
    return result;
}

bool holds_muscles(PartKind kind) {
    return kind == PartKind::Bone || kind == PartKind::Cartilage || kind == PartKind::Ligament ||
           kind == PartKind::Fascia;
}

float area_of(const Mesh& mesh, const std::vector<std::uint32_t>& triangles) {
    float twice = 0;
    for (std::size_t i = 0; i < triangles.size(); i += 3) {
        const Vec3& a = mesh.positions[triangles[i]];
        twice += glm::length(
            glm::cross(mesh.positions[triangles[i + 1]] - a, mesh.positions[triangles[i + 2]] - a));
    }
    return twice / 2;
}

std::vector<std::uint32_t> half_of(const Mesh& mesh, const std::vector<std::uint32_t>& triangles, Side side) {
    std::vector<std::uint32_t> result;
    for (std::size_t i = 0; i < triangles.size(); i += 3) {
        float x = 0;
        for (std::size_t k = 0; k < 3; ++k) x += mesh.positions[triangles[i + k]].x;
        if ((x > 0) == (side == Side::Left))
            result.insert(result.end(), triangles.begin() + static_cast<std::ptrdiff_t>(i),
                          triangles.begin() + static_cast<std::ptrdiff_t>(i + 3));
    }
    return result;
}

EndsBy ends_by(const FibrePiece& piece, const AttachmentRules& rules) {
    for (const Muscle* muscle : piece.muscles) {
        if (rules.of(muscle->id).ends) return *rules.of(muscle->id).ends;
        if (muscle->fibre.shape == "fan" || muscle->fibre.shape == "sheet") return EndsBy::Contact;
    }
    return EndsBy::Axis;
}

// Rows as stations and stations as rows, for a strip whose fibres run across it; the origin is its cranial
// edge.
FibreSheet exchanged(const FibreSheet& strip, AcrossOrder order) {
    FibreSheet sheet = strip;
    std::swap(sheet.stations, sheet.rows);
    const Vec3 run = strip.outer.back() - strip.outer.front();
    const bool turn = runs_against(run, Vec3(0), order, strip.side);
    for (std::size_t s = 0; s < static_cast<std::size_t>(strip.stations); ++s)
        for (std::size_t r = 0; r < static_cast<std::size_t>(strip.rows); ++r) {
            const std::size_t row = turn ? static_cast<std::size_t>(strip.stations) - 1 - s : s;
            const std::size_t to = r * static_cast<std::size_t>(sheet.rows) + row;
            sheet.outer[to] = strip.outer[s * static_cast<std::size_t>(strip.rows) + r];
            sheet.inner[to] = strip.inner[s * static_cast<std::size_t>(strip.rows) + r];
        }
    return sheet;
}

float gap_to(const FibreSheet& sheet, const AttachmentHint& hint) {
    float least = std::numeric_limits<float>::max();
    const std::size_t first = sheet.outer.size() - static_cast<std::size_t>(sheet.rows);
    for (std::size_t i = first; i < sheet.outer.size(); ++i)
        for (const PlaceTree* bone : hint.bones) least = std::min(least, bone->distance_m(sheet.outer[i]));
    return hint.bones.empty() ? 0 : least;
}

// From the landmark that its record counts from to where the mesh begins; 0 where its rule names none.
float origin_gap(const FibrePiece& piece, const FibreContext& context) {
    for (const Muscle* muscle : piece.muscles) {
        const std::string& id = context.rules().of(muscle->id).origin_beyond;
        if (id.empty()) continue;
        if (const auto place = context.landmark(id, piece.side)) {
            const auto rows = static_cast<std::size_t>(piece.sheet.rows);
            return glm::distance(*place, piece.sheet.outer[rows / 2]);
        }
    }
    return 0;
}

}  // namespace

FibreContext::FibreContext(const std::vector<Part>& parts, const AttachmentRules& rules, const Skin& skin,
                           const std::vector<Landmark>& landmarks)
    : rules_(&rules), landmarks_(&landmarks), skin_(skin.mesh.positions) {
    Box box;
    for (const Part& part : parts) {
        box.add(bounds_of(part.levels[0]));
        if (!holds_muscles(part.kind)) continue;
        if (part.levels[0].positions.empty()) continue;
        bones_.try_emplace({atlas_name_key(part.name), part.side}, places_on(part.levels[0]));
    }
    if (!box.empty()) middle_ = box.centre();
}

Vec3 FibreContext::to_skin(const Vec3& position) const {
    if (!skin_.empty()) return skin_.nearest(position) - position;
    const Vec3 outwards(position.x - middle_.x, 0, position.z - middle_.z);
    const float radius = glm::length(outwards);
    const float reach = 1;  // m, further out than any place
    return radius > 0 ? outwards / radius * std::max(reach - radius, 0.001F) : Vec3(0, 0, reach);
}

void FibreContext::add_bones(AttachmentHint& hint, const std::string& words, Side side) const {
    for (const std::string& name : rules_->bones_named(words))
        for (const Side where : {side, Side::Midline}) {
            const auto bone = bones_.find({name, where});
            if (bone != bones_.end()) hint.bones.push_back(&bone->second);
        }
}

std::optional<Vec3> FibreContext::landmark(const std::string& id, Side side) const {
    const auto found = std::ranges::find_if(*landmarks_, [&](const Landmark& landmark) {
        return landmark.id == id && (landmark.side == side || landmark.side == Side::Midline);
    });
    if (found == landmarks_->end()) return std::nullopt;
    return found->position;
}

void FibreContext::add_line(AttachmentHint& hint, const LandmarkLine& line, Side side) const {
    constexpr float step_m = 0.004F;
    std::vector<Vec3> corners;
    for (const std::string& id : line) {
        if (const auto place = landmark(id, side)) corners.push_back(*place);
    }
    if (corners.size() < line.size()) return;  // half a line would mislead
    if (corners.size() == 1) hint.line.push_back(corners[0]);
    for (std::size_t i = 0; i + 1 < corners.size(); ++i) {
        const int steps = 1 + static_cast<int>(glm::distance(corners[i], corners[i + 1]) / step_m);
        for (int k = 0; k <= steps; ++k)
            hint.line.push_back(
                glm::mix(corners[i], corners[i + 1], static_cast<float>(k) / static_cast<float>(steps)));
    }
}

AttachmentHint FibreContext::origin_of(const std::vector<const Muscle*>& muscles, Side side) const {
    AttachmentHint hint;
    for (const Muscle* muscle : muscles) {
        add_bones(hint, muscle->fibre.from, side);
        if (hint.bones.empty()) add_bones(hint, muscle->origin, side);
        for (const LandmarkLine& line : rules_->of(muscle->id).origin) add_line(hint, line, side);
    }
    return hint;
}

AttachmentHint FibreContext::insertion_of(const std::vector<const Muscle*>& muscles, Side side) const {
    AttachmentHint hint;
    for (const Muscle* muscle : muscles) {
        add_bones(hint, muscle->fibre.to, side);
        if (hint.bones.empty()) add_bones(hint, muscle->insertion, side);
        for (const LandmarkLine& line : rules_->of(muscle->id).insertion) add_line(hint, line, side);
    }
    return hint;
}

std::vector<FibrePiece> pieces_of(const std::vector<Part>& parts, int number,
                                  const std::vector<const Muscle*>& muscles) {
    const Part& part = parts[static_cast<std::size_t>(number)];
    const Mesh& mesh = part.levels[0];
    std::vector<FibrePiece> pieces;
    const auto add = [&](std::vector<std::uint32_t> triangles, Side side) {
        if (triangles.size() < 12) return;
        FibrePiece piece;
        piece.part = number;
        piece.side = side;
        piece.muscles = muscles;
        piece.triangles = std::move(triangles);
        pieces.push_back(std::move(piece));
    };
    std::vector<std::vector<std::uint32_t>> connected = connected_pieces(mesh);
    const float largest = connected.empty() ? 0 : area_of(mesh, connected.front());
    for (auto& triangles : connected) {
        if (area_of(mesh, triangles) < least_piece * largest) break;
        if (part.side == Side::Midline && !muscles.empty()) {
            add(half_of(mesh, triangles, Side::Left), Side::Left);
            add(half_of(mesh, triangles, Side::Right), Side::Right);
        } else {
            add(std::move(triangles), part.side);
        }
    }
    return pieces;
}

void find_fibres(FibrePiece& piece, const Mesh& mesh, const FibreContext& context) {
    piece.surface = make_fibre_surface(mesh, piece.triangles, most_triangles);
    const AttachmentHint origin = context.origin_of(piece.muscles, piece.side);
    const AttachmentHint insertion = context.insertion_of(piece.muscles, piece.side);
    const FibreEnds ends = find_fibre_ends(piece.surface, origin, insertion, ends_by(piece, context.rules()));
    piece.along = along_field(piece.surface, ends);
    SheetFrame frame;
    frame.side = piece.side;
    if (!piece.muscles.empty()) frame.order = context.rules().of(piece.muscles[0]->id).order;
    frame.to_skin = [&](const Vec3& position) { return context.to_skin(position); };
    piece.crosswise = !piece.muscles.empty() && context.rules().of(piece.muscles[0]->id).crosswise;
    if (piece.crosswise)
        frame.order = frame.order == AcrossOrder::CranialToCaudal ? AcrossOrder::LateralToMedial
                                                                  : AcrossOrder::CranialToCaudal;
    piece.order = frame.order;
    piece.sheet = make_fibre_sheet(piece.surface, piece.along, frame);
    if (piece.crosswise && piece.sheet.stations > 0)
        piece.sheet = exchanged(piece.sheet, context.rules().of(piece.muscles[0]->id).order);
    piece.sheet.part = piece.part;
    piece.centre = bounds_of(piece.surface.mesh).centre();
    if (piece.sheet.stations == 0) return;
    piece.insertion_gap_m = gap_to(piece.sheet, insertion);
    piece.origin_gap_m = origin_gap(piece, context);
}

void set_mesh_fibres(Mesh& mesh, const std::vector<const FibrePiece*>& pieces) {
    mesh.fibre.assign(mesh.positions.size(), Vec3(0.5F));
    std::vector<const FibrePiece*> piece_of(mesh.positions.size(), pieces.front());
    for (const FibrePiece* piece : pieces)
        for (const std::uint32_t vertex : piece->triangles) piece_of[vertex] = piece;
    for (const FibrePiece* piece : pieces) {
        const SurfaceInterpolation interpolation(piece->surface);
        for (std::size_t v = 0; v < mesh.positions.size(); ++v) {
            if (piece_of[v] != piece) continue;
            const float along = interpolation.value_at(
                mesh.positions[v], v < mesh.normals.size() ? mesh.normals[v] : Vec3(0), piece->along);
            mesh.fibre[v] = Vec3(along, 0.5F, 0.5F);
            if (piece->sheet.stations == 0) continue;
            const FibreCoordinates place = piece->crosswise
                                               ? coordinates_across(piece->sheet, mesh.positions[v])
                                               : coordinates_in(piece->sheet, along, mesh.positions[v]);
            mesh.fibre[v] = Vec3(place.along, place.across, place.depth);
        }
    }
}

}  // namespace myomap
