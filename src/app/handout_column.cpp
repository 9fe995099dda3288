#include "app/handout_column.h"

namespace myomap {

void HandoutColumn::section(const HandoutSection& section, Ink colour) {
    Look look = heading_look;
    look.ink = colour;
    y_ += pen_.text({x_, y_, width_}, look, section.heading) + 3;
    for (const HandoutPassage& passage : section.passages) add(passage);
}

void HandoutColumn::paragraph(const Look& look, const std::string& words,
                              const std::vector<int>& references) {
    y_ += pen_.text({x_, y_, width_}, look, words, references) + gap(4.5);
}

void HandoutColumn::add(const HandoutPassage& passage) {
    const bool listed =
        passage.kind == HandoutPassage::Kind::Bullets || passage.kind == HandoutPassage::Kind::Steps;
    const bool cited_above = listed && !passage.heading.empty();
    if (!passage.heading.empty()) {
        y_ += gap(4.5);
        y_ += pen_.text({x_, y_, width_}, subheading_look, passage.heading,
                        cited_above ? passage.sources : std::vector<int>()) +
              gap(1.5);
    }
    for (std::size_t i = 0; i < passage.lines.size(); ++i) {
        const bool last = i + 1 == passage.lines.size();
        const std::vector<int> references = last && !cited_above ? passage.sources : std::vector<int>();
        if (listed)
            item(passage.kind, static_cast<int>(i) + 1, passage.lines[i], references);
        else
            paragraph(passage.kind == HandoutPassage::Kind::Quiet ? quiet_look : body_look, passage.lines[i],
                      references);
    }
    if (listed) y_ += gap(3);
}

void HandoutColumn::item(HandoutPassage::Kind kind, int number, const std::string& words,
                         const std::vector<int>& references) {
    const bool step = kind == HandoutPassage::Kind::Steps;
    const double indent = gap(step ? 14 : 10);
    const double line = body_look.size * pen_.scale();
    if (step) {
        Look look = subheading_look;
        look.ink = accent;
        pen_.text({x_, y_, indent}, look, std::to_string(number));
    } else {
        pen_.dot(x_ + 2.5, y_ + line * 0.64, 1.35, accent);
    }
    y_ += pen_.text({x_ + indent, y_, width_ - indent}, body_look, words, references) + gap(1.8);
}

}  // namespace myomap
