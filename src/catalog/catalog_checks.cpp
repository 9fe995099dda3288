#include "catalog/catalog_checks.h"

#include <algorithm>
#include <numeric>

#include "base/atlas_name.h"
#include "base/text.h"
#include "catalog/name_check.h"

namespace myomap {
namespace {

std::string number(std::size_t value) {
    return std::to_string(value);
}

class References {
public:
    explicit References(const CatalogContents& contents) : contents_(contents) {}

    std::vector<Problem> check() {
        define_all();
        check_muscles();
        check_numbers();
        check_conditions();
        check_treatment();
        check_sources_used();
        check_body_map();
        check_landmark_places();
        return std::move(problems_);
    }

private:
    void tell(const std::string& file, const std::string& pointer, std::string what, std::string expected) {
        problems_.push_back({file, pointer, std::move(what), std::move(expected), ""});
    }

    template <class Value>
    void define(NameCheck& names, const Records<Value>& records, char joiner = '_') {
        for (std::size_t i = 0; i < records.values.size(); ++i)
            names.define(records.values[i].id, records.path(i), records.pointer(i) + "/id", joiner);
        if (!records.complete) names.give_up();
    }

    void define_all() {
        define(muscles_, contents_.muscles);
        define(conditions_, contents_.conditions);
        define(sources_, contents_.sources, '-');
        define(landmarks_, contents_.landmarks);
        define(segments_, contents_.segments);
        if (!contents_.zones.complete) zones_.give_up();
        if (!contents_.muscles.complete) points_.give_up();
        for_each_zone([&](const Zone& zone, const std::string& file, const std::string& place) {
            zones_.define(zone.id, file, place + "/id");
        });
        for (std::size_t i = 0; i < contents_.muscles.values.size(); ++i) {
            const Muscle& muscle = contents_.muscles.values[i];
            for (std::size_t p = 0; p < muscle.trigger_points.size(); ++p)
                points_.define(muscle.trigger_points[p].id, contents_.muscles.path(i),
                               contents_.muscles.pointer(i) + "/trigger_points/" + number(p) + "/id");
        }
        for (const EvidenceGrade& grade : contents_.treatment.evidence_scale.grades)
            grades_.push_back(grade.grade);
    }

    // Sources may be cited with a chapter: "travell-simons-1999:ch22".
    void refer_sources(const std::vector<std::string>& cited, const std::string& file,
                       const std::string& pointer) {
        for (std::size_t i = 0; i < cited.size(); ++i) {
            const std::string place = pointer + "/sources/" + number(i);
            const std::size_t colon = cited[i].find(':');
            if (colon + 1 == cited[i].size())
                tell(file, place, "\"" + cited[i] + "\" names no chapter",
                     "a chapter after the colon, or no colon");
            sources_.refer(std::string_view(cited[i]).substr(0, colon), file, place);
        }
    }

    void check_muscles() {
        for (std::size_t i = 0; i < contents_.muscles.values.size(); ++i) {
            const Muscle& muscle = contents_.muscles.values[i];
            const std::string& file = contents_.muscles.path(i);
            const std::string place = contents_.muscles.pointer(i);
            conditions_.refer_all(muscle.conditions, file, place + "/conditions");
            refer_sources(muscle.sources, file, place);
            for (std::size_t n = 0; n < muscle.atlas_names.size(); ++n)
                if (const std::string key = atlas_name_key(muscle.atlas_names[n]);
                    key != muscle.atlas_names[n])
                    tell(file, place + "/atlas_names/" + number(n),
                         "\"" + muscle.atlas_names[n] + "\" is not written as names of atlas parts are",
                         "lower case, no side: \"" + key + "\"");
            for (std::size_t p = 0; p < muscle.trigger_points.size(); ++p)
                check_point(muscle.trigger_points[p], file, place + "/trigger_points/" + number(p));
            check_needle_lines(muscle, file, place + "/needling/lines/");
        }
    }

    void check_needle_lines(const Muscle& muscle, const std::string& file, const std::string& place) {
        const std::vector<NeedleLine>& lines = muscle.needling.lines;
        for (std::size_t i = 0; i < lines.size(); ++i)
            for (std::size_t p = 0; p < lines[i].points.size(); ++p)
                if (std::ranges::find(muscle.trigger_points, lines[i].points[p], &TriggerPoint::number) ==
                    muscle.trigger_points.end())
                    tell(file, place + number(i) + "/points/" + number(p),
                         "the muscle has no point " + std::to_string(lines[i].points[p]),
                         "the number of one of its points");
    }

    void check_point(const TriggerPoint& point, const std::string& file, const std::string& place) {
        const std::string right_id = point.muscle + "." + std::to_string(point.number);
        if (point.id != right_id)
            tell(file, place + "/id", "is \"" + point.id + "\"",
                 "the muscle's id and the number: \"" + right_id + "\"");
        for (std::size_t i = 0; i < point.refers.size(); ++i) {
            const std::string& zone = point.refers[i].zone;
            const std::string at = place + "/refers/" + number(i) + "/zone";
            zones_.refer(zone, file, at);
            const auto same = [&](const Referral& other) { return other.zone == zone; };
            if (std::find_if(point.refers.begin(), point.refers.begin() + static_cast<std::ptrdiff_t>(i),
                             same) != point.refers.begin() + static_cast<std::ptrdiff_t>(i))
                tell(file, at, "the point refers to \"" + zone + "\" twice",
                     "each zone once, essential or spillover");
        }
        for (std::size_t i = 0; i < point.expect.size(); ++i) {
            const std::string at = place + "/expect/" + number(i);
            landmarks_.refer(point.expect[i].landmark, file, at + "/landmark");
            if (point.expect[i].from_mm > point.expect[i].to_mm)
                tell(file, at + "/range_mm", "its least is larger than its most", "[least, most]");
        }
        for (std::size_t i = 0; i < point.strokes.size(); ++i)
            check_stroke(point.strokes[i], point, file, place + "/strokes/" + number(i));
        refer_muscles(point.key_for, point.muscle, file, place + "/key_for");
        refer_muscles(point.satellites, point.muscle, file, place + "/satellites");
        refer_sources(point.sources, file, place);
    }

    void check_stroke(const SkinStroke& stroke, const TriggerPoint& point, const std::string& file,
                      const std::string& place) {
        for (std::size_t i = 0; i < stroke.draws.size(); ++i) {
            const auto referred = std::ranges::find(point.refers, stroke.draws[i], &Referral::zone);
            const std::string at = place + "/draws/" + number(i);
            if (referred == point.refers.end()) {
                std::vector<std::string> zones;
                for (const Referral& referral : point.refers) zones.push_back(referral.zone);
                choose(stroke.draws[i], zones, "a zone that the point refers to", file, at);
            } else if (referred->kind != stroke.kind || referred->felt != stroke.felt) {
                tell(file, at, "the point refers to \"" + stroke.draws[i] + "\" in another way",
                     "kind and felt as in its \"refers\"");
            }
        }
        for (std::size_t i = 0; i < stroke.through.size(); ++i) {
            const StrokeNode& node = stroke.through[i];
            const std::string at = place + "/through/" + number(i);
            if (!node.landmark.empty()) landmarks_.refer(node.landmark, file, at + "/landmark");
            if (!node.segment.empty()) segments_.refer(node.segment, file, at + "/segment");
            if (node.width_mm <= 0)
                tell(file, at, "no width is said up to here", "\"width_mm\" at the first node");
        }
    }

    void refer_muscles(const std::vector<std::string>& names, const std::string& own, const std::string& file,
                       const std::string& place) {
        muscles_.refer_all(names, file, place);
        for (std::size_t i = 0; i < names.size(); ++i)
            if (names[i] == own)
                tell(file, place + "/" + number(i), "is the point's own muscle", "another muscle");
    }

    // Points are numbered 1, 2, … in their muscle; or, as the manuals do it, through all muscles of a group.
    void check_numbers() {
        if (!contents_.muscles.complete) return;  // the rest of a group may be in the file that failed
        std::map<std::string, std::vector<int>> of_group;
        for (const Muscle& muscle : contents_.muscles.values)
            for (const TriggerPoint& point : muscle.trigger_points)
                if (!muscle.group.empty()) of_group[muscle.group].push_back(point.number);
        for (std::size_t i = 0; i < contents_.muscles.values.size(); ++i) {
            const Muscle& muscle = contents_.muscles.values[i];
            std::vector<int> own;
            for (const TriggerPoint& point : muscle.trigger_points) own.push_back(point.number);
            if (counts_up(own) || (std::ranges::is_sorted(own) && counts_up(of_group[muscle.group])))
                continue;
            std::string found;
            for (const int n : own) found += (found.empty() ? "" : ", ") + std::to_string(n);
            tell(contents_.muscles.path(i), contents_.muscles.pointer(i) + "/trigger_points",
                 "the points of " + muscle.id + " have the numbers " + found,
                 "1, 2, … without a gap, through the muscle or through all muscles of its group");
        }
    }

    static bool counts_up(std::vector<int> numbers) {
        std::ranges::sort(numbers);
        std::vector<int> wanted(numbers.size());
        std::iota(wanted.begin(), wanted.end(), 1);
        return numbers == wanted && !numbers.empty();
    }

    void check_conditions() {
        for (std::size_t i = 0; i < contents_.conditions.values.size(); ++i) {
            const Condition& condition = contents_.conditions.values[i];
            const std::string& file = contents_.conditions.path(i);
            const std::string place = contents_.conditions.pointer(i);
            zones_.refer_all(condition.typical_zones, file, place + "/typical_zones");
            muscles_.refer_all(condition.common_muscles, file, place + "/common_muscles");
            refer_sources(condition.sources, file, place);
            for (const Evidence& evidence : condition.evidence) {
                const std::string at = place + "/evidence/" + evidence.treatment;
                choose(evidence.grade, grades_, "a grade of the evidence scale", file, at + "/grade");
                choose(evidence.direction, contents_.treatment.evidence_scale.directions,
                       "a direction of the evidence scale", file, at + "/direction");
                refer_sources(evidence.sources, file, at);
            }
        }
    }

    void choose(const std::string& word, const std::vector<std::string>& words, const std::string& expected,
                const std::string& file, const std::string& place) {
        if (words.empty() || std::ranges::find(words, word) != words.end()) return;
        problems_.push_back({file, place, "is \"" + word + "\"", expected, nearest_name(word, words)});
    }

    void check_treatment() {
        const std::string& file = contents_.treatment_file;
        if (file.empty()) return;
        const Treatment& treatment = contents_.treatment;
        refer_sources(treatment.what_it_is.sources, file, "/what_it_is");
        check_theory(treatment.trigger_point, file);
        refer_sources(treatment.needle.sources, file, "/needle");
        check_size(treatment.needle.diameter, file, "/needle/diameter_mm");
        check_size(treatment.needle.length, file, "/needle/length_mm");
        refer_sources(treatment.local_twitch_response.sources, file, "/local_twitch_response");
        for (std::size_t i = 0; i < treatment.effects.size(); ++i) {
            const std::string at = "/effects/" + number(i);
            choose(treatment.effects[i].grade, grades_, "a grade of the evidence scale", file, at + "/grade");
            refer_sources(treatment.effects[i].sources, file, at);
        }
        refer_sources(treatment.what_it_feels_like.sources, file, "/what_it_feels_like");
        refer_sources(treatment.soreness.sources, file, "/soreness");
        refer_sources(treatment.session.sources, file, "/session");
        refer_sources(treatment.versus_acupuncture.sources, file, "/versus_acupuncture");
        refer_sources(treatment.alone_or_in_a_programme.sources, file, "/alone_or_in_a_programme");
        for (std::size_t i = 0; i < treatment.adverse_events.surveys.size(); ++i)
            refer_sources(treatment.adverse_events.surveys[i].sources, file,
                          "/adverse_events/surveys/" + number(i));
        refer_sources(treatment.adverse_events.sources, file, "/adverse_events");
        refer_sources(treatment.contraindications.sources, file, "/contraindications");
        refer_sources(treatment.consent.sources, file, "/consent");
        check_claims_and_scenes(treatment, file);
    }

    void check_theory(const TriggerPointTheory& theory, const std::string& file) {
        refer_sources(theory.criteria_sources, file, "/trigger_point/criteria");
        for (std::size_t i = 0; i < theory.hypotheses.size(); ++i)
            refer_sources(theory.hypotheses[i].sources, file, "/trigger_point/hypotheses/" + number(i));
        refer_sources(theory.referred_pain.sources, file, "/trigger_point/referred_pain");
        for (std::size_t i = 0; i < theory.disputed.size(); ++i)
            refer_sources(theory.disputed[i].sources, file, "/trigger_point/disputed/" + number(i));
    }

    void check_size(const SizeRange& size, const std::string& file, const std::string& place) {
        if (size.min_mm > size.max_mm) tell(file, place, "its min is larger than its max", "min up to max");
    }

    void check_claims_and_scenes(const Treatment& treatment, const std::string& file) {
        std::vector<std::string> sections{"conditions",
                                          "needle",
                                          "local_twitch_response",
                                          "soreness",
                                          "session",
                                          "what_it_is",
                                          "consent",
                                          "what_it_feels_like",
                                          "aftercare",
                                          "trigger_point",
                                          "adverse_events",
                                          "contraindications",
                                          "versus_acupuncture",
                                          "alone_or_in_a_programme"};
        for (const Effect& effect : treatment.effects) sections.push_back("effects." + effect.id);
        for (std::size_t i = 0; i < treatment.common_claims.size(); ++i)
            choose(treatment.common_claims[i].see, sections, "a section of this file, or conditions", file,
                   "/common_claims/" + number(i) + "/see");
        check_story(treatment, file);
    }

    void check_story(const Treatment& treatment, const std::string& file) {
        std::vector<std::string> points;
        if (contents_.muscles.complete)
            for (const Muscle& muscle : contents_.muscles.values)
                for (const TriggerPoint& point : muscle.trigger_points) points.push_back(point.id);
        choose(treatment.story_point, points, "the id of a trigger point", file, "/story_point");
        for (std::size_t i = 0; i < treatment.storyboard.size(); ++i) {
            const StoryScene& scene = treatment.storyboard[i];
            const std::string place = "/storyboard/" + number(i);
            if (scene.order != static_cast<int>(i) + 1)
                tell(file, place + "/order", "is " + std::to_string(scene.order),
                     number(i + 1) + ", scenes in their order");
            for (const StoryTrack& track : scene.tracks)
                for (std::size_t k = 1; k < track.keys.size(); ++k)
                    if (track.keys[k].at <= track.keys[k - 1].at)
                        tell(
                            file,
                            place + "/tracks/" + std::string(to_text(track.channel)) + "/" + number(k) + "/0",
                            "is not after the key before it", "times that rise");
        }
    }

    // Only told where every file that may cite is there and good, else much would be called unused that is
    // not.
    void check_sources_used() {
        if (!contents_.muscles.complete || !contents_.conditions.complete || contents_.treatment_file.empty())
            return;
        for (std::size_t i = 0; i < contents_.sources.values.size(); ++i)
            if (const Source& source = contents_.sources.values[i];
                !source.of_shapes && !sources_.used(source.id))
                tell(contents_.sources.path(i), contents_.sources.pointer(i) + "/id",
                     "nothing cites the source \"" + source.id + "\"", "sources that are used");
    }

    // A zone's thirds and halves are made of it by the reader and follow it: they stand where it stands.
    template <class Task>
    void for_each_zone(Task task) {
        std::size_t wholes = 0;
        for (const Zone& zone : contents_.zones.values) {
            if (zone.whole.empty()) ++wholes;
            task(zone, contents_.zones.path(0), "/" + number(wholes - 1));
        }
    }

    void check_zone(const Zone& zone, const std::string& file, const std::string& place) {
        if (zone.patches.empty() && zone.discs.empty() && zone.bands.empty())
            tell(file, place, "the zone \"" + zone.id + "\" covers no skin", "patches, discs or bands");
        for (std::size_t i = 0; i < zone.patches.size(); ++i)
            segments_.refer(zone.patches[i].segment, file, place + "/patches/" + number(i) + "/segment");
        for (std::size_t i = 0; i < zone.discs.size(); ++i) {
            const std::string at = place + "/discs/" + number(i);
            landmarks_.refer(zone.discs[i].landmark, file, at + "/landmark");
            segments_.refer_all(zone.discs[i].segments, file, at + "/on");
        }
        for (std::size_t i = 0; i < zone.bands.size(); ++i) {
            const std::string at = place + "/bands/" + number(i);
            landmarks_.refer_all(zone.bands[i].landmarks, file, at + "/through");
            segments_.refer_all(zone.bands[i].segments, file, at + "/on");
        }
        zones_.refer_all(zone.except, file, place + "/except");
    }

    void check_body_map() {
        for_each_zone([&](const Zone& zone, const std::string& file, const std::string& place) {
            if (zone.whole.empty()) check_zone(zone, file, place);
        });
        for (std::size_t i = 0; i < contents_.landmarks.values.size(); ++i) {
            const LandmarkRule& rule = contents_.landmarks.values[i];
            const std::string place = contents_.landmarks.pointer(i);
            if (!rule.a.empty()) landmarks_.refer(rule.a, contents_.landmarks.path(i), place);
            if (!rule.b.empty()) landmarks_.refer(rule.b, contents_.landmarks.path(i), place);
        }
        for (std::size_t i = 0; i < contents_.segments.values.size(); ++i) {
            const SegmentRule& rule = contents_.segments.values[i];
            const std::string& file = contents_.segments.path(i);
            const std::string place = contents_.segments.pointer(i);
            landmarks_.refer(rule.from, file, place + "/from");
            landmarks_.refer(rule.to, file, place + "/to");
            if (!rule.forward.empty()) landmarks_.refer(rule.forward, file, place + "/forward");
            if (!rule.forward_from.empty()) landmarks_.refer(rule.forward_from, file, place + "/forward/0");
            if (!rule.continues.empty()) segments_.refer(rule.continues, file, place + "/continues");
            landmarks_.refer_all(rule.cut_through, file, place + "/cut_through");
        }
    }

    void check_landmark_places() {
        for (std::size_t i = 0; i < contents_.landmark_places.values.size(); ++i) {
            const LandmarkPlace& entry = contents_.landmark_places.values[i];
            const std::string& file = contents_.landmark_places.path(i);
            const std::string place = contents_.landmark_places.pointer(i);
            points_.refer(entry.point, file, place + "/point");
            for (const LandmarkPlace::Anchor& anchor : entry.anchors)
                landmarks_.refer(anchor.landmark, file, place + "/between/" + anchor.landmark);
            landmarks_.refer(entry.fibre_from, file, place + "/fibre/0");
            landmarks_.refer(entry.fibre_to, file, place + "/fibre/1");
        }
    }

    const CatalogContents& contents_;
    std::vector<Problem> problems_;
    NameCheck muscles_{"muscle", problems_}, conditions_{"condition", problems_},
        sources_{"source", problems_}, zones_{"zone", problems_}, landmarks_{"landmark", problems_},
        segments_{"segment", problems_}, points_{"trigger point", problems_};
    std::vector<std::string> grades_;
};

}  // namespace

std::vector<Problem> check_references(const CatalogContents& contents) {
    return References(contents).check();
}

}  // namespace myomap
