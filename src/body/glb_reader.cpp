#include <algorithm>
#include <cmath>

#include "body/body.h"
#include "body/glb_file.h"
#include "body/glb_format.h"
#include "body/glb_values.h"

namespace myomap {

namespace {

using tinygltf::Value;

int whole_in(const Value& object, const char* key) {
    return static_cast<int>(std::clamp(number_in(object, key), -1e9, 1e9));
}

const Value& child(const Value& object, const char* key) {
    static const Value none;
    return object.IsObject() && object.Has(key) ? object.Get(key) : none;
}

int length_of(const Value& array) {
    return array.IsArray() ? static_cast<int>(array.ArrayLen()) : 0;
}

Vec3 vector_in(const Value& object, const char* key) {
    const Value& array = child(object, key);
    Vec3 v(0);
    for (int i = 0; i < 3 && i < length_of(array); ++i)
        if (array.Get(i).IsNumber()) v[i] = static_cast<float>(array.Get(i).GetNumberAsDouble());
    return v;
}

std::optional<Vec2> flesh_in(const Value& extras) {
    const Value& flesh = child(extras, "flesh");
    if (length_of(flesh) != 2 || !flesh.Get(0).IsNumber() || !flesh.Get(1).IsNumber()) return std::nullopt;
    return Vec2(flesh.Get(0).GetNumberAsDouble(), flesh.Get(1).GetNumberAsDouble());
}

bool all_finite(const std::vector<Vec3>& values) {
    return std::all_of(values.begin(), values.end(),
                       [](const Vec3& v) { return std::isfinite(v.x + v.y + v.z); });
}

class Reader {
public:
    Reader(const tinygltf::Model& model, std::string file, Detail detail)
        : model_(model), file_(std::move(file)), detail_(detail) {}

    Loaded<Body> read() {
        const Value& about = body_extras();
        if (!about.IsObject()) {
            fault("", "is a GLB but no body of Myomap",
                  "a body made by `myomap import`, which reads foreign models");
            return {std::nullopt, std::move(problems_)};
        }
        if (const int format = whole_in(about, "format"); format != glb::format_version) {
            fault("", "is a body of format " + std::to_string(format),
                  "format " + std::to_string(glb::format_version) + "; import it again");
            return {std::nullopt, std::move(problems_)};
        }
        const Value& all = child(about, glb::all_for_viewing_key);
        if (all.IsBool() && all.Get<bool>()) detail_ = Detail::Full;
        read_grid();
        body_.name = text_in(about, "name");
        body_.credit = model_.asset.copyright;
        read_nodes();
        read_frames(about);
        check_skin();
        read_sheets(about);
        if (problems_.empty()) return {std::move(body_), {}};
        return {std::nullopt, std::move(problems_)};
    }

private:
    void fault(std::string where, std::string what, std::string expected = {}) {
        problems_.push_back({file_, std::move(where), std::move(what), std::move(expected), ""});
    }

    const Value& body_extras() const {
        static const Value none;
        const int scene = std::max(model_.defaultScene, 0);
        if (static_cast<std::size_t>(scene) >= model_.scenes.size()) return none;
        return child(model_.scenes[static_cast<std::size_t>(scene)].extras, glb::body_key);
    }

    const tinygltf::Primitive* primitive_of(const tinygltf::Node& node) {
        if (node.mesh >= 0 && static_cast<std::size_t>(node.mesh) < model_.meshes.size()) {
            const tinygltf::Mesh& mesh = model_.meshes[static_cast<std::size_t>(node.mesh)];
            if (mesh.primitives.size() == 1) return &mesh.primitives.front();
        }
        fault(node.name, "has no mesh of one primitive");
        return nullptr;
    }

    std::vector<Vec3> attribute(const tinygltf::Primitive& primitive, const std::string& name,
                                const std::string& where) {
        const auto found = primitive.attributes.find(name);
        if (found == primitive.attributes.end()) return {};
        const bool shares = name == glb::fibre_attribute;
        auto values = shares ? read_shares(model_, found->second) : read_vectors(model_, found->second);
        if (!values && grid_)
            values = name == "NORMAL" ? read_normals(model_, found->second)
                                      : read_places(model_, found->second, *grid_);
        if (values && all_finite(*values)) return std::move(*values);
        fault(where, name + " is damaged",
              shares ? "three shares of 16 bits a vertex" : "three finite floats a vertex");
        return {};
    }

    Mesh read_mesh(const tinygltf::Node& node) {
        Mesh mesh;
        const tinygltf::Primitive* primitive = primitive_of(node);
        if (primitive == nullptr) return mesh;
        mesh.positions = attribute(*primitive, "POSITION", node.name);
        mesh.normals = attribute(*primitive, "NORMAL", node.name);
        mesh.fibre = attribute(*primitive, glb::fibre_attribute, node.name);
        if (auto indices = read_indices(model_, primitive->indices)) mesh.indices = std::move(*indices);
        const std::size_t count = mesh.positions.size();
        const bool in_range =
            std::all_of(mesh.indices.begin(), mesh.indices.end(), [&](auto i) { return i < count; });
        const bool even = (mesh.normals.empty() || mesh.normals.size() == count) &&
                          (mesh.fibre.empty() || mesh.fibre.size() == count);
        if (mesh.indices.empty() || mesh.indices.size() % 3 != 0 || !in_range || !even) {
            fault(node.name, "its mesh is damaged",
                  "triangles whose corners are vertices, each vertex with all attributes");
            return {};
        }
        return mesh;
    }

    // The node of a packed body that makes metres of steps.
    void read_grid() {
        const std::vector<int>& nodes =
            model_.scenes[static_cast<std::size_t>(std::max(model_.defaultScene, 0))].nodes;
        if (nodes.size() != 1 || nodes[0] < 0 || static_cast<std::size_t>(nodes[0]) >= model_.nodes.size())
            return;
        const tinygltf::Node& whole = model_.nodes[static_cast<std::size_t>(nodes[0])];
        if (whole.scale.size() != 3 || whole.translation.size() != 3) return;
        grid_ = PlaceGrid{Vec3(whole.translation[0], whole.translation[1], whole.translation[2]),
                          static_cast<float>(whole.scale[0])};
    }

    void read_nodes() {
        for (const tinygltf::Node& node : model_.nodes) {
            if (node.extras.IsObject() && node.extras.Has(glb::id_key)) read_part(node);
            if (text_in(node.extras, "kind") == "skin" && text_in(node.extras, glb::id_key).empty())
                read_skin(node);
        }
        if (body_.parts.empty() && body_.skin.mesh.indices.empty()) fault("", "holds neither parts nor skin");
    }

    void read_part(const tinygltf::Node& node) {
        Part part;
        part.id = text_in(node.extras, glb::id_key);
        part.name = node.name;
        const auto kind = part_kind_from_text(text_in(node.extras, "kind"));
        const auto side = side_from_text(text_in(node.extras, "side"));
        if (part.id.empty() || !kind || !side) {
            fault(node.name, "its extras are damaged", "an id, a kind and a side");
            return;
        }
        part.kind = *kind;
        part.side = *side;
        part.fma = text_in(node.extras, "fma");
        part.source = text_in(node.extras, "source");
        part.muscle = text_in(node.extras, "muscle");
        part.layer = whole_in(node.extras, "layer");
        part.flesh = flesh_in(node.extras);
        part.volume_ml = static_cast<float>(number_in(node.extras, "volume_ml"));
        part.full_triangle_count = static_cast<std::size_t>(std::max(whole_in(node.extras, "triangles"), 0));
        const std::vector<const tinygltf::Node*> coarser = coarser_nodes(node);
        if (detail_ == Detail::Full || coarser.empty() || whole_in(node.extras, glb::level_key) > 0)
            read_level(node, part);
        for (const tinygltf::Node* level : coarser) read_level(*level, part);
        body_.parts.push_back(std::move(part));
    }

    void read_level(const tinygltf::Node& node, Part& part) {
        const int level = whole_in(node.extras, glb::level_key);
        if (level < 0 || level >= level_count) {
            fault(node.name, "is of level " + std::to_string(level),
                  "a level of 0 to " + std::to_string(level_count - 1));
            return;
        }
        part.levels[static_cast<std::size_t>(level)] = read_mesh(node);
    }

    std::vector<const tinygltf::Node*> coarser_nodes(const tinygltf::Node& node) {
        std::vector<const tinygltf::Node*> nodes;
        const auto found = node.extensions.find(glb::lod_extension);
        if (found == node.extensions.end()) return nodes;
        const Value& ids = child(found->second, "ids");
        for (int i = 0; i < length_of(ids); ++i) {
            const Value& id = ids.Get(i);
            const double index = id.IsNumber() ? id.GetNumberAsDouble() : -1;
            if (index < 0 || index >= static_cast<double>(model_.nodes.size()))
                fault(node.name, "a level of detail is not there", "an index of a node");
            else
                nodes.push_back(&model_.nodes[static_cast<std::size_t>(index)]);
        }
        return nodes;
    }

    void read_skin(const tinygltf::Node& node) {
        Skin& skin = body_.skin;
        skin.mesh = read_mesh(node);
        const Value& grown = child(node.extras, "grown");
        skin.grown = grown.IsBool() && grown.Get<bool>();
        const tinygltf::Primitive* primitive = primitive_of(node);
        if (primitive == nullptr) return;
        const auto accessor = [&](const char* name) {
            const auto found = primitive->attributes.find(name);
            return found == primitive->attributes.end() ? -1 : found->second;
        };
        for (const Vec2& place :
             read_pairs(model_, accessor(glb::skin_attribute)).value_or(std::vector<Vec2>{})) {
            skin.t.push_back(place.x);
            skin.azimuth_deg.push_back(place.y);
        }
        for (const float segment :
             read_scalars(model_, accessor(glb::segment_attribute)).value_or(std::vector<float>{}))
            skin.segment.push_back(segment >= 0 && segment < 256 ? static_cast<std::uint8_t>(segment) : 255);
        skin.vertex_area_mm2 = vertex_areas_mm2(skin.mesh);
    }

    void read_frames(const Value& about) {
        const Value& segments = child(about, "segments");
        for (int i = 0; i < length_of(segments); ++i) {
            const Value& s = segments.Get(i);
            body_.skin.segments.push_back(
                {text_in(s, "id"), side_from_text(text_in(s, "side")).value_or(Side::Midline),
                 vector_in(s, "from"), vector_in(s, "to"), vector_in(s, "forward"), vector_in(s, "lateral")});
        }
        const Value& landmarks = child(about, "landmarks");
        for (int i = 0; i < length_of(landmarks); ++i) {
            const Value& l = landmarks.Get(i);
            body_.landmarks.push_back({text_in(l, "id"),
                                       side_from_text(text_in(l, "side")).value_or(Side::Midline),
                                       vector_in(l, "position")});
        }
    }

    void check_skin() {
        const Skin& skin = body_.skin;
        const std::size_t count = skin.mesh.positions.size();
        const bool bare = skin.segment.empty() && skin.t.empty();
        const bool even = skin.segment.size() == count && skin.t.size() == count;
        const bool known = std::all_of(skin.segment.begin(), skin.segment.end(),
                                       [&](std::uint8_t s) { return s < skin.segments.size(); });
        if (!(bare || even) || !known)
            fault("Skin", "its skin coordinates are damaged",
                  "a known segment, t and azimuth at every vertex");
    }

    void read_sheets(const Value& about) {
        const Value& sheets = child(about, "sheets");
        for (int i = 0; i < length_of(sheets); ++i) {
            const Value& s = sheets.Get(i);
            FibreSheet sheet;
            sheet.muscle = text_in(s, "muscle");
            sheet.side = side_from_text(text_in(s, "side")).value_or(Side::Midline);
            sheet.part = whole_in(s, "part");
            sheet.stations = whole_in(s, "stations");
            sheet.rows = whole_in(s, "rows");
            sheet.across_from = static_cast<float>(number_in(s, "across_from"));
            sheet.across_to = static_cast<float>(number_in(s, "across_to"));
            sheet.along_from = static_cast<float>(number_in(s, "along_from"));
            sheet.along_to = static_cast<float>(number_in(s, "along_to"));
            sheet.outer = read_vectors(model_, whole_in(s, "outer")).value_or(std::vector<Vec3>{});
            sheet.inner = read_vectors(model_, whole_in(s, "inner")).value_or(std::vector<Vec3>{});
            const double nodes = static_cast<double>(sheet.stations) * static_cast<double>(sheet.rows);
            const bool ranged = sheet.across_to > sheet.across_from && sheet.along_to > sheet.along_from;
            const bool whole = ranged && sheet.stations > 1 && sheet.rows > 0 &&
                               nodes == static_cast<double>(sheet.outer.size()) &&
                               sheet.outer.size() == sheet.inner.size() && all_finite(sheet.outer) &&
                               all_finite(sheet.inner);
            if (!whole || sheet.part < -1 || sheet.part >= static_cast<int>(body_.parts.size()))
                fault(sheet.muscle, "its fibre sheet is damaged",
                      "stations × rows finite places on both faces of a part");
            body_.sheets.push_back(std::move(sheet));
        }
    }

    const tinygltf::Model& model_;
    std::string file_;
    Detail detail_;
    std::optional<PlaceGrid> grid_;
    Body body_;
    std::vector<Problem> problems_;
};

}  // namespace

Loaded<Body> read_body(const std::filesystem::path& file, Detail detail) {
    const Loaded<tinygltf::Model> model = load_glb(file, detail == Detail::Viewing);
    if (!model) return {std::nullopt, model.problems};
    return Reader(*model.value, file.string(), detail).read();
}

}  // namespace myomap
