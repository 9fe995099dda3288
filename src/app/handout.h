#pragma once
#include <string>
#include <vector>

#include "base/language.h"
#include "catalog/catalog.h"
#include "scene/session.h"

namespace myomap {

// What a patient takes home of one trigger point: all words are the catalog's, each passage with its sources;
// nothing is told of the patient but what the therapist wrote. Made without a word of how it looks
// (handout_pages).

struct HandoutPassage {
    enum class Kind : std::uint8_t { Paragraph, Quiet, Bullets, Steps };
    Kind kind = Kind::Paragraph;
    std::string heading;  // may be empty
    std::vector<std::string> lines;
    std::vector<int> sources;  // numbers, from 1, of Handout::sources
};

struct HandoutSection {
    std::string heading;
    std::vector<HandoutPassage> passages;
};

struct Handout {
    std::string practice;                   // may be empty
    std::string date;                       // as the reader writes it; may be empty
    std::string kicker;                     // the condition, as patients call it
    std::string title;                      // the muscle
    std::string subtitle;                   // its Latin name, the point, the side
    std::vector<std::string> felt_by_most;  // areas
    std::vector<std::string> felt_by_some;
    HandoutSection what, why, treatment, home, help;
    std::string note;  // the therapist's; may be empty
    std::vector<std::string> sources;
    std::string disclaimer;
    std::string picture_credit;  // of the body that the pictures show; may be empty
    Language language = Language::English;
};

struct HandoutRequest {
    const TriggerPoint* point = nullptr;
    Side side = Side::Right;
    bool both_sides = false;
    const Condition* condition = nullptr;  // none: the point alone
    Leaflet leaflet;
    std::string date;  // ISO 8601
    std::string picture_credit;
    Language language = Language::English;  // of headings; the catalog's words stay as they are
};

Handout handout_of(const HandoutRequest& request, const Catalog& catalog);

// The same with at most that many items in its lists of symptoms, causes and exercises; what warns and what
// was agreed stays whole.
Handout with_lists_of(Handout handout, std::size_t most_items);

// "handout infraspinatus 1 right.pdf": where one goes when nobody said.
std::string handout_file_name(const HandoutRequest& request, const Catalog& catalog);

}  // namespace myomap
