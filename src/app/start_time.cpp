#include "app/start_time.h"

#include <unistd.h>

#include <ctime>
#include <fstream>
#include <sstream>
#include <string>

namespace myomap {

// Field 22 of /proc/self/stat (proc(5)): the start in clock ticks after boot. Counted after the last ')'
// since the program's name may hold anything.
double seconds_since_start() {
    std::ifstream in("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
    const auto name_end = text.rfind(')');
    if (name_end == std::string::npos) return 0;
    std::istringstream fields(text.substr(name_end + 1));
    std::string field;
    constexpr int fields_before_start = 19;
    for (int i = 0; i < fields_before_start; ++i) fields >> field;
    double started_ticks = 0;
    fields >> started_ticks;
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    const double since_boot = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
    return since_boot - started_ticks / static_cast<double>(sysconf(_SC_CLK_TCK));
}

}  // namespace myomap
