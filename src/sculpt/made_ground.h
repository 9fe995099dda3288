#pragma once
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "body/body.h"
#include "sculpt/made_rule.h"
#include "sculpt/mesh_surface.h"

namespace myomap {

// What a made muscle lies on: surfaces of a body by name, seen from one side. The right side is seen in a
// mirror, so that what is written for the left serves it too. All in mm.
class MadeGround {
public:
    MadeGround(const Body& body, Side side);
    ~MadeGround();
    MadeGround(const MadeGround&) = delete;
    MadeGround& operator=(const MadeGround&) = delete;

    // By a name as in MadeSheet::beneath; null where the body has no such part.
    const MeshSurface* surface(const std::string& name);
    // Several as one; those that the body lacks are left out. Null where it has none.
    const MeshSurface* joined(const std::vector<std::string>& names);
    // Each bone and muscle that comes near a box by itself, but those of one muscle, seen from this side.
    std::vector<const MeshSurface*> near(const Box& box_mm, const std::string& but_muscle);
    // Makes a muscle, seen from this side, known by its id.
    void add(const std::string& id, const Mesh& mesh);

    std::optional<Vec3> place(const MadePlace& place) const;  // none where a landmark is missing

private:
    Mesh mesh_of(const std::string& name) const;

    const Body& body_;
    Side side_;
    std::map<std::string, Mesh> made_;
    std::map<std::string, MeshSurface> named_;
    std::map<std::vector<std::string>, std::optional<MeshSurface>> surfaces_;
    std::vector<std::unique_ptr<MeshSurface>> parts_;  // as the body's parts; null where not yet asked for
};

}  // namespace myomap
