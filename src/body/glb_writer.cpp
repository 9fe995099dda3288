#include <tiny_gltf.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>

#include "body/body.h"
#include "body/glb_buffer.h"
#include "body/glb_format.h"

namespace myomap {

namespace {

using tinygltf::Value;
using Object = Value::Object;
using Array = Value::Array;

Value text(std::string_view words) {
    return Value(std::string(words));
}

Value number(float value) {
    return Value(short_decimal(value));
}

Value vector(const Vec3& v) {
    return Value(Array{number(v.x), number(v.y), number(v.z)});
}

struct Colour {
    double red, green, blue, alpha;
};

// For other viewers; ours has its own.
Colour colour_of(PartKind kind) {
    switch (kind) {
        case PartKind::Muscle:
            return {0.62, 0.23, 0.20, 1};
        case PartKind::Tendon:
        case PartKind::Fascia:
        case PartKind::Ligament:
            return {0.86, 0.84, 0.78, 1};
        case PartKind::Bone:
            return {0.89, 0.85, 0.74, 1};
        case PartKind::Cartilage:
        case PartKind::Disc:
            return {0.70, 0.78, 0.80, 1};
        case PartKind::Tooth:
        case PartKind::Eye:
            return {0.94, 0.93, 0.89, 1};
        case PartKind::Artery:
            return {0.75, 0.10, 0.10, 1};
        case PartKind::Nerve:
            return {0.90, 0.80, 0.35, 1};
        case PartKind::Organ:
            return {0.60, 0.40, 0.38, 1};
        case PartKind::Other:
            return {0.70, 0.66, 0.62, 1};
    }
    return {1, 1, 1, 1};
}

class Writer {
public:
    Writer(const Body& body, Packing packing)
        : body_(body),
          grid_(packing == Packing::Packed ? std::optional(grid_over(all_of(body))) : std::nullopt),
          buffer_(model_, grid_),
          vertices_(body.parts.size()) {}

    std::size_t unpacked_bytes() const { return buffer_.unpacked_size(); }

    tinygltf::Model make() {
        model_.asset.version = "2.0";
        model_.asset.generator = "Myomap";
        model_.asset.copyright = body_.credit;
        tinygltf::Scene scene;
        scene.name = body_.name;
        reserve_part_nodes(scene);
        if (!body_.skin.mesh.indices.empty()) scene.nodes.push_back(add_skin());
        buffer_.close_section();
        for (int level = level_count - 1; level > 0; --level)
            add_level(level, [](const Part&) { return true; });
        add_level(0, [](const Part& part) { return !has_coarser_level(part); });
        const Value sheets = sheets_value();
        buffer_.close_section();
        if (grid_) add_level(0, has_coarser_level);
        const std::size_t viewing_bytes = buffer_.size();
        if (!grid_) add_level(0, has_coarser_level);
        if (grid_) put_under_grid(scene);
        scene.extras = Value(Object{{glb::body_key, body_value(sheets)}});
        model_.scenes.push_back(std::move(scene));
        model_.defaultScene = 0;
        tinygltf::Buffer buffer;
        buffer.data = buffer_.take();
        buffer.extras = Value(Object{{glb::viewing_bytes_key, Value(static_cast<int>(viewing_bytes))}});
        model_.buffers.push_back(std::move(buffer));
        return std::move(model_);
    }

private:
    static Box all_of(const Body& body) {
        Box box;
        for (const Part& part : body.parts)
            for (const Vec3& place : part.levels[0].positions) box.add(place);
        for (const Vec3& place : body.skin.mesh.positions) box.add(place);
        return box;
    }

    // All nodes below one that makes metres of the grid's steps.
    void put_under_grid(tinygltf::Scene& scene) {
        tinygltf::Node whole;
        whole.name = body_.name;
        whole.children = std::move(scene.nodes);
        const double step = short_decimal(grid_->step_m);
        whole.scale = {step, step, step};
        for (int axis = 0; axis < 3; ++axis) whole.translation.push_back(short_decimal(grid_->origin[axis]));
        scene.nodes = {static_cast<int>(model_.nodes.size())};
        model_.nodes.push_back(std::move(whole));
        for (const char* extension : {glb::packing_extension, glb::whole_numbers_extension}) {
            model_.extensionsUsed.emplace_back(extension);
            model_.extensionsRequired.emplace_back(extension);
        }
    }

    int material(const std::string& name, const Colour& colour) {
        for (std::size_t i = 0; i < model_.materials.size(); ++i)
            if (model_.materials[i].name == name) return static_cast<int>(i);
        tinygltf::Material material;
        material.name = name;
        material.pbrMetallicRoughness.baseColorFactor = {colour.red, colour.green, colour.blue, colour.alpha};
        material.pbrMetallicRoughness.metallicFactor = 0;
        material.pbrMetallicRoughness.roughnessFactor = 0.6;
        if (colour.alpha < 1) material.alphaMode = "BLEND";
        model_.materials.push_back(std::move(material));
        return static_cast<int>(model_.materials.size()) - 1;
    }

    using Attributes = std::map<std::string, int>;

    Attributes add_vertices(const Mesh& mesh) {
        Attributes attributes;
        attributes["POSITION"] = buffer_.add_positions(mesh.positions);
        if (!mesh.normals.empty()) attributes["NORMAL"] = buffer_.add_normals(mesh.normals);
        if (!mesh.fibre.empty()) attributes[glb::fibre_attribute] = buffer_.add_shares(mesh.fibre);
        return attributes;
    }

    // Those of a coarser level that are the first of a finer one.
    Attributes first_of(const Attributes& finer, const Mesh& mesh) {
        Attributes attributes;
        for (const auto& [name, accessor] : finer)
            attributes[name] = name == "POSITION" ? buffer_.add_first_positions(accessor, mesh.positions)
                                                  : buffer_.add_first_of(accessor, mesh.positions.size());
        return attributes;
    }

    tinygltf::Primitive primitive(Attributes attributes, const Mesh& mesh, int material_index) {
        tinygltf::Primitive primitive;
        primitive.mode = TINYGLTF_MODE_TRIANGLES;
        primitive.material = material_index;
        primitive.attributes = std::move(attributes);
        primitive.indices = buffer_.add_indices(mesh.indices, mesh.positions.size());
        return primitive;
    }

    // The vertices of a level, added once; a coarser level whose vertices are the first of the next finer one
    // takes them from there.
    Attributes vertices_of(std::size_t part, std::size_t level) {
        const auto& levels = body_.parts[part].levels;
        auto& known = vertices_[part][level];
        if (!known.empty()) return known;
        known = level > 0 && begins(levels[level], levels[level - 1], level - 1)
                    ? first_of(vertices_of(part, level - 1), levels[level])
                    : add_vertices(levels[level]);
        return known;
    }

    // Whether the finer level's vertices begin with the coarser's and may be loaded with them: a large level
    // 0 is not wanted for viewing.
    bool begins(const Mesh& coarser, const Mesh& finer, std::size_t finer_level) const {
        const std::size_t count = coarser.positions.size();
        if (count > finer.positions.size() || finer.indices.empty()) return false;
        if (finer_level == 0 && !grid_ && finer.positions.size() > most_shared * count) return false;
        return same_start(coarser.positions, finer.positions) && same_start(coarser.normals, finer.normals) &&
               same_start(coarser.fibre, finer.fibre);
    }

    static bool same_start(const std::vector<Vec3>& few, const std::vector<Vec3>& many) {
        return few.empty() == many.empty() && std::equal(few.begin(), few.end(), many.begin());
    }

    static constexpr std::size_t most_shared = 3;

    int add_mesh(std::string name, tinygltf::Primitive primitive) {
        tinygltf::Mesh mesh;
        mesh.name = std::move(name);
        mesh.primitives.push_back(std::move(primitive));
        model_.meshes.push_back(std::move(mesh));
        return static_cast<int>(model_.meshes.size()) - 1;
    }

    // A part's own node has the index of the part; it shows level 0, or the finest that there is.
    void reserve_part_nodes(tinygltf::Scene& scene) {
        for (const Part& part : body_.parts) {
            scene.nodes.push_back(static_cast<int>(model_.nodes.size()));
            tinygltf::Node node;
            node.name = part.name;
            node.extras = extras_of(part);
            model_.nodes.push_back(std::move(node));
        }
    }

    Value extras_of(const Part& part) {
        Object extras{
            {glb::id_key, text(part.id)},
            {"fma", text(part.fma)},
            {"side", text(to_text(part.side))},
            {"kind", text(to_text(part.kind))},
            {"layer", Value(part.layer)},
            {"muscle", text(part.muscle)},
            {"source", text(part.source)},
            {"volume_ml", number(part.volume_ml)},
            {"triangles",
             Value(static_cast<int>(std::max(part.full_triangle_count, part.levels[0].triangle_count())))},
            {glb::level_key, Value(finest_level(part))}};
        if (part.flesh)
            extras["flesh"] = Value(tinygltf::Value::Array{number(part.flesh->x), number(part.flesh->y)});
        return Value(std::move(extras));
    }

    template <class Wanted>
    void add_level(int level, const Wanted& wanted) {
        const auto at = static_cast<std::size_t>(level);
        for (std::size_t i = 0; i < body_.parts.size(); ++i) {
            const Part& part = body_.parts[i];
            const Mesh& mesh = part.levels[at];
            if (mesh.indices.empty() || !wanted(part)) continue;
            const std::string kind(to_text(part.kind));
            const std::string name = level == 0 ? part.id : part.id + " level " + std::to_string(level);
            const int index =
                add_mesh(name, primitive(vertices_of(i, at), mesh, material(kind, colour_of(part.kind))));
            if (level == finest_level(part))
                model_.nodes[i].mesh = index;
            else
                add_level_node(i, index, level);
        }
        buffer_.close_section();
    }

    static bool has_coarser_level(const Part& part) {
        return !part.levels[1].indices.empty() || !part.levels[2].indices.empty();
    }

    static int finest_level(const Part& part) {
        int level = 0;
        while (level + 1 < level_count && part.levels[static_cast<std::size_t>(level)].indices.empty())
            ++level;
        return level;
    }

    void add_level_node(std::size_t part, int mesh, int level) {
        const int index = static_cast<int>(model_.nodes.size());
        tinygltf::Node node;
        node.name = model_.nodes[part].name + " level " + std::to_string(level);
        node.mesh = mesh;
        node.extras = Value(Object{{glb::level_key, Value(level)}});
        model_.nodes.push_back(std::move(node));
        Array ids{Value(index)};  // levels come coarsest first, MSFT_lod wants the finest first
        const auto found = model_.nodes[part].extensions.find(glb::lod_extension);
        if (found != model_.nodes[part].extensions.end()) {
            const Array& coarser = found->second.Get("ids").Get<Array>();
            ids.insert(ids.end(), coarser.begin(), coarser.end());
        }
        model_.nodes[part].extensions[glb::lod_extension] = Value(Object{{"ids", Value(std::move(ids))}});
        if (model_.extensionsUsed.empty()) model_.extensionsUsed.emplace_back(glb::lod_extension);
    }

    int add_skin() {
        const Skin& skin = body_.skin;
        tinygltf::Primitive skin_primitive =
            primitive(add_vertices(skin.mesh), skin.mesh, material("skin", {0.80, 0.62, 0.52, 0.25}));
        const std::vector<float> segments(skin.segment.begin(), skin.segment.end());
        std::vector<Vec2> coordinates;
        for (std::size_t i = 0; i < skin.t.size(); ++i)
            coordinates.emplace_back(skin.t[i], skin.azimuth_deg[i]);
        if (!segments.empty())
            skin_primitive.attributes[glb::segment_attribute] = buffer_.add_scalars(segments);
        if (!coordinates.empty())
            skin_primitive.attributes[glb::skin_attribute] = buffer_.add_pairs(coordinates);
        tinygltf::Node node;
        node.name = "Skin";
        node.mesh = add_mesh("skin", std::move(skin_primitive));
        node.extras = Value(Object{{"kind", text("skin")}, {"grown", Value(skin.grown)}});
        model_.nodes.push_back(std::move(node));
        return static_cast<int>(model_.nodes.size()) - 1;
    }

    Value sheets_value() {
        Array sheets;
        for (const FibreSheet& sheet : body_.sheets) {
            sheets.emplace_back(Object{{"muscle", text(sheet.muscle)},
                                       {"side", text(to_text(sheet.side))},
                                       {"part", Value(sheet.part)},
                                       {"stations", Value(sheet.stations)},
                                       {"rows", Value(sheet.rows)},
                                       {"across_from", Value(static_cast<double>(sheet.across_from))},
                                       {"across_to", Value(static_cast<double>(sheet.across_to))},
                                       {"along_from", Value(static_cast<double>(sheet.along_from))},
                                       {"along_to", Value(static_cast<double>(sheet.along_to))},
                                       {"outer", Value(buffer_.add_vectors(sheet.outer))},
                                       {"inner", Value(buffer_.add_vectors(sheet.inner))}});
        }
        return Value(std::move(sheets));
    }

    Value body_value(const Value& sheets) {
        Array segments, landmarks;
        for (const SegmentFrame& s : body_.skin.segments) {
            segments.emplace_back(Object{{"id", text(s.id)},
                                         {"side", text(to_text(s.side))},
                                         {"from", vector(s.from)},
                                         {"to", vector(s.to)},
                                         {"forward", vector(s.forward)},
                                         {"lateral", vector(s.lateral)}});
        }
        for (const Landmark& l : body_.landmarks) {
            landmarks.emplace_back(Object{
                {"id", text(l.id)}, {"side", text(to_text(l.side))}, {"position", vector(l.position)}});
        }
        return Value(Object{{"format", Value(glb::format_version)},
                            {glb::all_for_viewing_key, Value(grid_.has_value())},
                            {"name", text(body_.name)},
                            {"segments", Value(std::move(segments))},
                            {"landmarks", Value(std::move(landmarks))},
                            {"sheets", sheets}});
    }

    const Body& body_;
    std::optional<PlaceGrid> grid_;
    tinygltf::Model model_;
    GlbBuffer buffer_;
    std::vector<std::array<Attributes, level_count>> vertices_;  // of each part and level
};

bool write_glb(const Body& body, Packing packing, std::ostream& out) {
    Writer writer(body, packing);
    const tinygltf::Model model = writer.make();
    tinygltf::TinyGLTF gltf;
    if (packing == Packing::Plain) return gltf.WriteGltfSceneToStream(&model, out, false, true);
    std::ostringstream bytes;
    if (!gltf.WriteGltfSceneToStream(&model, bytes, false, true)) return false;
    out << with_unpacked_buffer(bytes.str(), writer.unpacked_bytes());
    return true;
}

}  // namespace

std::vector<Problem> write_body(const Body& body, const std::filesystem::path& file, Packing packing) {
    std::filesystem::path beside = file;
    beside += ".part";
    std::error_code error;
    const auto failed = [&](const std::string& why) {
        std::error_code ignored;
        std::filesystem::remove(beside, ignored);
        return std::vector<Problem>{{file.string(), "", "cannot be written: " + why,
                                     "a place that may be written to, with room for it", ""}};
    };
    {
        std::ofstream out(beside, std::ios::binary);
        if (!out) return failed(std::strerror(errno));
        const bool written = write_glb(body, packing, out);
        out.close();
        if (!written || !out) return failed(std::strerror(errno));
    }
    std::filesystem::rename(beside, file, error);
    if (error) return failed(error.message());
    return {};
}

}  // namespace myomap
