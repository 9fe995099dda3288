#include "app/record.h"

#include <algorithm>
#include <ostream>

namespace myomap {
namespace {

std::string_view to_text(PointDepth depth) {
    if (depth == PointDepth::Superficial) return "superficial";
    return depth == PointDepth::Middle ? "middle" : "deep";
}

std::string_view to_text(Confidence confidence) {
    if (confidence == Confidence::High) return "high";
    return confidence == Confidence::Medium ? "medium" : "low";
}

std::string_view to_text(Risk risk) {
    if (risk == Risk::Low) return "low";
    return risk == Risk::Moderate ? "moderate" : "high";
}

std::string_view to_text(FeltSide felt) {
    if (felt == FeltSide::Same) return "same";
    return felt == FeltSide::Both ? "both" : "opposite";
}

Json number_or_null(int number) {
    return number == 0 ? Json() : Json(number);
}
Json text_or_null(const std::string& text) {
    return text.empty() ? Json() : Json(text);
}

Json point_fields(const TriggerPoint& point) {
    Json refers = Json::array();
    for (const Referral& referral : point.refers)
        refers.push_back({{"zone", referral.zone},
                          {"kind", referral.kind == ReferralKind::Essential ? "essential" : "spillover"},
                          {"felt", to_text(referral.felt)},
                          {"drawn", drawn_by_stroke(point, referral)}});
    Json fields{{"id", point.id},
                {"number", point.number},
                {"place", point.place},
                {"along", rounded(point.along, 4)},
                {"across", rounded(point.across, 4)},
                {"depth", to_text(point.depth)}};
    if (point.only_side) fields["only_side"] = to_text(*point.only_side);
    if (!point.not_pain.empty()) fields["not_pain"] = point.not_pain;
    fields.update({{"refers", std::move(refers)},
                   {"key_for", point.key_for},
                   {"satellites", point.satellites},
                   {"sources", point.sources}});
    return fields;
}

Json patches_of(const Zone& zone) {
    Json patches = Json::array();
    for (const SkinPatch& patch : zone.patches)
        patches.push_back(
            {{"segment", patch.segment},
             {"t", {rounded(patch.t_from, 4), rounded(patch.t_to, 4)}},
             {"azimuth_deg", {rounded(patch.azimuth_from_deg, 2), rounded(patch.azimuth_to_deg, 2)}}});
    return patches;
}

Json discs_of(const Zone& zone) {
    Json discs = Json::array();
    for (const SkinDisc& disc : zone.discs)
        discs.push_back({{"landmark", disc.landmark},
                         {"radius_mm", rounded(disc.radius_mm, 2)},
                         {"segments", disc.segments}});
    return discs;
}

bool is_plain(const Json& value) {
    return !value.is_structured();
}

std::string plain_text(const Json& value) {
    if (value.is_string()) return value.get<std::string>();
    if (value.is_boolean()) return value.get<bool>() ? "yes" : "no";
    return value.is_null() ? "none" : value.dump();
}

void print_value(std::ostream& out, const Json& value, const std::string& indent);

void print_entry(std::ostream& out, const std::string& label, const Json& value, const std::string& indent) {
    if (is_plain(value)) {
        out << indent << label << plain_text(value) << '\n';
    } else if (!value.empty()) {
        out << indent << label.substr(0, label.find_last_not_of(" ") + 1) << "\n";
        print_value(out, value, indent + "  ");
    }
}

void print_value(std::ostream& out, const Json& value, const std::string& indent) {
    if (value.is_object()) {
        for (const auto& [key, field] : value.items()) {
            std::string label = key;
            std::ranges::replace(label, '_', ' ');
            print_entry(out, label + ": ", field, indent);
        }
        return;
    }
    for (const Json& item : value) {
        if (!item.is_object()) {
            print_entry(out, "- ", item, indent);
            continue;
        }
        // A record within a list: its fields on one line where they are few and short, else one below
        // another.
        const bool short_one = item.size() <= 3 && std::ranges::all_of(item, is_plain);
        if (!short_one) {
            print_value(out, item, indent);
            out << '\n';
            continue;
        }
        std::string line;
        for (const Json& field : item) line += (line.empty() ? "" : ": ") + plain_text(field);
        out << indent << "- " << line << '\n';
    }
}

Json needle_lines(const Needling& needling) {
    Json lines = Json::array();
    for (const NeedleLine& line : needling.lines) {
        Json from = Json::array();
        for (const BodyDirection direction : line.from) from.push_back(to_text(direction));
        lines.push_back({{"points", line.points},
                         {"hold", to_text(line.hold)},
                         {"from", std::move(from)},
                         {"towards", text_or_null(line.towards)}});
    }
    return lines;
}

}  // namespace

Json record(const Muscle& muscle) {
    Json points = Json::array();
    for (const TriggerPoint& point : muscle.trigger_points) points.push_back(point_fields(point));
    const Needling& needling = muscle.needling;
    return {{"kind", "muscle"},
            {"id", muscle.id},
            {"name", muscle.name},
            {"latin", muscle.latin},
            {"fma", number_or_null(muscle.fma)},
            {"aliases", muscle.aliases},
            {"group", text_or_null(muscle.group)},
            {"region", muscle.region},
            {"layer", muscle.layer},
            {"paired", muscle.paired},
            {"atlas_names", muscle.atlas_names},
            {"origin", muscle.origin},
            {"insertion", muscle.insertion},
            {"action", muscle.action},
            {"innervation", muscle.innervation},
            {"fibre", {{"from", muscle.fibre.from}, {"to", muscle.fibre.to}, {"shape", muscle.fibre.shape}}},
            {"trigger_points", std::move(points)},
            {"symptoms", muscle.symptoms},
            {"activated_by", muscle.activated_by},
            {"mimics", muscle.mimics},
            {"conditions", muscle.conditions},
            {"test", muscle.test},
            {"palpation", muscle.palpation},
            {"needling",
             {{"position", needling.position},
              {"approach", needling.approach},
              {"hazards", needling.hazards},
              {"caution", needling.caution},
              {"risk", to_text(needling.risk)},
              {"lines", needle_lines(needling)}}},
            {"self_care", muscle.self_care},
            {"sources", muscle.sources},
            {"confidence", to_text(muscle.confidence)},
            {"note", text_or_null(muscle.note)}};
}

Json record(const TriggerPoint& point, const Catalog& catalog) {
    Json document{{"kind", "point"}, {"muscle", point.muscle}};
    document.update(point_fields(point));
    Json conditions = Json::array();
    for (const Condition* condition : catalog.conditions_of(point)) conditions.push_back(condition->id);
    document["conditions"] = std::move(conditions);
    return document;
}

Json record(const Condition& condition, const Catalog& catalog) {
    Json evidence = Json::array();
    for (const Evidence& item : condition.evidence)
        evidence.push_back({{"treatment", item.treatment},
                            {"grade", item.grade},
                            {"direction", item.direction},
                            {"direction_note", item.direction_note},
                            {"text", item.text},
                            {"sources", item.sources}});
    Json points = Json::array();
    for (const RelatedPoint& related : catalog.points_of(condition))
        points.push_back({{"point", related.point->id}, {"why", related.why}});
    return {{"kind", "condition"},
            {"id", condition.id},
            {"name", condition.name},
            {"lay_name", condition.lay_name},
            {"aliases", condition.aliases},
            {"icd10", condition.icd10},
            {"icd11", condition.icd11},
            {"group", condition.group},
            {"featured", condition.featured},
            {"summary", condition.summary},
            {"typical_zones", condition.typical_zones},
            {"common_muscles", condition.common_muscles},
            {"why", condition.why},
            {"differential", condition.differential},
            {"red_flags", condition.red_flags},
            {"evidence", std::move(evidence)},
            {"self_care", condition.self_care},
            {"sources", condition.sources},
            {"points", std::move(points)}};
}

Json record(const Zone& zone, const Catalog& catalog) {
    Json points = Json::array();
    for (const TriggerPoint* point : catalog.points_referring_to(zone.id)) points.push_back(point->id);
    return {{"kind", "zone"},
            {"id", zone.id},
            {"name", zone.name},
            {"description", zone.description},
            {"midline", zone.midline},
            {"felt_inside", zone.felt_inside},
            {"part_of", text_or_null(zone.whole)},
            {"patches", patches_of(zone)},
            {"discs", discs_of(zone)},
            {"points", std::move(points)}};
}

Json record(const Source& source) {
    return {{"kind", "source"},
            {"id", source.id},
            {"publication", source.kind},
            {"citation", source.citation},
            {"year", number_or_null(source.year)},
            {"doi", text_or_null(source.doi)},
            {"isbn", text_or_null(source.isbn)},
            {"url", text_or_null(source.url)},
            {"verified", source.verified ? Json(*source.verified) : Json()}};
}

void print_text(std::ostream& out, const Json& document) {
    print_value(out, document, "");
}

}  // namespace myomap
