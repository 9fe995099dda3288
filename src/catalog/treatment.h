#pragma once
#include <optional>
#include <string>
#include <vector>

#include "catalog/story.h"

namespace myomap {

struct EvidenceGrade {
    std::string grade;  // "moderate"
    std::string meaning;
};

// How well studies support a benefit: grades from best to none, and the directions they may point in.
struct EvidenceScale {
    std::vector<EvidenceGrade> grades;
    std::string note;
    std::vector<std::string> directions;
};

struct NamedText {
    std::string name;
    std::string text;
};

struct WhatItIs {
    std::string summary;
    std::vector<std::string> points;
    std::vector<NamedText> techniques;
    std::vector<std::string> sources;
};

// An explanation with what is known of it: "hypothesis with partial support".
struct Explanation {
    std::string id;  // empty where there is only one
    std::string title;
    std::string status;
    std::string text;
    std::vector<std::string> sources;
};

struct DisputedClaim {
    std::string claim;
    std::string text;
    std::vector<std::string> sources;
};

struct TriggerPointTheory {
    std::string definition;
    std::string criteria;
    std::vector<std::string> signs;
    std::vector<std::string> criteria_sources;
    std::vector<NamedText> types;  // active, latent
    std::vector<std::string> claimed_causes;
    std::vector<Explanation> hypotheses;
    Explanation referred_pain;
    std::vector<DisputedClaim> disputed;
};

struct SizeRange {
    float min_mm = 0, max_mm = 0;
    std::string typical;  // in mm, as words
};

struct SizeComparison {
    std::string object;  // "human hair"
    std::string diameter_mm;
    std::string text;
};

struct NeedleFacts {
    SizeRange diameter, length;
    std::vector<SizeComparison> comparison;
    std::vector<std::string> features;
    std::vector<std::string> sources;
};

struct TwitchFacts {
    std::string what;
    std::string meaning;
    std::string evidence;
    std::vector<std::string> sources;
};

struct Effect {
    std::string id;
    std::string claim;
    std::string grade;  // of the evidence scale
    std::string plain;
    std::vector<std::string> sources;
};

struct Sensation {
    std::vector<std::string> steps;
    std::vector<std::string> stop_signs;
    std::vector<std::string> sources;
};

struct Soreness {
    std::string text;
    std::vector<std::string> helps;
    std::vector<std::string> sources;
};

struct SessionFacts {
    int length_min = 0;
    std::string text;
    std::vector<std::string> flow;
    std::string number_of_sessions;
    std::vector<std::string> sources;
};

struct ComparisonRow {
    std::string aspect;
    std::string dry_needling;
    std::string acupuncture;
};

struct VersusAcupuncture {
    std::vector<std::string> columns;
    std::vector<ComparisonRow> rows;
    std::string note;
    std::vector<std::string> sources;
};

struct Programme {
    std::string alone;
    std::string programme;
    std::string limits;
    std::vector<std::string> sources;
};

struct EventRate {
    std::string event;
    float percent = 0;
};

struct AdverseSurvey {
    std::string id;
    std::string setting;
    std::optional<int> treatments;
    int mild_count = 0;
    float mild_percent = 0;
    std::vector<EventRate> mild;
    std::optional<int> significant_count;
    std::optional<float> significant_upper_risk_percent;
    std::string significant_rate;   // in words; may be empty
    std::string significant_kinds;  // in words; may be empty
    std::string note;
    std::vector<std::string> sources;
};

struct SeriousEvent {
    std::string event;
    std::string where;
    std::string signs;
};

struct AdverseEvents {
    std::vector<AdverseSurvey> surveys;
    std::string why_they_differ;
    std::vector<SeriousEvent> rare_serious;
    std::string verdict;
    std::vector<std::string> sources;
};

struct Contraindication {
    std::string item;
    std::string reason;  // why not, or for a relative one what to mind
};

struct Contraindications {
    std::vector<Contraindication> absolute, relative;
    std::string note;
    std::vector<std::string> sources;
};

struct Consent {
    std::vector<std::string> before, tell_the_therapist, during, record;
    std::vector<std::string> sources;
};

struct CommonClaim {
    std::string claim;
    std::string our_wording;
    std::string see;  // the section that it rests on, "effects.blood_flow"; or "conditions"
};

// What dry needling is, does and risks, as the catalog tells it.
struct Treatment {
    std::string id;
    std::string title;
    std::string audience;
    std::string disclaimer;
    EvidenceScale evidence_scale;
    WhatItIs what_it_is;
    TriggerPointTheory trigger_point;
    NeedleFacts needle;
    TwitchFacts local_twitch_response;
    std::vector<Effect> effects;
    Sensation what_it_feels_like;
    Soreness soreness;
    SessionFacts session;
    std::vector<std::string> aftercare;
    VersusAcupuncture versus_acupuncture;
    Programme alone_or_in_a_programme;
    AdverseEvents adverse_events;
    Contraindications contraindications;
    Consent consent;
    std::vector<CommonClaim> common_claims;
    std::string story_point;  // that the story is told on where none is chosen
    std::vector<StoryScene> storyboard;
};

}  // namespace myomap
