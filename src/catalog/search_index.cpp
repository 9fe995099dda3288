#include "catalog/search_index.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace myomap {
namespace {

constexpr float exact_name_score = 100;
constexpr float name_prefix_score = 80;
constexpr float inside_share = 0.6F;  // of a name: before what is only related, after all else
constexpr std::size_t shortest_inside = 4;

float score_of(TextRank rank) {
    switch (rank) {
        case TextRank::Name:
            return 60;
        case TextRank::Alias:
            return 50;
        case TextRank::Latin:
            return 40;
        case TextRank::Related:
            return 20;
    }
    return 0;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

}  // namespace

void SearchIndex::add_entry(HitKind kind, std::string id, std::string label) {
    entries_.push_back({kind, std::move(id), std::move(label), {}});
    first_text_ = texts_.size();
    add_text(TextRank::Name, entries_.back().label);
}

std::vector<std::string> SearchIndex::words_of(const std::string& text) const {
    std::vector<std::string> words = folded_words(text);
    if (!german_) return words;
    const std::string spelt_out = without_umlauts(text);
    if (spelt_out == text) return words;
    for (std::string& word : folded_words(spelt_out))
        if (std::ranges::find(words, word) == words.end()) words.push_back(std::move(word));
    return words;
}

std::uint32_t SearchIndex::text_number(const std::string& text) {
    const auto [known, is_new] = folding_.texts.try_emplace(text, static_cast<std::uint32_t>(shown_.size()));
    if (is_new) {
        shown_.push_back(text);
        std::vector<std::uint32_t>& words = folding_.words_of_text.emplace_back();
        for (std::string& word : words_of(text))
            words.push_back(
                folding_.words.try_emplace(std::move(word), static_cast<std::uint32_t>(folding_.words.size()))
                    .first->second);
    }
    return known->second;
}

void SearchIndex::add_text(TextRank rank, const std::string& text) {
    const std::uint32_t shown = text_number(text);
    for (std::size_t i = first_text_; i < texts_.size(); ++i)
        if (texts_[i].shown == shown) return;  // ranks only fall while an entry's texts are added
    const Posting posting{static_cast<std::uint32_t>(entries_.size() - 1),
                          static_cast<std::uint32_t>(texts_.size())};
    texts_.push_back({rank, shown});
    if (rank == TextRank::Name) entries_.back().folded_names.push_back(joined(folded_words(text)));
    for (const std::uint32_t word : folding_.words_of_text[shown])
        folding_.postings.emplace_back(word, posting);
}

void SearchIndex::finish() {
    words_.reserve(folding_.words.size());
    for (const auto& [word, number] : folding_.words) words_.push_back(word);
    std::ranges::sort(words_);
    std::vector<std::size_t> place(words_.size());  // of a word's number: its rank
    for (std::size_t i = 0; i < words_.size(); ++i) place[folding_.words.at(words_[i])] = i;
    // Postings are brought together by word, keeping their order: each word's share is counted first.
    first_.assign(words_.size() + 1, 0);
    for (const auto& [word, posting] : folding_.postings) ++first_[place[word] + 1];
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::vector<std::size_t> next(first_.begin(), first_.end() - 1);
    postings_.resize(folding_.postings.size());
    for (const auto& [word, posting] : folding_.postings) postings_[next[place[word]]++] = posting;
    folding_ = {};
}

void SearchIndex::match(std::size_t word, float share, float more, std::vector<Match>& matches) const {
    for (std::size_t i = first_[word]; i < first_[word + 1]; ++i) {
        const Posting& posting = postings_[i];
        const float score = score_of(texts_[posting.text].rank) * share + more;
        Match& best = matches[posting.entry];
        if (score > best.score) best = {score, posting.text};
    }
}

std::vector<SearchIndex::Match> SearchIndex::best_matches(const std::string& asked) const {
    std::vector<Match> matches(entries_.size());
    const auto number = [&](auto word) { return static_cast<std::size_t>(word - words_.begin()); };
    const auto first = std::ranges::lower_bound(words_, asked);
    // A whole word is a little better than the beginning of one: "rib" before "ribbon".
    for (auto word = first; word != words_.end() && word->starts_with(asked); ++word)
        match(number(word), 1, word->size() == asked.size() ? 2.0F : 0.0F, matches);
    if (!german_ || asked.size() < shortest_inside) return matches;
    for (auto word = words_.begin(); word != words_.end(); ++word)
        if (word->find(asked, 1) != std::string::npos) match(number(word), inside_share, 0, matches);
    return matches;
}

float SearchIndex::name_score(const Entry& entry, const std::string& query) const {
    if (std::ranges::find(entry.folded_names, query) != entry.folded_names.end()) return exact_name_score;
    const auto begins = [&](const std::string& name) { return name.starts_with(query); };
    return std::ranges::any_of(entry.folded_names, begins) ? name_prefix_score : 0;
}

std::vector<SearchHit> SearchIndex::find(std::string_view query, std::size_t limit) const {
    const std::vector<std::string> words = folded_words(query);
    if (words.empty()) return {};
    std::vector<float> sum(entries_.size(), 0.0F);
    std::vector<Match> farthest(entries_.size(), Match{1e9F, 0});  // the word that is told as the reason
    for (const std::string& word : words) {
        const std::vector<Match> matches = best_matches(word);
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            sum[i] = matches[i].score < 0 ? -1e9F : sum[i] + matches[i].score;
            if (matches[i].score < farthest[i].score) farthest[i] = matches[i];
        }
    }
    const std::string whole_query = joined(words);
    std::vector<std::pair<float, std::size_t>> found;
    for (std::size_t i = 0; i < entries_.size(); ++i) {
        if (sum[i] < 0) continue;
        const float mean = sum[i] / static_cast<float>(words.size());
        found.emplace_back(std::max(mean, name_score(entries_[i], whole_query)), i);
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
    found.resize(std::min(found.size(), limit));
    std::vector<SearchHit> hits;
    for (const auto& [score, i] : found) {
        const Text& text = texts_[farthest[i].text];
        hits.push_back({entries_[i].kind, entries_[i].id, entries_[i].label,
                        text.rank == TextRank::Name ? "" : shown_[text.shown], score});
    }
    return hits;
}

}  // namespace myomap
