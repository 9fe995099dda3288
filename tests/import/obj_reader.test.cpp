#include "import/obj_reader.h"

#include <doctest/doctest.h>

using namespace myomap;

namespace {

const std::string wedge_vertices =
    "v 0 0 0\nv 1 0 0\nv 1 0 0.5\nv 0 0 0.5\nv 0 1.5 0\nv 0.4 1.5 0\nv 0.4 1.5 0.5\nv 0 1.5 0.5\n";
const std::string wedge_faces = "f 1 2 3 4\nf 8 7 6 5\nf 1 5 6 2\nf 2 6 7 3\nf 3 7 8 4\nf 4 8 5 1\n";

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

Mesh wedge() {
    return *read_obj(wedge_vertices + wedge_faces, "wedge.obj").value;
}

}  // namespace

TEST_CASE("faces of four corners become two triangles each") {
    CHECK(wedge().positions.size() == 8);
    CHECK(wedge().triangle_count() == 12);
    CHECK(volume_ml(wedge()) == doctest::Approx(525'000).epsilon(1e-4));
}

TEST_CASE("a byte order mark, tabs and carriage returns change nothing") {
    const std::string text = wedge_vertices + wedge_faces;
    CHECK(*read_obj("\xEF\xBB\xBF" + replaced(text, " ", "\t"), "a.obj").value == wedge());
    CHECK(*read_obj(replaced(text, "\n", "\r\n"), "a.obj").value == wedge());
    CHECK(*read_obj("\xEF\xBB\xBF# Concept ID : FMA1\r\n" + replaced(text, "\n", "\r\n"), "a.obj").value ==
          wedge());
}

TEST_CASE("a face goes on over line ends after a backslash") {
    CHECK(
        *read_obj(wedge_vertices + replaced(wedge_faces, "f 1 2 3 4", "f 1 2 \\\n3 \\\n4"), "a.obj").value ==
        wedge());
    CHECK(*read_obj(wedge_vertices + replaced(wedge_faces, "f 1 2 3 4", "f 1 2\\\r\n3 4"), "a.obj").value ==
          wedge());
}

TEST_CASE("negative indices count back from the last vertex") {
    const std::string faces =
        "f -8 -7 -6 -5\nf -1 -2 -3 -4\nf -8 -4 -3 -7\nf -7 -3 -2 -6\nf -6 -2 -1 -5\nf -5 -1 -4 -8\n";
    CHECK(*read_obj(wedge_vertices + faces, "a.obj").value == wedge());
}

TEST_CASE("texture and normal indices are passed over") {
    const Mesh mesh =
        *read_obj(wedge_vertices + "vn 0 1 0\nvt 0 0\nf 1//1 2//1 3//1\nf 1/1 2/1 3/1\nf 1/1/1 2/1/1 3/1/1\n",
                  "a.obj")
             .value;
    CHECK(mesh.indices == std::vector<std::uint32_t>{0, 1, 2, 0, 1, 2, 0, 1, 2});
}

TEST_CASE("a concave polygon is cut within itself") {
    // An L: its area by triangles is right only if no triangle reaches over the notch.
    const Mesh mesh =
        *read_obj("v 0 0 0\nv 2 0 0\nv 2 1 0\nv 1 1 0\nv 1 2 0\nv 0 2 0\nf 1 2 3 4 5 6\n", "l.obj").value;
    CHECK(mesh.triangle_count() == 4);
    CHECK(area_cm2(mesh) == doctest::Approx(30'000));
}

TEST_CASE("a face with a corner that does not exist is left out and told") {
    for (const std::string bad :
         {"f 1 2 99\n", "f 0 1 2\n", "f 1 2 -9\n", "f 1 x 2\n", "f 1 2 99999999999\n"}) {
        CAPTURE(bad);
        const Loaded<Mesh> loaded = read_obj(wedge_vertices + wedge_faces + bad, "bad.obj");
        REQUIRE(loaded);
        CHECK(*loaded.value == wedge());
        REQUIRE(loaded.problems.size() == 1);
        CHECK(loaded.problems.front().file == "bad.obj");
        CHECK(loaded.problems.front().what.starts_with("1 face is left out"));
        CHECK(loaded.problems.front().expected == "an index of 1 to 8");
    }
}

TEST_CASE("a text without faces, with decimal commas or with endless numbers is refused") {
    const auto what = [](const std::string& text) { return read_obj(text, "a.obj").problems.front().what; };
    CHECK(what("") == "holds no face");
    CHECK(what(wedge_vertices) == "holds no face");
    CHECK(what(std::string(10'000, '\\')) == "holds no face");
    CHECK(what(wedge_vertices + "f 1 2\n") == "holds no face");
    CHECK(what("\nv 1,5 2,5 3,5\nv 0 0 0\nv 1 1 1\nf 1 2 3\n") == "its numbers have a decimal comma");
    CHECK(what("v 1e300 0 0\nv 0 0 0\nv 1 1 1\nf 1 2 3\n") == "a vertex is not a finite number");
}

TEST_CASE("the header of BodyParts3D gives id, name and bounds") {
    const ObjHeader header = read_obj_header(
        "\xEF\xBB\xBF# Compatibility version : 4.0\r\n# File ID : FJ9999\r\n# Concept ID : FMA13396\r\n# "
        "English name : Left scapula\r\n"
        "# Bounds(mm): (0.000000,0.000000,-1.000000)-(1.000000,1.500000,0.500000)\r\nv 0 0 0\r\n# English "
        "name : no header\r\n");
    CHECK(header.file_id == "FJ9999");
    CHECK(header.fma == "FMA13396");
    CHECK(header.name == "Left scapula");
    REQUIRE(header.bounds_mm);
    CHECK(header.bounds_mm->min == Vec3(0, 0, -1));
    CHECK(header.bounds_mm->max == Vec3(1, 1.5F, 0.5F));
    CHECK(read_obj_header("").name.empty());
    CHECK(read_obj_header("#").name.empty());
    CHECK(read_obj_header("# English name : M\xFCller").name == "M\xC3\xBCller");
}
