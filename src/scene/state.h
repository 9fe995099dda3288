#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "base/language.h"
#include "base/side.h"
#include "body/lengthening.h"
#include "scene/camera.h"
#include "scene/pain_state.h"
#include "scene/scene.h"
#include "scene/session.h"

namespace myomap {

// What is chosen. A condition or zone stays as the context of a muscle or point chosen from it; a point
// implies its muscle. The deepest one set is what the panels tell and what the map shows: point, muscle, then
// condition or zone; a part stands alone.
struct Selection {
    std::string muscle;     // catalog id, empty for none
    std::string point;      // catalog id
    std::string condition;  // catalog id
    std::string zone;       // catalog id; like a condition the context of its points, never beside one
    std::string part;       // body part id, for parts no catalog muscle names (a bone, a vessel)
    Side side = Side::Right;
    bool both_sides = false;

    bool empty() const {
        return muscle.empty() && point.empty() && condition.empty() && zone.empty() && part.empty();
    }
    bool operator==(const Selection&) const = default;
};

enum class Theme : std::uint8_t { Light, Dark };

struct Layers {
    SkinLook skin = SkinLook::Clear;
    bool bones = true;
    bool muscles = true;
    int deepest_hidden_layer = 0;  // muscles of layer ≤ this are peeled off: 0 none … 4 all
    bool left = true;
    bool right = true;
    bool vessels = true;
    bool nerves = true;
    bool organs = true;
    bool other = true;  // ligaments, eyes …
    bool points = true;
    bool x_ray = false;  // everything but the selection is ghosted

    bool operator==(const Layers&) const = default;
};

// How what is chosen is drawn; no part of undo.
struct Display {
    PainPalette palette = PainPalette::Red;
    bool maps_apart = false;  // several points: each in its own colour; otherwise summed
    bool labels = false;      // names with leader lines
    bool latin = false;       // names in Latin
    bool numbers = false;     // of the points that the selection speaks of

    bool operator==(const Display&) const = default;
};

// How the program suits its user; no part of undo.
struct Comfort {
    bool motion = true;   // flights and pulses; without, everything is there at once
    bool inertia = true;  // a turn that was let go runs out
    float speed = 1;      // of turning and of the wheel
    float text_size = 1;  // of everything in the panels
    bool contrast = false;
    Language language = Language::English;  // of the interface

    bool operator==(const Comfort&) const = default;
};

// A view that was kept under a name: the actions that make it, each in its text form.
struct SavedView {
    std::string name;
    std::vector<std::string> actions;

    bool operator==(const SavedView&) const = default;
};

// How far the explaining film is told: a scene of the treatment's storyboard and the share of its time.
struct Story {
    bool open = false;
    int scene = 0;  // index of the storyboard
    float at = 0;   // 0 … 1
    bool playing = false;
    float speed = 1;

    bool operator==(const Story&) const = default;
};

enum class Tab : std::uint8_t { Muscles, Conditions, Layers, Treatment, Views, Settings, Pain };

// Of the tab of pain, once some is painted: what may be its source, zones to choose, the painted areas.
enum class PainPage : std::uint8_t { Sources, Zones, Areas };

// What stays where a window has no room for everything: what was asked for last.
enum class Wanted : std::uint8_t { Body, Left, Right };

// What a window in the middle asks the user for.
enum class Asking : std::uint8_t { Nothing, Handout, OpenSession, SaveSession, Unsaved };

// What of the interface is open; no part of undo.
struct Panels {
    bool left = true;       // the column with find, conditions and layers
    bool right = true;      // the column that tells about the selection
    bool help = false;      // the list of keys
    bool commands = false;  // the palette of commands
    Wanted wanted = Wanted::Body;
    Tab tab = Tab::Muscles;
    PainPage pain_page = PainPage::Sources;
    Asking asking = Asking::Nothing;
    std::string query;  // of the search field; with any, its hits stand in place of the tab

    bool operator==(const Panels&) const = default;
};

// All that the user has chosen; everything on screen follows from it. A small value, copied for undo.
struct State {
    Selection selection;
    Layers layers;
    std::set<std::string> hidden_parts;             // part ids
    std::optional<std::set<std::string>> isolated;  // part ids, when only they are shown
    std::map<std::string, Lengthening> lengths;     // of parts by id, muscles that are not at rest
    Camera camera;
    std::vector<SavedView> saved;       // in the user's order
    PaintedPain pain;                   // where it hurts
    std::vector<PointOnSide> together;  // points whose pain is taken together, in the order chosen
    std::string compared;               // condition shown beside the selected one; empty for none
    Session session;

    // Not restored by undo: how it is shown and what is under the cursor.
    Theme theme = Theme::Light;
    Display display;
    Comfort comfort;
    Leaflet leaflet;
    bool recording = false;  // what is done is written down
    bool needle = false;     // the way of a needle to the selected point is drawn
    Story story;
    Panels panels;
    float aspect = 1;  // width / height of the space the body is drawn in
    Covered covered;   // by what floats over that space: the bar of views, the legend
    Brush brush;
    LookupFilter lookup_filter;
    std::optional<PointOnSide> previewed;  // its map is held against what is painted
    std::string hovered_part;              // part id
    std::optional<PointOnSide> hovered_point;

    bool operator==(const State&) const = default;
};

// Sides that the selection speaks of: one, or both.
bool on_selected_side(const Selection& selection, Side side);

}  // namespace myomap
