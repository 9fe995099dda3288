#include "scene/reduce_camera.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "scene/derive.h"
#include "scene/needle_camera.h"
#include "scene/story.h"

namespace myomap {
namespace {

constexpr float nearest_m = 0.012F;
constexpr float furthest_m = 12.0F;

// Height of half the picture at the target.
float half_height_m(const Camera& camera) {
    return camera.distance_m * std::tan(camera.field_of_view_deg * std::numbers::pi_v<float> / 360.0F);
}

Vec3 in_picture(const Camera& camera, const Vec2& at) {
    return right_of(camera) * at.x + up_of(camera) * at.y;
}

float turned(float degrees) {
    return std::remainder(degrees, 360.0F);
}

}  // namespace

Camera home_camera(const State& state, const Atlas& atlas) {
    Covered covered = state.covered;
    if (state.selection.empty()) covered.bottom = 0;  // no legend then
    return camera_for_body(atlas.body(), state.aspect, covered);
}

void turn_to(Camera& camera, View view) {
    camera.pitch_deg = view == View::Top ? 90.0F : 0.0F;
    switch (view) {
        case View::Front:
        case View::Top:
            camera.yaw_deg = 0;
            break;
        case View::Back:
            camera.yaw_deg = 180;
            break;
        case View::Left:
            camera.yaw_deg = 90;
            break;
        case View::Right:
            camera.yaw_deg = -90;
            break;
    }
}

void CameraReduction::operator()(const LookFrom& a) const {
    turn_to(next_.camera, a.view);
}

void CameraReduction::operator()(const FlyTo& a) const {
    const int index = atlas_.body().part_index(a.part);
    if (index < 0) {
        const bool needle = next_.needle && !next_.selection.point.empty();
        next_.camera =
            needle ? needle_camera(next_, atlas_) : camera_for_selection(next_, atlas_, next_.aspect);
        return;
    }
    const Part& part = atlas_.body().parts[static_cast<std::size_t>(index)];
    const Box box = bounds_of(part.levels[level_count - 1]);
    if (!box.empty()) next_.camera = fitted(next_.camera, box, next_.aspect, 1.6F, next_.covered);
}

void CameraReduction::operator()(const GoHome&) const {
    Camera home = home_camera(next_, atlas_);
    home.yaw_deg = next_.camera.yaw_deg;
    home.pitch_deg = next_.camera.pitch_deg;
    next_.camera = home;
}

void CameraReduction::operator()(const Orbit& a) const {
    Camera& camera = next_.camera;
    camera.yaw_deg = turned(camera.yaw_deg + a.yaw_deg);
    camera.pitch_deg = std::clamp(camera.pitch_deg + a.pitch_deg, -90.0F, 90.0F);
}

void CameraReduction::operator()(const Pan& a) const {
    Camera& camera = next_.camera;
    camera.target =
        within_reach(camera.target - in_picture(camera, a.by) * (a.depth * half_height_m(camera)));
}

void CameraReduction::operator()(const Zoom& a) const {
    Camera& camera = next_.camera;
    const float before = half_height_m(camera);
    const float distance = camera.distance_m;
    camera.distance_m = std::clamp(camera.distance_m / a.factor, nearest_m, furthest_m);
    // The eye and the target both come nearer to what stays: a place in the target's plane, or before or
    // behind it.
    const float nearer = before - half_height_m(camera);
    const float half = before / distance;
    const Vec3 towards_eye = glm::normalize(eye_of(camera) - camera.target);
    camera.target = within_reach(camera.target + in_picture(camera, a.at) * (a.depth * nearer) +
                                 towards_eye * ((1 - a.depth) * nearer / half));
}

void CameraReduction::operator()(const SetCamera& a) const {
    next_.camera = a.camera;
}

void CameraReduction::operator()(const SetAspect& a) const {
    // A view that nobody has turned since it was fitted stays fitted to its window.
    const bool whole = next_.camera == home_camera(next_, atlas_);
    const bool selection = !whole && next_.camera == camera_for_selection(next_, atlas_, next_.aspect);
    const bool story = next_.story.open && next_.camera == story_camera(next_, atlas_);
    const bool needle = next_.needle && next_.camera == needle_camera(next_, atlas_);
    next_.aspect = a.aspect;
    next_.covered = a.covered;
    if (needle) next_.camera = needle_camera(next_, atlas_);
    if (needle) return;
    if (story) next_.camera = story_camera(next_, atlas_);
    if (story) return;
    if (whole) next_.camera = home_camera(next_, atlas_);
    if (selection) next_.camera = camera_for_selection(next_, atlas_, next_.aspect);
}

void CameraReduction::operator()(const SetCut& a) const {
    next_.camera.cut_m = a.before_target_m;
}

void CameraReduction::operator()(const CutBy& a) const {
    // The first cut begins where the body does.
    const Camera& camera = next_.camera;
    const float from = camera.cut_m ? *camera.cut_m : front_of_body_m();
    const float cut = from - a.deeper_m;
    next_.camera.cut_m = cut > furthest_m ? std::nullopt : std::optional(std::max(cut, -1.0F));
}

// How far before the target the foremost skin in view stands; between target and eye.
float CameraReduction::front_of_body_m() const {
    const Camera& camera = next_.camera;
    const Vec3 towards_eye = glm::normalize(eye_of(camera) - camera.target);
    const Mat4 to_picture = projection_matrix(camera, next_.aspect) * view_matrix(camera);
    float foremost = -furthest_m;
    for (const Vec3& p : atlas_.body().skin.mesh.positions) {
        const Vec4 at = to_picture * Vec4(p, 1);
        if (at.w > 0 && std::abs(at.x) < at.w && std::abs(at.y) < at.w)
            foremost = std::max(foremost, glm::dot(p - camera.target, towards_eye));
    }
    return std::clamp(foremost, 0.0F, camera.distance_m / 2);
}

// The body cannot be lost out of the picture.
Vec3 CameraReduction::within_reach(const Vec3& target) const {
    const Box box = bounds_of(atlas_.body().skin.mesh);
    return box.empty() ? target : glm::clamp(target, box.min, box.max);
}

}  // namespace myomap
