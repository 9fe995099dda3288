#include <imgui.h>

#include <cmath>

#include "ui/left_column.h"

namespace myomap {
namespace {

void heading(const Ui& ui, const std::string& words) {
    gap(ui, 14);
    text(ui, ui.fonts.label, ui.colours.quiet, words);
    gap(ui, 4);
}

// The choice that is nearest to what is set.
template <std::size_t N>
int nearest(const float (&values)[N], float value) {
    int best = 0;
    for (int i = 1; i < static_cast<int>(N); ++i)
        if (std::abs(values[i] - value) < std::abs(values[best] - value)) best = i;
    return best;
}

}  // namespace

void draw_settings(Ui& ui) {
    const Comfort& comfort = ui.state.comfort;
    const float width = ImGui::GetContentRegionAvail().x;
    heading(ui, "Text");
    constexpr float sizes[] = {1, 1.25F, 1.5F, 2};
    const int size =
        segmented(ui, "text", {"100 %", "125 %", "150 %", "200 %"}, nearest(sizes, comfort.text_size), width);
    if (size >= 0) ui.act(SetTextSize{sizes[size]});
    if (toggle(ui, "High contrast", "", comfort.contrast)) ui.act(SetContrast{});
    if (toggle(ui, "Dark", "F10", ui.state.theme == Theme::Dark)) ui.act(SetTheme{});
    heading(ui, "Motion");
    if (toggle(ui, "Smooth flights", "", comfort.motion)) ui.act(SetMotion{});
    if (toggle(ui, "Turns run out", "", comfort.inertia)) ui.act(SetInertia{});
    heading(ui, "Speed of turning and of the wheel");
    constexpr float speeds[] = {0.5F, 1, 1.5F, 2};
    const int speed =
        segmented(ui, "speed", {"Half", "Usual", "1.5 ×", "Twice"}, nearest(speeds, comfort.speed), width);
    if (speed >= 0) ui.act(SetSpeed{speeds[speed]});
    heading(ui, "Language");
    std::vector<std::string> names;
    for (const Language language : all_languages) names.emplace_back(own_name_of(language));
    const int language = segmented(ui, "language", names, static_cast<int>(comfort.language), width);
    if (language >= 0) ui.act(SetLanguage{all_languages[static_cast<std::size_t>(language)]});
    heading(ui, "Recording");
    if (toggle(ui, "Write down what is done", "", ui.state.recording)) ui.act(SetRecording{});
}

}  // namespace myomap
