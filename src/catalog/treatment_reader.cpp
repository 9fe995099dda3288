#include "catalog/treatment_reader.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

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

// A list of records, each made by `read`.
template <class Read>
auto list(const Json& entry, const char* key, Read read) {
    std::vector<decltype(read(entry))> values;
    for (const Json& item : entry.at(key)) values.push_back(read(item));
    return values;
}

NamedText named_text(const Json& entry) {
    return {text(entry, "name"), text(entry, "text")};
}

EvidenceScale evidence_scale(const Json& entry) {
    return {list(entry, "grades",
                 [](const Json& e) {
                     return EvidenceGrade{text(e, "grade"), text(e, "meaning")};
                 }),
            text(entry, "note"), texts(entry, "directions")};
}

WhatItIs what_it_is(const Json& entry) {
    return {text(entry, "short"), texts(entry, "points"), list(entry, "techniques", named_text),
            texts(entry, "sources")};
}

Explanation explanation(const Json& entry) {
    return {text(entry, "id"), text(entry, "title"), text(entry, "status"), text(entry, "text"),
            texts(entry, "sources")};
}

TriggerPointTheory trigger_point_theory(const Json& entry) {
    const Json& criteria = entry.at("criteria");
    TriggerPointTheory theory;
    theory.definition = text(entry, "definition");
    theory.criteria = text(criteria, "text");
    theory.signs = texts(criteria, "signs");
    theory.criteria_sources = texts(criteria, "sources");
    theory.types = list(entry, "types", named_text);
    theory.claimed_causes = texts(entry, "claimed_causes");
    theory.hypotheses = list(entry, "hypotheses", explanation);
    theory.referred_pain = explanation(entry.at("referred_pain"));
    theory.disputed = list(entry, "disputed", [](const Json& e) {
        return DisputedClaim{text(e, "claim"), text(e, "text"), texts(e, "sources")};
    });
    return theory;
}

SizeRange size_range(const Json& entry) {
    return {entry.at("min"), entry.at("max"), text(entry, "typical")};
}

NeedleFacts needle(const Json& entry) {
    return {size_range(entry.at("diameter_mm")), size_range(entry.at("length_mm")),
            list(entry, "comparison",
                 [](const Json& e) {
                     return SizeComparison{text(e, "object"), text(e, "diameter_mm"), text(e, "text")};
                 }),
            texts(entry, "features"), texts(entry, "sources")};
}

Effect effect(const Json& entry) {
    return {text(entry, "id"), text(entry, "claim"), text(entry, "grade"), text(entry, "plain"),
            texts(entry, "sources")};
}

SessionFacts session(const Json& entry) {
    return {entry.at("length_min"), text(entry, "text"), texts(entry, "flow"),
            text(entry, "number_of_sessions"), texts(entry, "sources")};
}

VersusAcupuncture versus_acupuncture(const Json& entry) {
    return {texts(entry, "columns"),
            list(entry, "rows",
                 [](const Json& e) {
                     return ComparisonRow{text(e, "aspect"), text(e, "dry_needling"), text(e, "acupuncture")};
                 }),
            text(entry, "note"), texts(entry, "sources")};
}

template <class Number>
std::optional<Number> number(const Json& entry, const char* key) {
    const auto found = entry.find(key);
    return found == entry.end() ? std::nullopt : std::optional(found->get<Number>());
}

AdverseSurvey survey(const Json& entry) {
    const Json& mild = entry.at("mild_total");
    const Json& significant = entry.at("significant");
    AdverseSurvey survey;
    survey.id = text(entry, "id");
    survey.setting = text(entry, "setting");
    survey.treatments = number<int>(entry, "treatments");
    survey.mild_count = mild.at("n");
    survey.mild_percent = mild.at("percent");
    survey.mild = list(entry, "mild", [](const Json& e) {
        return EventRate{text(e, "event"), e.at("percent").get<float>()};
    });
    survey.significant_count = number<int>(significant, "n");
    survey.significant_upper_risk_percent = number<float>(significant, "upper_risk_percent");
    survey.significant_rate = text(significant, "rate");
    survey.significant_kinds = text(significant, "kinds");
    survey.note = text(entry, "note");
    survey.sources = texts(entry, "sources");
    return survey;
}

AdverseEvents adverse_events(const Json& entry) {
    return {list(entry, "surveys", survey), text(entry, "why_they_differ"),
            list(entry, "rare_serious",
                 [](const Json& e) {
                     return SeriousEvent{text(e, "event"), text(e, "where"), text(e, "signs")};
                 }),
            text(entry, "verdict"), texts(entry, "sources")};
}

Contraindications contraindications(const Json& entry) {
    return {list(entry, "absolute",
                 [](const Json& e) {
                     return Contraindication{text(e, "item"), text(e, "reason")};
                 }),
            list(entry, "relative",
                 [](const Json& e) {
                     return Contraindication{text(e, "item"), text(e, "note")};
                 }),
            text(entry, "note"), texts(entry, "sources")};
}

Consent consent(const Json& entry) {
    return {texts(entry, "before"), texts(entry, "tell_the_therapist"), texts(entry, "during"),
            texts(entry, "record"), texts(entry, "sources")};
}

template <class Value, std::size_t N>
Value one_of(const std::array<std::string_view, N>& names, const std::string& name) {
    return static_cast<Value>(std::ranges::find(names, name) - names.begin());
}

std::vector<StoryTrack> tracks(const Json& entry) {
    std::vector<StoryTrack> tracks;
    for (const auto& [channel, keys] : entry.items()) {
        StoryTrack track{*story_channel_from_text(channel), {}};
        for (const Json& key : keys) track.keys.push_back({key.at(0), key.at(1)});
        tracks.push_back(std::move(track));
    }
    return tracks;
}

StoryScene scene(const Json& entry) {
    constexpr std::array<std::string_view, 4> views{"point", "muscle", "needle", "pain"};
    constexpr std::array<std::string_view, 7> insets{"none",   "fibre", "cord", "needle",
                                                     "reflex", "clock", "plan"};
    StoryScene scene;
    scene.order = entry.at("order");
    scene.id = text(entry, "id");
    scene.title = text(entry, "title");
    scene.narration = text(entry, "narration");
    scene.shown = texts(entry, "shown");
    scene.certainty = text(entry, "certainty");
    scene.label = text(entry, "label");
    scene.seconds = entry.at("seconds");
    scene.still = entry.at("still");
    scene.view = one_of<StoryView>(views, text(entry, "view"));
    scene.inset = one_of<StoryInset>(insets, text(entry, "inset"));
    scene.cards = entry.value("cards", std::vector<std::string>());
    scene.tracks = tracks(entry.at("tracks"));
    return scene;
}

}  // namespace

Treatment read_treatment(const Json& document) {
    Treatment treatment;
    treatment.id = text(document, "id");
    treatment.title = text(document, "title");
    treatment.audience = text(document, "audience");
    treatment.disclaimer = text(document, "disclaimer");
    treatment.evidence_scale = evidence_scale(document.at("evidence_scale"));
    treatment.what_it_is = what_it_is(document.at("what_it_is"));
    treatment.trigger_point = trigger_point_theory(document.at("trigger_point"));
    treatment.needle = needle(document.at("needle"));
    const Json& twitch = document.at("local_twitch_response");
    treatment.local_twitch_response = {text(twitch, "what"), text(twitch, "meaning"),
                                       text(twitch, "evidence"), texts(twitch, "sources")};
    treatment.effects = list(document, "effects", effect);
    const Json& feeling = document.at("what_it_feels_like");
    treatment.what_it_feels_like = {texts(feeling, "steps"), texts(feeling, "stop_signs"),
                                    texts(feeling, "sources")};
    const Json& soreness = document.at("soreness");
    treatment.soreness = {text(soreness, "text"), texts(soreness, "helps"), texts(soreness, "sources")};
    treatment.session = session(document.at("session"));
    treatment.aftercare = texts(document, "aftercare");
    treatment.versus_acupuncture = versus_acupuncture(document.at("versus_acupuncture"));
    const Json& programme = document.at("alone_or_in_a_programme");
    treatment.alone_or_in_a_programme = {text(programme, "alone"), text(programme, "programme"),
                                         text(programme, "limits"), texts(programme, "sources")};
    treatment.adverse_events = adverse_events(document.at("adverse_events"));
    treatment.contraindications = contraindications(document.at("contraindications"));
    treatment.consent = consent(document.at("consent"));
    treatment.common_claims = list(document, "common_claims", [](const Json& e) {
        return CommonClaim{text(e, "claim"), text(e, "our_wording"), text(e, "see")};
    });
    treatment.story_point = text(document, "story_point");
    treatment.storyboard = list(document, "storyboard", scene);
    return treatment;
}

}  // namespace myomap
