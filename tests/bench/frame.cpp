// The time of a frame of the whole body, skin clear, one map shown, while the camera turns; beside a bare
// draw of the same triangles (one flat grey, depth tested) in the same run, frame about frame, so that both
// see the same machine.
//
// Last how the cost grows: the same with every triangle cut in four, and in sixteen.
//
//     bench_frame BODY.glb [FRAMES] [WIDTH HEIGHT]
#include <epoxy/gl.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "body/body.h"
#include "render/draw_state.h"
#include "render/frame.h"
#include "render/headless_context.h"
#include "render/part_geometry.h"
#include "render/renderer.h"
#include "render/shader_program.h"
#include "render/skin_geometry.h"
#include "render/targets.h"

using namespace myomap;

namespace {

// A patch of each kind on the back, of the size that a referral usually has.
void show_map(Scene& scene, const Skin& skin, const Box& box) {
    const Vec3 middle = box.centre() + Vec3(-0.1F, 0.2F * box.size().y, -box.size().z / 2);
    for (const Vec3& p : skin.mesh.positions) {
        scene.essential.push_back(std::clamp(1.5F - glm::distance(p, middle) / 0.12F, 0.0F, 1.0F));
        scene.spillover.push_back(std::clamp(1.5F - glm::distance(p, middle) / 0.25F, 0.0F, 1.0F));
    }
}

class BareDraw {
public:
    BareDraw(const Body& body, int level, glm::ivec2 size_px)
        : size_px_(size_px),
          parts_(body, level),
          skin_(body.skin),
          everything_(body.parts.size(), 1),
          colour_(make_texture(size_px, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE)),
          depth_(make_texture(size_px, GL_DEPTH_COMPONENT24, GL_DEPTH_COMPONENT, GL_UNSIGNED_INT)),
          framebuffer_(make_framebuffer(size_px, colour_, &depth_)) {}

    void draw(const FrameInputs& inputs) {
        glBindBuffer(GL_UNIFORM_BUFFER, block_.name());
        glBufferData(GL_UNIFORM_BUFFER, sizeof(FrameBlock), &inputs.block, GL_STREAM_DRAW);
        glBindBufferBase(GL_UNIFORM_BUFFER, frame_block_binding, block_.name());
        bind_for_drawing(framebuffer_, size_px_);
        apply({});
        glClearColor(1, 1, 1, 1);
        glClearDepth(1);
        glClear(GL_COLOR_BUFFER_BIT | GL_DEPTH_BUFFER_BIT);
        parts_program_.use();
        parts_.bind();
        parts_.list(everything_, inputs.block.view_projection).draw();
        skin_program_.use();
        skin_program_.set("u_lift", 0.0F);
        skin_.bind();
        skin_.draw();
    }

private:
    glm::ivec2 size_px_;
    PartGeometry parts_;
    SkinGeometry skin_;
    std::vector<std::uint8_t> everything_;
    GlTexture colour_, depth_;
    GlFramebuffer framebuffer_;
    GlBuffer block_ = GlBuffer::make();
    ShaderProgram parts_program_ = ShaderProgram("parts.vert", "bare.frag");
    ShaderProgram skin_program_ = ShaderProgram("skin.vert", "bare.frag");
};

double time_ms(const auto& draw) {
    const auto start = std::chrono::steady_clock::now();
    draw();
    glFinish();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double median(std::vector<double> times) {
    std::ranges::sort(times);
    return times[times.size() / 2];
}

// Every triangle in four, by the middles of its edges.
Mesh cut_in_four(const Mesh& mesh) {
    Mesh finer = mesh;
    finer.indices.clear();
    std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> middles;
    const auto middle = [&](std::uint32_t a, std::uint32_t b) {
        const auto [known, is_new] =
            middles.try_emplace(std::minmax(a, b), static_cast<std::uint32_t>(finer.positions.size()));
        if (is_new) {
            finer.positions.push_back((mesh.positions[a] + mesh.positions[b]) / 2.0F);
            finer.normals.push_back(glm::normalize(mesh.normals[a] + mesh.normals[b] + Vec3(0, 0, 1e-6F)));
            if (!mesh.fibre.empty()) finer.fibre.push_back((mesh.fibre[a] + mesh.fibre[b]) / 2.0F);
        }
        return known->second;
    };
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3) {
        const std::uint32_t a = mesh.indices[i];
        const std::uint32_t b = mesh.indices[i + 1];
        const std::uint32_t c = mesh.indices[i + 2];
        const std::uint32_t ab = middle(a, b);
        const std::uint32_t bc = middle(b, c);
        const std::uint32_t ca = middle(c, a);
        finer.indices.insert(finer.indices.end(), {a, ab, ca, ab, b, bc, ca, bc, c, ab, bc, ca});
    }
    return finer;
}

// At its coarsest level, which is all that is left.
Body cut_in_four(Body body) {
    for (Part& part : body.parts) {
        part.levels[level_count - 1] = cut_in_four(mesh_at_level(part, level_count - 1));
        for (std::size_t level = 0; level + 1 < part.levels.size(); ++level) part.levels[level] = {};
    }
    body.skin.mesh = cut_in_four(body.skin.mesh);
    return body;
}

struct Setting {
    const char* name;
    int level;
    Quality quality;
};

void measure(const Setting& setting, const Body& body, int frames, glm::ivec2 size_px) {
    Renderer renderer(body);
    BareDraw bare(body, setting.level, size_px);
    Box box;
    for (const Vec3& p : body.skin.mesh.positions) box.add(p);
    Scene scene;
    scene.parts.resize(body.parts.size());
    scene.level = setting.level;
    scene.quality = setting.quality;
    show_map(scene, body.skin, box);
    const GlTexture window = make_texture(size_px, GL_RGBA8, GL_RGBA, GL_UNSIGNED_BYTE);
    const GlFramebuffer framebuffer = make_framebuffer(size_px, window, nullptr);

    std::vector<double> whole;
    std::vector<double> reference;
    constexpr int warm_up = 3;  // the first frames compile shaders and fill buffers
    for (int frame = 0; frame < frames + warm_up; ++frame) {
        scene.camera = fitted({.yaw_deg = 360.0F * static_cast<float>(frame) / static_cast<float>(frames)},
                              box, static_cast<float>(size_px.x) / static_cast<float>(size_px.y));
        const double whole_ms = time_ms([&] { renderer.draw(scene, size_px, framebuffer.name()); });
        const double bare_ms = time_ms([&] { bare.draw(frame_inputs(scene, size_px, 1)); });
        if (frame < warm_up) continue;
        whole.push_back(whole_ms);
        reference.push_back(bare_ms);
    }
    std::printf("%-22s frame %6.1f ms   bare %6.1f ms   ratio %.2f   (medians of %d; %.0f frames a second)\n",
                setting.name, median(whole), median(reference), median(whole) / median(reference), frames,
                1000 / median(whole));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fprintf(stderr, "usage: bench_frame BODY.glb [FRAMES] [WIDTH HEIGHT]\n");
        return 2;
    }
    const Loaded<Body> body = read_body(argv[1]);
    if (!body) {
        std::fprintf(stderr, "%s\n", to_text(body.problems).c_str());
        return 1;
    }
    const int frames = argc > 2 ? std::max(1, std::atoi(argv[2])) : 200;
    const glm::ivec2 size_px =
        argc > 4 ? glm::ivec2(std::atoi(argv[3]), std::atoi(argv[4])) : glm::ivec2(1280, 720);
    const HeadlessContext context;
    std::size_t triangles = body.value->skin.mesh.triangle_count();
    for (const Part& part : body.value->parts) triangles += mesh_at_level(part, 2).triangle_count();
    std::printf("%s, %dx%d, %zu parts, skin and level 2: %zu triangles\n",
                reinterpret_cast<const char*>(glGetString(GL_RENDERER)), size_px.x, size_px.y,
                body.value->parts.size(), triangles);
    measure({"level 2, moving", 2, Quality::Moving}, *body.value, frames, size_px);
    measure({"level 1, moving", 1, Quality::Moving}, *body.value, frames, size_px);
    measure({"level 1, still", 1, Quality::Still}, *body.value, std::max(1, frames / 10), size_px);
    Body finer = *body.value;
    for (const char* name : {"4 x the triangles", "16 x the triangles"}) {
        finer = cut_in_four(std::move(finer));
        measure({name, level_count - 1, Quality::Moving}, finer, std::max(1, frames / 5), size_px);
    }
    return 0;
}
