#include "sculpt/made_thorax.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <limits>
#include <numbers>
#include <optional>

#include "base/atlas_name.h"
#include "body/part_origin.h"
#include "import/levels.h"
#include "import/mesh_repair.h"
#include "import/skin_volume.h"
#include "import/smooth_surface.h"

namespace myomap {
namespace {

constexpr float voxel_m = 0.003F;
constexpr float mm = 0.001F;

bool holds(const std::string& text, std::string_view word) {
    return text.find(word) != std::string::npos;
}

bool is_bony(const Part& part) {
    return part.kind == PartKind::Bone || part.kind == PartKind::Cartilage || part.kind == PartKind::Disc;
}

// Of the wall of the chest; behind the ribs the spine's processes are not.
bool is_wall(const Part& part, const std::string& name) {
    return is_bony(part) && (name.ends_with(" rib") || name.ends_with("costal cartilage") ||
                             name == "manubrium" || holds(name, "sternum") || holds(name, "xiphoid"));
}

bool is_cage(const Part& part, const std::string& name) {
    return is_wall(part, name) || (is_bony(part) && holds(name, "thoracic vertebra"));
}

bool is_between_lungs(const Part& part, const std::string& name) {
    if (part.kind == PartKind::Artery) return holds(name, "aorta") || holds(name, "brachiocephalic");
    return part.kind == PartKind::Organ && (name == "heart" || name == "trachea" || holds(name, "esophagus"));
}

// The level at which a rib crosses a line on the chest, m.
struct Crossing {
    float angle = 0;  // of the line, seen from above: 0 before, π / 2 at the side, π behind
    float level = 0;
};

// All about the chest of a body, seen by voxels; negative inside of what a field stands for, m.
class Chest {
public:
    explicit Chest(const Body& body) {
        Box box;
        std::vector<const Mesh*> cage, wall, between, diaphragm;
        for (const Part& part : body.parts) {
            const Mesh& mesh = part.levels[0].indices.empty() ? part.levels[1] : part.levels[0];
            const std::string name = atlas_name_key(part.name);
            if (is_cage(part, name)) {
                cage.push_back(&mesh);
                box.add(bounds_of(mesh));
            }
            if (is_wall(part, name)) wall.push_back(&mesh);
            if (is_between_lungs(part, name)) between.push_back(&mesh);
            if (part.kind == PartKind::Muscle && name == "diaphragm") diaphragm.push_back(&mesh);
        }
        if (cage.size() < 24) return;
        grid_ = GridShape::round(box, voxel_m, 12 * voxel_m);
        cage_m_ = signed_distance(cage);
        between_m_ = signed_distance(between);
        find_floor(diaphragm);
        std::ranges::copy(diaphragm, std::back_inserter(wall));
        find_wall(wall);
        whole_ = true;
    }

    bool whole() const { return whole_; }
    const GridShape& grid() const { return grid_; }
    float off_cage(std::size_t i) const { return cage_m_[i]; }        // outside the bones
    float off_between(std::size_t i) const { return between_m_[i]; }  // outside heart and vessels
    float depth(std::size_t i) const { return depth_m_[i]; }          // below the outer side of the chest
    float above_floor(std::size_t i) const {  // above the diaphragm; far where it is not below
        const auto row = static_cast<std::size_t>(grid_.nx);
        const std::size_t x = i % row, z = i / row / static_cast<std::size_t>(grid_.ny);
        return grid_.place(i).y - floor_m_[z * row + x];
    }

private:
    std::vector<float> signed_distance(const std::vector<const Mesh*>& meshes) const {
        Mask surface(grid_.size(), 0);
        for (const Mesh* mesh : meshes) mark_surface(grid_, *mesh, surface);
        std::vector<float> distance = distances(grid_, surface);
        Mask free(grid_.size());
        std::ranges::transform(surface, free.begin(),
                               [](std::uint8_t marked) { return static_cast<std::uint8_t>(1 - marked); });
        const Mask outside = reached_from_rim(grid_, free);
        for (std::size_t i = 0; i < distance.size(); ++i)
            if (outside[i] == 0) distance[i] = -distance[i];
        return distance;
    }

    // The chest closed between the ribs, as wide as its widest gap, and by the diaphragm; what lies below
    // this is not outside.
    void find_wall(const std::vector<const Mesh*>& wall) {
        constexpr float gap_m = 0.033F;
        Mask surface(grid_.size(), 0);
        for (const Mesh* mesh : wall) mark_surface(grid_, *mesh, surface);
        Mask outside = closed(grid_, surface, gap_m);
        for (std::size_t i = 0; i < outside.size(); ++i)
            outside[i] = outside[i] == 0 && above_floor(i) > 0 ? 1 : 0;
        depth_m_ = distances(grid_, outside);
    }

    void find_floor(const std::vector<const Mesh*>& diaphragm) {
        Mask surface(grid_.size(), 0);
        for (const Mesh* mesh : diaphragm) mark_surface(grid_, *mesh, surface);
        const auto row = static_cast<std::size_t>(grid_.nx);
        floor_m_.assign(row * static_cast<std::size_t>(grid_.nz), std::numeric_limits<float>::lowest());
        for (int z = 0; z < grid_.nz; ++z)
            for (int y = 0; y < grid_.ny; ++y)
                for (int x = 0; x < grid_.nx; ++x)
                    if (const std::size_t i = grid_.at(x, y, z); surface[i] != 0) {
                        float& floor =
                            floor_m_[static_cast<std::size_t>(z) * row + static_cast<std::size_t>(x)];
                        floor = std::max(floor, grid_.place(i).y);
                    }
    }

    GridShape grid_;
    bool whole_ = false;
    std::vector<float> cage_m_, between_m_, depth_m_, floor_m_;
};

// What of a side lies above a line round the chest.
class LowerEdge {
public:
    LowerEdge(const Body& body, Side side, const LowerLimits& limits)
        : sign_(side == Side::Left ? 1.0F : -1.0F) {
        const Landmark* clavicle = body.landmark("clavicle_middle", side);
        const Landmark* front = body.landmark("axillary_fold_anterior", side);
        const Landmark* back = body.landmark("axillary_fold_posterior", side);
        const Landmark* sternum = body.landmark("xiphisternal_joint", Side::Midline);
        const Landmark* spine = body.landmark("transverse_process_l1", side);
        if (!clavicle || !front || !back || !sternum || !spine) return;
        axis_z_ = (front->position.z + back->position.z) / 2;
        const float clavicular_x = clavicle->position.x, spinal_x = spine->position.x;
        crossings_.push_back({angle(sternum->position), sternum->position.y});
        add(body, side, limits.midclavicular,
            [&](const Vec3& p) { return p.z > axis_z_ ? std::abs(p.x - clavicular_x) : far; });
        add(body, side, limits.midaxillary, [&](const Vec3& p) { return std::abs(p.z - axis_z_); });
        add(body, side, limits.paravertebral,
            [&](const Vec3& p) { return p.z < axis_z_ ? std::abs(p.x - spinal_x) : far; });
    }

    bool whole() const { return crossings_.size() == 4; }

    float level(const Vec3& place) const {
        const float at = angle(place);
        if (at <= crossings_.front().angle) return crossings_.front().level;
        for (std::size_t i = 1; i < crossings_.size(); ++i) {
            const Crossing &a = crossings_[i - 1], &b = crossings_[i];
            if (at > b.angle) continue;
            return std::lerp(a.level, b.level, (at - a.angle) / std::max(b.angle - a.angle, 1e-3F));
        }
        return crossings_.back().level;
    }

private:
    static constexpr float far = 1;

    float angle(const Vec3& place) const {
        return std::atan2(std::max(sign_ * place.x, 0.0F), place.z - axis_z_);
    }

    // Where a rib or its cartilage crosses a line, that is where it comes nearest to it.
    template <class Off>
    void add(const Body& body, Side side, const std::string& rib, const Off& off_line) {
        constexpr float beside_m = 0.006F;
        const std::string cartilage = rib.substr(0, rib.rfind(' ')) + " costal cartilage";
        Vec3 sum(0);
        float count = 0;
        for (const Part& part : body.parts) {
            const std::string name = atlas_name_key(part.name);
            if (part.side != side || (name != rib && name != cartilage)) continue;
            const Mesh& mesh = part.levels[0].indices.empty() ? part.levels[1] : part.levels[0];
            for (const Vec3& place : mesh.positions)
                if (off_line(place) < beside_m) {
                    sum += place;
                    ++count;
                }
        }
        if (count > 0) crossings_.push_back({angle(sum / count), sum.y / count});
    }

    float sign_;
    float axis_z_ = 0;
    std::vector<Crossing> crossings_;
};

// The dome of the pleura in the ring of the first rib: as a distance to an ellipsoid, about.
class Cupola {
public:
    Cupola(const Body& body, Side side, float above_mm) {
        const Landmark* clavicle = body.landmark("clavicle_medial_quarter", side);
        const int rib = body.part_index("first_rib." + std::string(to_text(side)));
        if (clavicle == nullptr || rib < 0) return;
        const Part& part = body.parts[static_cast<std::size_t>(rib)];
        const Box ring = bounds_of(part.levels[0].indices.empty() ? part.levels[1] : part.levels[0]);
        const float top = clavicle->position.y + above_mm * mm;
        radii_ = {0.30F * ring.size().x, 0.045F, 0.32F * ring.size().z};
        centre_ = {ring.centre().x, top - radii_.y, ring.centre().z};
        whole_ = true;
    }

    bool whole() const { return whole_; }
    float outside(const Vec3& place) const {
        const Vec3 scaled = (place - centre_) / radii_;
        const float k = glm::length(scaled), slope = glm::length(scaled / radii_);
        return slope > 0 ? k * (k - 1) / slope : -radii_.x;
    }

private:
    bool whole_ = false;
    Vec3 centre_{0}, radii_{1};
};

struct Lining {
    float within_m;     // off the bones, and below the chest wall's inner side
    float recess_m;     // kept between ribs and diaphragm; 0: none
    float midline_m;    // off the midline
    float lower_top_m;  // of the cupola
};

// The room of a side: negative inside, m.
Field room(const Chest& chest, const ThoraxRule& rule, Side side, const LowerEdge& edge, const Cupola& cupola,
           const Lining& lining) {
    Field field;
    field.shape = chest.grid();
    field.values.resize(field.shape.size());
    const float sign = side == Side::Left ? 1.0F : -1.0F;
    const auto clear_of = [&](std::size_t i, float least) {
        const float x = sign * field.shape.place(i).x;
        return std::max({least - chest.off_cage(i), least - chest.off_between(i), lining.midline_m - x});
    };
    tbb::parallel_for(std::size_t{0}, field.values.size(), [&](std::size_t i) {
        const Vec3 place = field.shape.place(i);
        const float wall = rule.wall_mm * mm + lining.within_m - chest.depth(i);
        const float inside = std::min(wall, cupola.outside(place) + lining.lower_top_m);
        const float floor = 0.0015F - chest.above_floor(i);
        const float recess = lining.recess_m > 0 ? -wall - lining.recess_m : 1;
        field.values[i] = std::max(
            {inside, edge.level(place) - place.y, std::min(floor, recess), clear_of(i, lining.within_m)});
    });
    blur(field, 2);
    for (std::size_t i = 0; i < field.values.size(); ++i)
        field.values[i] = std::max(field.values[i], clear_of(i, lining.within_m));
    return field;
}

Mesh lining_of(const Field& field) {
    constexpr float most_thinned_mm = 0.6F;
    Mesh mesh = surface_of(*volume_of(field, 3));
    smooth_surface(mesh, 20);
    mesh = thinned(mesh, most_thinned_mm);
    make_normals(mesh);
    return mesh;
}

void add_part(Body& body, const std::string& stem, Side side, const std::string& name,
              const std::string& made_from, const ThoraxRule& rule, Mesh mesh) {
    if (mesh.indices.empty()) return;
    Part part;
    part.id = stem + "." + std::string(to_text(side));
    part.name = (side == Side::Left ? "Left " : "Right ") + name;
    part.kind = PartKind::Organ;
    part.side = side;
    part.source = to_text(PartOrigin{true, made_from, rule.sources});
    part.volume_ml = volume_ml(mesh);
    part.full_triangle_count = mesh.triangle_count();
    part.levels[0] = std::move(mesh);
    body.parts.push_back(std::move(part));
}

bool has_lungs(const Body& body) {
    return std::ranges::any_of(body.parts, [](const Part& part) {
        return part.kind == PartKind::Organ && holds(atlas_name_key(part.name), "lung");
    });
}

}  // namespace

void add_made_thorax(Body& body, const ThoraxRule& rule) {
    if (has_lungs(body)) return;
    const Chest chest(body);
    if (!chest.whole()) return;
    constexpr float beside_midline_m = 0.004F;
    for (const Side side : {Side::Left, Side::Right}) {
        const LowerEdge pleura(body, side, rule.pleura.limits), lung(body, side, rule.lung.limits);
        const Cupola cupola(body, side, rule.cupola_mm);
        if (!pleura.whole() || !lung.whole() || !cupola.whole()) continue;
        const float off = rule.pleura.inside_mm * mm;
        const float deeper = off + rule.lung.inside_mm * mm + 0.5F * voxel_m;
        const Field outer =
            room(chest, rule, side, pleura, cupola, {off, rule.recess_mm * mm, beside_midline_m, 0});
        const Field inner = room(chest, rule, side, lung, cupola,
                                 {deeper, 0, beside_midline_m + 2 * rule.lung.inside_mm * mm, deeper - off});
        Field within = inner;  // and nowhere outside the pleura
        for (std::size_t i = 0; i < within.values.size(); ++i)
            within.values[i] = std::max(inner.values[i], outer.values[i] + rule.lung.inside_mm * mm);
        add_part(body, "pleura", side, "Pleura", rule.pleura.made_from, rule, lining_of(outer));
        add_part(body, "lung", side, "Lung", rule.lung.made_from, rule, lining_of(within));
    }
}

}  // namespace myomap
