#include "scene/action.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <sstream>
#include <vector>

#include "base/text.h"
#include "scene/visit_action_text.h"

namespace myomap {
namespace {

using Words = std::span<const std::string>;
using Parsed = std::optional<Action>;

template <class Value>
struct Named {
    std::string_view name;
    Value value;
};
template <class Value>
Named(const char*, Value) -> Named<Value>;

constexpr std::array skins{Named{"off", SkinLook::Off}, Named{"clear", SkinLook::Clear},
                           Named{"opaque", SkinLook::Opaque}};
constexpr std::array layers{
    Named{"muscles", Layer::Muscles}, Named{"bones", Layer::Bones},   Named{"vessels", Layer::Vessels},
    Named{"nerves", Layer::Nerves},   Named{"organs", Layer::Organs}, Named{"other", Layer::Other},
    Named{"left", Layer::Left},       Named{"right", Layer::Right},   Named{"points", Layer::Points}};
constexpr std::array views{Named{"front", View::Front}, Named{"back", View::Back}, Named{"left", View::Left},
                           Named{"right", View::Right}, Named{"top", View::Top}};
constexpr std::array themes{Named{"light", Theme::Light}, Named{"dark", Theme::Dark}};
constexpr std::array palettes{Named{"red", PainPalette::Red}, Named{"colour-blind", PainPalette::ColourBlind},
                              Named{"print", PainPalette::Print}};
constexpr std::array maps_shown{Named{"summed", MapsShown::Summed}, Named{"apart", MapsShown::Apart}};
constexpr std::array languages{Named{"english", NameLanguage::English}, Named{"latin", NameLanguage::Latin}};
constexpr std::array panels{Named{"left", Panel::Left}, Named{"right", Panel::Right},
                            Named{"help", Panel::Help}, Named{"commands", Panel::Commands}};
constexpr std::array tabs{Named{"muscles", Tab::Muscles}, Named{"conditions", Tab::Conditions},
                          Named{"layers", Tab::Layers},   Named{"treatment", Tab::Treatment},
                          Named{"views", Tab::Views},     Named{"settings", Tab::Settings},
                          Named{"pain", Tab::Pain}};
constexpr std::array steps{Named{"next", Step::Next}, Named{"previous", Step::Previous}};
constexpr std::array shown_sides{Named{"left", Side::Left}, Named{"right", Side::Right},
                                 Named{"both", Side::Midline}};
constexpr std::array confidences{Named{"high", Confidence::High}, Named{"medium", Confidence::Medium},
                                 Named{"low", Confidence::Low}};
constexpr std::array one_sides{Named{"left", Side::Left}, Named{"right", Side::Right}};
constexpr std::array switches{Named{"on", true}, Named{"off", false}};

constexpr std::array story_verbs{Named{"open", TellStory::Verb::Open},
                                 Named{"close", TellStory::Verb::Close},
                                 Named{"play", TellStory::Verb::Play},
                                 Named{"pause", TellStory::Verb::Pause},
                                 Named{"toggle", TellStory::Verb::Toggle},
                                 Named{"next", TellStory::Verb::Next},
                                 Named{"previous", TellStory::Verb::Previous},
                                 Named{"step", TellStory::Verb::Step},
                                 Named{"at", TellStory::Verb::At},
                                 Named{"advance", TellStory::Verb::Advance},
                                 Named{"speed", TellStory::Verb::Speed}};

template <class Value, std::size_t N>
std::optional<Value> value_of(const std::array<Named<Value>, N>& names, std::string_view name) {
    for (const auto& entry : names) {
        if (entry.name == name) return entry.value;
    }
    return std::nullopt;
}

template <class Value, std::size_t N>
std::string name_of(const std::array<Named<Value>, N>& names, Value value) {
    for (const auto& entry : names) {
        if (entry.value == value) return std::string(entry.name);
    }
    return {};
}

std::optional<float> number(std::string_view text) {
    float value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

std::string to_text(float value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    return {buffer.data(), end};
}

std::string joined(Words words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

// An id, and perhaps a side.
template <class Select>
Parsed id_and_side(Words words) {
    if (words.empty() || words.size() > 2) return {};
    Select select{words[0], std::nullopt};
    if (words.size() == 2) {
        select.side = side_from_text(words[1]);
        if (!select.side) return {};
    }
    return select;
}

template <class One>
Parsed one_id(Words words) {
    if (words.size() != 1) return {};
    return One{words[0]};
}

template <class One>
Parsed id_or_selection(Words words) {
    if (words.size() > 1) return {};
    return One{words.empty() ? std::string() : words[0]};
}

template <class One>
Parsed ids_or_selection(Words words) {
    return One{joined(words)};
}

template <class One>
Parsed name_of_view(Words words) {
    if (words.empty()) return {};
    return One{joined(words)};
}

template <class None>
Parsed nothing_more(Words words) {
    if (!words.empty()) return {};
    return None{};
}

// One of the names; or none, which means the next one.
template <class One, const auto& names>
Parsed name_or_next(Words words) {
    if (words.empty()) return One{std::nullopt};
    if (words.size() != 1) return {};
    if (const auto value = value_of(names, words[0])) return One{value};
    return {};
}

template <class One, const auto& names>
Parsed one_name(Words words) {
    if (words.size() != 1) return {};
    if (const auto value = value_of(names, words[0])) return One{*value};
    return {};
}

// A name, and perhaps "on" or "off".
template <class One, const auto& names>
Parsed name_and_switch(Words words) {
    if (words.empty() || words.size() > 2) return {};
    const auto value = value_of(names, words[0]);
    if (!value) return {};
    One action{*value, std::nullopt};
    if (words.size() == 2) {
        const auto on = value_of(switches, words[1]);
        if (!on) return {};
        if constexpr (requires { action.shown; }) action.shown = on;
        if constexpr (requires { action.open; }) action.open = on;
    }
    return action;
}

template <class One>
Parsed whole_number(Words words) {
    if (words.size() != 1) return {};
    int value = 0;
    const std::string& text = words[0];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return One{value};
}

std::vector<float> numbers(Words words) {
    std::vector<float> values;
    for (const std::string& word : words) {
        const auto value = number(word);
        if (!value) return {};
        values.push_back(*value);
    }
    return values;
}

Parsed parse_hover(Words words) {
    if (words.empty()) return Hover{};
    if (words.size() == 2 && words[0] == "part") return Hover{words[1], std::nullopt};
    if (words.size() != 3 || words[0] != "point") return {};
    const auto side = side_from_text(words[2]);
    if (!side) return {};
    return Hover{{}, PointOnSide{words[1], *side}};
}

Parsed parse_lengthen(Words words) {
    if (words.empty()) return {};
    const auto v = numbers(words.subspan(1));
    if (v.size() != 1 && v.size() != 5) return {};
    if (v[0] < Lengthening::least || v[0] > Lengthening::most) return {};
    Lengthen action{words[0], {v[0], std::nullopt}};
    if (v.size() == 5) {
        if (v[3] <= 0 || v[4] <= 0) return {};
        action.change.spot = FibreSpot{v[1], v[2], v[3], v[4]};
    }
    return action;
}

Parsed parse_orbit(Words words) {
    const auto v = numbers(words);
    if (v.size() != 2) return {};
    return Orbit{v[0], v[1]};
}

Parsed parse_pan(Words words) {
    const auto v = numbers(words);
    if (v.size() != 2 && v.size() != 3) return {};
    return Pan{{v[0], v[1]}, v.size() == 3 ? v[2] : 1};
}

Parsed parse_zoom(Words words) {
    const auto v = numbers(words);
    if ((v.size() != 1 && v.size() != 3 && v.size() != 4) || v[0] <= 0) return {};
    return Zoom{v[0], v.size() >= 3 ? Vec2(v[1], v[2]) : Vec2(0), v.size() == 4 ? v[3] : 1};
}

Parsed parse_camera(Words words) {
    const auto v = numbers(words);
    if (v.size() != 6 || v[3] <= 0) return {};
    Camera camera;
    camera.target = {v[0], v[1], v[2]};
    camera.distance_m = v[3];
    camera.yaw_deg = v[4];
    camera.pitch_deg = v[5];
    return SetCamera{camera};
}

Parsed parse_aspect(Words words) {
    const auto v = numbers(words);
    if ((v.size() != 1 && v.size() != 3) || v[0] <= 0) return {};
    if (v.size() == 1) return SetAspect{v[0], {}};
    if (v[1] < 0 || v[2] < 0 || v[1] + v[2] >= 1) return {};
    return SetAspect{v[0], {v[1], v[2]}};
}

Parsed parse_find(Words words) {
    return Find{joined(words)};
}

template <class One>
Parsed one_number(Words words, float least, float most) {
    const auto v = numbers(words);
    if (v.size() != 1 || v[0] < least || v[0] > most) return {};
    return One{v[0]};
}

Parsed parse_cut(Words words) {
    if (words.size() == 1 && words[0] == "off") return SetCut{std::nullopt};
    const auto v = numbers(words);
    if (v.size() != 1) return {};
    return SetCut{v[0]};
}

Parsed parse_cut_by(Words words) {
    return one_number<CutBy>(words, -5, 5);
}
Parsed parse_speed(Words words) {
    return one_number<SetSpeed>(words, least_speed, most_speed);
}
Parsed parse_text_size(Words words) {
    return one_number<SetTextSize>(words, least_text_size, most_text_size);
}

std::optional<int> whole(const std::string& text) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

Parsed parse_rename(Words words) {
    if (words.size() < 2) return {};
    const auto number = whole(words[0]);
    if (!number) return {};
    return RenameView{*number, joined(words.subspan(1))};
}

Parsed parse_move(Words words) {
    if (words.size() != 2) return {};
    const auto number = whole(words[0]);
    const auto to = whole(words[1]);
    if (!number || !to) return {};
    return MoveView{*number, *to};
}

bool takes_value(TellStory::Verb verb) {
    return verb >= TellStory::Verb::Step;
}

bool is_sensible(TellStory::Verb verb, float value) {
    switch (verb) {
        case TellStory::Verb::Step:
            return value >= 1 && value == std::floor(value);
        case TellStory::Verb::At:
            return value >= 0 && value <= 1;
        case TellStory::Verb::Speed:
            return value >= least_speed && value <= most_speed;
        default:
            return value >= 0;
    }
}

Parsed parse_story(Words words) {
    if (words.empty()) return {};
    const auto verb = value_of(story_verbs, words[0]);
    if (!verb || words.size() != (takes_value(*verb) ? 2 : 1)) return {};
    TellStory action{*verb, 0};
    if (!takes_value(*verb)) return action;
    const auto value = number(words[1]);
    if (!value || !is_sensible(*verb, *value)) return {};
    action.value = *value;
    return action;
}

// "thigh.right 0.4 12.5 18": a place on the skin and perhaps a radius.
template <class One>
Parsed place_on_skin(Words words) {
    if (words.size() != 3 && words.size() != 4) return {};
    const auto v = numbers(words.subspan(1));
    if (v.size() + 1 != words.size()) return {};
    const NameOnSide segment = name_on_side(words[0]);
    One action{{segment.name, segment.side, v[0], v[1]}, std::nullopt};
    if (v.size() == 3) {
        if (v[2] < 1 || v[2] > most_brush_mm) return {};
        action.radius_mm = v[2];
    }
    return action;
}

Parsed parse_brush_size(Words words) {
    return one_number<SetBrushSize>(words, least_brush_mm, most_brush_mm);
}
Parsed parse_brush_by(Words words) {
    return one_number<ScaleBrush>(words, 0.1F, 10);
}

template <class One>
Parsed words_or_none(Words words) {
    return One{joined(words)};
}

template <class One>
Parsed point_on_side(Words words) {
    if (words.empty()) return One{std::nullopt};
    if (words.size() != 2) return {};
    const auto side = side_from_text(words[1]);
    if (!side) return {};
    return One{PointOnSide{words[0], *side}};
}

// A name, or "any".
template <class One, const auto& names>
Parsed name_or_any(Words words) {
    if (words.size() != 1) return {};
    if (words[0] == "any") return One{std::nullopt};
    return name_or_next<One, names>(words);
}

Parsed parse_intensity(Words words) {
    if (words.size() != 1) return {};
    const auto value = whole(words[0]);
    if (!value || *value < 0 || *value > 10) return {};
    return SetIntensity{*value};
}

Parsed parse_areas(Words words) {
    if (words.empty()) return SetAreas{};
    auto areas = painted_areas_from_json(joined(words), "areas");
    if (!areas) return {};
    return SetAreas{std::move(*areas.value)};
}

Parsed parse_only_region(Words words) {
    if (words.size() != 1) return {};
    return OnlyRegion{words[0] == "any" ? std::string() : words[0]};
}

using Parser = Parsed (*)(Words);
struct Row {
    ActionForm form;
    Parser parse;
};

constexpr std::array<Row, std::variant_size_v<AnyAction>> rows{{
    {{"select muscle", "ID [left|right]", "select a muscle", Trace::Kept}, id_and_side<SelectMuscle>},
    {{"select point", "ID [left|right]", "select a trigger point and show its map", Trace::Kept},
     id_and_side<SelectPoint>},
    {{"select condition", "ID", "select a condition, with its points and their summed map", Trace::Kept},
     one_id<SelectCondition>},
    {{"select zone", "ID [left|right]", "select an area of pain, with the points that refer to it",
      Trace::Kept},
     id_and_side<SelectZone>},
    {{"select part", "ID", "select a part of the body that is no muscle of the catalog", Trace::Kept},
     one_id<SelectPart>},
    {{"select nothing", "", "end the selection", Trace::Kept}, nothing_more<SelectNothing>},
    {{"back", "", "from the point to its muscle, from the muscle to what it was chosen from", Trace::Kept},
     nothing_more<StepBack>},
    {{"side", "left|right|both", "choose the side of the body", Trace::Kept},
     one_name<ShowSide, shown_sides>},
    {{"point", "next|previous", "step to the next or previous trigger point", Trace::Kept},
     one_name<StepPoint, steps>},
    {{"muscle", "next|previous", "step to the next or previous muscle", Trace::Kept},
     one_name<StepMuscle, steps>},
    {{"hover", "[part ID | point ID left|right]", "what lies under the cursor", Trace::None}, parse_hover},
    {{"skin", "[off|clear|opaque]", "change how the skin is drawn", Trace::Kept},
     name_or_next<SetSkin, skins>},
    {{"layer", "muscles|bones|vessels|nerves|organs|other|left|right|points [on|off]", "show or hide a layer",
      Trace::Kept},
     name_and_switch<SetLayer, layers>},
    {{"peel to", "0 … 4", "take off the muscles down to a layer", Trace::Kept}, whole_number<Peel>},
    {{"peel by", "NUMBER", "take off one more layer of muscles, or put one back", Trace::Kept},
     whole_number<PeelBy>},
    {{"x-ray", "[on|off]", "see through everything but the selection", Trace::Kept},
     name_or_next<SetXRay, switches>},
    {{"hide", "[PART …]", "hide parts, or the selection", Trace::Kept}, ids_or_selection<Hide>},
    {{"isolate", "[PART …]", "show only some parts, or only the selection", Trace::Kept},
     ids_or_selection<Isolate>},
    {{"show all", "", "show everything that was hidden", Trace::Kept}, nothing_more<ShowAll>},
    {{"lengthen", "PART 0.5 … 1.5 [ALONG ACROSS LENGTH WIDTH]",
      "draw a muscle with its fibres longer or shorter, or only those round a spot of it; 1 is at rest",
      Trace::Kept},
     parse_lengthen},
    {{"view", "front|back|left|right|top", "look from one side", Trace::Kept}, one_name<LookFrom, views>},
    {{"fly to", "[PART]", "bring a part, the selection or the whole body into view", Trace::Kept},
     id_or_selection<FlyTo>},
    {{"go home", "", "bring the whole body into view", Trace::Kept}, nothing_more<GoHome>},
    {{"orbit", "YAW PITCH", "turn the body by degrees", Trace::Drag}, parse_orbit},
    {{"pan", "X Y [DEPTH]", "move the picture", Trace::Drag}, parse_pan},
    {{"zoom", "FACTOR [X Y [DEPTH]]", "come nearer or go further", Trace::Drag}, parse_zoom},
    {{"camera", "X Y Z DISTANCE YAW PITCH", "look from a given place", Trace::Drag}, parse_camera},
    {{"theme", "[light|dark]", "change between light and dark", Trace::None}, name_or_next<SetTheme, themes>},
    {{"palette", "[red|colour-blind|print]", "change the colours of pain maps", Trace::None},
     name_or_next<SetPalette, palettes>},
    {{"maps", "[summed|apart]", "several points' maps summed, or each in a colour of its own", Trace::None},
     name_or_next<SetMaps, maps_shown>},
    {{"labels", "[on|off]", "names with leader lines", Trace::None}, name_or_next<SetLabels, switches>},
    {{"names", "[english|latin]", "the language of muscles' names", Trace::None},
     name_or_next<SetNames, languages>},
    {{"numbers", "[on|off]", "write the points' numbers on them", Trace::None},
     name_or_next<SetNumbers, switches>},
    {{"panel", "left|right|help|commands [on|off]", "open or fold a panel", Trace::None},
     name_and_switch<SetPanel, panels>},
    {{"tab", "muscles|conditions|layers|treatment|views|settings", "show a page of the left panel",
      Trace::None},
     one_name<ShowTab, tabs>},
    {{"find", "[WORDS]", "search everything", Trace::None}, parse_find},
    {{"aspect", "RATIO [TOP BOTTOM]", "width to height of the picture, and what of the height is covered",
      Trace::None},
     parse_aspect},
    {{"mirror", "", "the same on the other side of the body", Trace::Kept}, nothing_more<SelectMirrored>},
    {{"part", "next|previous", "step to the next or previous part, from head to foot", Trace::Kept},
     one_name<StepPart, steps>},
    {{"show part", "PART", "show a part again that was hidden", Trace::Kept}, one_id<ShowPart>},
    {{"depth to", "0 … 6", "from the opaque skin, clear and off, layer by layer to the bones", Trace::Kept},
     whole_number<SetDepth>},
    {{"depth by", "NUMBER", "one step towards the bones, or back towards the skin", Trace::Kept},
     whole_number<DepthBy>},
    {{"cut", "off|METRES", "cut away what stands further than that before the middle of the view",
      Trace::Kept},
     parse_cut},
    {{"cut by", "METRES", "cut deeper, or less", Trace::Drag}, parse_cut_by},
    {{"begin", "", "everything as at first, but saved views and settings", Trace::Kept},
     nothing_more<StartOver>},
    {{"save view", "NAME", "keep the view under a name", Trace::Kept}, name_of_view<SaveView>},
    {{"open view", "NAME", "come back to a saved view", Trace::Kept}, name_of_view<OpenView>},
    {{"rename view", "NUMBER NAME", "give a saved view another name", Trace::Kept}, parse_rename},
    {{"move view", "NUMBER TO", "another place in the list of saved views", Trace::Kept}, parse_move},
    {{"delete view", "NAME", "forget a saved view", Trace::Kept}, name_of_view<DeleteView>},
    {{"motion", "[on|off]", "smooth flights, or everything at once", Trace::None},
     name_or_next<SetMotion, switches>},
    {{"inertia", "[on|off]", "whether a turn runs out when it is let go", Trace::None},
     name_or_next<SetInertia, switches>},
    {{"speed", "0.25 … 4", "of turning and of the wheel", Trace::None}, parse_speed},
    {{"text size", "0.8 … 2", "of everything in the panels", Trace::None}, parse_text_size},
    {{"contrast", "[on|off]", "stronger colours of text and lines", Trace::None},
     name_or_next<SetContrast, switches>},
    {{"record", "[on|off]", "write down what is done, to be played again", Trace::None},
     name_or_next<SetRecording, switches>},
    {{"needle", "[on|off]", "draw the way of a needle to the selected point", Trace::None},
     name_or_next<SetNeedle, switches>},
    {{"story",
      "open|close|play|pause|toggle|next|previous|step NUMBER|at 0 … 1|advance SECONDS|speed 0.25 … 4",
      "tell on the selected point what dry needling is", Trace::None},
     parse_story},
    {{"picture", "[FILE]", "save a picture of what is shown", Trace::None}, ids_or_selection<SavePicture>},
    {{"paint", "SEGMENT[.SIDE] T AZIMUTH [MM]", "paint where it hurts, a dab on the skin", Trace::Drag},
     place_on_skin<Paint>},
    {{"erase", "SEGMENT[.SIDE] T AZIMUTH [MM]", "take painted pain away again", Trace::Drag},
     place_on_skin<Erase>},
    {{"paint zone", "ID [left|right]", "pain in a whole zone, or no longer", Trace::Kept},
     id_and_side<PaintZone>},
    {{"brush", "[on|off]", "paint where it hurts with the left button", Trace::None},
     name_or_next<SetBrush, switches>},
    {{"brush size", "4 … 80", "the brush's radius in millimetres", Trace::None}, parse_brush_size},
    {{"brush by", "FACTOR", "a larger or smaller brush", Trace::None}, parse_brush_by},
    {{"brush eraser", "[on|off]", "the brush takes away", Trace::None}, name_or_next<SetEraser, switches>},
    {{"brush mirror", "[on|off]", "the brush paints both sides", Trace::None},
     name_or_next<SetBrushMirror, switches>},
    {{"area new", "[NAME]", "begin another painted area", Trace::Kept}, words_or_none<NewArea>},
    {{"area choose", "NUMBER", "go on with a painted area", Trace::Kept}, whole_number<ChooseArea>},
    {{"area name", "NAME", "name the painted area", Trace::Kept}, name_of_view<NameArea>},
    {{"area intensity", "0 … 10", "how strong the pain of the area is", Trace::Kept}, parse_intensity},
    {{"area deep", "[on|off]", "whether the pain is felt within", Trace::Kept},
     name_or_next<SetDeep, switches>},
    {{"area delete", "", "take the painted area away", Trace::Kept}, nothing_more<DeleteArea>},
    {{"areas", "[JSON]", "put these painted areas in place of those there are", Trace::Kept}, parse_areas},
    {{"pain save", "[FILE]", "write the painted areas to a file", Trace::None}, words_or_none<SavePain>},
    {{"pain open", "[FILE]", "read painted areas from a file", Trace::None}, words_or_none<OpenPain>},
    {{"together", "[POINT left|right]", "take the pain of several points together", Trace::Kept},
     point_on_side<Together>},
    {{"preview", "[POINT left|right]", "hold a point's map against the painted pain", Trace::None},
     point_on_side<Preview>},
    {{"compare", "[CONDITION]", "show another condition beside the selected one", Trace::Kept},
     words_or_none<Compare>},
    {{"only region", "REGION|any", "list the points of one region's muscles", Trace::None},
     parse_only_region},
    {{"only confidence", "high|medium|low|any", "list points of muscles that are at least so well known",
      Trace::None},
     name_or_any<OnlyConfidence, confidences>},
    {{"only side", "left|right|any", "list the points of one side", Trace::None},
     name_or_any<OnlySide, one_sides>},
    {{"keep point", "[ID [left|right]] [YYYY-MM-DD]", "keep a point in the session", Trace::Kept},
     parse_keep_point},
    {{"forget point", "NUMBER", "take a kept point out of the session", Trace::Kept}, parse_forget_point},
    {{"note point", "NUMBER [TEXT]", "write about a kept point", Trace::Typing}, parse_note_point},
    {{"add note", "[YYYY-MM-DD] TEXT", "a note of the session", Trace::Kept}, parse_add_note},
    {{"change note", "NUMBER [TEXT]", "another text for a note; without one it goes", Trace::Typing},
     parse_change_note},
    {{"new session", "", "an empty session, in no file (the window)", Trace::None}, nothing_more<NewSession>},
    {{"drop changes", "", "of the session, when asked about them (the window)", Trace::None},
     nothing_more<DropChanges>},
    {{"open session", "FILE", "open a session file (the window)", Trace::None}, parse_open_session},
    {{"save session", "[FILE]", "write the session to a file (the window)", Trace::None}, parse_save_session},
    {{"ask", "nothing|handout|open|save|unsaved", "ask for a handout's text, or for a session's file",
      Trace::None},
     parse_ask},
    {{"write handout", "[FILE.pdf|FILE.png]", "what the patient takes home (the window)", Trace::None},
     parse_write_handout},
    {{"handout note", "[TEXT]", "the therapist's words on a handout", Trace::None}, parse_handout_note},
    {{"practice", "[NAME]", "the name at the head of a handout", Trace::None}, parse_practice},
    {{"paper", "auto|a4|letter", "the paper of a handout; auto: as the language has it", Trace::None},
     parse_paper},
    {{"language", "en|de|es|fr", "the language of the interface", Trace::None}, parse_language},
    {{"undo", "", "take back the last change", Trace::None}, nothing_more<Undo>},
    {{"redo", "", "do again what was taken back", Trace::None}, nothing_more<Redo>},
}};

std::string with_side(const std::string& id, const std::optional<Side>& side) {
    return side ? id + " " + std::string(to_text(*side)) : id;
}

template <class Value, std::size_t N>
std::string maybe(const std::array<Named<Value>, N>& names, const std::optional<Value>& value) {
    return value ? name_of(names, *value) : std::string();
}

// What follows an action's name in its text form.
struct Rest {
    std::string operator()(const SelectMuscle& a) const { return with_side(a.muscle, a.side); }
    std::string operator()(const SelectPoint& a) const { return with_side(a.point, a.side); }
    std::string operator()(const SelectCondition& a) const { return a.condition; }
    std::string operator()(const SelectZone& a) const { return with_side(a.zone, a.side); }
    std::string operator()(const SelectPart& a) const { return a.part; }
    std::string operator()(const ShowSide& a) const { return name_of(shown_sides, a.side); }
    std::string operator()(const StepPoint& a) const { return name_of(steps, a.step); }
    std::string operator()(const StepMuscle& a) const { return name_of(steps, a.step); }
    std::string operator()(const Hover& a) const {
        if (a.point) return "point " + with_side(a.point->point, a.point->side);
        return a.part.empty() ? std::string() : "part " + a.part;
    }
    std::string operator()(const SetSkin& a) const { return maybe(skins, a.look); }
    std::string operator()(const SetLayer& a) const {
        return name_of(layers, a.layer) + (a.shown ? " " + name_of(switches, *a.shown) : "");
    }
    std::string operator()(const Peel& a) const { return std::to_string(a.deepest_hidden_layer); }
    std::string operator()(const PeelBy& a) const { return std::to_string(a.layers); }
    std::string operator()(const SetXRay& a) const { return maybe(switches, a.on); }
    std::string operator()(const Hide& a) const { return a.part; }
    std::string operator()(const Isolate& a) const { return a.part; }
    std::string operator()(const Lengthen& a) const {
        std::string text = a.part + " " + to_text(a.change.factor);
        if (const auto& spot = a.change.spot)
            for (const float v : {spot->along, spot->across, spot->half_length, spot->half_width})
                text += " " + to_text(v);
        return text;
    }
    std::string operator()(const LookFrom& a) const { return name_of(views, a.view); }
    std::string operator()(const FlyTo& a) const { return a.part; }
    std::string operator()(const Orbit& a) const { return to_text(a.yaw_deg) + " " + to_text(a.pitch_deg); }
    std::string operator()(const Pan& a) const {
        const std::string text = to_text(a.by.x) + " " + to_text(a.by.y);
        return a.depth == 1 ? text : text + " " + to_text(a.depth);
    }
    std::string operator()(const Zoom& a) const {
        if (a.at == Vec2(0) && a.depth == 1) return to_text(a.factor);
        const std::string text = to_text(a.factor) + " " + to_text(a.at.x) + " " + to_text(a.at.y);
        return a.depth == 1 ? text : text + " " + to_text(a.depth);
    }
    std::string operator()(const SetCamera& a) const {
        const Camera& c = a.camera;
        std::string text;
        for (float v : {c.target.x, c.target.y, c.target.z, c.distance_m, c.yaw_deg, c.pitch_deg}) {
            text += (text.empty() ? "" : " ") + to_text(v);
        }
        return text;
    }
    std::string operator()(const SetTheme& a) const { return maybe(themes, a.theme); }
    std::string operator()(const SetPalette& a) const { return maybe(palettes, a.palette); }
    std::string operator()(const SetMaps& a) const { return maybe(maps_shown, a.shown); }
    std::string operator()(const SetLabels& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetNames& a) const { return maybe(languages, a.language); }
    std::string operator()(const SetNumbers& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetPanel& a) const {
        return name_of(panels, a.panel) + (a.open ? " " + name_of(switches, *a.open) : "");
    }
    std::string operator()(const ShowTab& a) const { return name_of(tabs, a.tab); }
    std::string operator()(const Find& a) const { return a.query; }
    std::string operator()(const SetAspect& a) const {
        if (a.covered == Covered()) return to_text(a.aspect);
        return to_text(a.aspect) + " " + to_text(a.covered.top) + " " + to_text(a.covered.bottom);
    }
    std::string operator()(const StepPart& a) const { return name_of(steps, a.step); }
    std::string operator()(const ShowPart& a) const { return a.part; }
    std::string operator()(const SetDepth& a) const { return std::to_string(a.depth); }
    std::string operator()(const DepthBy& a) const { return std::to_string(a.steps); }
    std::string operator()(const SetCut& a) const {
        return a.before_target_m ? to_text(*a.before_target_m) : "off";
    }
    std::string operator()(const CutBy& a) const { return to_text(a.deeper_m); }
    std::string operator()(const SaveView& a) const { return a.name; }
    std::string operator()(const OpenView& a) const { return a.name; }
    std::string operator()(const RenameView& a) const { return std::to_string(a.number) + " " + a.name; }
    std::string operator()(const MoveView& a) const {
        return std::to_string(a.number) + " " + std::to_string(a.to);
    }
    std::string operator()(const DeleteView& a) const { return a.name; }
    std::string operator()(const SetMotion& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetInertia& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetSpeed& a) const { return to_text(a.speed); }
    std::string operator()(const SetTextSize& a) const { return to_text(a.size); }
    std::string operator()(const SetContrast& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetRecording& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetNeedle& a) const { return maybe(switches, a.on); }
    std::string operator()(const TellStory& a) const {
        return name_of(story_verbs, a.verb) + (takes_value(a.verb) ? " " + to_text(a.value) : "");
    }
    std::string operator()(const SavePicture& a) const { return a.file; }
    std::string operator()(const Paint& a) const { return placed(a.place, a.radius_mm); }
    std::string operator()(const Erase& a) const { return placed(a.place, a.radius_mm); }
    std::string operator()(const PaintZone& a) const { return with_side(a.zone, a.side); }
    std::string operator()(const SetBrush& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetBrushSize& a) const { return to_text(a.radius_mm); }
    std::string operator()(const ScaleBrush& a) const { return to_text(a.factor); }
    std::string operator()(const SetEraser& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetBrushMirror& a) const { return maybe(switches, a.on); }
    std::string operator()(const NewArea& a) const { return a.name; }
    std::string operator()(const ChooseArea& a) const { return std::to_string(a.number); }
    std::string operator()(const NameArea& a) const { return a.name; }
    std::string operator()(const SetIntensity& a) const { return std::to_string(a.intensity); }
    std::string operator()(const SetDeep& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetAreas& a) const {
        if (a.areas.empty()) return {};
        std::istringstream lines(to_json_text(a.areas));
        std::string text;
        for (std::string word; lines >> word;) text += (text.empty() ? "" : " ") + word;
        return text;
    }
    std::string operator()(const SavePain& a) const { return a.file; }
    std::string operator()(const OpenPain& a) const { return a.file; }
    std::string operator()(const Together& a) const { return point_or_none(a.point); }
    std::string operator()(const Preview& a) const { return point_or_none(a.point); }
    std::string operator()(const Compare& a) const { return a.condition; }
    std::string operator()(const OnlyRegion& a) const { return a.region.empty() ? "any" : a.region; }
    std::string operator()(const OnlyConfidence& a) const {
        return a.least ? name_of(confidences, *a.least) : "any";
    }
    std::string operator()(const OnlySide& a) const { return a.side ? name_of(one_sides, *a.side) : "any"; }
    template <class Other>
    std::string operator()(const Other& a) const {
        if constexpr (requires { rest_of(a); }) return rest_of(a);
        return {};
    }

private:
    static std::string placed(const SkinPlace& place, const std::optional<float>& radius_mm) {
        return dotted_side(place.segment, place.side) + " " + to_text(place.t) + " " +
               to_text(place.azimuth_deg) + (radius_mm ? " " + to_text(*radius_mm) : std::string());
    }
    static std::string point_or_none(const std::optional<PointOnSide>& point) {
        return point ? with_side(point->point, point->side) : std::string();
    }
};

constexpr auto forms = [] {
    std::array<ActionForm, rows.size()> all{};
    for (std::size_t i = 0; i < rows.size(); ++i) all[i] = rows[i].form;
    return all;
}();

}  // namespace

Action::Action() = default;
Action::Action(const Action& other) = default;
Action::Action(Action&& other) noexcept = default;
Action& Action::operator=(const Action& other) = default;
Action& Action::operator=(Action&& other) noexcept = default;
Action::~Action() = default;

std::span<const ActionForm> action_forms() {
    return forms;
}

const ActionForm& form_of(const Action& action) {
    return forms[action.index()];
}

std::string to_text(const Action& action) {
    const std::string rest = std::visit(Rest(), action);
    return std::string(form_of(action).name) + (rest.empty() ? "" : " " + rest);
}

Loaded<Action> action_from_text(std::string_view text) {
    std::vector<std::string> words;
    std::istringstream in{std::string(text)};
    for (std::string word; in >> word;) words.push_back(word);

    const Row* meant = nullptr;
    for (const Row& row : rows) {
        const std::size_t size = row.form.name.find(' ') == std::string_view::npos ? 1 : 2;
        if (words.size() < size || joined(Words(words).first(size)) != row.form.name) continue;
        meant = &row;
        if (Parsed action = row.parse(Words(words).subspan(size))) return {std::move(action), {}};
    }
    Problem problem{"action", {}, "\"" + std::string(text) + "\" is no action", {}, {}};
    if (meant != nullptr) {
        problem.expected = std::string(meant->form.name) + " " + std::string(meant->form.rest);
    } else {
        std::vector<std::string> names;
        names.reserve(forms.size());
        for (const ActionForm& form : forms) names.emplace_back(form.name);
        problem.nearest =
            nearest_name(joined(Words(words).first(std::min<std::size_t>(2, words.size()))), names);
        if (problem.nearest.empty() && !words.empty()) problem.nearest = nearest_name(words[0], names);
    }
    return {std::nullopt, {problem}};
}

}  // namespace myomap
