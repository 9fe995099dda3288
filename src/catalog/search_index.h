#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/language.h"

namespace myomap {

enum class HitKind { Muscle, Point, Zone, Condition };
struct SearchHit {
    HitKind kind;
    std::string id;
    std::string label;
    std::string why;  // the text that matched, where it is no name: an alias, the Latin name …
    float score;      // higher is better
};

// How near a text is to what its entry is; better ones first.
enum class TextRank : std::uint8_t { Name, Alias, Latin, Related };

// Finds entries by words of their texts. Words are compared folded (no case, no accents), each as a prefix.
// German glues words together and is often typed without its umlauts: there a word of four letters or more is
// found inside another ("kopfschmerz" finds "Spannungskopfschmerz"), and "ue" finds "ü".
class SearchIndex {
public:
    explicit SearchIndex(Language typed_in = Language::English) : german_(typed_in == Language::German) {}

    // Entries are added one after another, each followed by its texts: other names first.
    void add_entry(HitKind kind, std::string id, std::string label);
    void add_text(TextRank rank, const std::string& text);  // to the last entry
    void finish();                                          // call once, before finding

    // Every word of the query must begin a word of the entry. Best first: exact name, beginning of the name,
    // word of the name, alias, Latin, related; what is inside of a word after its beginning; among equals the
    // order in which they were added.
    std::vector<SearchHit> find(std::string_view query, std::size_t limit) const;

private:
    struct Entry {
        HitKind kind;
        std::string id, label;
        std::vector<std::string> folded_names;  // words joined by single spaces
    };
    struct Text {
        TextRank rank;
        std::uint32_t shown;  // in `shown_`
    };
    struct Posting {
        std::uint32_t entry;
        std::uint32_t text;  // in `texts_`
    };
    // Texts return often (a zone's name stands at every point that refers to it), so each is folded once.
    struct Folding {
        std::unordered_map<std::string, std::uint32_t> texts, words;
        std::vector<std::vector<std::uint32_t>> words_of_text;
        std::vector<std::pair<std::uint32_t, Posting>> postings;  // of a word, in the order of entries
    };
    struct Match {
        float score = -1;
        std::uint32_t text = 0;
    };
    std::vector<std::string> words_of(const std::string& text) const;
    void match(std::size_t word, float share, float more, std::vector<Match>& matches) const;
    std::vector<Match> best_matches(const std::string& asked) const;  // an entry each
    float name_score(const Entry& entry, const std::string& query) const;

    std::uint32_t text_number(const std::string& text);

    bool german_;
    std::vector<Entry> entries_;
    std::vector<Text> texts_;
    std::vector<std::string> shown_;
    std::vector<std::string> words_;  // sorted
    std::vector<std::size_t> first_;  // of a word: its first posting; and one more, the end
    std::vector<Posting> postings_;   // by word, then in the order of entries
    std::size_t first_text_ = 0;      // of the last entry
    Folding folding_;                 // empty after finish()
};

}  // namespace myomap
