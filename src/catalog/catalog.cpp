#include "catalog/catalog.h"

#include <algorithm>
#include <set>

#include "catalog/catalog_checks.h"
#include "catalog/catalog_contents.h"
#include "catalog/catalog_files.h"

namespace myomap {
namespace {

template <class Value, class Places>
const Value* at_place(const std::vector<Value>& values, const Places& places, std::string_view id) {
    const auto found = places.find(id);
    return found == places.end() ? nullptr : &values[found->second];
}

template <class Places, class Value>
Places places_of(const std::vector<Value>& values) {
    Places places;
    for (std::size_t i = 0; i < values.size(); ++i) places.emplace(values[i].id, i);
    return places;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

// "forearm.volar" and its third "forearm.volar.lower" touch, whichever of them is asked for.
bool zones_touch(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    return b.starts_with(a) && (a.size() == b.size() || b[a.size()] == '.');
}

}  // namespace

Loaded<Catalog> Catalog::load(const std::filesystem::path& data_dir) {
    CatalogFiles read = read_catalog_files(data_dir);
    std::vector<Problem> problems = std::move(read.problems);
    std::ranges::move(check_references(read.contents), std::back_inserter(problems));
    if (!problems.empty()) return {std::nullopt, std::move(problems)};
    return {Catalog(std::move(read.contents), std::move(read.files)), {}};
}

Catalog::Catalog(CatalogContents contents, std::vector<std::filesystem::path> files)
    : muscles_(std::move(contents.muscles.values)),
      conditions_(std::move(contents.conditions.values)),
      sources_(std::move(contents.sources.values)),
      zones_(std::move(contents.zones.values)),
      landmarks_(std::move(contents.landmarks.values)),
      segments_(std::move(contents.segments.values)),
      landmark_places_(std::move(contents.landmark_places.values)),
      treatment_(std::move(contents.treatment)),
      files_(std::move(files)),
      muscle_places_(places_of<Places>(muscles_)),
      condition_places_(places_of<Places>(conditions_)),
      zone_places_(places_of<Places>(zones_)),
      source_places_(places_of<Places>(sources_)) {
    for (std::size_t m = 0; m < muscles_.size(); ++m)
        for (std::size_t p = 0; p < muscles_[m].trigger_points.size(); ++p)
            point_places_.emplace(muscles_[m].trigger_points[p].id, std::pair(m, p));
    search_index_ = search_index(Language::English, {});
}

std::vector<const TriggerPoint*> Catalog::points() const {
    std::vector<const TriggerPoint*> points;
    for (const Muscle& muscle : muscles_)
        for (const TriggerPoint& point : muscle.trigger_points) points.push_back(&point);
    return points;
}

const Muscle* Catalog::muscle(std::string_view id) const {
    return at_place(muscles_, muscle_places_, id);
}

const TriggerPoint* Catalog::point(std::string_view id) const {
    const auto found = point_places_.find(id);
    if (found == point_places_.end()) return nullptr;
    return &muscles_[found->second.first].trigger_points[found->second.second];
}

const Condition* Catalog::condition(std::string_view id) const {
    return at_place(conditions_, condition_places_, id);
}

const Zone* Catalog::zone(std::string_view id) const {
    return at_place(zones_, zone_places_, id);
}

const Source* Catalog::source(std::string_view cited) const {
    return at_place(sources_, source_places_, cited.substr(0, cited.find(':')));
}

std::string Catalog::pain_shared_with(const Condition& condition, const std::vector<Referral>& refers) const {
    std::vector<std::string> names;
    for (const Referral& referral : refers) {
        const auto touches = [&](const std::string& zone) { return zones_touch(zone, referral.zone); };
        if (std::ranges::none_of(condition.typical_zones, touches)) continue;
        const Zone* place = zone(referral.zone);
        const std::string name = place == nullptr ? referral.zone : place->name;
        if (!contains(names, name)) names.push_back(name);
    }
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::vector<RelatedMuscle> Catalog::muscles_of(const Condition& condition) const {
    std::vector<RelatedMuscle> related;
    const auto add = [&](const Muscle& muscle, std::string why) {
        std::vector<Referral> refers;
        for (const TriggerPoint& point : muscle.trigger_points)
            if (refers_pain(point)) refers.insert(refers.end(), point.refers.begin(), point.refers.end());
        const std::string pain = pain_shared_with(condition, refers);
        if (!pain.empty()) why += "; refers pain to " + pain;
        related.push_back({&muscle, std::move(why)});
    };
    for (const std::string& id : condition.common_muscles)
        if (const Muscle* common = muscle(id)) add(*common, "commonly involved");
    for (const Muscle& other : muscles_)
        if (contains(other.conditions, condition.id) && !contains(condition.common_muscles, other.id))
            add(other, "sometimes involved");
    return related;
}

std::vector<RelatedPoint> Catalog::points_of(const Condition& condition) const {
    std::vector<RelatedPoint> related;
    for (const RelatedMuscle& entry : muscles_of(condition))
        for (const TriggerPoint& point : entry.muscle->trigger_points) {
            std::string why = contains(condition.common_muscles, entry.muscle->id)
                                  ? "in a muscle commonly involved"
                                  : "in a muscle sometimes involved";
            const std::string pain =
                refers_pain(point) ? pain_shared_with(condition, point.refers) : std::string();
            if (!pain.empty()) why += "; refers pain to " + pain;
            related.push_back({&point, std::move(why)});
        }
    return related;
}

std::vector<const Condition*> Catalog::conditions_of(const TriggerPoint& point) const {
    std::vector<const Condition*> found;
    const Muscle* own = muscle(point.muscle);
    if (own == nullptr) return found;
    for (const std::string& id : own->conditions)
        if (const Condition* named = condition(id)) found.push_back(named);
    for (const Condition& other : conditions_)
        if (contains(other.common_muscles, own->id) && !contains(own->conditions, other.id))
            found.push_back(&other);
    return found;
}

std::vector<const TriggerPoint*> Catalog::points_referring_to(std::string_view zone) const {
    std::vector<const TriggerPoint*> essential, spillover;
    for (const TriggerPoint* point : points()) {
        if (!refers_pain(*point)) continue;
        bool any = false, main = false;
        for (const Referral& referral : point->refers)
            if (zones_touch(referral.zone, zone)) {
                any = true;
                main = main || referral.kind == ReferralKind::Essential;
            }
        if (any) (main ? essential : spillover).push_back(point);
    }
    essential.insert(essential.end(), spillover.begin(), spillover.end());
    return essential;
}

std::vector<const Muscle*> Catalog::key_muscles_of(const Muscle& muscle) const {
    std::vector<const Muscle*> keys;
    for (const Muscle& other : muscles_)
        if (std::ranges::any_of(other.trigger_points, [&](const TriggerPoint& point) {
                return contains(point.key_for, muscle.id);
            }))
            keys.push_back(&other);
    return keys;
}

std::vector<const Muscle*> Catalog::satellites_of(const TriggerPoint& point) const {
    std::vector<const Muscle*> satellites;
    for (const std::string& id : point.satellites)
        if (const Muscle* satellite = muscle(id)) satellites.push_back(satellite);
    return satellites;
}

std::vector<std::string> Catalog::ids() const {
    std::vector<std::string> ids;
    for (const Muscle& muscle : muscles_) {
        ids.push_back(muscle.id);
        for (const TriggerPoint& point : muscle.trigger_points) ids.push_back(point.id);
    }
    for (const Condition& condition : conditions_) ids.push_back(condition.id);
    for (const Zone& zone : zones_) ids.push_back(zone.id);
    return ids;
}

}  // namespace myomap
