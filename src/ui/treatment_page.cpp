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

Section session_section(const Treatment& t) {
    Section section{"A session", true, {}};
    add(section, text_block(t.session.text));
    add(section, bullets_block(t.session.flow));
    add(section, titled("What it feels like", t.what_it_feels_like.steps));
    add(section, boxed(Tone::Caution, "Say so at once", t.what_it_feels_like.stop_signs));
    add(section, text_block(t.soreness.text));
    add(section, titled("What helps afterwards", t.aftercare));
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
    Section section{"What it does, and how sure that is", true, {}};
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

Section risk_section(const Treatment& t) {
    Section section{"Risks", true, {}};
    add(section, text_block(t.adverse_events.verdict));
    for (const SeriousEvent& event : t.adverse_events.rare_serious) {
        add(section, boxed(Tone::Alarm, capitalised(event.event), {},
                           capitalised(event.where) + ". Signs: " + event.signs));
    }
    add(section, note_block(t.adverse_events.why_they_differ));
    return section;
}

Block contraindications(const std::string& title, Tone tone, const std::vector<Contraindication>& list) {
    std::vector<std::string> items;
    items.reserve(list.size());
    for (const Contraindication& each : list) {
        items.push_back(each.item + (each.reason.empty() ? "" : ": " + each.reason));
    }
    return boxed(tone, title, std::move(items));
}

Section not_for_section(const Treatment& t) {
    Section section{"When not to needle", true, {}};
    add(section, contraindications("Not at all", Tone::Alarm, t.contraindications.absolute));
    add(section, contraindications("With care", Tone::Caution, t.contraindications.relative));
    add(section, note_block(t.contraindications.note));
    return section;
}

Section acupuncture_section(const Treatment& t) {
    Section section{"Dry needling and acupuncture", false, {}};
    for (const ComparisonRow& row : t.versus_acupuncture.rows) {
        Block block;
        block.kind = Block::Kind::Facts;
        block.title = capitalised(row.aspect);
        block.facts = {{"Dry needling", capitalised(row.dry_needling)},
                       {"Acupuncture", capitalised(row.acupuncture)}};
        add(section, block);
    }
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

Section consent_section(const Treatment& t) {
    Section section{"Consent", false, {}};
    add(section, titled("Before", t.consent.before));
    add(section, titled("Tell the therapist", t.consent.tell_the_therapist));
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
    add(page, top);
    add(page, what_section(t));
    add(page, session_section(t));
    add(page, effects_section(t));
    add(page, risk_section(t));
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
