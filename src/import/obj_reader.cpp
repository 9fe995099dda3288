#include "import/obj_reader.h"

#include <tiny_obj_loader.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <sstream>

#include "base/text.h"
#include "import/polygon.h"

namespace myomap {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string_view without_mark(std::string_view text) {
    return text.starts_with("\xEF\xBB\xBF") ? text.substr(3) : text;
}

std::optional<Box> parse_bounds(const std::string& text) {
    Box box;
    if (std::sscanf(text.c_str(), "(%f,%f,%f)-(%f,%f,%f)", &box.min.x, &box.min.y, &box.min.z, &box.max.x,
                    &box.max.y, &box.max.z) != 6)
        return std::nullopt;
    return box;
}

// What the library does not read by itself: a byte order mark, and lines that go on after a backslash.
void make_plain(std::string& text) {
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    std::size_t at = text.find('\\');
    while (at != std::string::npos) {
        std::size_t end = at + 1;
        if (end < text.size() && text[end] == '\r') ++end;
        if (end < text.size() && text[end] == '\n') ++end;
        if (end > at + 1) text.replace(at, end - at, end - at, ' ');
        at = text.find('\\', end);
    }
}

// What the library's callbacks fill: it hands on raw indices, so that we can tell the faulty ones.
struct Collector {
    Mesh mesh;
    std::vector<std::uint32_t> corners;  // of the face being read
    std::size_t bad_faces = 0;
    int first_bad_index = 0;
    std::size_t vertices_at_bad_face = 0;

    void add_face(const tinyobj::index_t* indices, int count) {
        corners.clear();
        for (int i = 0; i < count; ++i) {
            const auto known = static_cast<std::int64_t>(mesh.positions.size());
            const std::int64_t raw = indices[i].vertex_index;  // from 1, or back from the last vertex
            const std::int64_t index = raw > 0 ? raw - 1 : known + raw;
            if (raw == 0 || index < 0 || index >= known) {
                if (bad_faces++ == 0) {
                    first_bad_index = indices[i].vertex_index;
                    vertices_at_bad_face = mesh.positions.size();
                }
                return;
            }
            corners.push_back(static_cast<std::uint32_t>(index));
        }
        if (corners.size() == 3)
            mesh.indices.insert(mesh.indices.end(), corners.begin(), corners.end());
        else if (corners.size() > 3)
            triangulate(corners, mesh.positions, mesh.indices);
    }
};

Collector collect(std::string text) {
    tinyobj::callback_t callbacks;
    callbacks.vertex_cb = [](void* self, float x, float y, float z, float) {
        static_cast<Collector*>(self)->mesh.positions.emplace_back(x, y, z);
    };
    callbacks.index_cb = [](void* self, tinyobj::index_t* indices, int count) {
        static_cast<Collector*>(self)->add_face(indices, count);
    };
    callbacks.usemtl_cb = [](void*, const char*, int) {};  // materials are ours; a missing one is no fault
    Collector collector;
    std::istringstream in(std::move(text));
    tinyobj::LoadObjWithCallback(in, callbacks, &collector);
    return collector;
}

bool has_decimal_comma(std::string_view text) {
    const auto vertex = text.find("\nv ");
    if (vertex == std::string_view::npos) return false;
    const auto line = text.substr(vertex + 1, text.find('\n', vertex + 1) - vertex - 1);
    return line.find(',') != std::string_view::npos;
}

}  // namespace

ObjHeader read_obj_header(std::string_view text) {
    ObjHeader header;
    text = without_mark(text);
    while (!text.empty() && text.front() == '#') {
        const auto end = text.find_first_of("\r\n");
        const std::string_view line = text.substr(1, end == std::string_view::npos ? end : end - 1);
        text.remove_prefix(end == std::string_view::npos ? text.size() : end);
        text.remove_prefix(std::min(text.find_first_not_of("\r\n"), text.size()));
        const auto colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        const std::string_view key = trimmed(line.substr(0, colon));
        const std::string value = as_utf8(trimmed(line.substr(colon + 1)));
        if (key == "File ID") header.file_id = value;
        if (key == "Concept ID") header.fma = value;
        if (key == "English name") header.name = value;
        if (key == "Bounds(mm)") header.bounds_mm = parse_bounds(value);
    }
    return header;
}

Loaded<Mesh> read_obj(std::string text, const std::string& file) {
    const auto refused = [&](std::string what, std::string expected) {
        return Loaded<Mesh>{std::nullopt, {{file, "", std::move(what), std::move(expected), ""}}};
    };
    if (has_decimal_comma(text))
        return refused("its numbers have a decimal comma", "a decimal point, as 12.5");
    make_plain(text);
    Collector read = collect(std::move(text));
    for (const Vec3& p : read.mesh.positions)
        if (!std::isfinite(p.x + p.y + p.z))
            return refused("a vertex is not a finite number", "numbers within a float's range");

    Loaded<Mesh> loaded;
    if (read.bad_faces > 0) {
        const std::string seen =
            std::to_string(read.bad_faces) +
            (read.bad_faces == 1 ? " face is left out, it uses" : " faces are left out, the first uses");
        loaded.problems.push_back(
            {file, "", seen + " vertex " + std::to_string(read.first_bad_index) + " that does not exist",
             "an index of 1 to " + std::to_string(read.vertices_at_bad_face), ""});
    }
    if (read.mesh.indices.empty()) {
        loaded.problems.push_back({file, "", "holds no face", "lines that begin with v and f", ""});
        return loaded;
    }
    loaded.value = std::move(read.mesh);
    return loaded;
}

}  // namespace myomap
