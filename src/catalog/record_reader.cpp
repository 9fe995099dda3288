#include "catalog/record_reader.h"

#include <nlohmann/json.hpp>

namespace myomap {
namespace {

using Json = nlohmann::json;

std::string text(const Json& entry, const char* key) {
    const auto found = entry.find(key);
    return found == entry.end() ? std::string() : found->get<std::string>();
}

std::vector<std::string> texts(const Json& entry, const char* key) {
    return entry.at(key).get<std::vector<std::string>>();
}

PointDepth depth_from(const std::string& word) {
    return word == "superficial" ? PointDepth::Superficial
           : word == "middle"    ? PointDepth::Middle
                                 : PointDepth::Deep;
}

Confidence confidence_from(const std::string& word) {
    return word == "high" ? Confidence::High : word == "medium" ? Confidence::Medium : Confidence::Low;
}

Risk risk_from(const std::string& word) {
    return word == "low" ? Risk::Low : word == "moderate" ? Risk::Moderate : Risk::High;
}

ReferralKind kind_from(const std::string& word) {
    return word == "essential" ? ReferralKind::Essential : ReferralKind::Spillover;
}

FeltSide felt_side(const Json& entry) {
    const std::string word = text(entry, "felt");
    return word == "both" ? FeltSide::Both : word == "opposite" ? FeltSide::Opposite : FeltSide::Same;
}

PlaceExpectation read_expectation(const Json& entry) {
    using Direction = PlaceExpectation::Direction;
    const std::string word = text(entry, "direction");
    const Direction direction = word == "up"        ? Direction::Up
                                : word == "down"    ? Direction::Down
                                : word == "lateral" ? Direction::Lateral
                                : word == "medial"  ? Direction::Medial
                                : word == "forward" ? Direction::Forward
                                : word == "back"    ? Direction::Back
                                                    : Direction::Any;
    return {text(entry, "landmark"), direction, entry.at("range_mm")[0], entry.at("range_mm")[1]};
}

SkinStroke read_stroke(const Json& entry) {
    SkinStroke stroke{kind_from(text(entry, "kind")), felt_side(entry), texts(entry, "draws"), {}};
    float width_mm = 0;  // holds until a node names another
    for (const Json& json : entry.at("through")) {
        StrokeNode node;
        node.landmark = text(json, "landmark");
        if (json.contains("move_mm"))
            node.move_mm = {json["move_mm"][0], json["move_mm"][1], json["move_mm"][2]};
        node.segment = text(json, "segment");
        node.t = json.value("t", 0.0F);
        node.azimuth_deg = json.value("azimuth_deg", 0.0F);
        node.width_mm = width_mm = json.value("width_mm", width_mm);
        stroke.through.push_back(std::move(node));
    }
    return stroke;
}

template <class Read>
auto read_list(const Json& entry, const char* key, const Read& read) {
    std::vector<decltype(read(entry))> values;
    if (entry.contains(key))
        for (const Json& json : entry.at(key)) values.push_back(read(json));
    return values;
}

Referral read_referral(const Json& entry) {
    return {text(entry, "zone"), kind_from(text(entry, "kind")), felt_side(entry)};
}

TriggerPoint read_point(const Json& entry, const std::string& muscle) {
    TriggerPoint point;
    point.id = text(entry, "id");
    point.muscle = muscle;
    point.number = entry.at("number");
    point.place = text(entry, "place");
    point.along = entry.at("along");
    point.across = entry.at("across");
    point.depth = depth_from(text(entry, "depth"));
    if (entry.contains("only_side")) point.only_side = side_from_text(text(entry, "only_side"));
    point.expect = read_list(entry, "expect", read_expectation);
    point.refers = read_list(entry, "refers", read_referral);
    point.not_pain = text(entry, "not_pain");
    point.strokes = read_list(entry, "strokes", read_stroke);
    point.key_for = texts(entry, "key_for");
    point.satellites = texts(entry, "satellites");
    point.sources = texts(entry, "sources");
    return point;
}

NeedleLine read_needle_line(const Json& entry) {
    NeedleLine line;
    line.points = entry.value("points", std::vector<int>());
    if (const std::string hold = text(entry, "hold"); !hold.empty()) line.hold = *needle_hold_from_text(hold);
    if (const auto from = entry.find("from"); from != entry.end())
        for (const Json& direction : *from)
            line.from.push_back(*body_direction_from_text(direction.get<std::string>()));
    line.towards = text(entry, "towards");
    return line;
}

Muscle read_muscle(const Json& entry) {
    Muscle muscle;
    muscle.id = text(entry, "id");
    muscle.name = text(entry, "name");
    muscle.latin = text(entry, "latin");
    muscle.fma = entry.value("fma", 0);
    muscle.aliases = texts(entry, "aliases");
    muscle.group = text(entry, "group");
    muscle.region = text(entry, "region");
    muscle.layer = entry.at("layer");
    muscle.paired = entry.at("paired");
    muscle.rare = entry.value("rare", false);
    muscle.atlas_names = texts(entry, "atlas_names");
    muscle.origin = text(entry, "origin");
    muscle.insertion = text(entry, "insertion");
    muscle.action = texts(entry, "action");
    muscle.innervation = text(entry, "innervation");
    const Json& fibre = entry.at("fibre");
    muscle.fibre = {text(fibre, "from"), text(fibre, "to"), text(fibre, "shape"), {}};
    if (const auto flesh = fibre.find("flesh"); flesh != fibre.end())
        muscle.fibre.flesh = Vec2(flesh->at(0), flesh->at(1));
    for (const Json& point : entry.at("trigger_points"))
        muscle.trigger_points.push_back(read_point(point, muscle.id));
    muscle.symptoms = texts(entry, "symptoms");
    muscle.activated_by = texts(entry, "activated_by");
    muscle.mimics = texts(entry, "mimics");
    muscle.conditions = texts(entry, "conditions");
    muscle.test = text(entry, "test");
    muscle.palpation = text(entry, "palpation");
    const Json& needling = entry.at("needling");
    muscle.needling = {text(needling, "position"),        text(needling, "approach"),
                       texts(needling, "hazards"),        text(needling, "caution"),
                       risk_from(text(needling, "risk")), {}};
    if (const auto lines = needling.find("lines"); lines != needling.end())
        for (const Json& line : *lines) muscle.needling.lines.push_back(read_needle_line(line));
    muscle.self_care = texts(entry, "self_care");
    muscle.sources = texts(entry, "sources");
    muscle.confidence = confidence_from(text(entry, "confidence"));
    muscle.note = text(entry, "note");
    return muscle;
}

Condition read_condition(const Json& entry) {
    Condition condition;
    condition.id = text(entry, "id");
    condition.name = text(entry, "name");
    condition.lay_name = text(entry, "lay_name");
    condition.aliases = texts(entry, "aliases");
    condition.icd10 = text(entry, "icd10");
    condition.icd11 = text(entry, "icd11");
    condition.group = text(entry, "group");
    condition.featured = entry.at("featured");
    condition.summary = text(entry, "summary");
    condition.typical_zones = texts(entry, "typical_zones");
    condition.common_muscles = texts(entry, "common_muscles");
    condition.why = text(entry, "why");
    condition.differential = texts(entry, "differential");
    condition.red_flags = texts(entry, "red_flags");
    for (const auto& [treatment, said] : entry.at("evidence").items())
        condition.evidence.push_back({treatment, text(said, "grade"), text(said, "direction"),
                                      text(said, "direction_note"), text(said, "statement"),
                                      texts(said, "sources")});
    condition.self_care = texts(entry, "self_care");
    condition.sources = texts(entry, "sources");
    return condition;
}

Source read_source(const Json& entry) {
    Source source;
    source.id = text(entry, "id");
    source.kind = text(entry, "kind");
    source.citation = text(entry, "citation");
    source.year = entry.value("year", 0);
    source.doi = text(entry, "doi");
    source.isbn = text(entry, "isbn");
    source.url = text(entry, "url");
    if (entry.contains("verified")) source.verified = entry.at("verified").get<bool>();
    source.of_shapes = entry.value("of_shapes", false);
    return source;
}

template <class Value>
std::vector<Value> read_all(const Json& document, Value (*read)(const Json&)) {
    std::vector<Value> values;
    values.reserve(document.size());
    for (const Json& entry : document) values.push_back(read(entry));
    return values;
}

}  // namespace

std::vector<Muscle> read_muscles(const Json& document) {
    return read_all(document, read_muscle);
}

std::vector<Condition> read_conditions(const Json& document) {
    return read_all(document, read_condition);
}

std::vector<Source> read_sources(const Json& document) {
    return read_all(document, read_source);
}

}  // namespace myomap
