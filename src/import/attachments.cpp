#include "import/attachments.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <nlohmann/json.hpp>

#include "base/text.h"

namespace myomap {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 12> ordinals{"first", "second", "third",    "fourth",
                                                    "fifth", "sixth",  "seventh",  "eighth",
                                                    "ninth", "tenth",  "eleventh", "twelfth"};

std::string vertebra(char region, int number) {
    if (region == 'c' && number == 1) return "atlas";
    if (region == 'c' && number == 2) return "axis";
    const std::string_view name = region == 'c' ? "cervical" : region == 't' ? "thoracic" : "lumbar";
    return std::string(ordinals[static_cast<std::size_t>(number - 1)]) + " " + std::string(name) +
           " vertebra";
}

// Vertebrae are counted through, C1 = 0 … L5 = 23, so that a range may pass from one region to the next.
int vertebra_index(char region, int number) {
    return number - 1 + (region == 'c' ? 0 : region == 't' ? 7 : 19);
}

std::string vertebra_at(int index) {
    if (index < 7) return vertebra('c', index + 1);
    return index < 19 ? vertebra('t', index - 6) : vertebra('l', index - 18);
}

bool is_number(const std::string& word) {
    return !word.empty() && std::ranges::all_of(word, [](unsigned char c) { return std::isdigit(c) != 0; });
}

// The words with ranges ("1–9") as "1 to 9".
std::vector<std::string> words_of(std::string_view text) {
    std::string spaced;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.substr(i).starts_with("–")) {
            spaced += " to ";
            i += std::string_view("–").size() - 1;
        } else {
            spaced += text[i] == '-' ? std::string(" to ") : std::string(1, text[i]);
        }
    }
    return folded_words(spaced);
}

std::optional<int> vertebra_of(const std::string& word) {
    if (word.size() < 2 || std::string_view("ctl").find(word[0]) == std::string_view::npos ||
        !is_number(word.substr(1)) || word.size() > 3)
        return std::nullopt;
    const int number = std::stoi(word.substr(1));
    const int last = word[0] == 'c' ? 7 : word[0] == 't' ? 12 : 5;
    if (number < 1 || number > last) return std::nullopt;
    return vertebra_index(word[0], number);
}

void add(std::vector<std::string>& names, std::string name) {
    if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
}

AcrossOrder order_from(const std::string& text) {
    constexpr std::array<std::pair<std::string_view, AcrossOrder>, 4> names{
        {{"cranial_to_caudal", AcrossOrder::CranialToCaudal},
         {"lateral_to_medial", AcrossOrder::LateralToMedial},
         {"front_to_back", AcrossOrder::FrontToBack},
         {"back_to_front", AcrossOrder::BackToFront}}};
    for (const auto& [name, order] : names)
        if (name == text) return order;
    throw std::invalid_argument("attachments.json: unknown order " + text);
}

AttachmentRule rule_from(const json& entry) {
    AttachmentRule rule;
    rule.origin = entry.value("origin", std::vector<LandmarkLine>{});
    rule.insertion = entry.value("insertion", std::vector<LandmarkLine>{});
    if (entry.contains("ends")) rule.ends = entry["ends"] == "axis" ? EndsBy::Axis : EndsBy::Contact;
    if (entry.contains("across")) rule.order = order_from(entry["across"]);
    if (entry.contains("share")) {
        rule.share_from = entry["share"][0];
        rule.share_to = entry["share"][1];
    }
    for (const json& piece : entry.value("pieces", json::array()))
        rule.pieces.push_back({piece["part"], piece["across"][0], piece["across"][1]});
    if (entry.contains("pick")) rule.pick = entry["pick"].get<float>();
    rule.crosswise = entry.value("crosswise", false);
    rule.origin_beyond = entry.value("origin_beyond", "");
    rule.tendon_beyond = entry.value("tendon_beyond", false);
    return rule;
}

}  // namespace

std::vector<std::string> numbered_bones(std::string_view text) {
    const std::vector<std::string> words = words_of(text);
    std::vector<std::string> names;
    std::string counted;  // what the numbers that follow count
    for (std::size_t i = 0; i < words.size(); ++i) {
        const bool range = i + 2 < words.size() && words[i + 1] == "to";
        if (words[i] == "rib" || words[i] == "ribs") counted = " rib";
        if (words[i].starts_with("cartilage")) counted = " costal cartilage";
        if (const auto from = vertebra_of(words[i])) {
            const auto to = range ? vertebra_of(words[i + 2]) : std::nullopt;
            const int last = to.value_or(*from);
            for (int index = std::min(*from, last); index <= std::max(*from, last); ++index)
                add(names, vertebra_at(index));
        } else if (is_number(words[i]) && words[i].size() < 3 && !counted.empty()) {
            const int first = std::stoi(words[i]);
            const int last = range && is_number(words[i + 2]) ? std::stoi(words[i + 2]) : first;
            for (int n = std::max(first, 1); n <= std::min(last, 12); ++n)
                add(names, std::string(ordinals[static_cast<std::size_t>(n - 1)]) + counted);
        } else if (i + 1 < words.size() && words[i + 1] == "rib") {
            if (std::ranges::find(ordinals, words[i]) != ordinals.end()) add(names, words[i] + " rib");
        }
    }
    return names;
}

AttachmentRules::AttachmentRules(std::string_view text) {
    const json document = json::parse(text);
    for (const auto& [phrase, bones] : document.at("words").items())
        phrases_.emplace_back(folded(phrase), bones.get<std::vector<std::string>>());
    std::ranges::stable_sort(phrases_, std::greater{}, [](const auto& entry) { return entry.first.size(); });
    for (const auto& [muscle, entry] : document.at("muscles").items()) muscles_[muscle] = rule_from(entry);
}

const AttachmentRule& AttachmentRules::of(std::string_view muscle) const {
    const auto found = muscles_.find(muscle);
    return found == muscles_.end() ? none_ : found->second;
}

std::vector<std::string> AttachmentRules::bones_named(std::string_view words) const {
    std::vector<std::string> names = numbered_bones(words);
    std::string text = folded(words);
    for (const auto& [phrase, bones] : phrases_)
        for (std::size_t at = text.find(phrase); at != std::string::npos; at = text.find(phrase)) {
            text.replace(at, phrase.size(), "|");
            for (const std::string& bone : bones) add(names, bone);
        }
    return names;
}

}  // namespace myomap
