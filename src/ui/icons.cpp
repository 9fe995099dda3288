#include "ui/icons.h"

#include <cmath>

namespace myomap {
namespace {

void arc_arrow(const Ui& ui, ImVec2 centre, bool clockwise, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float r = ui.px(6);
    const float way = clockwise ? 1.0F : -1.0F;
    // Three quarters of a circle that ends at the upper left (or right) in a head.
    draw->PathLineTo({centre.x + way * r, centre.y - r * 0.45F});
    draw->PathLineTo({centre.x - way * r * 0.25F, centre.y - r * 0.45F});
    draw->PathBezierCubicCurveTo({centre.x - way * r * 1.35F, centre.y - r * 0.45F},
                                 {centre.x - way * r * 1.35F, centre.y + r * 0.95F},
                                 {centre.x - way * r * 0.25F, centre.y + r * 0.95F});
    draw->PathLineTo({centre.x + way * r * 0.4F, centre.y + r * 0.95F});
    draw->PathStroke(colour, 0, ui.px(1.7F));
    draw->PathLineTo({centre.x + way * r * 0.5F, centre.y - r * 1.0F});
    draw->PathLineTo({centre.x + way * r, centre.y - r * 0.45F});
    draw->PathLineTo({centre.x + way * r * 0.5F, centre.y + r * 0.1F});
    draw->PathStroke(colour, 0, ui.px(1.7F));
}

void sun(const Ui& ui, ImVec2 centre, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCircle(centre, ui.px(3.6F), colour, 24, ui.px(1.7F));
    for (int i = 0; i < 8; ++i) {
        const float angle = static_cast<float>(i) * 0.785398F;
        const ImVec2 out{std::cos(angle), std::sin(angle)};
        draw->AddLine({centre.x + out.x * ui.px(6), centre.y + out.y * ui.px(6)},
                      {centre.x + out.x * ui.px(8), centre.y + out.y * ui.px(8)}, colour, ui.px(1.6F));
    }
}

void moon(const Ui& ui, ImVec2 centre, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float r = ui.px(6.5F);
    draw->PathArcTo(centre, r, -1.2F, 3.6F, 32);
    draw->PathBezierCubicCurveTo({centre.x - r * 0.2F, centre.y + r * 0.3F},
                                 {centre.x + r * 0.5F, centre.y - r * 0.1F},
                                 {centre.x + r * 0.36F, centre.y - r * 0.93F});
    draw->PathStroke(colour, ImDrawFlags_Closed, ui.px(1.6F));
}

void fold_sign(const Ui& ui, ImVec2 centre, bool left, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const ImVec2 half{ui.px(7.5F), ui.px(6)};
    draw->AddRect({centre.x - half.x, centre.y - half.y}, {centre.x + half.x, centre.y + half.y}, colour,
                  ui.px(2.5F), 0, ui.px(1.5F));
    const float at = centre.x + (left ? -1.0F : 1.0F) * half.x * 0.35F;
    draw->AddLine({at, centre.y - half.y}, {at, centre.y + half.y}, colour, ui.px(1.5F));
}

void figure(const Ui& ui, ImVec2 c, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddCircleFilled({c.x, c.y - ui.px(6)}, ui.px(2.2F), colour);
    draw->AddLine({c.x - ui.px(4.5F), c.y - ui.px(1.5F)}, {c.x + ui.px(4.5F), c.y - ui.px(1.5F)}, colour,
                  ui.px(1.7F));
    draw->AddLine({c.x, c.y - ui.px(2)}, {c.x, c.y + ui.px(2.5F)}, colour, ui.px(1.9F));
    draw->AddLine({c.x, c.y + ui.px(2)}, {c.x - ui.px(2.6F), c.y + ui.px(8)}, colour, ui.px(1.7F));
    draw->AddLine({c.x, c.y + ui.px(2)}, {c.x + ui.px(2.6F), c.y + ui.px(8)}, colour, ui.px(1.7F));
}

void camera_sign(const Ui& ui, ImVec2 c, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->AddRect({c.x - ui.px(7.5F), c.y - ui.px(4.5F)}, {c.x + ui.px(7.5F), c.y + ui.px(6)}, colour,
                  ui.px(2.5F), 0, ui.px(1.5F));
    draw->AddCircle({c.x, c.y + ui.px(0.8F)}, ui.px(2.8F), colour, 20, ui.px(1.5F));
    draw->AddLine({c.x - ui.px(2.5F), c.y - ui.px(6.2F)}, {c.x + ui.px(2.5F), c.y - ui.px(6.2F)}, colour,
                  ui.px(2.2F));
}

}  // namespace

void draw_icon(const Ui& ui, Icon icon, ImVec2 c, Colour colour) {
    ImDrawList* draw = ImGui::GetWindowDrawList();
    switch (icon) {
        case Icon::Undo:
            arc_arrow(ui, c, false, colour);
            break;
        case Icon::Redo:
            arc_arrow(ui, c, true, colour);
            break;
        case Icon::Sun:
            sun(ui, c, colour);
            break;
        case Icon::Moon:
            moon(ui, c, colour);
            break;
        case Icon::FoldLeft:
            fold_sign(ui, c, true, colour);
            break;
        case Icon::FoldRight:
            fold_sign(ui, c, false, colour);
            break;
        case Icon::Home:
            figure(ui, c, colour);
            break;
        case Icon::Question: {
            const float width = text_width(ui.fonts.strong, "?");
            put(ui.fonts.strong, {c.x - width / 2, c.y - font_height(ui.fonts.strong) / 2}, colour, "?");
            break;
        }
        case Icon::Camera:
            camera_sign(ui, c, colour);
            break;
        case Icon::Up:
        case Icon::Down: {
            const float way = icon == Icon::Up ? -1.0F : 1.0F;
            draw->AddLine({c.x, c.y - way * ui.px(5.5F)}, {c.x, c.y + way * ui.px(5)}, colour, ui.px(1.7F));
            draw->PathLineTo({c.x - ui.px(4.5F), c.y + way * ui.px(1)});
            draw->PathLineTo({c.x, c.y + way * ui.px(5.5F)});
            draw->PathLineTo({c.x + ui.px(4.5F), c.y + way * ui.px(1)});
            draw->PathStroke(colour, 0, ui.px(1.7F));
            break;
        }
        case Icon::Pen:
            draw->AddLine({c.x - ui.px(5), c.y + ui.px(5)}, {c.x + ui.px(4), c.y - ui.px(4)}, colour,
                          ui.px(2.4F));
            draw->AddLine({c.x - ui.px(6.5F), c.y + ui.px(6.5F)}, {c.x - ui.px(2), c.y + ui.px(5.5F)}, colour,
                          ui.px(1.2F));
            break;
        case Icon::Cross: {
            const float r = ui.px(4.5F);
            draw->AddLine({c.x - r, c.y - r}, {c.x + r, c.y + r}, colour, ui.px(1.7F));
            draw->AddLine({c.x - r, c.y + r}, {c.x + r, c.y - r}, colour, ui.px(1.7F));
            break;
        }
    }
}

}  // namespace myomap
