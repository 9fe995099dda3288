#pragma once
#include "scene/paint.h"

namespace myomap {

// Between two colours, as printed; `share` 0 is the one, 1 the other.
Rgb mixed(Rgb from, Rgb to, float share);

float hill(float x, float half);  // 1 at 0, e⁻¹ at `half`

}  // namespace myomap
