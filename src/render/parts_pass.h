#pragma once
#include <array>
#include <optional>

#include "render/frame.h"
#include "render/part_geometry.h"
#include "render/part_table.h"
#include "render/shader_program.h"
#include "render/targets.h"

namespace myomap {

// The body's parts on the card: a level of detail is put there when it is first drawn.
class PartsOnCard {
public:
    explicit PartsOnCard(const Body& body) : body_(&body), table_(body) {}
    const PartGeometry& geometry(int level);
    PartTable& table() { return table_; }
    const Body& body() const { return *body_; }

private:
    const Body* body_;
    PartTable table_;
    std::array<std::optional<PartGeometry>, level_count> levels_;
};

// Reads the parts that are visible and not ghosted; writes colour and depth of the picture. Shaders
// parts.vert, parts.frag.
class PartsPass {
public:
    void draw(const FrameInputs& inputs, PartsOnCard& parts, Targets& targets);

private:
    ShaderProgram program_{"parts"};
};

// Reads the parts that are ghosted; writes their nearest faces as a faint shell into the layer, which
// CompositePass lays over the picture. Draws nothing and says so where none is ghosted. Shaders parts.vert,
// parts.frag with GHOST.
class GhostPass {
public:
    bool draw(const FrameInputs& inputs, PartsOnCard& parts, Targets& targets);

private:
    ShaderProgram program_{"parts", std::vector<std::string>{"GHOST"}};
};

}  // namespace myomap
