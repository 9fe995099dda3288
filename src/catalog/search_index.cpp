#include "catalog/search_index.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "base/text.h"

namespace myomap {
namespace {

constexpr float exact_name_score = 100;
constexpr float name_prefix_score = 80;

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
    std::string folded_label = joined(folded_words(label));
    entries_.push_back({kind, std::move(id), std::move(label), std::move(folded_label)});
    add_text(TextRank::Name, entries_.back().label);
}

void SearchIndex::add_text(TextRank rank, const std::string& text) {
    const auto entry = static_cast<std::uint32_t>(entries_.size() - 1);
    const auto number = static_cast<std::uint32_t>(texts_.size());
    texts_.push_back({rank, text});
    for (std::string& word : folded_words(text)) {
        postings_.push_back({static_cast<std::uint32_t>(words_.size()), entry, number});
        words_.push_back(std::move(word));
    }
}

void SearchIndex::finish() {
    std::vector<std::string> unique = words_;
    std::ranges::sort(unique);
    unique.erase(std::unique(unique.begin(), unique.end()), unique.end());
    std::unordered_map<std::string_view, std::uint32_t> place;
    for (std::size_t i = 0; i < unique.size(); ++i) place.emplace(unique[i], static_cast<std::uint32_t>(i));
    for (Posting& posting : postings_) posting.word = place.at(words_[posting.word]);
    std::ranges::sort(postings_, [](const Posting& a, const Posting& b) {
        return std::tie(a.word, a.entry, a.text) < std::tie(b.word, b.entry, b.text);
    });
    place.clear();  // it looks into `unique`
    words_ = std::move(unique);
}

std::vector<SearchIndex::Match> SearchIndex::best_matches(const std::string& word) const {
    std::vector<Match> matches(entries_.size());
    const auto first = std::ranges::lower_bound(words_, word);
    const auto last =
        std::find_if(first, words_.end(), [&](const std::string& w) { return !w.starts_with(word); });
    const auto number = [&](auto it) { return static_cast<std::uint32_t>(it - words_.begin()); };
    auto posting = std::ranges::lower_bound(postings_, number(first), {}, &Posting::word);
    for (; posting != postings_.end() && posting->word < number(last); ++posting) {
        // A whole word is a little better than the beginning of one: "rib" before "ribbon".
        const float whole = words_[posting->word].size() == word.size() ? 2.0F : 0.0F;
        const float score = score_of(texts_[posting->text].rank) + whole;
        Match& best = matches[posting->entry];
        if (score > best.score) best = {score, posting->text};
    }
    return matches;
}

float SearchIndex::label_score(const Entry& entry, const std::string& query) const {
    if (entry.folded_label == query) return exact_name_score;
    return entry.folded_label.starts_with(query) ? name_prefix_score : 0;
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
        found.emplace_back(std::max(mean, label_score(entries_[i], whole_query)), i);
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) { return a.first > b.first; });
    found.resize(std::min(found.size(), limit));
    std::vector<SearchHit> hits;
    for (const auto& [score, i] : found) {
        const Text& text = texts_[farthest[i].text];
        hits.push_back({entries_[i].kind, entries_[i].id, entries_[i].label,
                        text.shown == entries_[i].label ? "" : text.shown, score});
    }
    return hits;
}

}  // namespace myomap
