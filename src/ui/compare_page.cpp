#include <algorithm>

#include "ui/page_parts.h"
#include "ui/pages.h"
#include "ui/weighing.h"
#include "ui/words.h"

namespace myomap {
namespace {

Link told(std::string words) {
    return {std::move(words), {}, {}, Mark::None, false};
}

std::vector<Link> told(const std::vector<std::string>& items) {
    std::vector<Link> links;
    for (const std::string& item : items) links.push_back(told(capitalised(item)));
    return links;
}

// Two conditions: everything that is said of both, so that the rows of the page are made alike.
class Comparison {
public:
    Comparison(const Condition& first, const Condition& second, const Catalog& catalog)
        : first_(first), second_(second), catalog_(catalog) {}

    Block row(std::string title, std::vector<Link> left, std::vector<Link> right,
              Tone tone = Tone::Plain) const {
        Block block;
        block.kind = Block::Kind::Sides;
        block.title = std::move(title);
        block.tone = tone;
        block.sides = {first_.name, second_.name, std::move(left), std::move(right)};
        return block;
    }

    Block together(std::vector<Link> links) const {
        Block block;
        block.kind = Block::Kind::Links;
        block.title = "In both";
        block.links = std::move(links);
        return block;
    }

    // What both have over the whole width, then what only one of them has.
    template <class MakeLink>
    void add_shared(Section& section, const Shared& ids, const MakeLink& link) const {
        add(section, together(links_of(ids.both, link)));
        add(section, row("Only in one of them", links_of(ids.first, link), links_of(ids.second, link)));
    }

    Section top() const {
        Section section{{}, true, {}};
        Block chips;
        chips.kind = Block::Kind::Chips;
        chips.links = {
            {"End the comparison", {}, {Compare{}}, Mark::None, false},
            {"Change sides", {}, {SelectCondition{second_.id}, Compare{first_.id}}, Mark::None, false}};
        add(section, chips);
        Block heads = row({}, {alone(first_)}, {alone(second_)});
        heads.sides.left_name.clear();  // its line is the name
        heads.sides.right_name.clear();
        add(section, heads);
        add(section, row("Red flags: have it looked at first", told(first_.red_flags),
                         told(second_.red_flags), Tone::Alarm));
        return section;
    }

    Section weighed(const State& state, const Atlas& atlas) const {
        Section section{"For and against", true, {}};
        if (state.pain.empty()) {
            add(section,
                note_block("Nothing is painted: what only one of them has speaks for that one. Paint "
                           "where it hurts, and it is held against both."));
            add(section, row("Against it: one of these fits better", told(first_.differential),
                             told(second_.differential)));
            return section;
        }
        const std::vector<Weighed> left = for_and_against(first_, state, atlas);
        const std::vector<Weighed> right = for_and_against(second_, state, atlas);
        for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i)
            add(section, row(left[i].title, told(left[i].items), told(right[i].items)));
        return section;
    }

    Section zones() const {
        Section section{"Where it is felt", true, {}};
        add_shared(section, shared(first_.typical_zones, second_.typical_zones), [&](const std::string& id) {
            const Zone* zone = catalog_.zone(id);
            return zone == nullptr ? told(id) : zone_link(*zone);
        });
        return section;
    }

    Section muscles() const {
        Section section{"Muscles commonly involved, and their points", true, {}};
        add_shared(section, shared(first_.common_muscles, second_.common_muscles),
                   [&](const std::string& id) {
                       const Muscle* muscle = catalog_.muscle(id);
                       return muscle == nullptr ? told(id) : muscle_link(*muscle, numbers_of(*muscle));
                   });
        return section;
    }

    Section differential() const {
        Section section{"What else it can be", true, {}};
        add_shared(section, shared(first_.differential, second_.differential),
                   [](const std::string& name) { return told(capitalised(name)); });
        return section;
    }

    Section evidence() const {
        Section section{"Evidence", true, {}};
        add(section, row({}, evidence_of(first_), evidence_of(second_)));
        return section;
    }

private:
    template <class MakeLink>
    static std::vector<Link> links_of(const std::vector<std::string>& ids, const MakeLink& link) {
        std::vector<Link> links;
        for (const std::string& id : ids) links.push_back(link(id));
        return links;
    }

    // It alone, with the other no longer beside it.
    static Link alone(const Condition& condition) {
        return {condition.name,
                condition.lay_name == condition.name ? std::string() : condition.lay_name,
                {Compare{}, SelectCondition{condition.id}},
                Mark::None,
                false};
    }

    static std::string numbers_of(const Muscle& muscle) {
        std::string words;
        for (const TriggerPoint& point : muscle.trigger_points)
            words += (words.empty() ? "" : ", ") + std::to_string(point.number);
        return words;
    }

    static std::vector<Link> evidence_of(const Condition& condition) {
        std::vector<Link> links;
        for (const Evidence& evidence : condition.evidence) {
            const std::string& direction =
                evidence.direction_note.empty() ? evidence.direction : evidence.direction_note;
            links.push_back({treatment_words(evidence.treatment),
                             capitalised(evidence.grade) + ". " + capitalised(direction),
                             {},
                             Mark::None,
                             false});
        }
        return links;
    }

    const Condition& first_;
    const Condition& second_;
    const Catalog& catalog_;
};

}  // namespace

Page compare_page(const Condition& first, const Condition& second, const State& state, const Atlas& atlas) {
    const Comparison comparison(first, second, atlas.catalog());
    Page page;
    page.kicker = "Two conditions side by side";
    page.title = "What sets them apart";
    page.sided = true;
    add(page, comparison.top());
    add(page, comparison.weighed(state, atlas));
    add(page, comparison.zones());
    add(page, comparison.muscles());
    if (!state.pain.empty()) add(page, comparison.differential());
    add(page, comparison.evidence());
    return page;
}

}  // namespace myomap
