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

void add(HandoutSection& section, Kind kind, std::string heading, std::vector<std::string> lines,
         std::vector<int> sources = {}) {
    std::erase(lines, "");
    if (lines.empty()) return;
    for (std::string& line : lines)
        line = kind == Kind::Bullets || kind == Kind::Steps ? capitalised(std::move(line))
                                                            : sentence(std::move(line));
    section.passages.push_back({kind, std::move(heading), std::move(lines), std::move(sources)});
}

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
    HandoutSection section{"What it is", {}};
    add(section, Kind::Paragraph, {}, {t.trigger_point.definition},
        sources.cite(t.trigger_point.criteria_sources));
    add(section, Kind::Paragraph, "Where this one lies",
        {capitalised(request.point->place) + ". It lies " + depth_words(request.point->depth)},
        sources.cite(request.point->sources));
    if (!refers_pain(*request.point))
        add(section, Kind::Paragraph, "What is felt there",
            {translated(request.language, capitalised(request.point->not_pain) + ", not pain")},
            sources.cite(request.point->sources));
    add(section, Kind::Bullets, "What people notice", muscle.symptoms, sources.cite(muscle.sources));
    if (request.condition != nullptr)
        add(section, Kind::Paragraph, request.condition->lay_name, {request.condition->summary},
            sources.cite(request.condition->sources));
    return section;
}

HandoutSection why_section(const HandoutRequest& request, const Muscle& muscle, const Treatment& t,
                           Sources& sources) {
    HandoutSection section{"Why it hurts there", {}};
    const Explanation& referred = t.trigger_point.referred_pain;
    add(section, Kind::Paragraph, {}, {referred.text}, sources.cite(referred.sources));
    add(section, Kind::Quiet, {}, {referred.status});
    if (request.condition != nullptr) add(section, Kind::Paragraph, {}, {request.condition->why});
    add(section, Kind::Bullets, "What sets it off", muscle.activated_by, sources.cite(muscle.sources));
    return section;
}

// How sure it is that needling helps: for the condition, else for pain in general.
void add_evidence(HandoutSection& section, const HandoutRequest& request, const Treatment& t,
                  Sources& sources) {
    const auto graded = [&](const std::string& grade, const std::string& text,
                            const std::vector<std::string>& cited) {
        const auto meaning = std::ranges::find(t.evidence_scale.grades, grade, &EvidenceGrade::grade);
        add(section, Kind::Paragraph, "How sure that is: " + grade, {text}, sources.cite(cited));
        if (meaning != t.evidence_scale.grades.end())
            add(section, Kind::Quiet, {}, {capitalised(grade) + " means: " + meaning->meaning});
    };
    if (request.condition != nullptr)
        for (const Evidence& evidence : request.condition->evidence)
            if (evidence.treatment == "dry_needling")
                return graded(evidence.grade, evidence.text, evidence.sources);
    for (const Effect& effect : t.effects)
        if (effect.id == "pain") return graded(effect.grade, effect.plain, effect.sources);
}

HandoutSection treatment_section(const HandoutRequest& request, const Treatment& t, Sources& sources) {
    HandoutSection section{"What we do", {}};
    add(section, Kind::Paragraph, {}, {t.what_it_is.summary}, sources.cite(t.what_it_is.sources));
    add(section, Kind::Paragraph, {}, {t.session.text}, sources.cite(t.session.sources));
    add(section, Kind::Steps, "One visit", t.session.flow);
    add(section, Kind::Bullets, "What it feels like", t.what_it_feels_like.steps,
        sources.cite(t.what_it_feels_like.sources));
    add(section, Kind::Bullets, "Say so at once", t.what_it_feels_like.stop_signs);
    add_evidence(section, request, t, sources);
    add(section, Kind::Paragraph, "How safe it is", {t.adverse_events.verdict},
        sources.cite(t.adverse_events.sources));
    return section;
}

HandoutSection home_section(const HandoutRequest& request, const Muscle& muscle, const Treatment& t,
                            Sources& sources) {
    HandoutSection section{"At home", {}};
    add(section, Kind::Paragraph, "The first days", {t.soreness.text}, sources.cite(t.soreness.sources));
    add(section, Kind::Bullets, {}, aftercare(t, false));
    std::vector<std::string> care = muscle.self_care;
    if (request.condition != nullptr)
        care.insert(care.end(), request.condition->self_care.begin(), request.condition->self_care.end());
    for (std::string& line : care)
        if (line.ends_with('.')) line.pop_back();
    add(section, Kind::Bullets, "What you can do", std::move(care), sources.cite(muscle.sources));
    return section;
}

HandoutSection help_section(const HandoutRequest& request, const Treatment& t) {
    HandoutSection section{"When to call a doctor", {}};
    add(section, Kind::Bullets, "After needling", aftercare(t, true));
    if (request.condition != nullptr)
        add(section, Kind::Bullets, "At any time", request.condition->red_flags);
    return section;
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

// Headings, and what else is no text of the catalog.
void put_into(Language language, Handout& handout) {
    const auto put = [&](std::string& words) { words = translated(language, words); };
    put(handout.kicker);
    for (std::string& area : handout.felt_by_most) put(area);
    for (std::string& area : handout.felt_by_some) put(area);
    for (HandoutSection* section :
         {&handout.what, &handout.why, &handout.treatment, &handout.home, &handout.help}) {
        put(section->heading);
        for (HandoutPassage& passage : section->passages) put(passage.heading);
    }
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
    handout.kicker = request.condition != nullptr ? request.condition->lay_name : "Muscle pain explained";
    handout.title = muscle.name;
    handout.subtitle = subtitle_of(request, muscle);
    handout.felt_by_most = areas(*request.point, ReferralKind::Essential, catalog);
    handout.felt_by_some = areas(*request.point, ReferralKind::Spillover, catalog);
    handout.what = what_section(request, muscle, t, sources);
    handout.why = why_section(request, muscle, t, sources);
    handout.treatment = treatment_section(request, t, sources);
    handout.home = home_section(request, muscle, t, sources);
    handout.help = help_section(request, t);
    handout.note = request.leaflet.note;
    put_into(request.language, handout);
    handout.sources = std::move(sources).list();
    handout.disclaimer = t.disclaimer;
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
