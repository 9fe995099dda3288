#include "import/skin_coordinates.h"

#include "import/segment_frames.h"
#include "import/skin_segments.h"

namespace myomap {

Loaded<Skin> make_skin_coordinates(Mesh mesh, const std::vector<SegmentRule>& rules,
                                   const std::vector<Landmark>& landmarks, const std::vector<Part>& parts) {
    Skin skin;
    skin.mesh = std::move(mesh);
    SegmentFrames frames = make_segment_frames(rules, landmarks);
    if (frames.frames.empty() || skin.mesh.positions.empty())
        return {std::move(skin), std::move(frames.problems)};

    const std::vector<int> segments = segments_of_skin(skin.mesh, frames, rules, parts);
    skin.segments = std::move(frames.frames);
    for (std::size_t v = 0; v < segments.size(); ++v) {
        // A piece of skin that touches no bone of any segment counts to the first.
        const auto segment = static_cast<std::size_t>(std::max(segments[v], 0));
        const Vec2 place = skin.segments[segment].coordinates_of(skin.mesh.positions[v]);
        skin.segment.push_back(static_cast<std::uint8_t>(segment));
        skin.t.push_back(place.x);
        skin.azimuth_deg.push_back(place.y);
    }
    return {std::move(skin), std::move(frames.problems)};
}

}  // namespace myomap
