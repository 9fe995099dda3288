#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "scene/action.h"

namespace myomap {

// The words for what an action's text form chooses among: read and written by the same lists.

template <class Value>
struct Named {
    std::string_view name;
    Value value;
};
template <class Value>
Named(const char*, Value) -> Named<Value>;

inline constexpr std::array skins{Named{"off", SkinLook::Off}, Named{"clear", SkinLook::Clear},
                                  Named{"opaque", SkinLook::Opaque}};
inline constexpr std::array layers{
    Named{"muscles", Layer::Muscles}, Named{"bones", Layer::Bones},   Named{"vessels", Layer::Vessels},
    Named{"nerves", Layer::Nerves},   Named{"organs", Layer::Organs}, Named{"other", Layer::Other},
    Named{"left", Layer::Left},       Named{"right", Layer::Right},   Named{"points", Layer::Points}};
inline constexpr std::array views{Named{"front", View::Front}, Named{"back", View::Back},
                                  Named{"left", View::Left}, Named{"right", View::Right},
                                  Named{"top", View::Top}};
inline constexpr std::array themes{Named{"light", Theme::Light}, Named{"dark", Theme::Dark}};
inline constexpr std::array palettes{Named{"red", PainPalette::Red},
                                     Named{"colour-blind", PainPalette::ColourBlind},
                                     Named{"print", PainPalette::Print}};
inline constexpr std::array maps_shown{Named{"summed", MapsShown::Summed}, Named{"apart", MapsShown::Apart}};
inline constexpr std::array languages{Named{"english", NameLanguage::English},
                                      Named{"latin", NameLanguage::Latin}};
inline constexpr std::array panels{Named{"left", Panel::Left}, Named{"right", Panel::Right},
                                   Named{"help", Panel::Help}, Named{"commands", Panel::Commands}};
inline constexpr std::array tabs{Named{"muscles", Tab::Muscles}, Named{"conditions", Tab::Conditions},
                                 Named{"layers", Tab::Layers},   Named{"treatment", Tab::Treatment},
                                 Named{"views", Tab::Views},     Named{"settings", Tab::Settings},
                                 Named{"pain", Tab::Pain}};
inline constexpr std::array pain_pages{Named{"sources", PainPage::Sources}, Named{"zones", PainPage::Zones},
                                       Named{"areas", PainPage::Areas}};
inline constexpr std::array steps{Named{"next", Step::Next}, Named{"previous", Step::Previous}};
inline constexpr std::array shown_sides{Named{"left", Side::Left}, Named{"right", Side::Right},
                                        Named{"both", Side::Midline}};
inline constexpr std::array confidences{Named{"high", Confidence::High}, Named{"medium", Confidence::Medium},
                                        Named{"low", Confidence::Low}};
inline constexpr std::array one_sides{Named{"left", Side::Left}, Named{"right", Side::Right}};
inline constexpr std::array switches{Named{"on", true}, Named{"off", false}};

inline constexpr std::array story_verbs{Named{"open", TellStory::Verb::Open},
                                        Named{"close", TellStory::Verb::Close},
                                        Named{"play", TellStory::Verb::Play},
                                        Named{"pause", TellStory::Verb::Pause},
                                        Named{"toggle", TellStory::Verb::Toggle},
                                        Named{"next", TellStory::Verb::Next},
                                        Named{"previous", TellStory::Verb::Previous},
                                        Named{"step", TellStory::Verb::Step},
                                        Named{"at", TellStory::Verb::At},
                                        Named{"advance", TellStory::Verb::Advance},
                                        Named{"speed", TellStory::Verb::Speed}};

template <class Value, std::size_t N>
std::optional<Value> value_of(const std::array<Named<Value>, N>& names, std::string_view name) {
    for (const auto& entry : names) {
        if (entry.name == name) return entry.value;
    }
    return std::nullopt;
}

template <class Value, std::size_t N>
std::string name_of(const std::array<Named<Value>, N>& names, Value value) {
    for (const auto& entry : names) {
        if (entry.value == value) return std::string(entry.name);
    }
    return {};
}

inline bool takes_value(TellStory::Verb verb) {
    return verb >= TellStory::Verb::Step;
}

}  // namespace myomap
