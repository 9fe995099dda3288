#include "render/shader_program.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "no_gl_error.h"
#include "render/headless_context.h"
#include "render/shader_source.h"

using namespace myomap;
using myomap::testing::check_no_gl_error;

namespace {

struct Variant {
    std::string vertex, fragment;
    std::vector<std::string> flags;
};

const std::vector<Variant> variants{
    {"parts.vert", "parts.frag", {}},
    {"parts.vert", "bare.frag", {}},
    {"parts.vert", "mask.frag", {}},
    {"parts.vert", "pick.frag", {}},
    {"skin.vert", "skin.frag", {}},
    {"skin.vert", "skin.frag", {"PAIN"}},
    {"skin.vert", "pick_skin.frag", {}},
    {"fullscreen.vert", "shade_parts.frag", {}},
    {"fullscreen.vert", "shade_parts.frag", {"FINE"}},
    {"fullscreen.vert", "shade_parts.frag", {"GHOST"}},
    {"fullscreen.vert", "shade_skin.frag", {}},
    {"fullscreen.vert", "backdrop.frag", {}},
    {"fullscreen.vert", "outline.frag", {}},
    {"fullscreen.vert", "average.frag", {}},
    {"fullscreen.vert", "crevice.frag", {}},
    {"marker.vert", "marker.frag", {}},
    {"strand.vert", "strand.frag", {}},
};

}  // namespace

TEST_CASE("every variant of every shader compiles and links") {
    const HeadlessContext context;
    std::vector<std::string> used;
    for (const Variant& variant : variants) {
        CAPTURE(variant.fragment);
        CHECK_NOTHROW(ShaderProgram(variant.vertex, variant.fragment, variant.flags));
        check_no_gl_error();
        used.insert(used.end(), {variant.vertex, variant.fragment});
    }
    for (const std::string& name : shader_file_names()) {
        CAPTURE(name);
        CHECK((name.ends_with(".glsl") || std::ranges::find(used, name) != used.end()));
    }
}

TEST_CASE("a uniform that the shader lacks and one that was never set are programming errors that name it") {
    const HeadlessContext context;
    ShaderProgram program("fullscreen.vert", "average.frag");
    program.use();
    CHECK_THROWS_WITH_AS(program.set("u_wieght", 1.0F), "shader average.frag has no uniform u_wieght",
                         std::logic_error);
    program.set("u_weight", 1.0F);
    CHECK_THROWS_WITH_AS(program.require_all_set(), "shader average.frag: uniform u_picture was never set",
                         std::logic_error);
    program.set("u_picture", 0);
    CHECK_NOTHROW(program.require_all_set());
    check_no_gl_error();
}

TEST_CASE("a shader that does not compile is told with its file and line") {
    const HeadlessContext context;
    std::string message;
    try {
        // The included part is made wrong by a flag: its function gets a name that is a keyword.
        const ShaderProgram broken("fullscreen.vert", "shade_skin.frag", {"highlight 1 +"});
    } catch (const GraphicsError& error) {
        message = error.what();
    }
    CAPTURE(message);
    CHECK(message.find("shade_skin.frag does not compile") != std::string::npos);
    CHECK(message.find("shading.glsl:") != std::string::npos);
    check_no_gl_error();
}
