#pragma once

namespace myomap {

// Between b (t = 0) and c (t = 1) of four places that a smooth curve runs through one after the other
// (Catmull and Rom 1974).
template <class V>
V on_smooth_curve(const V& a, const V& b, const V& c, const V& d, float t) {
    return 0.5F *
           (2.0F * b + t * (c - a + t * (2.0F * a - 5.0F * b + 4.0F * c - d + t * (3.0F * (b - c) + d - a))));
}

}  // namespace myomap
