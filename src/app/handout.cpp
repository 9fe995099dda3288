#include "app/handout.h"

#include <algorithm>

#include "ui/language.h"
#include "ui/words.h"

namespace myomap {
namespace {

using Kind = HandoutPassage::Kind;

// A sentence: a capital letter first, a full stop at its end.
std::string sentence(std::string text) {
    text = capitalised(std::move(text));
    if (!text.empty() && std::string_view(".!?").find(text.back()) == std::string_view::npos) text += '.';
    return text;
}

// "Bron C, Dommerholt J. High prevalence of … pain. BMC Musculoskeletal Disorders 12:139, 2011." -> "Bron C
// et al. BMC Musculoskeletal Disorders 12:139, 2011.": enough to find a paper by, and short enough for a
// patient's page. The program tells it whole.
std::string short_source(const std::string& cited, const Catalog& catalog) {
    const std::string words = source_words(cited, catalog);
    const Source* source = catalog.source(cited);
    if (source == nullptr || source->kind != "paper" || (source->verified && !*source->verified))
        return words;
    const std::size_t authors = words.find(". ");
    const std::size_t title = words.rfind(". ");
    if (authors == std::string::npos || authors >= title) return words;
    const std::string journal = words.substr(title + 2);
    if (journal.find_first_of("0123456789") == std::string::npos) return words;
    const std::size_t second = words.find(',');
    return (second < authors ? words.substr(0, second) + " et al." : words.substr(0, authors + 1)) + " " +
           journal;
}

// Gathers what is cited, so that each publication has one number.
class Sources {
public:
    explicit Sources(const Catalog& catalog) : catalog_(catalog) {}

    std::vector<int> cite(const std::vector<std::string>& ids) {
        std::vector<int> numbers;
        for (const std::string& id : ids) {
            const std::string words = short_source(id, catalog_);
            auto known = std::ranges::find(list_, words);
            if (known == list_.end()) known = list_.insert(known, words);
            numbers.push_back(static_cast<int>(known - list_.begin()) + 1);
        }
        std::ranges::sort(numbers);
        numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
        return numbers;
    }
    std::vector<std::string> list() && { return std::move(list_); }

private:
    const Catalog& catalog_;
    std::vector<std::string> list_;
};

// A section in the reader's language.
class SectionWriter {
public:
    SectionWriter(Language language, const std::string& heading)
        : language_(language), section_{translated(language, heading), {}} {}

    void add(Kind kind, const std::string& heading, std::vector<std::string> lines,
             std::vector<int> sources = {}) {
        std::erase(lines, "");
        if (lines.empty()) return;
        for (std::string& line : lines) line = finished(kind, translated(language_, line));
        section_.passages.push_back(
            {kind, translated(language_, heading), std::move(lines), std::move(sources)});
    }
    HandoutSection section() && { return std::move(section_); }

private:
    static std::string finished(Kind kind, std::string line) {
        if (kind != Kind::Bullets && kind != Kind::Steps) return sentence(std::move(line));
        if (line.ends_with('.')) line.pop_back();
        return capitalised(std::move(line));
    }

    Language language_;
    HandoutSection section_;
};

std::vector<std::string> areas(const TriggerPoint& point, ReferralKind kind, const Catalog& catalog) {
    std::vector<std::string> names;
    for (const Referral& referral : point.refers) {
        const Zone* zone = catalog.zone(referral.zone);
        if (referral.kind != kind || zone == nullptr) continue;
        std::string name = zone->name;
        if (referral.felt == FeltSide::Both) name += " (both sides)";
        if (referral.felt == FeltSide::Opposite) name += " (other side)";
        names.push_back(std::move(name));
    }
    return names;
}

HandoutSection what_section(const HandoutRequest& request, const Muscle& muscle, const Treatment& t,
                            Sources& sources) {
    SectionWriter section(request.language, "What it is");
    section.add(Kind::Paragraph, {}, {t.trigger_point.definition},
                sources.cite(t.trigger_point.criteria_sources));
    section.add(Kind::Paragraph, "Where this one lies",
                {capitalised(request.point->place) + ". It lies " + depth_words(request.point->depth) + "."},
                sources.cite(request.point->sources));
    if (!refers_pain(*request.point))
        section.add(Kind::Paragraph, "What is felt there",
                    {capitalised(request.point->not_pain) + ", not pain"},
                    sources.cite(request.point->sources));
    section.add(Kind::Bullets, "What people notice", muscle.symptoms, sources.cite(muscle.sources));
    if (request.condition != nullptr)
        section.add(Kind::Paragraph, request.condition->lay_name, {request.condition->summary},
                    sources.cite(request.condition->sources));
    return std::move(section).section();
}

HandoutSection why_section(const HandoutRequest& request, const Muscle& muscle, const Treatment& t,
                           Sources& sources) {
    SectionWriter section(request.language, "Why it hurts there");
    const Explanation& referred = t.trigger_point.referred_pain;
    section.add(Kind::Paragraph, {}, {referred.text}, sources.cite(referred.sources));
    section.add(Kind::Quiet, {}, {referred.status});
    if (request.condition != nullptr) section.add(Kind::Paragraph, {}, {request.condition->why});
    section.add(Kind::Bullets, "What sets it off", muscle.activated_by, sources.cite(muscle.sources));
    return std::move(section).section();
}

// How sure it is that needling helps: for the condition, else for pain in general.
void add_evidence(SectionWriter& section, const HandoutRequest& request, const Treatment& t,
                  Sources& sources) {
    const auto graded = [&](const std::string& grade, const std::string& text,
                            const std::vector<std::string>& cited) {
        const auto meaning = std::ranges::find(t.evidence_scale.grades, grade, &EvidenceGrade::grade);
        section.add(Kind::Paragraph, "How sure that is: " + grade, {text}, sources.cite(cited));
        if (meaning != t.evidence_scale.grades.end())
            section.add(Kind::Quiet, {}, {capitalised(grade) + " means: " + meaning->meaning + "."});
    };
    if (request.condition != nullptr)
        for (const Evidence& evidence : request.condition->evidence)
            if (evidence.treatment == "dry_needling")
                return graded(evidence.grade, evidence.text, evidence.sources);
    for (const Effect& effect : t.effects)
        if (effect.id == "pain") return graded(effect.grade, effect.plain, effect.sources);
}

HandoutSection treatment_section(const HandoutRequest& request, const Treatment& t, Sources& sources) {
    SectionWriter section(request.language, "What we do");
    section.add(Kind::Paragraph, {}, {t.what_it_is.summary}, sources.cite(t.what_it_is.sources));
    section.add(Kind::Paragraph, {}, {t.session.text}, sources.cite(t.session.sources));
    section.add(Kind::Steps, "One visit", t.session.flow);
    section.add(Kind::Bullets, "What it feels like", t.what_it_feels_like.steps,
                sources.cite(t.what_it_feels_like.sources));
    section.add(Kind::Bullets, "Say so at once", t.what_it_feels_like.stop_signs);
    add_evidence(section, request, t, sources);
    section.add(Kind::Paragraph, "How safe it is", {t.adverse_events.verdict},
                sources.cite(t.adverse_events.sources));
    return std::move(section).section();
}

HandoutSection home_section(const HandoutRequest& request, const Muscle& muscle, const Treatment& t,
                            Sources& sources) {
    SectionWriter section(request.language, "At home");
    section.add(Kind::Paragraph, "The first days", {t.soreness.text}, sources.cite(t.soreness.sources));
    section.add(Kind::Bullets, {}, aftercare(t, false));
    std::vector<std::string> care = muscle.self_care;
    if (request.condition != nullptr)
        care.insert(care.end(), request.condition->self_care.begin(), request.condition->self_care.end());
    section.add(Kind::Bullets, "What you can do", std::move(care), sources.cite(muscle.sources));
    return std::move(section).section();
}

HandoutSection help_section(const HandoutRequest& request, const Treatment& t) {
    SectionWriter section(request.language, "When to call a doctor");
    section.add(Kind::Bullets, "After needling", aftercare(t, true));
    if (request.condition != nullptr) section.add(Kind::Bullets, "At any time", request.condition->red_flags);
    return std::move(section).section();
}

std::string side_of(const HandoutRequest& request, const Muscle& muscle) {
    if (!muscle.paired) return {};
    return request.both_sides ? "both sides" : side_words(request.side) + " side";
}

std::string subtitle_of(const HandoutRequest& request, const Muscle& muscle) {
    std::string text = muscle.latin;
    const auto add_part = [&](const std::string& part) {
        if (!part.empty()) text += (text.empty() ? "" : "  ·  ") + part;
    };
    if (muscle.trigger_points.size() > 1)
        add_part(translated(request.language, "Trigger point " + std::to_string(request.point->number)));
    add_part(translated(request.language, side_of(request, muscle)));
    return text;
}

}  // namespace

Handout handout_of(const HandoutRequest& request, const Catalog& catalog) {
    const Muscle& muscle = *catalog.muscle(request.point->muscle);
    const Treatment& t = catalog.treatment();
    Sources sources(catalog);
    Handout handout;
    handout.practice = request.leaflet.practice;
    handout.date = date_words(request.language, request.date);
    handout.language = request.language;
    const auto tr = [&](const std::string& english) { return translated(request.language, english); };
    handout.kicker = tr(request.condition != nullptr ? request.condition->lay_name : "Muscle pain explained");
    handout.title = muscle.name;
    handout.subtitle = subtitle_of(request, muscle);
    for (const std::string& area : areas(*request.point, ReferralKind::Essential, catalog))
        handout.felt_by_most.push_back(tr(area));
    for (const std::string& area : areas(*request.point, ReferralKind::Spillover, catalog))
        handout.felt_by_some.push_back(tr(area));
    handout.what = what_section(request, muscle, t, sources);
    handout.why = why_section(request, muscle, t, sources);
    handout.treatment = treatment_section(request, t, sources);
    handout.home = home_section(request, muscle, t, sources);
    handout.help = help_section(request, t);
    handout.note = request.leaflet.note;
    handout.sources = std::move(sources).list();
    handout.disclaimer = tr(t.disclaimer);
    handout.picture_credit = request.picture_credit;
    return handout;
}

Handout with_lists_of(Handout handout, std::size_t most_items) {
    for (HandoutSection* section : {&handout.what, &handout.why, &handout.home})
        for (HandoutPassage& passage : section->passages)
            if (passage.kind == Kind::Bullets && !passage.heading.empty() &&
                passage.lines.size() > most_items)
                passage.lines.resize(most_items);
    return handout;
}

std::string handout_file_name(const HandoutRequest& request, const Catalog& catalog) {
    const Muscle& muscle = *catalog.muscle(request.point->muscle);
    std::string name = "handout " + request.point->muscle + " " + std::to_string(request.point->number);
    if (muscle.paired) name += request.both_sides ? " both" : " " + side_words(request.side);
    std::ranges::replace(name, '_', ' ');
    return name + ".pdf";
}

}  // namespace myomap
