#include "sculpt/tube_measurer.h"

#include <tbb/parallel_for.h>

#include <Eigen/Cholesky>
#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "import/mirror_twins.h"
#include "import/progress_meter.h"
#include "sculpt/bone_measurer.h"
#include "sculpt/tube_skeleton.h"

namespace myomap {
namespace {

constexpr int rounds = 8;

// So many places through the middles of a branch, evenly spaced.
TubeCourse begun(const TubeBranch& branch, std::size_t count) {
    std::vector<float> way{0};
    for (std::size_t i = 1; i < branch.middles.size(); ++i)
        way.push_back(way.back() + glm::distance(branch.middles[i - 1], branch.middles[i]));
    TubeCourse course;
    std::size_t i = 1;
    for (std::size_t k = 0; k < count; ++k) {
        const float wanted = way.back() * static_cast<float>(k) / static_cast<float>(count - 1);
        while (i + 1 < way.size() && way[i] < wanted) ++i;
        const float share =
            std::clamp((wanted - way[i - 1]) / std::max(way[i] - way[i - 1], 1e-6F), 0.0F, 1.0F);
        const Vec3 place = glm::mix(branch.middles[i - 1], branch.middles[i], share);
        course.nodes_mm.emplace_back(place, branch.radii[i]);
    }
    return course;
}

struct Foot {
    TubePlace place;
    Vec4 on;       // the course there
    bool end = 0;  // the nearest place is one of its ends
};

// Where places are nearest to a course.
class Feet {
public:
    explicit Feet(const TubeCourse& course) : course_(course) {
        for (std::size_t span = 0; span + 1 < course.nodes_mm.size(); ++span)
            for (int k = 0; k < steps; ++k) add(span, static_cast<float>(k) / steps);
        add(course.nodes_mm.size() - 2, 1);
    }

    Foot of(const Vec3& place) const {
        std::size_t best = 0;
        float least = std::numeric_limits<float>::max();
        for (std::size_t i = 0; i < feet_.size(); ++i) {
            const Vec3 apart = Vec3(feet_[i].on) - place;
            if (const float square = glm::dot(apart, apart); square < least) {
                least = square;
                best = i;
            }
        }
        return feet_[best];
    }

private:
    static constexpr int steps = 12;

    void add(std::size_t span, float share) {
        const TubePlace place = tube_place(course_, span, share);
        feet_.push_back({place, at(course_, place), (span == 0 && share == 0) || share == 1});
    }

    const TubeCourse& course_;
    std::vector<Foot> feet_;
};

// Moves the nodes so that the course's surface comes to lie on that of the branch, each place of which is
// drawn straight out from the nearest place of the course. The mean distance that there was, mm.
float improve(TubeCourse& course, const TubeBranch& branch) {
    const auto n = static_cast<Eigen::Index>(4 * course.nodes_mm.size());
    Eigen::MatrixXd normal = Eigen::MatrixXd::Zero(n, n);
    Eigen::VectorXd right = Eigen::VectorXd::Zero(n);
    const Feet feet(course);
    const float widest = std::ranges::max(branch.radii);
    double sum = 0, area = 0, weights = 0;
    std::array<Eigen::Index, 16> column{};
    std::array<double, 16> factor{};
    for (std::size_t i = 0; i < branch.surface.size(); ++i) {
        const Foot foot = feet.of(branch.surface[i]);
        const Vec3 apart = branch.surface[i] - Vec3(foot.on);
        const float distance = glm::length(apart);
        const double share = static_cast<double>(branch.areas[i]);
        area += share;
        if (foot.end) sum += share * static_cast<double>(std::max(distance - foot.on.w, 0.0F));
        if (foot.end || distance < 1e-3F) continue;
        const Vec3 out = apart / distance;
        const double off = static_cast<double>(distance - foot.on.w);
        const double bound = 0.6 * static_cast<double>(std::max(widest, 0.5F));
        // Where another branch leaves, the surface lies far off.
        const double weight = share / (1 + off * off / (bound * bound));
        sum += share * std::abs(off);
        weights += weight;
        for (std::size_t k = 0; k < 4; ++k)
            for (std::size_t axis = 0; axis < 4; ++axis) {
                column[4 * k + axis] = static_cast<Eigen::Index>(4 * foot.place.node[k] + axis);
                factor[4 * k + axis] =
                    static_cast<double>(foot.place.weight[k] * (axis < 3 ? out[static_cast<int>(axis)] : 1));
            }
        const double aim = static_cast<double>(glm::dot(out, branch.surface[i]));
        for (std::size_t a = 0; a < 16; ++a) {
            right[column[a]] += weight * factor[a] * aim;
            for (std::size_t b = 0; b < 16; ++b)
                normal(column[a], column[b]) += weight * factor[a] * factor[b];
        }
    }
    if (weights <= 0) return std::numeric_limits<float>::max();
    // Along themselves the nodes stay where they are.
    const double hold = 2e-3 * weights / static_cast<double>(course.nodes_mm.size());
    for (std::size_t i = 0; i < course.nodes_mm.size(); ++i)
        for (int axis = 0; axis < 4; ++axis) {
            const auto at = static_cast<Eigen::Index>(4 * i) + axis;
            const bool fixed = i == 0 && branch.off_another;
            const double held = (fixed ? 1e4 : axis == 3 ? 0.1 : 1) * hold;
            normal(at, at) += held;
            right[at] += held * static_cast<double>(course.nodes_mm[i][axis]);
        }
    const Eigen::VectorXd solved = normal.ldlt().solve(right);
    for (std::size_t i = 0; i < course.nodes_mm.size(); ++i)
        for (int axis = 0; axis < 4; ++axis)
            course.nodes_mm[i][axis] = static_cast<float>(solved[static_cast<Eigen::Index>(4 * i) + axis]);
    const float narrowest = std::ranges::min(branch.radii);
    for (Vec4& node : course.nodes_mm)
        node.w = std::clamp(node.w, std::max(0.2F, 0.6F * narrowest), std::max(0.2F, 1.3F * widest));
    return static_cast<float>(sum / area);
}

// Makes a course end, its round cap and all, where the surface does.
void reach_end(TubeCourse& course, const TubeBranch& branch, bool last) {
    const std::size_t end = last ? course.nodes_mm.size() - 1 : 0;
    const std::size_t next = last ? end - 1 : 1;
    Vec4& node = course.nodes_mm[end];
    const Vec3 chord = Vec3(node) - Vec3(course.nodes_mm[next]);
    const float length = glm::length(chord);
    if (length < 1e-3F) return;
    const Vec3 out = chord / length;
    float reach = -length;
    for (const Vec3& place : branch.surface) {
        const Vec3 apart = place - Vec3(node);
        const float along = glm::dot(apart, out);
        if (glm::length(apart - along * out) < 2 * node.w && along < 6 * node.w)
            reach = std::max(reach, along);
    }
    const float move = std::clamp(reach - 0.7F * node.w, -0.6F * length, 4 * node.w);
    node = Vec4(Vec3(node) + move * out, node.w);
}

struct Fitted {
    TubeCourse course;
    float mean_mm = 0;
};

Fitted fitted(const TubeBranch& branch, std::size_t count) {
    Fitted result{begun(branch, count)};
    for (int round = 0; round < rounds; ++round) {
        improve(result.course, branch);
        if (!branch.off_another) reach_end(result.course, branch, false);
        reach_end(result.course, branch, true);
    }
    TubeCourse after = result.course;
    result.mean_mm = improve(after, branch);
    return result;
}

void round_off(TubeCourse& course) {
    for (Vec4& node : course.nodes_mm) node = glm::round(node * 100.0F) / 100.0F;
}

std::optional<TubeCourse> measured(const TubeBranch& branch) {
    if (branch.middles.size() < 2) return std::nullopt;
    float radius = 0;
    for (const float r : branch.radii) radius += r / static_cast<float>(branch.radii.size());
    const float aim_mm = std::max(0.15F, 0.06F * radius);
    std::optional<Fitted> best;
    for (const std::size_t count : {2U, 3U, 4U, 5U, 6U, 8U, 10U, 13U, 17U, 22U}) {
        if (count > 2 && count > branch.middles.size()) break;
        Fitted one = fitted(branch, count);
        if (!best || one.mean_mm < 0.95F * best->mean_mm) best = std::move(one);
        if (best->mean_mm <= aim_mm) break;
    }
    round_off(best->course);
    return std::move(best->course);
}

}  // namespace

std::vector<TubeCourse> measured_courses(const Mesh& mesh) {
    std::vector<TubeCourse> courses;
    for (const TubeBranch& branch : tube_branches(mesh))
        if (auto course = measured(branch)) courses.push_back(std::move(*course));
    return courses;
}

std::vector<BodyPart> measure_tubes(const std::vector<Part>& parts, const Progress& progress) {
    const std::vector<int> twins = left_twins(parts);
    std::vector<const Part*> twin_of(parts.size(), nullptr);
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (twins[i] >= 0) twin_of[static_cast<std::size_t>(twins[i])] = &parts[i];
    std::vector<std::size_t> wanted;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (parts[i].kind == PartKind::Artery && twins[i] < 0) wanted.push_back(i);
    std::vector<std::optional<BodyPart>> made(wanted.size());
    ProgressMeter meter(progress, "vessels", wanted.size());
    tbb::parallel_for(std::size_t{0}, wanted.size(), [&](std::size_t k) {
        const Part& part = parts[wanted[k]];
        BodyPart numbers = body_part_of(part, twin_of[wanted[k]]);
        numbers.tubes = measured_courses(part.levels[0]);
        if (!numbers.tubes.empty()) made[k] = std::move(numbers);
        meter.add_one();
    });
    std::vector<BodyPart> result;
    for (std::optional<BodyPart>& part : made)
        if (part) result.push_back(std::move(*part));
    return result;
}

}  // namespace myomap
