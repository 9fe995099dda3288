#include "app/map_sheets.h"

#include <algorithm>
#include <cmath>
#include <ostream>

#include "app/contact_sheet.h"
#include "app/picture_scene.h"
#include "render/headless_context.h"
#include "render/renderer.h"

namespace myomap {
namespace {

constexpr int columns = 2;
constexpr std::size_t cells_a_page = 6;
constexpr glm::ivec2 picture_px{400, 430};

std::string zones_line(const TriggerPoint& point, ReferralKind kind, const Catalog& catalog) {
    std::string line;
    for (const Referral& referral : point.refers) {
        if (referral.kind != kind) continue;
        const Zone* zone = catalog.zone(referral.zone);
        line += (line.empty() ? "" : "; ") + (zone != nullptr ? zone->name : referral.zone);
        if (referral.felt == FeltSide::Both) line += " (both sides)";
        if (referral.felt == FeltSide::Opposite) line += " (other side)";
    }
    return line.empty() ? line : (kind == ReferralKind::Essential ? "Essential: " : "Spillover: ") + line;
}

// A level view, at least a quarter turned from the first, that shows most of what the first does not.
Camera second_view(const Scene& scene, const Body& body, const Camera& first) {
    const Vec3 towards_first = glm::normalize(eye_of(first) - first.target);
    Camera best = first;
    float most = -1;
    for (int turn = 90; turn <= 270; turn += 15) {
        Camera camera = first;
        camera.yaw_deg = std::remainder(first.yaw_deg + static_cast<float>(turn), 360.0F);
        camera.pitch_deg = 0;
        const Vec3 towards_eye = glm::normalize(eye_of(camera) - camera.target);
        float seen = 0;
        for (std::size_t i = 0; i < scene.essential.size(); ++i) {
            const float weight = scene.essential[i] + 0.35F * scene.spillover[i];
            const Vec3& normal = body.skin.mesh.normals[i];
            const float hidden = 1 - std::clamp(2 * glm::dot(normal, towards_first), 0.0F, 1.0F);
            seen += weight * hidden * std::max(0.0F, glm::dot(normal, towards_eye));
        }
        if (seen > most) {
            most = seen;
            best = camera;
        }
    }
    return best;
}

SheetCell cell_of(const TriggerPoint& point, Side side, SkinLook skin, const Atlas& atlas,
                  Renderer& renderer) {
    Selection selection;
    selection.point = point.id;
    selection.muscle = point.muscle;
    selection.side = point.only_side.value_or(side);
    const float aspect = static_cast<float>(picture_px.x) / static_cast<float>(picture_px.y);
    Scene scene =
        picture_scene({.selections = {selection}, .skin = skin, .view = {}, .aspect = aspect}, atlas);
    SheetCell cell;
    cell.pictures.push_back(renderer.draw_image(scene, picture_px));
    scene.camera = second_view(scene, atlas.body(), scene.camera);
    cell.pictures.push_back(renderer.draw_image(scene, picture_px));

    const Muscle* muscle = atlas.catalog().muscle(point.muscle);
    cell.title = (muscle != nullptr ? muscle->name + "  ·  " : "") + point.id;
    cell.lines = {point.place, refers_pain(point) ? std::string() : "Not pain: " + point.not_pain,
                  zones_line(point, ReferralKind::Essential, atlas.catalog()),
                  zones_line(point, ReferralKind::Spillover, atlas.catalog())};
    std::erase(cell.lines, "");
    return cell;
}

std::string page_name(std::size_t number) {
    const std::string digits = std::to_string(number);
    return "maps-" + std::string(digits.size() < 2 ? "0" : "") + digits + ".png";
}

}  // namespace

std::vector<Problem> write_map_sheets(const Atlas& atlas, const std::vector<const TriggerPoint*>& points,
                                      Side side, SkinLook skin, const std::filesystem::path& folder,
                                      std::ostream& progress) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return {{folder.string(), "", "cannot be made: " + error.message(), "a folder for the sheets", ""}};
    const HeadlessContext graphics;
    Renderer renderer(atlas.body());
    for (std::size_t first = 0, page = 1; first < points.size(); first += cells_a_page, ++page) {
        std::vector<SheetCell> cells;
        for (std::size_t i = first; i < std::min(first + cells_a_page, points.size()); ++i)
            cells.push_back(cell_of(*points[i], side, skin, atlas, renderer));
        const std::filesystem::path file = folder / page_name(page);
        if (auto problems = write_contact_sheet(cells, columns, file); !problems.empty()) return problems;
        progress << "written: " << file.string() << '\n';
    }
    return {};
}

}  // namespace myomap
