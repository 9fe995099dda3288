#include "import/half_edges.h"

#include <algorithm>

namespace myomap {

std::optional<HalfEdges> HalfEdges::from_mesh(const Mesh& mesh) {
    HalfEdges edges;
    edges.positions = mesh.positions;
    edges.origin_ = mesh.indices;
    edges.out_.assign(mesh.positions.size(), none);
    edges.twin_.assign(mesh.indices.size(), none);
    return edges.link() ? std::optional(std::move(edges)) : std::nullopt;
}

// Finds the twins; false where an edge has not exactly two triangles, wound alike, or a vertex has more than
// one fan.
bool HalfEdges::link() {
    std::vector<Index> first(out_.size() + 1, 0);
    for (const Index v : origin_) {
        ++first[v + 1];
    }
    for (std::size_t v = 1; v < first.size(); ++v) {
        first[v] += first[v - 1];
    }
    std::vector<Index> leaving(origin_.size());
    std::vector<Index> fill(first.begin(), first.end() - 1);
    for (Index h = 0; h < size(); ++h) {
        leaving[fill[origin_[h]]++] = h;
        out_[origin_[h]] = h;
    }
    for (Index h = 0; h < size(); ++h) {
        const Index to = target(h);
        for (Index i = first[to]; i < first[to + 1]; ++i) {
            if (target(leaving[i]) == origin_[h]) {
                if (twin_[h] != none) {
                    return false;
                }
                twin_[h] = leaving[i];
            }
        }
        if (twin_[h] == none) {
            return false;
        }
    }
    for (Index h = 0; h < size(); ++h) {
        if (twin_[twin_[h]] != h) {
            return false;
        }
    }
    for (Index v = 0; v < vertex_count(); ++v) {
        if (out_[v] != none && static_cast<Index>(valence(v)) != first[v + 1] - first[v]) {
            return false;
        }
    }
    return true;
}

Mesh HalfEdges::to_mesh() const {
    Mesh mesh;
    std::vector<Index> place(out_.size(), none);
    for (Index v = 0; v < vertex_count(); ++v) {
        if (vertex_alive(v)) {
            place[v] = static_cast<Index>(mesh.positions.size());
            mesh.positions.push_back(positions[v]);
        }
    }
    for (const Index v : origin_) {
        if (v != none) {
            mesh.indices.push_back(place[v]);
        }
    }
    return mesh;
}

int HalfEdges::valence(Index v) const {
    int count = 0;
    Index h = out_[v];
    do {
        ++count;
        h = around(h);
    } while (h != out_[v]);
    return count;
}

bool HalfEdges::joined(Index a, Index b) const {
    Index h = out_[a];
    do {
        if (target(h) == b) {
            return true;
        }
        h = around(h);
    } while (h != out_[a]);
    return false;
}

Vec3 HalfEdges::normal_of(Index h) const {
    const Vec3& p = positions[origin(h)];
    return glm::cross(positions[target(h)] - p, positions[apex(h)] - p);
}

HalfEdges::Index HalfEdges::split(Index h, const Vec3& place) {
    const Index t = twin_[h];
    const Index c = apex(h);
    const Index d = apex(t);
    const Index b = target(h);
    const Index hn = next(h);
    const Index tp = previous(t);
    const Index middle = vertex_count();
    const Index f = size();  // the new triangles: f (middle, b, c), f + 3 (b, middle, d)
    positions.push_back(place);
    origin_.insert(origin_.end(), {middle, b, c, b, middle, d});
    twin_.resize(origin_.size(), none);
    const Index outer_h = twin_[hn];  // the edge b–c as its other triangle has it
    const Index outer_t = twin_[tp];  // the edge d–b

    // The old triangles keep a–middle: h is (a, middle, c), t is (middle, a, d).
    origin_[hn] = middle;
    origin_[t] = middle;
    pair(f + 1, outer_h);
    pair(f + 5, outer_t);
    pair(f + 2, hn);
    pair(f + 4, tp);
    pair(f, f + 3);
    out_.push_back(f);
    out_[b] = f + 1;
    out_[c] = f + 2;
    out_[d] = f + 5;
    return middle;
}

bool HalfEdges::can_collapse(Index h) const {
    const Index a = origin(h);
    const Index b = target(h);
    const Index c = apex(h);
    const Index d = apex(twin_[h]);
    if (c == d || valence(c) <= 3 || valence(d) <= 3) {
        return false;
    }
    int common = 0;  // the link condition: a and b share no neighbours but c and d
    Index i = out_[a];
    do {
        const Index n = target(i);
        common += n != b && joined(n, b) ? 1 : 0;
        i = around(i);
    } while (i != out_[a]);
    return common == 2;
}

// Whether v may move to `place` when the triangles it shares with `without` vanish.
bool HalfEdges::keeps_shape(Index v, Index without, const Vec3& place, float longest) const {
    Index i = out_[v];
    do {
        const Index p = target(i);
        const Index q = apex(i);
        if (p != without) {
            if (glm::distance(positions[p], place) > longest) {
                return false;
            }
            if (q != without) {
                const Vec3 before = normal_of(i);
                const Vec3 after = glm::cross(positions[p] - place, positions[q] - place);
                const float both = glm::length(before) * glm::length(after);
                if (glm::dot(before, after) <= 0.5F * both) {
                    return false;
                }
            }
        }
        i = around(i);
    } while (i != out_[v]);
    return true;
}

bool HalfEdges::collapse(Index h, const Vec3& place, float longest) {
    const Index a = origin(h);
    const Index b = target(h);
    if (!can_collapse(h) || !keeps_shape(a, b, place, longest) || !keeps_shape(b, a, place, longest)) {
        return false;
    }
    const Index t = twin_[h];
    const Index c = apex(h);
    const Index d = apex(t);
    Index i = out_[a];
    do {
        const Index following = around(i);
        origin_[i] = b;
        i = following;
    } while (i != out_[a]);
    const Index bc = twin_[next(h)];      // from c to b
    const Index ca = twin_[previous(h)];  // from a, now b, to c
    const Index ad = twin_[next(t)];      // from d to a, now b
    const Index db = twin_[previous(t)];  // from b to d
    pair(bc, ca);
    pair(ad, db);
    for (const Index gone : {h, t}) {
        origin_[gone] = origin_[next(gone)] = origin_[previous(gone)] = none;
    }
    out_[a] = none;
    out_[b] = ca;
    out_[c] = bc;
    out_[d] = ad;
    positions[b] = place;
    return true;
}

bool HalfEdges::flip(Index h) {
    const Index t = twin_[h];
    const Index a = origin(h);
    const Index b = target(h);
    const Index c = apex(h);
    const Index d = apex(t);
    if (c == d || valence(a) <= 3 || valence(b) <= 3 || joined(c, d)) {
        return false;
    }
    const Vec3 mean = normal_of(h) + normal_of(t);
    const Vec3 left = glm::cross(positions[d] - positions[c], positions[b] - positions[c]);   // (c, d, b)
    const Vec3 right = glm::cross(positions[c] - positions[d], positions[a] - positions[d]);  // (d, c, a)
    if (glm::dot(mean, left) <= 0.3F * glm::length(mean) * glm::length(left) ||
        glm::dot(mean, right) <= 0.3F * glm::length(mean) * glm::length(right)) {
        return false;
    }
    const Index bc = twin_[next(h)];
    const Index ca = twin_[previous(h)];
    const Index ad = twin_[next(t)];
    const Index db = twin_[previous(t)];
    // h's triangle becomes (c, d, b), t's becomes (d, c, a).
    origin_[h] = c;
    origin_[next(h)] = d;
    origin_[previous(h)] = b;
    origin_[t] = d;
    origin_[next(t)] = c;
    origin_[previous(t)] = a;
    pair(h, t);
    pair(next(h), db);
    pair(previous(h), bc);
    pair(next(t), ca);
    pair(previous(t), ad);
    out_[c] = h;
    out_[d] = t;
    out_[b] = previous(h);
    out_[a] = previous(t);
    return true;
}

}  // namespace myomap
