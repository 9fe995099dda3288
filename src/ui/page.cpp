#include "ui/page.h"

#include <algorithm>

#include "ui/words.h"

namespace myomap {

Block text_block(std::string text) {
    Block block;
    block.text = std::move(text);
    return block;
}

Block note_block(std::string text) {
    Block block = text_block(std::move(text));
    block.kind = Block::Kind::Note;
    return block;
}

Block bullets_block(std::vector<std::string> items) {
    Block block;
    block.kind = Block::Kind::Bullets;
    for (std::string& item : items) block.items.push_back(capitalised(std::move(item)));
    return block;
}

bool is_empty(const Block& block) {
    return block.text.empty() && block.items.empty() && block.links.empty() && block.facts.empty() &&
           block.pairs.empty() && block.sides.left.empty() && block.sides.right.empty();
}

void add(Section& section, Block block) {
    std::erase_if(block.facts, [](const Fact& fact) { return fact.text.empty(); });
    if (!is_empty(block)) section.blocks.push_back(std::move(block));
}

void add(Page& page, Section section) {
    if (!section.blocks.empty()) page.sections.push_back(std::move(section));
}

namespace {

std::string plain_line(const Link& link) {
    return "> " + link.label + (link.note.empty() ? "" : " (" + link.note + ")") + "\n";
}

std::string plain_text(const std::string& name, const std::vector<Link>& links) {
    std::string text = links.empty() ? "" : name + ":\n";
    for (const Link& link : links) text += plain_line(link);
    return text;
}

}  // namespace

std::string plain_text(const Page& page) {
    std::string text = page.kicker + "\n" + page.title + "\n" + page.subtitle + "\n";
    for (const Section& section : page.sections) {
        if (!section.heading.empty()) text += "## " + section.heading + "\n";
        for (const Block& block : section.blocks) {
            if (!block.title.empty())
                text += block.title + (block.badge.empty() ? "" : " [" + block.badge + "]") + "\n";
            if (!block.text.empty()) text += block.text + "\n";
            for (const Fact& fact : block.facts) text += fact.name + ": " + fact.text + "\n";
            for (const Pair& pair : block.pairs)
                text += pair.name + ": " + pair.left + " | " + pair.right + "\n";
            for (const std::string& item : block.items) text += "- " + item + "\n";
            for (const Link& link : block.links) text += plain_line(link);
            text += plain_text(block.sides.left_name, block.sides.left) +
                    plain_text(block.sides.right_name, block.sides.right);
        }
    }
    return text;
}

}  // namespace myomap
