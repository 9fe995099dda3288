#include "app/json.h"

#include <cmath>
#include <ostream>

namespace myomap {

double rounded(double number, int decimals) {
    const double scale = std::pow(10.0, decimals);
    return std::round(number * scale) / scale;
}

Json to_json(const Vec3& v, int decimals) {
    return Json::array({rounded(v.x, decimals), rounded(v.y, decimals), rounded(v.z, decimals)});
}

void print_json(std::ostream& out, const Json& document) {
    // Names come from foreign files: bytes that are no UTF-8 are replaced, not refused.
    out << document.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace myomap
