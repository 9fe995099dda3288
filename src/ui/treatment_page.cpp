#include <algorithm>

#include "ui/page_parts.h"
#include "ui/pages.h"
#include "ui/words.h"

namespace myomap {
namespace {

Block titled(std::string title, std::vector<std::string> items) {
    Block block = bullets_block(std::move(items));
    block.title = std::move(title);
    return block;
}

Block named_texts(const std::vector<NamedText>& texts) {
    Block block;
    block.kind = Block::Kind::Facts;
    for (const NamedText& each : texts)
        block.facts.push_back({capitalised(each.name), capitalised(each.text)});
    return block;
}

Block boxed(Tone tone, std::string title, std::vector<std::string> items, std::string text = {}) {
    Block block = bullets_block(std::move(items));
    block.kind = Block::Kind::Boxed;
    block.tone = tone;
    block.title = std::move(title);
    block.text = std::move(text);
    return block;
}

Section what_section(const Treatment& t) {
    Section section{"What it is", true, {}};
    add(section, text_block(t.what_it_is.summary));
    add(section, bullets_block(t.what_it_is.points));
    add(section, named_texts(t.what_it_is.techniques));
    return section;
}

Section point_section(const Treatment& t) {
    Section section{"What a trigger point is", false, {}};
    add(section, text_block(t.trigger_point.definition));
    add(section, text_block(t.trigger_point.criteria));
    add(section, named_texts(t.trigger_point.types));
    add(section, titled("What is thought to cause it", t.trigger_point.claimed_causes));
    add(section, titled(t.trigger_point.referred_pain.title, {t.trigger_point.referred_pain.text}));
    for (const Explanation& hypothesis : t.trigger_point.hypotheses) {
        Block block = boxed(Tone::Plain, hypothesis.title, {}, hypothesis.text);
        block.badge = capitalised(hypothesis.status);
        add(section, block);
    }
    for (const DisputedClaim& disputed : t.trigger_point.disputed) {
        add(section, boxed(Tone::Caution, "Disputed: " + disputed.claim, {}, disputed.text));
    }
    return section;
}

// What to expect before, during and after.
Section session_section(const Treatment& t) {
    Section section{"A session", false, {}};
    add(section, text_block(t.session.text));
    add(section, titled("Before: tell your therapist about", t.consent.tell_the_therapist));
    add(section, titled("During", t.session.flow));
    add(section, titled("What it feels like", t.what_it_feels_like.steps));
    add(section, boxed(Tone::Caution, "Say so at once", t.what_it_feels_like.stop_signs));
    Block after = text_block(t.soreness.text);
    after.title = "After";
    add(section, after);
    add(section, titled("What helps afterwards", aftercare(t, false)));
    add(section, boxed(Tone::Alarm, "Get help", aftercare(t, true)));
    add(section, note_block(t.session.number_of_sessions));
    return section;
}

Section twitch_section(const Treatment& t) {
    Section section{"The twitch", false, {}};
    add(section, text_block(t.local_twitch_response.what));
    add(section, text_block(t.local_twitch_response.meaning));
    add(section, note_block(t.local_twitch_response.evidence));
    return section;
}

Section effects_section(const Treatment& t) {
    Section section{"What it does, and how sure that is", false, {}};
    for (const Effect& effect : t.effects) {
        Block block = boxed(Tone::Plain, capitalised(effect.claim), {}, effect.plain);
        block.badge = capitalised(effect.grade);
        add(section, block);
    }
    Block grades;
    grades.kind = Block::Kind::Facts;
    for (const EvidenceGrade& grade : t.evidence_scale.grades) {
        grades.facts.push_back({capitalised(grade.grade), capitalised(grade.meaning)});
    }
    grades.title = "The grades";
    add(section, grades);
    return section;
}

std::string percent(float number) {
    std::string text = std::to_string(number);
    text.erase(std::min(text.size(), text.find('.') + 3));
    while (text.back() == '0') text.pop_back();
    if (text.back() == '.') text.pop_back();
    return text + " %";
}

// How often what happened in one survey, as it was published.
Block survey_block(const AdverseSurvey& survey) {
    Block block;
    block.kind = Block::Kind::Rates;
    block.title = capitalised(survey.setting);
    if (survey.treatments) block.title += ": " + std::to_string(*survey.treatments) + " treatments";
    block.facts.push_back({"Minor effects in all", percent(survey.mild_percent)});
    for (const EventRate& rate : survey.mild)
        block.facts.push_back({capitalised(rate.event), percent(rate.percent)});
    std::string significant = survey.significant_rate;
    if (significant.empty() && survey.significant_count)
        significant = std::to_string(*survey.significant_count);
    if (survey.significant_upper_risk_percent)
        significant += ", at most " + percent(*survey.significant_upper_risk_percent);
    block.facts.push_back({"Significant events", significant});
    return block;
}

Block survey_sources(const AdverseSurvey& survey, const Catalog& catalog) {
    std::string sources;
    for (const std::string& id : survey.sources)
        sources += (sources.empty() ? "" : " ") + source_words(id, catalog);
    return note_block(sources);
}

Section risk_section(const Treatment& t, const Catalog& catalog) {
    Section section{"Risks", false, {}};
    add(section, text_block(t.adverse_events.verdict));
    for (const AdverseSurvey& survey : t.adverse_events.surveys) {
        add(section, survey_block(survey));
        add(section, note_block(survey.note));
        add(section, survey_sources(survey, catalog));
    }
    for (const SeriousEvent& event : t.adverse_events.rare_serious) {
        add(section, boxed(Tone::Alarm, capitalised(event.event), {},
                           capitalised(event.where) + ". Signs: " + event.signs));
    }
    add(section, note_block(t.adverse_events.why_they_differ));
    return section;
}

Block contraindications(const std::string& title, const std::vector<Contraindication>& list) {
    Block block;
    block.kind = Block::Kind::Checks;
    block.title = title;
    for (const Contraindication& each : list)
        block.facts.push_back({capitalised(each.item), capitalised(each.reason)});
    return block;
}

Section not_for_section(const Treatment& t) {
    Section section{"When not to needle", false, {}};
    add(section, contraindications("Not at all", t.contraindications.absolute));
    add(section, contraindications("With care", t.contraindications.relative));
    add(section, note_block(t.contraindications.note));
    return section;
}

Section acupuncture_section(const Treatment& t) {
    Section section{"Dry needling and acupuncture", false, {}};
    Block table;
    table.kind = Block::Kind::Pairs;
    table.pairs.push_back({"", "Dry needling", "Acupuncture"});
    for (const ComparisonRow& row : t.versus_acupuncture.rows)
        table.pairs.push_back(
            {capitalised(row.aspect), capitalised(row.dry_needling), capitalised(row.acupuncture)});
    add(section, table);
    add(section, note_block(t.versus_acupuncture.note));
    return section;
}

Section programme_section(const Treatment& t) {
    Section section{"Alone or with exercise", false, {}};
    add(section, text_block(t.alone_or_in_a_programme.alone));
    add(section, text_block(t.alone_or_in_a_programme.programme));
    add(section, note_block(t.alone_or_in_a_programme.limits));
    return section;
}

// The conditions that are asked for most, each with what needling is known to do for it.
Section featured_section(const Catalog& catalog) {
    Section section{"What it is used for", false, {}};
    Block links;
    links.kind = Block::Kind::Links;
    for (const Condition& condition : catalog.conditions()) {
        if (!condition.featured) continue;
        std::string note;
        for (const Evidence& evidence : condition.evidence)
            if (evidence.treatment == "dry_needling")
                note = capitalised(evidence.grade) + ", " +
                       (evidence.direction_note.empty() ? evidence.direction : evidence.direction_note);
        links.links.push_back(condition_link(condition, std::move(note)));
    }
    add(section, links);
    return section;
}

Section consent_section(const Treatment& t) {
    Section section{"Consent", false, {}};
    add(section, titled("Before", t.consent.before));
    add(section, titled("During", t.consent.during));
    return section;
}

Section sources_section(const Treatment& t, const Catalog& catalog) {
    std::vector<std::string> cited;
    const auto cite = [&](const std::vector<std::string>& sources) {
        cited.insert(cited.end(), sources.begin(), sources.end());
    };
    cite(t.what_it_is.sources);
    cite(t.trigger_point.criteria_sources);
    cite(t.local_twitch_response.sources);
    for (const Effect& effect : t.effects) cite(effect.sources);
    cite(t.what_it_feels_like.sources);
    cite(t.session.sources);
    cite(t.adverse_events.sources);
    cite(t.contraindications.sources);
    Section section{"Sources", false, {}};
    add(section, sources_block(cited, catalog));
    return section;
}

}  // namespace

Page treatment_page(const Catalog& catalog) {
    const Treatment& t = catalog.treatment();
    Page page;
    page.kicker = "Treatment";
    page.title = t.title;
    page.subtitle = t.audience;
    Section top{{}, true, {}};
    add(top, note_block(t.disclaimer));
    Block story;
    story.kind = Block::Kind::Links;
    story.links = {
        {"Explain it to a patient", "what a needle does, in pictures", {TellStory{}}, Mark::None, false}};
    add(top, story);
    add(page, top);
    // Only the first stands open: the headings together are what one finds one's way by.
    add(page, what_section(t));
    add(page, session_section(t));
    add(page, effects_section(t));
    add(page, featured_section(catalog));
    add(page, risk_section(t, catalog));
    add(page, not_for_section(t));
    add(page, point_section(t));
    add(page, twitch_section(t));
    add(page, acupuncture_section(t));
    add(page, programme_section(t));
    add(page, consent_section(t));
    add(page, sources_section(t, catalog));
    return page;
}

}  // namespace myomap
