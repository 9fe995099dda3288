#include "import/segment_frames.h"

namespace myomap {
namespace {

const Landmark* find(const std::vector<Landmark>& landmarks, const std::string& id, Side side) {
    for (const Landmark& landmark : landmarks)
        if (landmark.id == id && (landmark.side == side || landmark.side == Side::Midline)) return &landmark;
    return nullptr;
}

// The landmarks of a rule on one side; the ids of those that are not there are collected.
class Places {
public:
    Places(const std::vector<Landmark>& landmarks, Side side) : landmarks_(landmarks), side_(side) {}

    Vec3 at(const std::string& id) {
        const Landmark* landmark = find(landmarks_, id, side_);
        if (landmark == nullptr) lacks_ = id;
        return landmark == nullptr ? Vec3(0) : landmark->position;
    }
    const std::string& lacks() const { return lacks_; }

private:
    const std::vector<Landmark>& landmarks_;
    Side side_;
    std::string lacks_;
};

SegmentFrame frame_of(const SegmentRule& rule, Side side, Places& places) {
    SegmentFrame frame{rule.id, side, places.at(rule.from), places.at(rule.to), Vec3(0), Vec3(0)};
    Vec3 forward = rule.forward_direction;
    if (side == Side::Right) forward.x = -forward.x;
    if (!rule.forward.empty())
        forward =
            places.at(rule.forward) - (rule.forward_from.empty() ? frame.from : places.at(rule.forward_from));
    if (!places.lacks().empty()) return frame;
    const Vec3 axis = glm::normalize(frame.to - frame.from);
    frame.forward = glm::normalize(forward - axis * glm::dot(axis, forward));
    // Away from the midline on either side; the body's left for the midline segments.
    frame.lateral = side == Side::Right ? glm::cross(axis, frame.forward) : glm::cross(frame.forward, axis);
    return frame;
}

std::optional<std::size_t> frame_before(const SegmentRule& rule, Side side, const SegmentFrames& made) {
    for (std::size_t f = 0; f < made.frames.size(); ++f)
        if (made.frames[f].id == rule.continues &&
            (made.frames[f].side == side || made.frames[f].side == Side::Midline))
            return f;
    return std::nullopt;
}

CutPlane plane_of(const SegmentRule& rule, const SegmentFrame& before, const SegmentFrame& after,
                  Places& places) {
    const Vec3 axis = glm::normalize(after.to - after.from);
    if (rule.cut_through.size() < 3)
        return {after.from, glm::normalize(axis + glm::normalize(before.to - before.from))};
    const Vec3 a = places.at(rule.cut_through[0]);
    const Vec3 normal =
        glm::normalize(glm::cross(places.at(rule.cut_through[1]) - a, places.at(rule.cut_through[2]) - a));
    return {a, glm::dot(normal, axis) < 0 ? -normal : normal};
}

void add(SegmentFrames& made, const std::vector<SegmentRule>& rules, std::size_t r, Side side,
         const std::vector<Landmark>& landmarks) {
    Places places(landmarks, side);
    const SegmentFrame frame = frame_of(rules[r], side, places);
    const std::optional<std::size_t> before = frame_before(rules[r], side, made);
    std::optional<CutPlane> begins;
    if (before && places.lacks().empty()) begins = plane_of(rules[r], made.frames[*before], frame, places);
    if (!places.lacks().empty()) {
        made.problems.push_back({"segments.json", rules[r].id + " (" + std::string(to_text(side)) + ")",
                                 "the landmark \"" + places.lacks() + "\" was not found on this body", "",
                                 ""});
        return;
    }
    made.frames.push_back(frame);
    made.rule.push_back(r);
    made.begins.push_back(begins);
    made.before.push_back(before.value_or(0));
}

}  // namespace

SegmentFrames make_segment_frames(const std::vector<SegmentRule>& rules,
                                  const std::vector<Landmark>& landmarks) {
    SegmentFrames made;
    for (std::size_t r = 0; r < rules.size(); ++r) {
        if (!rules[r].paired)
            add(made, rules, r, Side::Midline, landmarks);
        else
            for (const Side side : {Side::Left, Side::Right}) add(made, rules, r, side, landmarks);
    }
    return made;
}

}  // namespace myomap
