#include "atlas/needle_path.h"
#include "scene/needle_words.h"
#include "ui/page_parts.h"
#include "ui/words.h"

namespace myomap {
namespace {

Block titled_bullets(std::string title, std::vector<std::string> items) {
    Block block = bullets_block(std::move(items));
    block.title = std::move(title);
    return block;
}

Block distances(const NeedlePath& path, const Body& body) {
    Block block;
    block.kind = Block::Kind::Facts;
    block.facts = {{"Skin to muscle", path.to_muscle_mm ? millimetres(*path.to_muscle_mm) : ""},
                   {"Through it", path.through_muscle_mm ? millimetres(*path.through_muscle_mm) : ""},
                   {"Skin to point", millimetres(path.length_mm)},
                   {"Passes", passes_words(path, body)}};
    return block;
}

Link needle_switch(bool on) {
    return {on ? "Hide the needle" : "Show a needle's way in this model",
            {},
            {SetNeedle{!on}},
            Mark::None,
            false};
}

void add_lists(Section& section, const NeedlePath& path, const Body& body) {
    std::vector<std::string> blocked;
    for (const int part : path.blocked) blocked.push_back(body.parts[static_cast<std::size_t>(part)].name);
    add(section, titled_bullets("No way was found that goes round", std::move(blocked)));
    std::vector<std::string> near;
    for (const NeedleNeighbour& each : path.near) near.push_back(near_words(each, body));
    add(section, titled_bullets("Within 15 mm of the needle", std::move(near)));
    std::vector<std::string> behind;
    for (const NeedleNeighbour& each : path.behind) behind.push_back(behind_words(each, path, body));
    add(section, titled_bullets("Within 60 mm behind the point", std::move(behind)));
    add(section,
        titled_bullets("Named by the record, further away than that in this model", further_away(path)));
    add(section,
        titled_bullets("Named by the record, not in this model: where they run is not shown here, so nothing "
                       "here says that the way is free of them",
                       not_in_model(path)));
}

}  // namespace

Section needle_section(const TriggerPoint& point, const State& state, const Atlas& atlas) {
    Section section{"The needle in this model", true, {}};
    Block links;
    links.kind = Block::Kind::Links;
    links.links = {needle_switch(state.needle)};
    if (!state.needle) {
        add(section, links);
        return section;
    }
    const PlacedPoint* place = atlas.place(point.id, state.selection.side);
    const auto path = place == nullptr ? std::nullopt : atlas.needle(*place);
    add(section, note_block(needle_disclaimer));
    if (!path) {
        add(section, text_block("This body has no way through its skin to the point."));
        add(section, links);
        return section;
    }
    add(section, text_block(way_words(*path)));
    add(section, distances(*path, atlas.body()));
    add_lists(section, *path, atlas.body());
    add(section, links);
    return section;
}

}  // namespace myomap
