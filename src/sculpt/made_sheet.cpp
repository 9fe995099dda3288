#include "sculpt/made_sheet.h"

#include <algorithm>
#include <cmath>

#include "sculpt/smooth_curve.h"

namespace myomap {
namespace {

constexpr float skin_gap_mm = 1.5F;
constexpr float thinnest_mm = 0.3F;   // half of it, where there is no room for more
constexpr float longest_step_mm = 4;  // of a node out of what it must not touch
constexpr float spanned = 0.5F;       // of the way to what it is pressed on, so that it spans hollows
constexpr float most_scaled = 2.5F;   // of a thickness, to come to a volume

// A smooth curve through places (Catmull and Rom), at a share of its way that counts them evenly.
Vec3 on_curve(const std::vector<Vec3>& places, float share) {
    const auto last = static_cast<int>(places.size()) - 1;
    const float at = std::clamp(share, 0.0F, 1.0F) * static_cast<float>(last);
    const int i = std::min(static_cast<int>(at), last - 1);
    const float t = at - static_cast<float>(i);
    const auto place = [&](int k) {
        if (k < 0) return 2.0F * places[0] - places[1];
        if (k > last)
            return 2.0F * places[static_cast<std::size_t>(last)] - places[static_cast<std::size_t>(last - 1)];
        return places[static_cast<std::size_t>(k)];
    };
    const Vec3 a = place(i - 1), b = place(i), c = place(i + 1), d = place(i + 2);
    return on_smooth_curve(a, b, c, d, t);
}

// Places at shares of the length of the curve.
std::vector<Vec3> spread(const std::vector<Vec3>& through, const std::vector<float>& shares) {
    constexpr int steps = 200;
    std::vector<Vec3> fine;
    std::vector<float> way;
    for (int i = 0; i <= steps; ++i) {
        fine.push_back(on_curve(through, static_cast<float>(i) / steps));
        way.push_back(i == 0 ? 0 : way.back() + glm::distance(fine[fine.size() - 2], fine.back()));
    }
    std::vector<Vec3> places;
    for (const float share : shares) {
        std::size_t k = 0;
        while (k + 2 < way.size() && way[k + 1] < share * way.back()) ++k;
        const float span = way[k + 1] - way[k];
        const float t = span > 0 ? std::clamp((share * way.back() - way[k]) / span, 0.0F, 1.0F) : 0;
        places.push_back(fine[k] + t * (fine[k + 1] - fine[k]));
    }
    return places;
}

float blended(const std::vector<float>& values, float share) {
    const float at = share * static_cast<float>(values.size() - 1);
    const auto i = static_cast<std::size_t>(at);
    if (i + 1 >= values.size()) return values.back();
    return values[i] + (at - static_cast<float>(i)) * (values[i + 1] - values[i]);
}

class Maker {
public:
    Maker(const MadeSheet& rule, MadeGround& ground)
        : rule_(rule),
          ground_(ground),
          beneath_(ground.joined(rule.beneath)),
          above_(ground.joined(rule.above)),
          around_(ground.joined(rule.clear_of)),
          bones_(ground.surface("bones")),
          skin_(ground.surface("skin")) {
        sheet_.stations = rule.stations;
        sheet_.rows = rule.rows;
        sheet_.across_from = rule.across_from;
        sheet_.across_to = rule.across_to;
        sheet_.along_from = rule.along_from;
        sheet_.along_to = rule.along_to;
    }

    std::optional<BodySheet> make(std::string& missing) {
        if (!draw(missing)) return std::nullopt;
        face_the_skin();
        set_thickness();
        for (int round = 0; round < 2; ++round) {
            for (int i = 0; i < rule_.relax; ++i) {
                tighten();
                settle(0.4F, true);
            }
            scale_to_volume();
        }
        for (int i = 0; i < 12; ++i) {
            settle(1, false);
            leave_bones();
        }
        thin_where_narrow();
        return std::move(sheet_);
    }

private:
    Vec3& node(int s, int r) { return sheet_.middle_mm[index(s, r)]; }
    float& half(int s, int r) { return sheet_.half_mm[index(s, r)]; }
    std::size_t index(int s, int r) const { return static_cast<std::size_t>(s * sheet_.rows + r); }

    // The lines give their stations, and curves through them the stations between.
    bool draw(std::string& missing) {
        std::vector<std::vector<Vec3>> drawn;
        std::vector<int> at;
        for (const MadeLine& line : rule_.lines) {
            const auto places = places_of(line, missing);
            if (!places) return false;
            drawn.push_back(*places);
            at.push_back(static_cast<int>(std::lround(line.at * static_cast<float>(rule_.stations - 1))));
        }
        held_.assign(static_cast<std::size_t>(rule_.stations), false);
        for (const int s : at) held_[static_cast<std::size_t>(s)] = true;
        sheet_.middle_mm.resize(static_cast<std::size_t>(rule_.stations * rule_.rows));
        for (int r = 0; r < rule_.rows; ++r) {
            std::vector<Vec3> fibre;
            for (const auto& places : drawn) fibre.push_back(places[static_cast<std::size_t>(r)]);
            for (std::size_t k = 0; k + 1 < at.size(); ++k)
                for (int s = at[k]; s <= at[k + 1]; ++s) {
                    const float t = at[k + 1] > at[k] ? static_cast<float>(s - at[k]) /
                                                            static_cast<float>(at[k + 1] - at[k])
                                                      : 0;
                    node(s, r) =
                        on_curve(fibre, (static_cast<float>(k) + t) / static_cast<float>(at.size() - 1));
                }
        }
        return true;
    }

    std::optional<std::vector<Vec3>> places_of(const MadeLine& line, std::string& missing) {
        std::vector<Vec3> through;
        for (const MadePlace& place : line.through) {
            const auto there = ground_.place(place);
            if (!there) {
                missing = place.between.front().first;
                return std::nullopt;
            }
            through.push_back(*there);
        }
        std::vector<float> shares = line.spread;
        for (int r = 0; line.spread.empty() && r < rule_.rows; ++r)
            shares.push_back(static_cast<float>(r) / static_cast<float>(rule_.rows - 1));
        std::vector<Vec3> places = spread(through, shares);
        if (const auto* surface = line.onto.empty() ? nullptr : ground_.joined(line.onto))
            for (Vec3& place : places) place = brought_onto(*surface, line, place);
        return places;
    }

    Vec3 brought_onto(const MeshSurface& surface, const MadeLine& line, const Vec3& place) const {
        constexpr float far_mm = 300;
        if (const auto from = line.from ? ground_.place(*line.from) : std::nullopt) {
            const Vec3 direction = glm::normalize(place - *from);
            const auto distance = surface.distance(*from, direction, far_mm);
            return distance ? *from + (*distance - line.lift_mm) * direction : place;
        }
        if (glm::length(line.towards) > 0) {
            const Vec3 direction = glm::normalize(line.towards);
            const auto distance = surface.distance(place, direction, far_mm);
            return distance ? place + (*distance - line.lift_mm) * direction : place;
        }
        const MeshSurface::Nearest nearest = surface.nearest(place);
        return nearest.place + line.lift_mm * nearest.outwards;
    }

    // Rows are turned round where along × across would point into the body.
    void face_the_skin() {
        if (skin_ == nullptr) return;
        float sum = 0;
        for (int s = 0; s < sheet_.stations; ++s)
            for (int r = 0; r < sheet_.rows; ++r) {
                const Vec3 to_skin = skin_->nearest(node(s, r)).place - node(s, r);
                sum += glm::dot(normal(s, r), to_skin) / std::max(glm::dot(to_skin, to_skin), 1.0F);
            }
        if (sum >= 0) return;
        std::swap(sheet_.across_from, sheet_.across_to);
        for (int s = 0; s < sheet_.stations; ++s)
            std::reverse(sheet_.middle_mm.begin() + s * sheet_.rows,
                         sheet_.middle_mm.begin() + (s + 1) * sheet_.rows);
        turned_ = true;
    }

    Vec3 normal(int s, int r) {
        const int s0 = std::max(s - 1, 0), s1 = std::min(s + 1, sheet_.stations - 1);
        const int r0 = std::max(r - 1, 0), r1 = std::min(r + 1, sheet_.rows - 1);
        const Vec3 square = glm::cross(node(s1, r) - node(s0, r), node(s, r1) - node(s, r0));
        const float length = glm::length(square);
        return length > 0 ? square / length : Vec3(0);
    }

    void set_thickness() {
        sheet_.half_mm.resize(sheet_.middle_mm.size());
        for (int s = 0; s < sheet_.stations; ++s) {
            const float along = static_cast<float>(s) / static_cast<float>(sheet_.stations - 1);
            for (int r = 0; r < sheet_.rows; ++r) {
                const float share = static_cast<float>(r) / static_cast<float>(sheet_.rows - 1);
                std::vector<float> profile;
                for (const std::vector<float>& values : rule_.thickness_mm)
                    profile.push_back(blended(values, turned_ ? 1 - share : share));
                half(s, r) = blended(profile, along) / 2;
            }
        }
    }

    void scale_to_volume() {
        if (!(rule_.volume_ml > 0)) return;
        set_thickness();
        float volume = 0;
        for (int s = 0; s + 1 < sheet_.stations; ++s)
            for (int r = 0; r + 1 < sheet_.rows; ++r) {
                const Vec3 square =
                    glm::cross(node(s + 1, r + 1) - node(s, r), node(s, r + 1) - node(s + 1, r));
                volume += glm::length(square) / 4 *
                          (half(s, r) + half(s + 1, r) + half(s, r + 1) + half(s + 1, r + 1));
            }
        const float scale =
            std::clamp(rule_.volume_ml * 1000 / std::max(volume, 1.0F), 1 / most_scaled, most_scaled);
        for (float& value : sheet_.half_mm) value *= scale;
    }

    // A net of springs along and across; its edges run along only. The lines that it was drawn through move
    // square to the sheet alone.
    void tighten() {
        const std::vector<Vec3> before = sheet_.middle_mm;
        const auto was = [&](int s, int r) { return before[index(s, r)]; };
        for (int s = 1; s + 1 < sheet_.stations; ++s)
            for (int r = 0; r < sheet_.rows; ++r) {
                const Vec3 along = 0.5F * (was(s - 1, r) + was(s + 1, r));
                Vec3 to = 0.5F * (along - was(s, r));
                if (r > 0 && r + 1 < sheet_.rows)
                    to += 0.2F * (0.5F * (was(s, r - 1) + was(s, r + 1)) - was(s, r));
                if (held_[static_cast<std::size_t>(s)]) {
                    const Vec3 square = normal(s, r);
                    to = 0.5F * glm::dot(to, square) * square;
                }
                node(s, r) += to;
            }
    }

    struct Room {  // along the sheet's normal, of a node's middle
        std::optional<float> down, up;
    };

    Room room_at(int s, const Vec3& place, const Vec3& out) const {
        Room room;
        const float along = static_cast<float>(s) / static_cast<float>(sheet_.stations - 1);
        const bool counts = along >= rule_.over_from && along <= rule_.over_to;
        const float reach = rule_.reach_mm;
        if (beneath_ != nullptr && counts)
            if (const auto hit = beneath_->distance(place + reach * out, -out, 2 * reach))
                room.down = reach - *hit + rule_.gap_mm;
        if (above_ != nullptr && counts)
            if (const auto hit = above_->distance(place - reach * out, out, 2 * reach))
                room.up = *hit - reach - rule_.gap_mm;
        if (skin_ != nullptr)
            if (const auto hit = skin_->distance(place - 5.0F * out, out, 5 + reach))
                room.up = std::min(room.up.value_or(1e9F), *hit - 5 - skin_gap_mm);
        return room;
    }

    // Evened out, so that a dent does not turn what is sought from it.
    std::vector<Vec3> smooth_normals() {
        std::vector<Vec3> normals(sheet_.middle_mm.size());
        for (int s = 0; s < sheet_.stations; ++s)
            for (int r = 0; r < sheet_.rows; ++r) normals[index(s, r)] = normal(s, r);
        for (int round = 0; round < 6; ++round) {
            const std::vector<Vec3> before = normals;
            for (int s = 0; s < sheet_.stations; ++s)
                for (int r = 0; r < sheet_.rows; ++r) {
                    Vec3 sum = 2.0F * before[index(s, r)];
                    if (s > 0) sum += before[index(s - 1, r)];
                    if (s + 1 < sheet_.stations) sum += before[index(s + 1, r)];
                    if (r > 0) sum += before[index(s, r - 1)];
                    if (r + 1 < sheet_.rows) sum += before[index(s, r + 1)];
                    const float length = glm::length(sum);
                    if (length > 0) normals[index(s, r)] = sum / length;
                }
        }
        return normals;
    }

    // How far a node is to go along the sheet's normal to where there is room for it, or to what it is
    // pressed on.
    float way_to_room(int s, const Vec3& place, const Vec3& out, float half, bool pressed) const {
        const Room room = room_at(s, place, out);
        const float least = room.down ? *room.down + half : -1e9F;
        const float most = room.up ? *room.up - half : 1e9F;
        if (least > most) return (least + most) / 2;
        const float must = std::clamp(0.0F, least, most);
        if (must != 0 || !pressed) return must;
        if (rule_.press == MadeSheet::Press::In && room.down) return spanned * least;
        if (rule_.press == MadeSheet::Press::Out && room.up) return spanned * most;
        return 0;
    }

    // Moves the nodes there by a share of the way; what presses them is evened out between neighbours.
    void settle(float share, bool pressed) {
        const std::vector<Vec3> normals = smooth_normals();
        std::vector<Vec3> moved = sheet_.middle_mm;
        for (int s = 0; s < sheet_.stations; ++s)
            for (int r = 0; r < sheet_.rows; ++r) {
                const Vec3& out = normals[index(s, r)];
                const bool end = s == 0 || s + 1 == sheet_.stations;
                if (!end)
                    moved[index(s, r)] += share *
                                          std::clamp(way_to_room(s, node(s, r), out, half(s, r), pressed),
                                                     -2 * longest_step_mm, 2 * longest_step_mm) *
                                          out;
                if (!end && around_ != nullptr)
                    moved[index(s, r)] += pushed_off(*around_, s, r, out, rule_.gap_mm);
            }
        sheet_.middle_mm = std::move(moved);
    }

    // The ends touch the bone that they arise from.
    void leave_bones() {
        if (bones_ == nullptr) return;
        const std::vector<Vec3> normals = smooth_normals();
        std::vector<Vec3> moved = sheet_.middle_mm;
        for (int s = 0; s < sheet_.stations; ++s)
            for (int r = 0; r < sheet_.rows; ++r)
                moved[index(s, r)] += pushed_off(*bones_, s, r, normals[index(s, r)], 0);
        sheet_.middle_mm = std::move(moved);
    }

    // Beside a node less room is wanted than square to the sheet, where half its thickness lies.
    Vec3 pushed_off(const MeshSurface& surface, int s, int r, const Vec3& square, float gap_mm) {
        const MeshSurface::Nearest nearest = surface.nearest(node(s, r));
        const Vec3 off = node(s, r) - nearest.place;
        const float distance = glm::length(off);
        const Vec3 out = distance > 1e-3F ? (nearest.within ? -off : off) / distance : nearest.outwards;
        const float wanted = half(s, r) * std::abs(glm::dot(out, square)) + gap_mm;
        if (!nearest.within && distance >= wanted) return Vec3(0);
        return std::min(longest_step_mm, nearest.within ? wanted + distance : wanted - distance) * out;
    }

    void thin_where_narrow() {
        constexpr float beside = 0.4F;  // what lies further to the side than that leaves the thickness alone
        const std::vector<Vec3> normals = smooth_normals();
        for (int s = 0; s < sheet_.stations; ++s)
            for (int r = 0; r < sheet_.rows; ++r) {
                const Vec3& square = normals[index(s, r)];
                const Room room = room_at(s, node(s, r), square);
                float& h = half(s, r);
                if (room.down) h = std::min(h, std::max(thinnest_mm, -*room.down));
                if (room.up) h = std::min(h, std::max(thinnest_mm, *room.up));
                if (around_ == nullptr) continue;
                const Vec3 off = around_->nearest(node(s, r)).place - node(s, r);
                const float distance = glm::length(off);
                const float share = distance > 0 ? std::abs(glm::dot(off, square)) / distance : 1;
                if (share > beside) h = std::min(h, std::max(thinnest_mm, distance / share));
            }
    }

    const MadeSheet& rule_;
    MadeGround& ground_;
    const MeshSurface* beneath_;
    const MeshSurface* above_;
    const MeshSurface* around_;
    const MeshSurface* bones_;
    const MeshSurface* skin_;
    BodySheet sheet_;
    std::vector<bool> held_;
    bool turned_ = false;  // rows count against those of the lines
};

}  // namespace

std::optional<BodySheet> make_sheet(const MadeSheet& rule, MadeGround& ground, std::string& missing) {
    return Maker(rule, ground).make(missing);
}

}  // namespace myomap
