#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/problem.h"
#include "base/side.h"
#include "catalog/condition.h"
#include "catalog/landmark.h"
#include "catalog/landmark_place.h"
#include "catalog/muscle.h"
#include "catalog/search_index.h"
#include "catalog/segment.h"
#include "catalog/source.h"
#include "catalog/treatment.h"
#include "catalog/zone.h"

namespace myomap {

// A muscle of a condition and why it is there.
struct RelatedMuscle {
    const Muscle* muscle;
    std::string why;
};
struct RelatedPoint {
    const TriggerPoint* point;
    std::string why;
};

struct CatalogContents;

// Everything Myomap knows, read from data/catalog and read-only after. Pointers it returns live as long as it
// does; look-ups by an unknown id give nullptr.
class Catalog {
public:
    // Reads every file under `data_dir`/catalog and holds it against `data_dir`/schema and the checks a
    // schema cannot make. Any problem means no catalog: all of them are told at once.
    static Loaded<Catalog> load(const std::filesystem::path& data_dir);

    const std::vector<Muscle>& muscles() const { return muscles_; }
    const std::vector<Condition>& conditions() const { return conditions_; }
    const std::vector<Source>& sources() const { return sources_; }
    const std::vector<Zone>& zones() const {
        return zones_;
    }  // with thirds and digit halves as zones of their own
    const std::vector<LandmarkRule>& landmarks() const { return landmarks_; }
    const std::vector<SegmentRule>& segments() const { return segments_; }
    const std::vector<LandmarkPlace>& landmark_places() const { return landmark_places_; }
    const Treatment& treatment() const { return treatment_; }
    std::vector<const TriggerPoint*> points() const;  // in the order of the muscles

    const Muscle* muscle(std::string_view id) const;
    const TriggerPoint* point(std::string_view id) const;
    const Condition* condition(std::string_view id) const;
    const Zone* zone(std::string_view id) const;
    const Source* source(std::string_view cited) const;  // with or without a chapter

    std::vector<RelatedMuscle> muscles_of(const Condition& condition) const;
    std::vector<RelatedPoint> points_of(const Condition& condition) const;
    std::vector<const Condition*> conditions_of(const TriggerPoint& point) const;
    std::vector<const TriggerPoint*> points_referring_to(std::string_view zone) const;  // essential first
    std::vector<const Muscle*> key_muscles_of(const Muscle& muscle) const;  // whose points calm this one's
    std::vector<const Muscle*> satellites_of(const TriggerPoint& point) const;

    // Every word of the query must begin a word of the entry; accents and case do not matter; best first.
    std::vector<SearchHit> search(std::string_view query, std::size_t limit = 50) const {
        return search_index_.find(query, limit);
    }

    // What a user of another language searches in: every text as it stands and as the language has it.
    using InLanguage = std::function<std::string(const std::string&)>;
    SearchIndex search_index(Language typed_in, const InLanguage& put) const;

    std::vector<std::string> ids() const;  // of muscles, points, conditions and zones, for "did you mean"

    const std::vector<std::filesystem::path>& files() const {
        return files_;
    }  // that it was read from, schemas too

private:
    // Place of an entry among its kind, by id.
    using Places = std::map<std::string, std::size_t, std::less<>>;

    Catalog(CatalogContents contents, std::vector<std::filesystem::path> files);
    std::string pain_shared_with(const Condition& condition, const std::vector<Referral>& refers) const;

    std::vector<Muscle> muscles_;
    std::vector<Condition> conditions_;
    std::vector<Source> sources_;
    std::vector<Zone> zones_;
    std::vector<LandmarkRule> landmarks_;
    std::vector<SegmentRule> segments_;
    std::vector<LandmarkPlace> landmark_places_;
    Treatment treatment_;
    std::vector<std::filesystem::path> files_;
    Places muscle_places_, condition_places_, zone_places_, source_places_;
    std::map<std::string, std::pair<std::size_t, std::size_t>, std::less<>>
        point_places_;  // muscle, point in it
    SearchIndex search_index_;
};

}  // namespace myomap
