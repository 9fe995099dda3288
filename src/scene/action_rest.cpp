#include "scene/action_rest.h"

#include <sstream>

#include "scene/action_names.h"
#include "scene/action_words.h"
#include "scene/visit_action_text.h"

namespace myomap {
namespace {

std::string with_side(const std::string& id, const std::optional<Side>& side) {
    return side ? id + " " + std::string(to_text(*side)) : id;
}

template <class Value, std::size_t N>
std::string maybe(const std::array<Named<Value>, N>& names, const std::optional<Value>& value) {
    return value ? name_of(names, *value) : std::string();
}

// What follows an action's name in its text form.
struct Rest {
    std::string operator()(const SelectMuscle& a) const { return with_side(a.muscle, a.side); }
    std::string operator()(const SelectPoint& a) const { return with_side(a.point, a.side); }
    std::string operator()(const SelectCondition& a) const { return a.condition; }
    std::string operator()(const SelectZone& a) const { return with_side(a.zone, a.side); }
    std::string operator()(const SelectPart& a) const { return a.part; }
    std::string operator()(const ShowSide& a) const { return name_of(shown_sides, a.side); }
    std::string operator()(const StepPoint& a) const { return name_of(steps, a.step); }
    std::string operator()(const StepMuscle& a) const { return name_of(steps, a.step); }
    std::string operator()(const Hover& a) const {
        if (a.point) return "point " + with_side(a.point->point, a.point->side);
        return a.part.empty() ? std::string() : "part " + a.part;
    }
    std::string operator()(const SetSkin& a) const { return maybe(skins, a.look); }
    std::string operator()(const SetLayer& a) const {
        return name_of(layers, a.layer) + (a.shown ? " " + name_of(switches, *a.shown) : "");
    }
    std::string operator()(const Peel& a) const { return std::to_string(a.deepest_hidden_layer); }
    std::string operator()(const PeelBy& a) const { return std::to_string(a.layers); }
    std::string operator()(const SetXRay& a) const { return maybe(switches, a.on); }
    std::string operator()(const Hide& a) const { return a.part; }
    std::string operator()(const Isolate& a) const { return a.part; }
    std::string operator()(const Lengthen& a) const {
        std::string text = a.part + " " + number_text(a.change.factor);
        if (const auto& spot = a.change.spot)
            for (const float v : {spot->along, spot->across, spot->half_length, spot->half_width})
                text += " " + number_text(v);
        return text;
    }
    std::string operator()(const LookFrom& a) const { return name_of(views, a.view); }
    std::string operator()(const FlyTo& a) const { return a.part; }
    std::string operator()(const Orbit& a) const {
        return number_text(a.yaw_deg) + " " + number_text(a.pitch_deg);
    }
    std::string operator()(const Pan& a) const {
        const std::string text = number_text(a.by.x) + " " + number_text(a.by.y);
        return a.depth == 1 ? text : text + " " + number_text(a.depth);
    }
    std::string operator()(const Zoom& a) const {
        if (a.at == Vec2(0) && a.depth == 1) return number_text(a.factor);
        const std::string text =
            number_text(a.factor) + " " + number_text(a.at.x) + " " + number_text(a.at.y);
        return a.depth == 1 ? text : text + " " + number_text(a.depth);
    }
    std::string operator()(const SetCamera& a) const {
        const Camera& c = a.camera;
        std::string text;
        for (float v : {c.target.x, c.target.y, c.target.z, c.distance_m, c.yaw_deg, c.pitch_deg}) {
            text += (text.empty() ? "" : " ") + number_text(v);
        }
        return text;
    }
    std::string operator()(const SetTheme& a) const { return maybe(themes, a.theme); }
    std::string operator()(const SetPalette& a) const { return maybe(palettes, a.palette); }
    std::string operator()(const SetMaps& a) const { return maybe(maps_shown, a.shown); }
    std::string operator()(const SetLabels& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetNames& a) const { return maybe(languages, a.language); }
    std::string operator()(const SetNumbers& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetPanel& a) const {
        return name_of(panels, a.panel) + (a.open ? " " + name_of(switches, *a.open) : "");
    }
    std::string operator()(const ShowTab& a) const { return name_of(tabs, a.tab); }
    std::string operator()(const Find& a) const { return a.query; }
    std::string operator()(const SetAspect& a) const {
        if (a.covered == Covered()) return number_text(a.aspect);
        return number_text(a.aspect) + " " + number_text(a.covered.top) + " " + number_text(a.covered.bottom);
    }
    std::string operator()(const StepPart& a) const { return name_of(steps, a.step); }
    std::string operator()(const ShowPart& a) const { return a.part; }
    std::string operator()(const SetDepth& a) const { return std::to_string(a.depth); }
    std::string operator()(const DepthBy& a) const { return std::to_string(a.steps); }
    std::string operator()(const SetCut& a) const {
        return a.before_target_m ? number_text(*a.before_target_m) : "off";
    }
    std::string operator()(const CutBy& a) const { return number_text(a.deeper_m); }
    std::string operator()(const SaveView& a) const { return a.name; }
    std::string operator()(const OpenView& a) const { return a.name; }
    std::string operator()(const RenameView& a) const { return std::to_string(a.number) + " " + a.name; }
    std::string operator()(const MoveView& a) const {
        return std::to_string(a.number) + " " + std::to_string(a.to);
    }
    std::string operator()(const DeleteView& a) const { return a.name; }
    std::string operator()(const SetMotion& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetInertia& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetSpeed& a) const { return number_text(a.speed); }
    std::string operator()(const SetTextSize& a) const { return number_text(a.size); }
    std::string operator()(const SetContrast& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetRecording& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetNeedle& a) const { return maybe(switches, a.on); }
    std::string operator()(const TellStory& a) const {
        return name_of(story_verbs, a.verb) + (takes_value(a.verb) ? " " + number_text(a.value) : "");
    }
    std::string operator()(const SetContentScale& a) const {
        return a.scale ? number_text(*a.scale) : "monitor";
    }
    std::string operator()(const SavePicture& a) const { return a.file; }
    std::string operator()(const Paint& a) const { return placed(a.place, a.radius_mm); }
    std::string operator()(const Erase& a) const { return placed(a.place, a.radius_mm); }
    std::string operator()(const PaintZone& a) const { return with_side(a.zone, a.side); }
    std::string operator()(const SetBrush& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetBrushSize& a) const { return number_text(a.radius_mm); }
    std::string operator()(const ScaleBrush& a) const { return number_text(a.factor); }
    std::string operator()(const SetEraser& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetBrushMirror& a) const { return maybe(switches, a.on); }
    std::string operator()(const NewArea& a) const { return a.name; }
    std::string operator()(const ChooseArea& a) const { return std::to_string(a.number); }
    std::string operator()(const NameArea& a) const { return a.name; }
    std::string operator()(const SetIntensity& a) const { return std::to_string(a.intensity); }
    std::string operator()(const SetDeep& a) const { return maybe(switches, a.on); }
    std::string operator()(const SetAreas& a) const {
        if (a.areas.empty()) return {};
        std::istringstream lines(to_json_text(a.areas));
        std::string text;
        for (std::string word; lines >> word;) text += (text.empty() ? "" : " ") + word;
        return text;
    }
    std::string operator()(const ShowPain& a) const { return name_of(pain_pages, a.page); }
    std::string operator()(const SavePain& a) const { return a.file; }
    std::string operator()(const OpenPain& a) const { return a.file; }
    std::string operator()(const Together& a) const { return point_or_none(a.point); }
    std::string operator()(const Preview& a) const { return point_or_none(a.point); }
    std::string operator()(const Compare& a) const { return a.condition; }
    std::string operator()(const OnlyRegion& a) const { return a.region.empty() ? "any" : a.region; }
    std::string operator()(const OnlyConfidence& a) const {
        return a.least ? name_of(confidences, *a.least) : "any";
    }
    std::string operator()(const OnlySide& a) const { return a.side ? name_of(one_sides, *a.side) : "any"; }
    template <class Other>
    std::string operator()(const Other& a) const {
        if constexpr (requires { rest_of(a); }) return rest_of(a);
        return {};
    }

private:
    static std::string placed(const SkinPlace& place, const std::optional<float>& radius_mm) {
        return dotted_side(place.segment, place.side) + " " + number_text(place.t) + " " +
               number_text(place.azimuth_deg) + (radius_mm ? " " + number_text(*radius_mm) : std::string());
    }
    static std::string point_or_none(const std::optional<PointOnSide>& point) {
        return point ? with_side(point->point, point->side) : std::string();
    }
};

}  // namespace

std::string rest_of_text(const Action& action) {
    return std::visit(Rest(), action);
}

}  // namespace myomap
