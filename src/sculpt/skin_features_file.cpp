#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "sculpt/skin_features.h"

namespace myomap {

namespace fs = std::filesystem;
using Json = nlohmann::json;

namespace {

class FeatureReader {
public:
    explicit FeatureReader(const std::string& file) : file_(file) {}

    Loaded<std::vector<SkinFeature>> read(const std::string& text) {
        std::vector<SkinFeature> features;
        try {
            const Json json = Json::parse(text);
            const Json& all = json.at("features");
            for (std::size_t i = 0; i < all.size(); ++i) {
                where_ = "/features/" + std::to_string(i);
                features.push_back(feature_of(all.at(i)));
            }
        } catch (const Json::exception& error) {
            tell("", error.what());
        }
        if (!problems_.empty()) return {std::nullopt, std::move(problems_)};
        return {std::move(features), {}};
    }

private:
    void tell(const std::string& place, const std::string& what) {
        problems_.push_back(
            {file_, where_ + place, what, "a feature as data/body/README.md describes it", ""});
    }

    void know_keys(const Json& json, const std::vector<std::string>& known) {
        for (const auto& [key, value] : json.items())
            if (std::ranges::find(known, key) == known.end()) tell("/" + key, "is no key of a feature");
    }

    SkinFeature feature_of(const Json& json) {
        SkinFeature feature;
        feature.what = json.at("what").get<std::string>();
        if (json.contains("ball"))
            read_ball(json, feature);
        else
            read_curve(json, feature);
        return feature;
    }

    void read_ball(const Json& json, SkinFeature& feature) {
        know_keys(json, {"what", "ball", "blend_mm"});
        const auto ball = json.at("ball").get<std::array<float, 4>>();
        feature.ball_mm = {ball[0], ball[1], ball[2]};
        feature.radius_mm = ball[3];
        feature.blend_mm = json.at("blend_mm").get<float>();
        if (!(feature.radius_mm > 0)) tell("/ball", "has no radius");
        if (!(feature.blend_mm > 0)) tell("/blend_mm", "is not above 0");
    }

    void read_curve(const Json& json, SkinFeature& feature) {
        know_keys(json, {"what", "seen", "through", "towards", "between"});
        const auto seen = json.at("seen").get<std::string>();
        if (seen == "left")
            feature.seen = SkinFeature::Seen::Left;
        else if (seen == "below")
            feature.seen = SkinFeature::Seen::Below;
        else if (seen != "front")
            tell("/seen", "is \"" + seen + "\"");
        for (const auto& p : json.at("through").get<std::vector<std::array<float, 4>>>()) {
            feature.through.push_back({{p[0], p[1]}, p[2], p[3]});
            if (!(p[2] > 0)) tell("/through", "has a place without reach");
        }
        if (feature.through.empty()) tell("/through", "is empty");
        if (json.contains("towards")) {
            const auto towards = json.at("towards").get<std::array<float, 3>>();
            feature.towards = {towards[0], towards[1], towards[2]};
        }
        if (json.contains("between")) {
            const auto between = json.at("between").get<std::array<float, 2>>();
            feature.from_mm = between[0];
            feature.to_mm = between[1];
        }
    }

    std::string file_;
    std::string where_;
    std::vector<Problem> problems_;
};

}  // namespace

Loaded<std::vector<SkinFeature>> skin_features_from_text(const std::string& text, const std::string& file) {
    return FeatureReader(file).read(text);
}

Loaded<std::vector<SkinFeature>> read_skin_features(const fs::path& body_folder) {
    const fs::path file = body_folder / "skin" / "features.json";
    std::error_code error;
    if (!fs::exists(file, error)) return {std::vector<SkinFeature>{}, {}};
    const Loaded<std::string> text = read_file(file);
    if (!text) return {std::nullopt, text.problems};
    return skin_features_from_text(*text.value, file.string());
}

}  // namespace myomap
