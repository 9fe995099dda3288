#include "sculpt/ellipsoid_fit.h"

#include <Eigen/Cholesky>
#include <Eigen/Geometry>
#include <algorithm>
#include <cmath>
#include <optional>

#include "import/place_tree.h"
#include "sculpt/ellipsoid_field.h"
#include "sculpt/ellipsoid_seeds.h"
#include "sculpt/surface_error.h"

namespace myomap {
namespace {

constexpr std::size_t near_count = 5;  // ellipsoids that matter at a place

// What the field should be at a place.
struct Target {
    enum class Kind { Exactly, AtLeast, AtMost };
    Eigen::Vector3d place;
    double distance = 0;  // mm
    double weight = 1;
    Kind kind = Kind::Exactly;

    double off(double value) const {
        if (kind == Kind::AtLeast) return std::min(0.0, value - distance);
        if (kind == Kind::AtMost) return std::max(0.0, value - distance);
        return value - distance;
    }
};

Eigen::Vector3d vector_of(const Vec3& v) {
    return Eigen::Vector3f(v.x, v.y, v.z).cast<double>();
}
Vec3 vec_of(const Eigen::Vector3d& v) {
    return {static_cast<float>(v.x()), static_cast<float>(v.y()), static_cast<float>(v.z())};
}

// Numbers between 0 and 1 that fill a box evenly and are the same each time.
Vec3 spread_number(std::size_t n) {
    const auto part = [&](double step) {
        return static_cast<float>(std::fmod(step * static_cast<double>(n + 1), 1.0));
    };
    return {part(0.8191725134), part(0.6710436067), part(0.5497004779)};
}

class Targets {
public:
    Targets(const Mesh& mesh, const InnerPlaces& inner, std::size_t count, float away_mm) {
        std::vector<Vec3> places;
        for (const SurfaceSample& sample : sample_surface(mesh, count)) {
            samples_.push_back({sample.position * 1000.0F, sample.normal});
            places.push_back(samples_.back().position);
        }
        tree_.emplace(std::move(places));
        on_surface();
        beside_surface(away_mm, 0.3);
        beside_surface(-0.6F * away_mm, 0.2);
        in_free_space(count / 2, away_mm);
        inside(inner, count);
    }

    std::vector<Target> take() { return std::move(targets_); }

private:
    void add(const Vec3& place, double distance, double weight, Target::Kind kind) {
        targets_.push_back({vector_of(place), distance, weight, kind});
    }

    void on_surface() {
        for (const SurfaceSample& sample : samples_) add(sample.position, 0, 1, Target::Kind::Exactly);
    }

    // A little outside or inside, where no other face is nearer.
    void beside_surface(float away, double weight) {
        for (const SurfaceSample& sample : samples_) {
            const Vec3 place = sample.position + sample.normal * away;
            if (tree_->distance_m(place) >= 0.7F * std::abs(away))
                add(place, static_cast<double>(away), weight, Target::Kind::Exactly);
        }
    }

    // Round the mesh; outside is where the nearest surface faces.
    void in_free_space(std::size_t count, float away) {
        Box box;
        for (const SurfaceSample& sample : samples_) box.add(sample.position);
        const Vec3 low = box.min - Vec3(15), size = box.size() + Vec3(30);
        std::size_t found = 0;
        for (std::size_t n = 0; n < 8 * count && found < count; ++n) {
            // Half of them anywhere, half near the surface.
            const Vec3 number = spread_number(n);
            const Vec3 place =
                n % 2 == 0 ? low + size * number
                           : samples_[(n * 7919) % samples_.size()].position + (number - 0.5F) * 20.0F;
            const SurfaceSample& nearest = samples_[tree_->nearest_index(place)];
            const float distance = glm::distance(place, nearest.position);
            if (distance < std::max(1.5F, 1.5F * away)) continue;
            if (glm::dot(place - nearest.position, nearest.normal) < 0.5F * distance) continue;
            add(place, 0.75 * static_cast<double>(distance), 0.4, Target::Kind::AtLeast);
            ++found;
        }
    }

    void inside(const InnerPlaces& inner, std::size_t count) {
        const std::size_t step =
            std::max<std::size_t>(1, inner.places.size() / std::max<std::size_t>(1, count));
        for (std::size_t i = 0; i < inner.places.size(); i += step)
            add(inner.places[i], -0.5 * static_cast<double>(inner.depth[i]), 0.6, Target::Kind::AtMost);
    }

    std::vector<SurfaceSample> samples_;  // in mm
    std::optional<PlaceTree> tree_;
    std::vector<Target> targets_;
};

// The ellipsoids nearest to a place, what each weighs in the union there, and the union's value.
struct Near {
    std::array<std::size_t, near_count> index{};
    std::array<double, near_count> share{};
    std::size_t count = 0;
    double value = 0;
};

class Fitter {
public:
    Fitter(std::vector<Ellipsoid> ellipsoids, double blend, std::vector<Target> targets)
        : ellipsoids_(std::move(ellipsoids)), blend_(blend), targets_(std::move(targets)) {}

    void run(int rounds) {
        std::vector<Near> near = look(ellipsoids_);
        double best = cost(near);
        double damping = 0.3;
        for (int round = 0; round < rounds; ++round) {
            build_equations(near);
            bool better = false;
            double gain = 0;
            for (int attempt = 0; attempt < 4 && !better; ++attempt) {
                std::vector<Ellipsoid> moved = step(damping);
                std::vector<Near> then = look(moved);
                const double now = cost(then);
                if (now < best) {
                    gain = (best - now) / best;
                    best = now;
                    ellipsoids_ = std::move(moved);
                    near = std::move(then);
                    damping = std::max(damping * 0.4, 0.01);
                    better = true;
                } else {
                    damping *= 3;
                }
            }
            if (!better || gain < 2e-3) break;
        }
    }

    const std::vector<Ellipsoid>& ellipsoids() const { return ellipsoids_; }

private:
    std::vector<Near> look(const std::vector<Ellipsoid>& ellipsoids) const {
        std::vector<Eigen::Matrix3d> turned;
        for (const Ellipsoid& e : ellipsoids) turned.push_back(to_own_axes(e));
        std::vector<Near> all(targets_.size());
        std::vector<std::pair<double, std::size_t>> by_distance(ellipsoids.size());
        for (std::size_t t = 0; t < targets_.size(); ++t) {
            for (std::size_t e = 0; e < ellipsoids.size(); ++e)
                by_distance[e] = {ellipsoid_distance(ellipsoids[e], turned[e], targets_[t].place), e};
            const std::size_t count = std::min(near_count, by_distance.size());
            std::partial_sort(by_distance.begin(), by_distance.begin() + static_cast<std::ptrdiff_t>(count),
                              by_distance.end());
            all[t] = joined(by_distance, count);
        }
        return all;
    }

    Near joined(const std::vector<std::pair<double, std::size_t>>& by_distance, std::size_t count) const {
        Near near;
        near.count = count;
        double sum = 0;
        for (std::size_t k = 0; k < count; ++k) {
            near.index[k] = by_distance[k].second;
            near.share[k] = std::exp((by_distance[0].first - by_distance[k].first) / blend_);
            sum += near.share[k];
        }
        for (std::size_t k = 0; k < count; ++k) near.share[k] /= sum;
        near.value = by_distance[0].first - blend_ * std::log(sum);
        return near;
    }

    double cost(const std::vector<Near>& near) const {
        double sum = 0;
        for (std::size_t t = 0; t < targets_.size(); ++t) {
            const double off = targets_[t].off(near[t].value);
            sum += targets_[t].weight * std::sqrt(0.01 + off * off);
        }
        return sum / static_cast<double>(targets_.size());
    }

    // Errors much larger than most count less, so that a stray face does not pull all.
    double tolerance(const std::vector<Near>& near) const {
        std::vector<double> off;
        for (std::size_t t = 0; t < targets_.size(); ++t)
            if (targets_[t].kind == Target::Kind::Exactly)
                off.push_back(std::abs(targets_[t].off(near[t].value)));
        std::ranges::nth_element(off, off.begin() + static_cast<std::ptrdiff_t>(off.size() / 2));
        return 1.5 * off[off.size() / 2] + 0.05;
    }

    static double mean_radius(const Ellipsoid& e) {
        return static_cast<double>(e.radii_mm.x + e.radii_mm.y + e.radii_mm.z) / 3;
    }

    // How the distance to one ellipsoid changes as it moves, turns about the body's axes and stretches; turns
    // and stretches in mm at its mean radius.
    static Eigen::Matrix<double, 9, 1> slope(const Ellipsoid& e, const Eigen::Matrix3d& to_own,
                                             const Eigen::Vector3d& place) {
        const Eigen::Array3d radii = vector_of(e.radii_mm).array();
        const Eigen::Vector3d out = place - vector_of(e.centre_mm);
        const Eigen::Array3d y = (to_own * out).array();
        const Eigen::Array3d u = y / radii, w = u / radii;
        const double k0 = std::max(u.matrix().norm(), 1e-6), k1 = std::max(w.matrix().norm(), 1e-9);
        // d = (k0² − k0) / k1
        const double by_k0 = (2 * k0 - 1) / k1, by_k1 = -(k0 * k0 - k0) / (k1 * k1);
        const Eigen::Array3d by_y = by_k0 * u / (radii * k0) + by_k1 * w / (radii.square() * k1);
        const Eigen::Array3d by_log_radius = by_k0 * (-u.square() / k0) + by_k1 * (-2 * w.square() / k1);
        const Eigen::Vector3d by_place = to_own.transpose() * by_y.matrix();
        Eigen::Matrix<double, 9, 1> slopes;
        slopes.head<3>() = -by_place;
        slopes.segment<3>(3) = by_place.cross(out) / mean_radius(e);
        slopes.tail<3>() = by_log_radius.matrix() / mean_radius(e);
        return slopes;
    }

    void build_equations(const std::vector<Near>& near) {
        const auto size = static_cast<Eigen::Index>(9 * ellipsoids_.size());
        matrix_ = Eigen::MatrixXd::Zero(size, size);
        right_ = Eigen::VectorXd::Zero(size);
        std::vector<Eigen::Matrix3d> turned;
        for (const Ellipsoid& e : ellipsoids_) turned.push_back(to_own_axes(e));
        const double tolerated = tolerance(near);
        for (std::size_t t = 0; t < targets_.size(); ++t) {
            const Target& target = targets_[t];
            const double off = target.off(near[t].value);
            double weight = target.weight;
            if (target.kind == Target::Kind::Exactly)
                weight /= std::sqrt(1 + (off / tolerated) * (off / tolerated));
            else if (off == 0)
                continue;
            std::array<Eigen::Matrix<double, 9, 1>, near_count> slopes;
            for (std::size_t k = 0; k < near[t].count; ++k) {
                const std::size_t e = near[t].index[k];
                slopes[k] = near[t].share[k] * weight * slope(ellipsoids_[e], turned[e], target.place);
            }
            for (std::size_t k = 0; k < near[t].count; ++k) {
                if (near[t].share[k] < 2e-3) continue;
                const auto row = static_cast<Eigen::Index>(9 * near[t].index[k]);
                right_.segment<9>(row) -= slopes[k] * (off * weight);
                for (std::size_t l = 0; l < near[t].count; ++l) {
                    if (near[t].share[l] < 2e-3) continue;
                    const auto column = static_cast<Eigen::Index>(9 * near[t].index[l]);
                    matrix_.block<9, 9>(row, column) += slopes[k] * slopes[l].transpose();
                }
            }
        }
    }

    std::vector<Ellipsoid> step(double damping) const {
        Eigen::VectorXd diagonal = matrix_.diagonal();
        std::vector<double> sorted(diagonal.begin(), diagonal.end());
        std::ranges::nth_element(sorted, sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2));
        Eigen::MatrixXd damped = matrix_;
        damped.diagonal() +=
            damping * (0.3 * diagonal.array() + 0.15 * sorted[sorted.size() / 2] + 1e-6).matrix();
        const Eigen::VectorXd way = damped.ldlt().solve(right_);
        std::vector<Ellipsoid> moved = ellipsoids_;
        for (std::size_t e = 0; e < moved.size(); ++e) {
            const double radius = mean_radius(moved[e]);
            const Eigen::Array<double, 9, 1> by = way.segment<9>(static_cast<Eigen::Index>(9 * e))
                                                      .array()
                                                      .min(0.35 * radius)
                                                      .max(-0.35 * radius);
            moved[e].centre_mm += vec_of(by.head<3>().matrix());
            const Eigen::Vector3d turn = by.segment<3>(3).matrix() / radius;
            if (const double angle = turn.norm(); angle > 1e-12) {
                const Eigen::AngleAxisd turned(Eigen::AngleAxisd(angle, turn / angle).toRotationMatrix() *
                                               to_own_axes(moved[e]).transpose());
                moved[e].turn = vec_of(turned.axis() * turned.angle());
            }
            const Eigen::Array3d stretch = (by.tail<3>() / radius).exp();
            moved[e].radii_mm = glm::max(moved[e].radii_mm * vec_of(stretch.matrix()), Vec3(0.35F));
        }
        return moved;
    }

    std::vector<Ellipsoid> ellipsoids_;
    double blend_;
    std::vector<Target> targets_;
    Eigen::MatrixXd matrix_;
    Eigen::VectorXd right_;
};

// Thin plates are left with holes between the ellipsoids: places inside that none of them fills.
InnerPlaces not_filled(const InnerPlaces& inner, const EllipsoidUnion& shape) {
    const EllipsoidField field(shape);
    InnerPlaces open;
    open.spacing = inner.spacing;
    for (std::size_t i = 0; i < inner.places.size(); ++i) {
        if (field.at(inner.places[i]) < 0) continue;
        open.places.push_back(inner.places[i]);
        open.depth.push_back(inner.depth[i]);
    }
    return open;
}

// More ellipsoids for the largest holes; how many were added.
std::size_t fill_holes(EllipsoidUnion& shape, const InnerPlaces& inner) {
    constexpr std::size_t places_a_hole = 12, most = 64;
    const InnerPlaces open = not_filled(inner, shape);
    const std::size_t count = std::min(most, open.places.size() / places_a_hole);
    if (count == 0) return 0;
    for (Ellipsoid patch : seed_ellipsoids(open, static_cast<int>(count))) {
        patch.radii_mm = glm::max(patch.radii_mm * 1.3F, Vec3(0.8F));
        shape.ellipsoids.push_back(patch);
    }
    return count;
}

}  // namespace

EllipsoidUnion fit_ellipsoids(const Mesh& mesh, int count) {
    if (mesh.indices.empty()) return {};
    const InnerPlaces inner = inner_places(mesh, 12'000);
    EllipsoidUnion shape;
    shape.ellipsoids = seed_ellipsoids(inner, count);
    if (shape.ellipsoids.empty()) return shape;
    for (Ellipsoid& ellipsoid : shape.ellipsoids) ellipsoid.radii_mm *= 1.1F;  // so that they meet
    const float radius = EllipsoidField(shape).middle_radius_mm();
    shape.blend_mm = std::round(std::max(0.35F * radius, 0.15F) * 1000) / 1000;
    const std::size_t samples = std::clamp<std::size_t>(40 * shape.ellipsoids.size(), 2000, 6000);
    const std::vector<Target> targets = Targets(mesh, inner, samples, 0.8F * radius).take();
    // Large bones only: they have the plates.
    const int passes = count > 32 ? 3 : 1;
    for (int pass = 0; pass < passes; ++pass) {
        if (pass > 0 && fill_holes(shape, inner) == 0) break;
        Fitter fitter(shape.ellipsoids, static_cast<double>(shape.blend_mm), targets);
        fitter.run(pass == 0 ? 14 : 6);
        shape.ellipsoids = fitter.ellipsoids();
    }
    return shape;
}

}  // namespace myomap
