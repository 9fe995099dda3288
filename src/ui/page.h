#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "scene/action.h"

namespace myomap {

// What a panel tells, without a word of how it is drawn: made by pure functions, drawn by page_view.

enum class Mark : std::uint8_t { None, Essential, Spillover };

// A line that can be chosen; one without actions is only read.
struct Link {
    std::string label;
    std::string note;             // quieter, beside or under the label
    std::vector<Action> actions;  // what choosing it does
    Mark mark = Mark::None;
    bool current = false;  // it is what is selected
};

enum class Tone : std::uint8_t { Plain, Caution, Alarm };

struct Fact {
    std::string name;
    std::string text;
};

struct Pair {
    std::string name;  // of the thing; empty for the heads of the columns
    std::string left, right;
};

// Lines of two things beside each other; one without actions is only read.
struct Sides {
    std::string left_name, right_name;
    std::vector<Link> left, right;
};

struct Block {
    enum class Kind : std::uint8_t {
        Text,     // a paragraph
        Note,     // a quieter one
        Facts,    // names with their texts
        Rates,    // the same where the texts are short: figures, one below the other
        Bullets,  // items
        Links,    // lines that can be chosen
        Chips,    // links side by side
        Checks,   // items to be ticked off, with a text why
        Pairs,    // what two columns say of the same things
        Sides,    // what belongs to the one and what to the other of two things that are compared
        Boxed     // a title, a badge, items and a text in a box of its tone, which cannot be overlooked
    };
    Kind kind = Kind::Text;
    std::string text;
    std::string title;
    std::string badge;
    Tone tone = Tone::Plain;
    std::vector<std::string> items;
    std::vector<Link> links;
    std::vector<Fact> facts;  // of Checks: what to tick off and why
    std::vector<Pair> pairs;
    Sides sides;
};

struct Section {
    std::string heading;  // empty: follows the title without one
    bool open = true;     // at first
    std::vector<Block> blocks;
};

struct Page {
    std::string kicker;  // small, over the title: what kind of thing it is
    std::string title;
    std::string subtitle;
    std::vector<Link> trail;  // where it was chosen from, outermost first
    bool sided = false;       // offers the choice of left, right, both
    std::vector<Section> sections;
};

// Builders; each leaves out what has no content.
Block text_block(std::string text);
Block note_block(std::string text);
Block bullets_block(std::vector<std::string> items);
void add(Section& section, Block block);  // unless it is empty
void add(Page& page, Section section);    // unless it is empty

bool is_empty(const Block& block);

// All words of a page in reading order, a line a block; for tests and for a screen reader.
std::string plain_text(const Page& page);

}  // namespace myomap
