#include "sculpt/skin_cage.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/file.h"

namespace myomap {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Index = std::uint32_t;

namespace {

constexpr Index none = 0xFFFFFFFF;

// Which triangle has an edge from a to b, and its third corner.
class Edges {
public:
    explicit Edges(const std::vector<Index>& indices) {
        for (std::size_t i = 0; i < indices.size(); ++i) {
            const std::size_t first = i - i % 3;
            edges_[{indices[i], indices[first + (i + 1) % 3]}] = {static_cast<Index>(i / 3),
                                                                  indices[first + (i + 2) % 3]};
        }
    }
    struct Triangle {
        Index index = none;
        Index apex = none;
    };
    Triangle at(Index from, Index to) const {
        const auto found = edges_.find({from, to});
        return found == edges_.end() ? Triangle{} : found->second;
    }

private:
    std::map<std::pair<Index, Index>, Triangle> edges_;
};

struct Strip {
    std::vector<Index> places;
    std::vector<Index> triangles;
};

Strip strip_from(Index triangle, const std::array<Index, 3>& corners, const Edges& edges,
                 const std::vector<char>& done) {
    Strip strip{{corners[0], corners[1], corners[2]}, {triangle}};
    while (true) {
        const std::size_t n = strip.places.size();
        const Index a = strip.places[n - 2], b = strip.places[n - 1];
        const Edges::Triangle next = n % 2 == 0 ? edges.at(a, b) : edges.at(b, a);
        if (next.index == none || done[next.index] != 0 ||
            std::ranges::count(strip.triangles, next.index) > 0)
            return strip;
        strip.places.push_back(next.apex);
        strip.triangles.push_back(next.index);
    }
}

std::string fixed(float value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", static_cast<double>(value));
    std::string result = text;
    result.erase(result.find_last_not_of('0') + 1);
    if (result.back() == '.') result.pop_back();
    return result == "-0" ? "0" : result;
}

}  // namespace

std::vector<std::vector<Index>> strips_of(const std::vector<Index>& indices) {
    const Edges edges(indices);
    const std::size_t count = indices.size() / 3;
    std::vector<char> done(count);
    const auto corners = [&](Index t, std::size_t turn) {
        return std::array{indices[3 * t + turn], indices[3 * t + (turn + 1) % 3],
                          indices[3 * t + (turn + 2) % 3]};
    };
    const auto free_beside = [&](Index t) {
        int free = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            const auto [a, b, c] = corners(t, k);
            const Index other = edges.at(b, a).index;
            free += other != none && done[other] == 0 ? 1 : 0;
        }
        return free;
    };
    std::vector<std::vector<Index>> strips;
    for (std::size_t left = count; left > 0;) {
        // From the triangle that has the fewest left beside it, or single ones would remain.
        Index start = none;
        int fewest = 4;
        for (Index t = 0; t < count && fewest > 0; ++t)
            if (done[t] == 0)
                if (const int free = free_beside(t); free < fewest) {
                    fewest = free;
                    start = t;
                }
        Strip best;
        for (std::size_t turn = 0; turn < 3; ++turn) {
            Strip strip = strip_from(start, corners(start, turn), edges, done);
            if (strip.triangles.size() > best.triangles.size()) best = std::move(strip);
        }
        for (const Index t : best.triangles) done[t] = 1;
        left -= best.triangles.size();
        strips.push_back(std::move(best.places));
    }
    return strips;
}

std::vector<Index> triangles_of(const std::vector<std::vector<Index>>& strips) {
    std::vector<Index> indices;
    for (const std::vector<Index>& strip : strips)
        for (std::size_t i = 2; i < strip.size(); ++i) {
            const bool even = i % 2 == 0;
            indices.insert(indices.end(),
                           {strip[even ? i - 2 : i - 1], strip[even ? i - 1 : i - 2], strip[i]});
        }
    return indices;
}

std::size_t SkinCage::count_numbers() const {
    std::size_t count = 3 * places_mm.size();
    for (const std::vector<Index>& strip : strips) count += strip.size();
    return count;
}

Mesh whole_cage(const SkinCage& cage) {
    Mesh mesh;
    for (const Vec3& place : cage.places_mm) mesh.positions.push_back(place / 1000.0F);
    std::vector<Index> twin(cage.places_mm.size());
    for (Index v = 0; v < twin.size(); ++v) {
        twin[v] = v;
        if (cage.places_mm[v].x == 0) continue;
        twin[v] = static_cast<Index>(mesh.positions.size());
        mesh.positions.push_back(mesh.positions[v] * Vec3(-1, 1, 1));
    }
    mesh.indices = triangles_of(cage.strips);
    const std::size_t half = mesh.indices.size();
    for (std::size_t i = 0; i + 2 < half; i += 3) {
        const std::array mirrored{twin[mesh.indices[i]], twin[mesh.indices[i + 2]],
                                  twin[mesh.indices[i + 1]]};
        mesh.indices.insert(mesh.indices.end(), mirrored.begin(), mirrored.end());
    }
    return mesh;
}

std::string to_text(const SkinCage& cage) {
    std::string text = "{\n  \"made_from\": " + Json(cage.made_from).dump() + ",\n  \"places\": [";
    for (std::size_t v = 0; v < cage.places_mm.size(); ++v) {
        const Vec3& p = cage.places_mm[v];
        text += (v > 0 ? ",\n    [" : "\n    [") + fixed(p.x) + ", " + fixed(p.y) + ", " + fixed(p.z) + "]";
    }
    text += "\n  ],\n  \"strips\": [";
    for (std::size_t i = 0; i < cage.strips.size(); ++i) {
        text += i > 0 ? ",\n    [" : "\n    [";
        for (std::size_t k = 0; k < cage.strips[i].size(); ++k)
            text += (k > 0 ? ", " : "") + std::to_string(cage.strips[i][k]);
        text += "]";
    }
    return text + "\n  ]\n}\n";
}

Loaded<SkinCage> skin_cage_from_text(const std::string& text, const std::string& file) {
    std::vector<Problem> problems;
    SkinCage cage;
    try {
        const Json json = Json::parse(text);
        cage.made_from = json.at("made_from").get<std::string>();
        for (const auto& p : json.at("places").get<std::vector<std::array<float, 3>>>())
            cage.places_mm.emplace_back(p[0], p[1], p[2]);
        cage.strips = json.at("strips").get<std::vector<std::vector<Index>>>();
        for (std::size_t i = 0; i < cage.strips.size(); ++i)
            for (const Index v : cage.strips[i])
                if (v >= cage.places_mm.size())
                    problems.push_back({file, "/strips/" + std::to_string(i),
                                        "names place " + std::to_string(v),
                                        "one of 0 to " + std::to_string(cage.places_mm.size()), ""});
    } catch (const Json::exception& error) {
        problems.push_back({file, "", error.what(), "a skin as data/body/README.md describes it", ""});
    }
    if (!problems.empty()) return {std::nullopt, std::move(problems)};
    return {std::move(cage), {}};
}

Loaded<SkinCage> read_skin_cage(const fs::path& body_folder) {
    const fs::path file = body_folder / "skin" / "skin.json";
    std::error_code error;
    if (!fs::exists(file, error)) return {SkinCage{}, {}};
    const Loaded<std::string> text = read_file(file);
    if (!text) return {std::nullopt, text.problems};
    return skin_cage_from_text(*text.value, file.string());
}

std::vector<Problem> write_skin_cage(const SkinCage& cage, const fs::path& body_folder) {
    std::error_code error;
    fs::create_directories(body_folder / "skin", error);
    return write_file(body_folder / "skin" / "skin.json", to_text(cage));
}

}  // namespace myomap
