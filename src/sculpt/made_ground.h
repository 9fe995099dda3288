#pragma once
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "body/body.h"
#include "sculpt/made_rule.h"

namespace myomap {

// What a made muscle lies on: surfaces of a body by name, seen from one side. The right side is seen in a
// mirror, so that what is written for the left serves it too. All in mm.
class MadeGround {
public:
    MadeGround(const Body& body, Side side);
    ~MadeGround();
    MadeGround(const MadeGround&) = delete;
    MadeGround& operator=(const MadeGround&) = delete;

    struct Surface;  // several meshes as one

    // By names as in MadeSheet::beneath; those that the body lacks are left out. Null where it has none.
    const Surface* surface(const std::vector<std::string>& names);
    // Makes a muscle, seen from this side, known by its id.
    void add(const std::string& id, const Mesh& mesh);

    std::optional<Vec3> place(const MadePlace& place) const;  // none where a landmark is missing

    struct Nearest {
        Vec3 place{0};
        Vec3 outwards{0};     // unit: the surface's normal there
        bool within = false;  // the place asked about is inside
    };
    static Nearest nearest(const Surface& surface, const Vec3& from);
    // How far a ray along a unit direction goes until it meets the surface.
    static std::optional<float> distance(const Surface& surface, const Vec3& from, const Vec3& direction,
                                         float reach_mm);

private:
    void append(const std::string& name, Mesh& joined) const;

    const Body& body_;
    Side side_;
    std::map<std::string, Mesh> made_;
    std::map<std::vector<std::string>, std::unique_ptr<Surface>> surfaces_;
};

}  // namespace myomap
