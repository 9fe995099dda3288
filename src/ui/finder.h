#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "atlas/atlas.h"
#include "base/language.h"
#include "scene/state.h"
#include "ui/page.h"

namespace myomap {

// What the search field and the palette of commands look in: the catalog by its English and Latin names and
// by those of the user's language, and the body's parts.
class Finder {
public:
    // Made anew where the atlas or the language is another one.
    void follow(const Atlas& atlas, Language language);
    Language language() const { return language_; }

    // What a search finds, best first; each tells what kind of thing it is and, where the label does not show
    // it, what matched. Parts of the body that no muscle of the catalog names, bones above all, come after
    // what the catalog has.
    std::vector<Link> found(const Selection& selection, std::string_view query) const;

private:
    struct NamedPart {
        std::string id, label;
        std::string words;  // folded, each after a space
    };

    const Atlas* atlas_ = nullptr;
    Language language_ = Language::English;
    SearchIndex index_;  // of a language other than English
    std::vector<NamedPart> parts_;
};

}  // namespace myomap
