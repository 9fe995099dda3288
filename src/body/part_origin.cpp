#include "body/part_origin.h"

#include "body/part.h"

namespace myomap {

PartOrigin origin_of(std::string_view source) {
    PartOrigin origin;
    if (source == made_source) {
        origin.made = true;
        return origin;
    }
    const std::string prefix = std::string(made_source) + ": ";
    origin.made = source.starts_with(prefix);
    if (!origin.made) {
        origin.words = source;
        return origin;
    }
    source.remove_prefix(prefix.size());
    const std::size_t open = source.rfind(" [");
    if (open == std::string_view::npos || !source.ends_with(']')) {
        origin.words = source;
        return origin;
    }
    origin.words = source.substr(0, open);
    std::string_view ids = source.substr(open + 2, source.size() - open - 3);
    while (!ids.empty()) {
        const std::size_t comma = ids.find(", ");
        origin.sources.emplace_back(ids.substr(0, comma));
        ids = comma == std::string_view::npos ? std::string_view() : ids.substr(comma + 2);
    }
    return origin;
}

std::string to_text(const PartOrigin& origin) {
    if (!origin.made) return origin.words;
    std::string text(made_source);
    if (!origin.words.empty()) text += ": " + origin.words;
    std::string ids;
    for (const std::string& id : origin.sources) ids += (ids.empty() ? " [" : ", ") + id;
    return ids.empty() ? text : text + ids + "]";
}

}  // namespace myomap
