#include "ui/page_view.h"

#include <imgui.h>

#include <algorithm>
#include <span>
#include <sstream>

#include "ui/sides_view.h"

namespace myomap {
namespace {

void draw_bullets(const Ui& ui, const std::vector<std::string>& items, Colour colour, ImFont* font) {
    const float indent = ui.px(16);
    for (const std::string& item : items) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        ImGui::GetWindowDrawList()->AddCircleFilled({at.x + ui.px(4), at.y + font->FontSize / 2}, ui.px(2.2F),
                                                    colour);
        ImGui::Indent(indent);
        text(ui, font, colour, item);
        ImGui::Unindent(indent);
    }
}

void draw_facts(const Ui& ui, const std::vector<Fact>& facts) {
    for (const Fact& fact : facts) {
        if (&fact != &facts.front()) gap(ui, 12);
        text(ui, ui.fonts.small, ui.colours.quiet, fact.name);
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.px(6));
        text(ui, ui.fonts.body, ui.colours.text, fact.text);
    }
}

// Names to the left, figures to the right; what is no figure stands under its name.
void draw_rates(const Ui& ui, const std::vector<Fact>& facts) {
    const float width = ImGui::GetContentRegionAvail().x;
    for (const Fact& fact : facts) {
        const float wide = text_width(ui.fonts.body, ui.tr(fact.text)) + ui.px(2);  // so that it never wraps
        const bool beside = wide < 0.3F * width;
        const float left = ImGui::GetCursorPosX();
        const float top = ImGui::GetCursorPosY();
        text(ui, ui.fonts.small, ui.colours.quiet, fact.name, beside ? wide + ui.px(16) : 0);
        const float below = ImGui::GetCursorPosY();
        if (beside) {
            ImGui::SetCursorPos({left + width - wide, top - ui.px(1)});
            text(ui, ui.fonts.body, ui.colours.text, fact.text);
            ImGui::SetCursorPosY(std::max(below, ImGui::GetCursorPosY()) - ui.px(4));
        } else {
            ImGui::SetCursorPosY(below - ui.px(6));
            text(ui, ui.fonts.body, ui.colours.text, fact.text);
        }
    }
}

void draw_links(Ui& ui, const std::vector<Link>& links) {
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, ImVec2(ui.px(8), ui.px(1)));
    for (std::size_t i = 0; i < links.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (link_row(ui, links[i])) ui.act(links[i].actions);
        ImGui::PopID();
    }
    ImGui::PopStyleVar();
}

void draw_chips(Ui& ui, const std::vector<Link>& links) {
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    for (std::size_t i = 0; i < links.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (i > 0 && ImGui::GetItemRectMax().x + ui.px(44) < right) ImGui::SameLine(0, ui.px(6));
        if (chip(ui, links[i])) ui.act(links[i].actions);
        ImGui::PopID();
    }
}

struct ToneColours {
    Colour ground, title;
};
ToneColours colours_of(const Ui& ui, Tone tone) {
    switch (tone) {
        case Tone::Alarm:
            return {ui.colours.alarm_ground, ui.colours.alarm};
        case Tone::Caution:
            return {ui.colours.caution_ground, ui.colours.caution};
        case Tone::Plain:
            break;
    }
    return {ui.colours.hover, ui.colours.text};
}

void draw_badge(const Ui& ui, const std::string& english, const ToneColours& colours) {
    const std::string words = ui.tr(english);
    ImDrawList* draw = ImGui::GetWindowDrawList();
    const float width = text_width(ui.fonts.label, words) + ui.px(16);
    const float height = ui.px(24);
    const ImVec2 at = ImGui::GetCursorScreenPos();
    draw->AddRectFilled(at, {at.x + width, at.y + height}, colours.title, height / 2);
    draw->AddText(ui.fonts.label, ui.fonts.label->FontSize,
                  {at.x + ui.px(8), at.y + (height - ui.fonts.label->FontSize) / 2}, colours.ground,
                  words.c_str());
    ImGui::Dummy({width, height});
}

// A long list shows its first items, the most urgent, and the rest when asked.
std::size_t items_shown(const Block& block) {
    constexpr std::size_t few = 4;
    if (block.items.size() <= few + 1) return block.items.size();
    return ImGui::GetStateStorage()->GetBool(ImGui::GetID("all")) ? block.items.size() : few;
}

// The box is drawn behind what it holds once its height is known.
void draw_box(const Ui& ui, const Block& block) {
    const ToneColours colours = colours_of(ui, block.tone);
    const float margin = ui.px(14);
    const float width = ImGui::GetContentRegionAvail().x;
    const ImVec2 start = ImGui::GetCursorScreenPos();
    ImDrawList* draw = ImGui::GetWindowDrawList();
    draw->ChannelsSplit(2);
    draw->ChannelsSetCurrent(1);
    ImGui::SetCursorScreenPos({start.x + margin, start.y + margin});
    ImGui::BeginGroup();
    ImGui::PushTextWrapPos(ImGui::GetCursorPosX() + width - 2 * margin);
    const auto words = [&](ImFont* font, Colour colour, const std::string& english) {
        const std::string text = ui.tr(english);
        ImGui::PushFont(font);
        ImGui::PushStyleColor(ImGuiCol_Text, colour);
        ImGui::TextUnformatted(text.data(), text.data() + text.size());
        ImGui::PopStyleColor();
        ImGui::PopFont();
    };
    if (!block.title.empty()) words(ui.fonts.strong, colours.title, block.title);
    if (!block.badge.empty()) {
        const float left = width - 2 * margin - text_width(ui.fonts.strong, ui.tr(block.title));
        if (left > text_width(ui.fonts.label, ui.tr(block.badge)) + ui.px(30)) {
            ImGui::SameLine(0, ui.px(10));
        }
        draw_badge(ui, block.badge, colours);
    }
    const std::size_t shown = items_shown(block);
    for (const std::string& item : std::span(block.items).first(shown)) {
        const ImVec2 at = ImGui::GetCursorScreenPos();
        draw->AddCircleFilled({at.x + ui.px(4), at.y + ui.fonts.body->FontSize / 2}, ui.px(2.2F),
                              colours.title);
        ImGui::Indent(ui.px(16));
        words(ui.fonts.body, ui.colours.text, item);
        ImGui::Unindent(ui.px(16));
    }
    if (shown < block.items.size() && text_button(ui, std::to_string(block.items.size() - shown) + " more")) {
        ImGui::GetStateStorage()->SetBool(ImGui::GetID("all"), true);
    }
    if (!block.text.empty()) words(ui.fonts.body, ui.colours.text, block.text);
    ImGui::PopTextWrapPos();
    ImGui::EndGroup();
    const float bottom = ImGui::GetItemRectMax().y + margin;
    draw->ChannelsSetCurrent(0);
    draw->AddRectFilled(start, {start.x + width, bottom}, colours.ground, ui.px(10));
    if (block.tone != Tone::Plain) {
        draw->AddRectFilled({start.x, start.y + ui.px(10)}, {start.x + ui.px(3), bottom - ui.px(10)},
                            colours.title);
    }
    draw->ChannelsMerge();
    ImGui::SetCursorScreenPos(start);
    ImGui::Dummy({width, bottom - start.y});
}

// Ticks last as long as the window; they are the therapist's own and stand in no file.
void draw_checks(const Ui& ui, const Block& block) {
    ImGuiStorage* storage = ImGui::GetStateStorage();
    for (std::size_t i = 0; i < block.facts.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        const ImGuiID ticked = ImGui::GetID("ticked");
        if (check_row(ui, block.facts[i], storage->GetBool(ticked)))
            storage->SetBool(ticked, !storage->GetBool(ticked));
        ImGui::PopID();
    }
    if (block.facts.empty() || !text_button(ui, "Clear the ticks")) return;
    for (std::size_t i = 0; i < block.facts.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        storage->SetBool(ImGui::GetID("ticked"), false);
        ImGui::PopID();
    }
}

void draw_pairs(const Ui& ui, const std::vector<Pair>& pairs) {
    for (const Pair& pair : pairs) {
        if (!pair.name.empty()) {
            gap(ui, 8);
            text(ui, ui.fonts.small, ui.colours.quiet, pair.name);
        }
        if (!ImGui::BeginTable("pair", 2)) continue;
        ImFont* font = pair.name.empty() ? ui.fonts.label : ui.fonts.small;
        for (const std::string* words : {&pair.left, &pair.right}) {
            ImGui::TableNextColumn();
            text(ui, font, ui.colours.text, *words);
        }
        ImGui::EndTable();
    }
}

void draw_block(Ui& ui, const Block& block) {
    if (!block.title.empty() && block.kind != Block::Kind::Boxed) {
        text(ui, ui.fonts.small, block.tone == Tone::Alarm ? ui.colours.alarm : ui.colours.quiet,
             block.title);
    }
    switch (block.kind) {
        case Block::Kind::Text:
            text(ui, ui.fonts.body, ui.colours.text, block.text);
            break;
        case Block::Kind::Note:
            text(ui, ui.fonts.small, ui.colours.quiet, block.text);
            break;
        case Block::Kind::Facts:
            draw_facts(ui, block.facts);
            break;
        case Block::Kind::Rates:
            draw_rates(ui, block.facts);
            break;
        case Block::Kind::Bullets:
            draw_bullets(ui, block.items, ui.colours.text, ui.fonts.body);
            break;
        case Block::Kind::Links:
            draw_links(ui, block.links);
            break;
        case Block::Kind::Chips:
            draw_chips(ui, block.links);
            break;
        case Block::Kind::Boxed:
            draw_box(ui, block);
            break;
        case Block::Kind::Checks:
            draw_checks(ui, block);
            break;
        case Block::Kind::Pairs:
            draw_pairs(ui, block.pairs);
            break;
        case Block::Kind::Sides:
            draw_sides(ui, block.sides, block.tone);
            break;
    }
}

void draw_trail(Ui& ui, const std::vector<Link>& trail, float corner_width) {
    const float room = ImGui::GetContentRegionAvail().x - corner_width - ui.px(20);
    for (std::size_t i = 0; i < trail.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        Link back = trail[i];
        // The page's own heading has the name in full: "Trapezius" is enough of "Trapezius, descending part".
        const std::string name = "‹  " + ui.tr(back.label);
        back.label = first_that_fits(ui.fonts.label, {name, name.substr(0, name.find(','))}, room);
        if (chip(ui, back)) ui.act(back.actions);
        ImGui::PopID();
    }
    if (!trail.empty()) gap(ui, 10);
}

void draw_side_choice(Ui& ui) {
    const Selection& selection = ui.state.selection;
    const int current = selection.both_sides ? 2 : selection.side == Side::Left ? 0 : 1;
    gap(ui, 10);
    const int chosen =
        segmented(ui, "side", {"Left", "Right", "Both"}, current, ImGui::GetContentRegionAvail().x);
    if (chosen >= 0) {
        constexpr Side sides[] = {Side::Left, Side::Right, Side::Midline};
        ui.act(ShowSide{sides[chosen]});
    }
}

void draw_section(Ui& ui, const Section& section, bool first) {
    if (!section.heading.empty()) {
        if (!first) {
            gap(ui, 12);
            line(ui);
            gap(ui, 8);
        }
        if (!fold(ui, section.heading, ui.fonts.heading, section.open)) return;
        gap(ui, 2);
    }
    for (std::size_t i = 0; i < section.blocks.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        if (i > 0) gap(ui, 10);
        draw_block(ui, section.blocks[i]);
        ImGui::PopID();
    }
}

// Smaller where a word is wider than the column: it would be broken within, or lose its comma to the next
// line.
ImFont* title_font(const Fonts& fonts, const std::string& title, float room) {
    std::istringstream words(title);
    for (std::string word; words >> word;)
        if (text_width(fonts.title, word) > room) return fonts.heading;
    return fonts.title;
}

}  // namespace

void draw_sections(Ui& ui, const std::vector<Section>& sections) {
    bool first = true;
    for (const Section& section : sections) {
        ImGui::PushID(section.heading.empty() ? "top" : section.heading.c_str());
        draw_section(ui, section, first);
        ImGui::PopID();
        first = false;
    }
}

void draw_page(Ui& ui, const Page& page, float corner_width) {
    draw_trail(ui, page.trail, corner_width);
    const float reserved = page.trail.empty() ? corner_width : 0;
    if (!page.kicker.empty()) text(ui, ui.fonts.label, ui.colours.accent, page.kicker, reserved);
    const float beside_title = page.kicker.empty() ? reserved : 0;
    ImFont* title = title_font(ui.fonts, ui.tr(page.title), ImGui::GetContentRegionAvail().x - beside_title);
    text(ui, title, ui.colours.text, page.title, beside_title);
    if (!page.subtitle.empty()) text(ui, ui.fonts.italic, ui.colours.quiet, page.subtitle);
    if (page.sided) draw_side_choice(ui);
    gap(ui, 14);
    draw_sections(ui, page.sections);
    gap(ui, 24);
}

}  // namespace myomap
