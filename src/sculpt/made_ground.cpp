#include "sculpt/made_ground.h"

#include <algorithm>

#include "base/atlas_name.h"
#include "import/part_naming.h"

namespace myomap {
namespace {

Vec3 seen(const Vec3& v, bool mirror) {
    return mirror ? Vec3(-v.x, v.y, v.z) : v;
}

// As fine as will do: with all its detail a skeleton has a million triangles.
const Mesh& coarse_mesh(const Part& part) {
    return part.levels[1].indices.empty() ? part.levels[0] : part.levels[1];
}

void append_mesh(const Mesh& mesh, bool mirror, float scale, Mesh& joined) {
    const auto first = static_cast<std::uint32_t>(joined.positions.size());
    for (const Vec3& p : mesh.positions) joined.positions.push_back(scale * seen(p, mirror));
    for (const Vec3& n : mesh.normals) joined.normals.push_back(seen(n, mirror));
    joined.normals.resize(joined.positions.size(), Vec3(0));
    const std::size_t begin = joined.indices.size();
    for (const std::uint32_t v : mesh.indices) joined.indices.push_back(first + v);
    if (!mirror) return;  // else what was outside would be inside
    for (std::size_t i = begin; i + 2 < joined.indices.size(); i += 3)
        std::swap(joined.indices[i + 1], joined.indices[i + 2]);
}

}  // namespace

MadeGround::MadeGround(const Body& body, Side side) : body_(body), side_(side) {}
MadeGround::~MadeGround() = default;

void MadeGround::add(const std::string& id, const Mesh& mesh) {
    append_mesh(mesh, false, 1000, made_[id]);
}

Mesh MadeGround::mesh_of(const std::string& name) const {
    const bool mirror = side_ == Side::Right;
    Mesh joined;
    if (name == "skin") append_mesh(body_.skin.mesh, mirror, 1000, joined);
    for (const Part& part : body_.parts) {
        const bool wanted = name == "bones" ? is_skeletal(part.kind)
                                            : (part.side == side_ || part.side == Side::Midline) &&
                                                  atlas_name_key(part.name) == name;
        if (wanted) append_mesh(coarse_mesh(part), mirror, 1000, joined);
    }
    if (const auto made = made_.find(snake_name(name)); made != made_.end())
        append_mesh(made->second, false, 1, joined);
    return joined;
}

const MeshSurface* MadeGround::surface(const std::string& name) {
    if (const auto known = named_.find(name); known != named_.end()) return &known->second;
    Mesh mesh = mesh_of(name);
    if (mesh.indices.empty()) return nullptr;  // it may yet be made
    return &named_.emplace(name, std::move(mesh)).first->second;
}

const MeshSurface* MadeGround::joined(const std::vector<std::string>& names) {
    if (const auto known = surfaces_.find(names); known != surfaces_.end())
        return known->second ? &*known->second : nullptr;
    std::vector<const MeshSurface*> there;
    for (const std::string& name : names)
        if (const MeshSurface* one = surface(name)) there.push_back(one);
    std::optional<MeshSurface>& joined = surfaces_[names];
    if (!there.empty()) joined.emplace(there);
    return joined ? &*joined : nullptr;
}

std::vector<const MeshSurface*> MadeGround::near(const Box& box_mm, const std::string& but_muscle) {
    constexpr float beside_mm = 5;
    const bool mirror = side_ == Side::Right;
    const Box around_mm = box_mm.grown(beside_mm);
    parts_.resize(body_.parts.size());
    std::vector<const MeshSurface*> result;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        const Part& part = body_.parts[i];
        if (!(is_skeletal(part.kind) || part.kind == PartKind::Muscle) || part.levels[0].indices.empty())
            continue;
        if (part.muscle == but_muscle) continue;
        if (parts_[i] == nullptr) {
            Box box = bounds_of(part.levels[0]);
            if (mirror)
                box = {Vec3(-box.max.x, box.min.y, box.min.z), Vec3(-box.min.x, box.max.y, box.max.z)};
            if (!around_mm.meets({1000.0F * box.min, 1000.0F * box.max})) continue;
            Mesh mesh;
            append_mesh(part.levels[0], mirror, 1000, mesh);
            parts_[i] = std::make_unique<MeshSurface>(std::move(mesh));
        }
        if (around_mm.meets(parts_[i]->bounds())) result.push_back(parts_[i].get());
    }
    for (const auto& [id, mesh] : made_)
        if (const MeshSurface* made = id == but_muscle ? nullptr : surface(id);
            made != nullptr && around_mm.meets(made->bounds()))
            result.push_back(made);
    return result;
}

std::optional<Vec3> MadeGround::place(const MadePlace& place) const {
    Vec3 sum(0);
    float weight = 0;
    for (const auto& [id, share] : place.between) {
        const Landmark* landmark = body_.landmark(id, side_);
        if (landmark == nullptr) landmark = body_.landmark(id, Side::Midline);
        if (landmark == nullptr) return std::nullopt;
        sum += share * 1000 * seen(landmark->position, side_ == Side::Right);
        weight += share;
    }
    return sum / weight + place.offset_mm;
}

}  // namespace myomap
