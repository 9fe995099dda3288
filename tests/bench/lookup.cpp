// How well painted pain leads back to its point. Every point's own map, right and left, is taken for what a
// patient with that point would paint, and spoilt as patients spoil it; then all points are ranked against
// it.
//
//     bench_lookup BODY.glb [DATA_DIR]
//
// Painted is the essential area in full and, of spillover, each connected piece with one chance in two. Then:
//   whole    as it is
//   dimmed   each place painted with 30 … 100 % of its density, in patches of about 3 cm
//   shifted  moved over the skin by 15 mm in a random direction
//   half     cut to the half of its area that lies nearest to a random place of it
//   all      dimmed, shifted and cut
// Five times each, for half a map may be a lucky or an unlucky half. Seeded, so every run gives the same
// numbers. Muscles are counted by their best point: a muscle is right
// when it is the one painted for, on the side painted for.
//
// Then a brush is followed: 600 dabs over the whole belly, and after each what is felt and the ranking of all
// points, as the window does it.
//
// The reference is what web guides do: the painted zones (those of which a third is painted, or that hold a
// third of the pain) and the points that name them, sorted by how many they name, essential before spillover.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "atlas/atlas.h"
#include "atlas/point_place.h"

using namespace myomap;

namespace {

using Random = std::mt19937;

// Independent of the library's distributions, so the numbers are the same everywhere.
float unit(Random& random) {
    return static_cast<float>(random() >> 8U) / 16777216.0F;
}

std::vector<float> spread(const SkinDensity& density, std::size_t vertices) {
    std::vector<float> values(vertices, 0.0F);
    for (std::size_t i = 0; i < density.vertex.size(); ++i) values[density.vertex[i]] = density.value[i];
    return values;
}

SkinDensity gathered(const std::vector<float>& values) {
    SkinDensity density;
    for (std::uint32_t v = 0; v < values.size(); ++v)
        if (values[v] >= 0.05F) {
            density.vertex.push_back(v);
            density.value.push_back(values[v]);
        }
    return density;
}

std::vector<float> painted_whole(const PainMap& map, const SkinGround& ground, Random& random) {
    const std::size_t vertices = ground.body().skin.mesh.positions.size();
    std::vector<float> painted = spread(map.essential, vertices);
    const std::vector<float> spillover = spread(map.spillover, vertices);
    std::vector<char> seen(vertices, 0);
    for (const std::uint32_t start : map.spillover.vertex) {
        if (seen[start] != 0) continue;
        std::vector<std::uint32_t> piece{start};
        seen[start] = 1;
        for (std::size_t i = 0; i < piece.size(); ++i)
            for (const std::uint32_t n : ground.neighbours().of(piece[i]))
                if (spillover[n] > 0 && seen[n] == 0) {
                    seen[n] = 1;
                    piece.push_back(n);
                }
        if (unit(random) < 0.5F) continue;
        for (const std::uint32_t v : piece) painted[v] = std::max(painted[v], spillover[v]);
    }
    return painted;
}

void dim(std::vector<float>& painted, const Mesh& mesh, Random& random) {
    const Vec3 at(unit(random), unit(random), unit(random));
    for (std::size_t v = 0; v < painted.size(); ++v) {
        if (painted[v] == 0) continue;
        const Vec3 wave = (mesh.positions[v] + at) * 200.0F;  // a wave of about 3 cm
        const float patch = (std::sin(wave.x) + std::sin(wave.y) + std::sin(wave.z)) / 6 + 0.5F;
        painted[v] *= 0.3F + 0.7F * std::clamp(patch, 0.0F, 1.0F);
    }
}

// Each vertex takes what was painted at the skin 15 mm back.
void shift(std::vector<float>& painted, const SkinGround& ground, Random& random) {
    constexpr float by_m = 0.015F;
    const Mesh& mesh = ground.body().skin.mesh;
    const Vec3 along = glm::normalize(Vec3(unit(random) - 0.5F, unit(random) - 0.5F, unit(random) - 0.5F));
    const std::vector<float> before = painted;
    std::vector<std::uint32_t> reached;  // what the shift can reach
    std::vector<char> seen(painted.size(), 0);
    const auto reach = [&](std::uint32_t v) {
        if (seen[v] == 0) reached.push_back(v);
        seen[v] = 1;
    };
    for (std::uint32_t v = 0; v < painted.size(); ++v)
        if (before[v] > 0) reach(v);
    constexpr int rings = 5;
    for (int ring = 0; ring < rings; ++ring)
        for (std::size_t i = 0, end = reached.size(); i < end; ++i)
            for (const std::uint32_t n : ground.neighbours().of(reached[i])) reach(n);
    for (const std::uint32_t v : reached) {
        const Vec3 flat = along - mesh.normals[v] * glm::dot(along, mesh.normals[v]);
        if (glm::length(flat) < 0.05F) continue;
        const Vec3 from = mesh.positions[v] - glm::normalize(flat) * by_m;
        std::uint32_t near = v;  // walks downhill over the edges to the vertex nearest to where it came from
        for (bool nearer = true; nearer;) {
            nearer = false;
            for (const std::uint32_t n : ground.neighbours().of(near))
                if (glm::distance(mesh.positions[n], from) < glm::distance(mesh.positions[near], from)) {
                    near = n;
                    nearer = true;
                }
        }
        painted[v] = before[near];
    }
}

void cut_to_half(std::vector<float>& painted, const Skin& skin, Random& random) {
    std::vector<std::uint32_t> there;
    float area = 0;
    for (std::uint32_t v = 0; v < painted.size(); ++v)
        if (painted[v] >= 0.05F) {
            there.push_back(v);
            area += skin.vertex_area_mm2[v] * painted[v];
        }
    if (there.empty()) return;
    const std::uint32_t middle = there[random() % there.size()];
    std::ranges::stable_sort(there, {}, [&](std::uint32_t v) {
        return glm::distance(skin.mesh.positions[v], skin.mesh.positions[middle]);
    });
    float kept = 0;
    for (const std::uint32_t v : there) {
        if (kept > area / 2) painted[v] = 0;
        kept += skin.vertex_area_mm2[v] * painted[v];
    }
}

struct Named {
    std::string muscle;
    std::string point;
    Side side;
};

std::vector<Named> by_region_list(const SkinDensity& painted, const Atlas& atlas) {
    const Skin& skin = atlas.body().skin;
    const Catalog& catalog = atlas.catalog();
    std::map<std::uint32_t, float> inside_cm2;
    float all_cm2 = 0;
    for (std::size_t i = 0; i < painted.vertex.size(); ++i) {
        const float cm2 = painted.value[i] * skin.vertex_area_mm2[painted.vertex[i]] / 100;
        all_cm2 += cm2;
        for (const std::uint32_t e : atlas.zones().entries_at(painted.vertex[i])) inside_cm2[e] += cm2;
    }
    std::vector<std::pair<float, Named>> scored;
    for (const TriggerPoint* point : catalog.points())
        for (const Side side : sides_of(*point)) {
            float score = 0;
            for (const Referral& referral : point->refers)
                for (const auto& [e, cm2] : inside_cm2) {
                    const ZoneField::Entry& entry = atlas.zones().entries()[e];
                    const bool painted_enough = cm2 > entry.area_cm2 / 3 || cm2 > all_cm2 / 3;
                    const bool here = entry.side == side || entry.side == Side::Midline;
                    if (painted_enough && here && entry.zone == referral.zone)
                        score += referral.kind == ReferralKind::Essential ? 1.0F : 0.5F;
                }
            if (score > 0) scored.push_back({score, {point->muscle, point->id, side}});
        }
    std::ranges::stable_sort(scored, std::greater{}, [](const auto& entry) { return entry.first; });
    std::vector<Named> names;
    for (auto& [score, named] : scored) names.push_back(named);
    return names;
}

std::vector<Named> by_lookup(const SkinDensity& painted, const Atlas& atlas) {
    std::vector<Named> names;
    for (const Candidate& candidate : atlas.lookup().rank(felt_pain(painted)))
        names.push_back({candidate.point->muscle, candidate.point->id, candidate.side});
    return names;
}

struct Places {
    std::size_t point = 0, muscle = 0;  // from 1; 0: not found
};
Places places_of(const std::vector<Named>& names, const TriggerPoint& point, Side side) {
    Places places;
    std::set<std::pair<std::string, Side>> muscles;
    for (std::size_t i = 0; i < names.size(); ++i) {
        muscles.insert({names[i].muscle, names[i].side});
        if (names[i].side != side) continue;
        if (places.point == 0 && names[i].point == point.id) places.point = i + 1;
        if (places.muscle == 0 && names[i].muscle == point.muscle) places.muscle = muscles.size();
        if (places.point != 0) break;
    }
    return places;
}

struct Tally {
    int all = 0;
    int muscle[3] = {0, 0, 0};
    int point[3] = {0, 0, 0};
    void add(const Places& places) {
        constexpr std::size_t first[3] = {1, 3, 10};
        ++all;
        for (std::size_t k = 0; k < 3; ++k) {
            if (places.muscle != 0 && places.muscle <= first[k]) ++muscle[k];
            if (places.point != 0 && places.point <= first[k]) ++point[k];
        }
    }
};

void print(const std::string& what, const Tally& lookup, const Tally& list) {
    const auto percent = [](int n, int all) { return 100.0 * n / std::max(1, all); };
    std::printf("%-22s %5d ", what.c_str(), lookup.all);
    for (const Tally* tally : {&lookup, &list}) {
        for (const int n : tally->muscle) std::printf(" %5.1f", percent(n, tally->all));
        std::printf("  ");
        for (const int n : tally->point) std::printf(" %5.1f", percent(n, tally->all));
        std::printf("  |");
    }
    std::printf("\n");
}

void print_head(const char* what) {
    std::printf("%-22s  maps   lookup: muscle in 1/3/10 %%, point in 1/3/10 %% | region list: the same\n",
                what);
}

constexpr int times_each = 5;
constexpr const char* spoils[] = {"whole", "dimmed", "shifted", "half", "all"};

SkinDensity spoilt(std::size_t how, const PainMap& map, const SkinGround& ground, Random& random) {
    std::vector<float> painted = painted_whole(map, ground, random);
    if (how == 1 || how == 4) dim(painted, ground.body().skin.mesh, random);
    if (how == 2 || how == 4) shift(painted, ground, random);
    if (how == 3 || how == 4) cut_to_half(painted, ground.body().skin, random);
    return gathered(painted);
}

using Clock = std::chrono::steady_clock;
double ms(Clock::duration d) {
    return std::chrono::duration<double, std::milli>(d).count();
}

// What is one number slow may be another program's doing; the slowest of a hundred is seldom.
void print_times(const char* what, std::vector<double> times_ms) {
    if (times_ms.empty()) return;
    std::ranges::sort(times_ms);
    double sum = 0;
    for (const double time : times_ms) sum += time;
    const std::size_t last = times_ms.size() - 1;
    std::printf("%-24s %.2f ms on average, %.2f ms in 99 of 100, %.2f ms at most\n", what,
                sum / static_cast<double>(times_ms.size()), times_ms[last * 99 / 100], times_ms[last]);
}

void follow_a_brush(const Atlas& atlas, float radius_mm) {
    constexpr int dabs = 600;
    constexpr int a_row = 60;
    std::vector<PaintedArea> areas{{"belly", 5, false, {}}};
    std::vector<double> felt_ms, rank_ms;
    for (int i = 0; i < dabs; ++i) {
        const float along = static_cast<float>(i % a_row) / a_row;
        const float row = static_cast<float>(i / a_row);
        areas[0].marks.push_back({PaintMark::Kind::Dab,
                                  {"abdomen", Side::Midline, 0.1F + 0.8F * along, 12 * row - 60},
                                  radius_mm,
                                  {}});
        const auto before = Clock::now();
        const FeltPain pain = atlas.felt(areas);
        const auto felt = Clock::now();
        if (atlas.lookup().rank(pain).empty()) std::printf("nothing explains dab %d\n", i);
        felt_ms.push_back(ms(felt - before));
        rank_ms.push_back(ms(Clock::now() - felt));
    }
    std::printf("a brush of %.0f mm, %d dabs:\n", static_cast<double>(radius_mm), dabs);
    print_times("  what is felt", felt_ms);
    print_times("  ranking", rank_ms);
}

}  // namespace

int main(int argc, char** argv) {
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    if (argc < 2) {
        std::fputs("bench_lookup BODY.glb [DATA_DIR]\n", stderr);
        return 2;
    }
    const Loaded<Catalog> catalog = Catalog::load(argc > 2 ? argv[2] : "data");
    const Loaded<Body> body = read_body(argv[1]);
    if (!catalog || !body) {
        for (const auto& problems : {catalog.problems, body.problems})
            std::fputs(to_text(problems).c_str(), stderr);
        return 1;
    }
    const Atlas atlas(*catalog.value, *body.value);
    auto before = Clock::now();
    const std::size_t sources = atlas.lookup().sources().size();
    std::printf("%zu points on sides, %zu vertices; made ready in %.0f ms\n", sources,
                body.value->skin.mesh.positions.size(), ms(Clock::now() - before));

    std::map<std::pair<std::size_t, std::string>, std::pair<Tally, Tally>> tallies;
    std::vector<double> ranking_ms;
    for (std::size_t how = 0; how < std::size(spoils); ++how) {
        Random random(20240601U + static_cast<unsigned>(how));
        for (const PainLookup::Source& source : atlas.lookup().sources()) {
            const PainMap map = atlas.pain_map(*source.point, source.side);
            if (map.essential.vertex.empty() && map.spillover.vertex.empty()) continue;
            for (int time = 0; time < times_each; ++time) {
                const SkinDensity painted = spoilt(how, map, atlas.ground(), random);
                if (painted.vertex.empty()) continue;
                before = Clock::now();
                const std::vector<Named> names = by_lookup(painted, atlas);
                ranking_ms.push_back(ms(Clock::now() - before));
                const Places lookup = places_of(names, *source.point, source.side);
                const Places list = places_of(by_region_list(painted, atlas), *source.point, source.side);
                for (const std::string& region :
                     {std::string(), catalog.value->muscle(source.point->muscle)->region}) {
                    auto& [with_lookup, with_list] = tallies[{how, region}];
                    with_lookup.add(lookup);
                    with_list.add(list);
                }
            }
        }
    }
    print_head("all regions");
    for (std::size_t how = 0; how < std::size(spoils); ++how) {
        const auto& [lookup, list] = tallies[{how, ""}];
        print(spoils[how], lookup, list);
    }
    for (const std::size_t how : {std::size_t{3}, std::size_t{4}}) {
        print_head(how == 3 ? "cut to half, by region" : "all, by region");
        for (const auto& [key, tally] : tallies)
            if (key.first == how && !key.second.empty()) print(key.second, tally.first, tally.second);
    }
    print_times("ranking of these maps", ranking_ms);
    for (const float radius_mm : {18.0F, 60.0F}) follow_a_brush(atlas, radius_mm);
    return 0;
}
