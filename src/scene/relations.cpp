#include "scene/relations.h"

#include <algorithm>

namespace myomap {
namespace {

bool names(const std::vector<std::string>& muscles, const TriggerPoint& point) {
    return std::ranges::find(muscles, point.muscle) != muscles.end();
}

bool same_side(const PointOnSide& a, const PointOnSide& b) {
    return a.side == b.side || a.side == Side::Midline || b.side == Side::Midline;
}

}  // namespace

std::vector<Relation> relations_among(const std::vector<PointOnSide>& points, const Catalog& catalog) {
    std::vector<Relation> relations;
    const auto known = [&](const PointOnSide& a, const PointOnSide& b) {
        return std::ranges::any_of(relations, [&](const Relation& relation) {
            return (relation.from == a && relation.to == b) || (relation.from == b && relation.to == a);
        });
    };
    for (const Relation::Kind kind : {Relation::Kind::Key, Relation::Kind::Satellite})
        for (const PointOnSide& from : points)
            for (const PointOnSide& to : points) {
                const TriggerPoint* a = catalog.point(from.point);
                const TriggerPoint* b = catalog.point(to.point);
                if (a == nullptr || b == nullptr || a->muscle == b->muscle || !same_side(from, to)) continue;
                const bool related = names(kind == Relation::Kind::Key ? a->key_for : a->satellites, *b);
                if (related && !known(from, to)) relations.push_back({kind, from, to});
            }
    return relations;
}

}  // namespace myomap
