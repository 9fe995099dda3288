#include "render/shader_source.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "render/headless_context.h"

using namespace myomap;

TEST_CASE("includes are put in once, with #line for each change of file, and flags follow #version") {
    const ShaderSource source = assemble_shader("shade_parts.frag", {"GHOST"});
    CHECK(source.text.starts_with("#version 330 core\n#define GHOST\n#line 2 0\n"));
    CHECK(source.files == std::vector<std::string>{"shade_parts.frag", "shading.glsl", "frame.glsl",
                                                   "surface.glsl", "parts_table.glsl"});
    CHECK(source.text.find("#line 1 2\n") != std::string::npos);
    CHECK(source.text.find("#include") == std::string::npos);
    const std::string block = "uniform Frame {";
    CHECK(source.text.find(block) == source.text.rfind(block));
}

TEST_CASE("a missing shader file is told by name") {
    CHECK_THROWS_WITH_AS(assemble_shader("no_such.frag", {}), "there is no shader file \"no_such.frag\"",
                         GraphicsError);
}

TEST_CASE("the driver's places are led back to files, whichever way it writes them") {
    const std::vector<std::string> files{"a.frag", "b.glsl"};
    CHECK(name_files("1:17(3): error: x\n0:2(1): warning", files) ==
          "b.glsl:17(3): error: x\na.frag:2(1): warning");
    CHECK(name_files("0(12) : error C1008", files) == "a.frag:12 : error C1008");
    CHECK(name_files("ERROR: 1:5: y", files) == "ERROR: b.glsl:5: y");
    CHECK(name_files("7:5: unknown file", files) == "7:5: unknown file");
    CHECK(name_files("nothing to lead back", files) == "nothing to lead back");
}

TEST_CASE("every shader is for 3.3 core and asks for no extension") {
    const std::vector<std::string> names = shader_file_names();
    CHECK(names.size() > 10);
    for (const std::string& name : names) {
        CAPTURE(name);
        const auto text = shader_file(name);
        REQUIRE(text);
        CHECK(text->find("#extension") == std::string::npos);
        CHECK(text->starts_with("#version 330 core\n") != name.ends_with(".glsl"));
    }
}
