#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>

#include "base/problem.h"
#include "scene/state.h"
#include "scene/visit_actions.h"

namespace myomap {

// Everything that a user can do. Each has a text form (see `action_forms`), which keys, menus, scripts,
// recordings and tests use: "select point infraspinatus.1 right", "skin clear", "orbit 15 0".

struct SelectMuscle {
    std::string muscle;
    std::optional<Side> side;  // none: the side chosen before
};
struct SelectPoint {
    std::string point;
    std::optional<Side> side;
};
struct SelectCondition {
    std::string condition;
};
struct SelectZone {
    std::string zone;
    std::optional<Side> side;
};
struct SelectPart {
    std::string part;
};
struct SelectNothing {};
struct StepBack {};  // from the point to its muscle, from there to what it was chosen from, to nothing
struct ShowSide {
    Side side = Side::Right;  // Midline stands for both
};
enum class Step : std::uint8_t { Next, Previous };
struct StepPoint {  // through the points of the condition, zone or muscle, round and round
    Step step = Step::Next;
};
struct StepMuscle {  // through the muscles of the condition or zone, or of the catalog
    Step step = Step::Next;
};
struct Hover {
    std::string part;                  // empty for none
    std::optional<PointOnSide> point;  // wins over the part
};

struct SetSkin {
    std::optional<SkinLook> look;  // none: the next one
};
enum class Layer : std::uint8_t { Muscles, Bones, Vessels, Nerves, Organs, Other, Left, Right, Points };
struct SetLayer {
    Layer layer = Layer::Muscles;
    std::optional<bool> shown;  // none: the other way round
};
struct Peel {
    int deepest_hidden_layer = 0;
};
struct PeelBy {
    int layers = 1;
};
struct SetXRay {
    std::optional<bool> on;
};
struct Hide {
    std::string part;  // empty: the selection; several with a space between
};
struct Isolate {
    std::string part;  // likewise; when just that is isolated already: no longer
};
struct ShowAll {};
struct Lengthen {
    std::string part;
    Lengthening change;  // factor 1: at rest again
};

enum class View : std::uint8_t { Front, Back, Left, Right, Top };
struct LookFrom {
    View view = View::Front;
};
struct FlyTo {
    std::string part;  // empty: the selection, with its map; nothing selected: the whole body
};
struct GoHome {};  // the whole body, from where the camera looks
struct Orbit {
    float yaw_deg = 0;
    float pitch_deg = 0;
};
struct Pan {
    Vec2 by{0, 0};    // of the picture, in halves of its height, x right and y up
    float depth = 1;  // of what moves so far, in distances of the target: what is taken hold of stays in hand
};
struct Zoom {
    float factor = 1;  // above 1 comes nearer
    Vec2 at{0, 0};     // stays where it is: from the centre, in halves of the height, x right and y up
    float depth = 1;   // of what stays, in distances of the target
};
struct SetCamera {
    Camera camera;
};

struct SetTheme {
    std::optional<Theme> theme;  // none: the other one
};
struct SetPalette {
    std::optional<PainPalette> palette;  // none: the next one
};
enum class MapsShown : std::uint8_t { Summed, Apart };
struct SetMaps {
    std::optional<MapsShown> shown;  // none: the other way
};
struct SetLabels {
    std::optional<bool> on;
};
enum class NameLanguage : std::uint8_t { English, Latin };
struct SetNames {
    std::optional<NameLanguage> language;  // none: the other one
};
struct SetNumbers {
    std::optional<bool> on;
};
enum class Panel : std::uint8_t { Left, Right, Help, Commands };
struct SetPanel {
    Panel panel = Panel::Left;
    std::optional<bool> open;
};
struct ShowTab {
    Tab tab = Tab::Muscles;
};
struct Find {
    std::string query;
};
struct SetAspect {
    float aspect = 1;
    Covered covered;
};

struct SelectMirrored {};  // the same on the body's other side
struct StepPart {          // through the parts that are shown, from head to foot, round and round
    Step step = Step::Next;
};
struct ShowPart {  // what was hidden comes back
    std::string part;
};
// One way from the skin to the bones: 0 opaque skin, 1 clear, 2 off, then a layer of muscles each; 6 bare
// bones.
struct SetDepth {
    int depth = 0;
};
struct DepthBy {
    int steps = 1;
};
struct SetCut {
    std::optional<float> before_target_m;  // none: nothing is cut
};
struct CutBy {
    float deeper_m = 0.01F;
};
struct StartOver {};  // everything as it was when the body was opened, but saved views and settings

struct SaveView {  // one of the same name is replaced
    std::string name;
};
struct OpenView {
    std::string name;
};
struct RenameView {
    int number = 1;  // from 1
    std::string name;
};
struct MoveView {
    int number = 1;
    int to = 1;
};
struct DeleteView {
    std::string name;
};

struct SetMotion {
    std::optional<bool> on;
};
struct SetInertia {
    std::optional<bool> on;
};
struct SetSpeed {
    float speed = 1;
};
struct SetTextSize {
    float size = 1;
};
struct SetContrast {
    std::optional<bool> on;
};
struct SetRecording {
    std::optional<bool> on;
};

struct SetNeedle {
    std::optional<bool> on;
};
struct TellStory {
    enum class Verb : std::uint8_t {
        Open,  // on the selected point, or a good one
        Close,
        Play,
        Pause,
        Toggle,  // play or pause
        Next,    // scene
        Previous,
        Step,     // value: a scene, from 1
        At,       // value: 0 … 1 of the whole story
        Advance,  // value: seconds, while it plays
        Speed     // value
    };
    Verb verb = Verb::Open;
    float value = 0;
};
// As when the window is moved to another monitor; done by the window, changes nothing of the state.
struct SetContentScale {
    std::optional<float> scale;  // none: the monitor's own
};
struct SavePicture {   // done by the window; changes nothing of the state
    std::string file;  // empty: a new name in the user's folder of pictures
};
// Where it hurts. Marks go to the current area, which is begun where there is none.
struct Paint {
    SkinPlace place;
    std::optional<float> radius_mm;  // none: that of the brush
};
struct Erase {
    SkinPlace place;
    std::optional<float> radius_mm;
};
struct PaintZone {  // a zone as a whole; once more: no longer
    std::string zone;
    std::optional<Side> side;  // none: the one selected
};
struct SetBrush {
    std::optional<bool> on;
};
struct SetBrushSize {
    float radius_mm = Brush::usual_mm;
};
struct ScaleBrush {
    float factor = 1.25F;
};
struct SetEraser {
    std::optional<bool> on;
};
struct SetBrushMirror {
    std::optional<bool> on;
};
struct NewArea {
    std::string name;  // empty: "Area 2"
};
struct ChooseArea {
    int number = 1;  // from 1
};
struct NameArea {  // the current one, as the next three
    std::string name;
};
struct SetIntensity {
    int intensity = PaintedArea::usual_intensity;
};
struct SetDeep {
    std::optional<bool> on;
};
struct DeleteArea {};
struct SetAreas {  // in place of all that is painted; none: nothing is
    std::vector<PaintedArea> areas;
};
struct ShowPain {
    PainPage page = PainPage::Sources;
};
struct SavePain {      // carried out by the window
    std::string file;  // empty: pain.json in the user's data folder
};
struct OpenPain {
    std::string file;
};
struct Together {  // adds a point to those taken together, or takes it away; none: all of them
    std::optional<PointOnSide> point;
};
struct Preview {
    std::optional<PointOnSide> point;
};
struct Compare {
    std::string condition;  // empty for none
};
struct OnlyRegion {
    std::string region;  // empty for all
};
struct OnlyConfidence {
    std::optional<Confidence> least;
};
struct OnlySide {
    std::optional<Side> side;
};

struct Undo {};
struct Redo {};

using AnyAction = std::variant<
    SelectMuscle, SelectPoint, SelectCondition, SelectZone, SelectPart, SelectNothing, StepBack, ShowSide,
    StepPoint, StepMuscle, Hover, SetSkin, SetLayer, Peel, PeelBy, SetXRay, Hide, Isolate, ShowAll, Lengthen,
    LookFrom, FlyTo, GoHome, Orbit, Pan, Zoom, SetCamera, SetTheme, SetPalette, SetMaps, SetLabels, SetNames,
    SetNumbers, SetPanel, ShowTab, Find, SetAspect, SelectMirrored, StepPart, ShowPart, SetDepth, DepthBy,
    SetCut, CutBy, StartOver, SaveView, OpenView, RenameView, MoveView, DeleteView, SetMotion, SetInertia,
    SetSpeed, SetTextSize, SetContrast, SetRecording, SetNeedle, TellStory, SetContentScale, SavePicture,
    Paint, Erase, PaintZone, SetBrush, SetBrushSize, ScaleBrush, SetEraser, SetBrushMirror, NewArea,
    ChooseArea, NameArea, SetIntensity, SetDeep, DeleteArea, SetAreas, ShowPain, SavePain, OpenPain, Together,
    Preview, Compare, OnlyRegion, OnlyConfidence, OnlySide, KeepPoint, ForgetPoint, NotePoint, AddNote,
    ChangeNote, NewSession, DropChanges, OpenSession, SaveSession, Ask, WriteHandout, SetHandoutNote,
    SetPractice, SetPaper, SetLanguage, Undo, Redo>;

template <class Kind, class Kinds>
inline constexpr bool is_kind_of = false;
template <class Kind, class... Kinds>
inline constexpr bool is_kind_of<Kind, std::variant<Kinds...>> = (std::is_same_v<Kind, Kinds> || ...);

// One of them: a variant whose copying and ending are compiled once. With so many kinds they would otherwise
// cost every file that holds an action several seconds.
class Action : public AnyAction {
public:
    Action();
    template <class Kind>
    requires is_kind_of<std::remove_cvref_t<Kind>, AnyAction> Action(Kind&& kind)
        : AnyAction(std::in_place_type<std::remove_cvref_t<Kind>>, std::forward<Kind>(kind)) {}
    Action(const Action& other);
    Action(Action&& other) noexcept;
    Action& operator=(const Action& other);
    Action& operator=(Action&& other) noexcept;
    ~Action();
};

// What the settings may be.
inline constexpr float least_speed = 0.25F;
inline constexpr float most_speed = 4;
inline constexpr float least_content_scale = 0.5F;
inline constexpr float most_content_scale = 4;
inline constexpr float least_text_size = 0.8F;
inline constexpr float most_text_size = 2;

// How undo treats an action.
enum class Trace : std::uint8_t {
    Kept,    // an entry of its own
    Drag,    // joins the entry before it when that is one too: a turn of the camera is one entry
    Typing,  // joins the entry before it when that is the same action with the same number: a text is one
    None     // leaves none: hover, panels, undo itself
};

// One line for each kind of action, in the order of the variant.
struct ActionForm {
    std::string_view name;  // the first words of the text form: "select muscle"
    std::string_view rest;  // what follows: "ID [left|right]"
    std::string_view help;  // one line
    Trace trace;
};
std::span<const ActionForm> action_forms();
const ActionForm& form_of(const Action& action);

std::string to_text(const Action& action);
// A text that is no action gives a problem, with the nearest name of one.
Loaded<Action> action_from_text(std::string_view text);

}  // namespace myomap
