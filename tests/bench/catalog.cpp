// How long the catalog takes to load and to answer. bench_catalog [DATA_DIR]

#include "catalog/catalog.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

using namespace myomap;

namespace {

template <class Task>
double median_ms(int runs, Task task) {
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const auto start = std::chrono::steady_clock::now();
        task();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        times.push_back(took.count());
    }
    std::ranges::nth_element(times, times.begin() + runs / 2);
    return times[static_cast<std::size_t>(runs / 2)];
}

}  // namespace

int main(int argc, char** argv) {
    const std::string data_dir = argc > 1 ? argv[1] : "data";
    double first_ms = 0;
    Loaded<Catalog> loaded;
    first_ms = median_ms(1, [&] { loaded = Catalog::load(data_dir); });
    if (!loaded) {
        std::fputs(to_text(loaded.problems).c_str(), stderr);
        return 1;
    }
    const Catalog& catalog = *loaded.value;
    std::printf("load, first        %7.2f ms\n", first_ms);
    std::printf("load, median of 40 %7.2f ms\n", median_ms(40, [&] { Catalog::load(data_dir); }));
    std::size_t hits = 0;
    for (const char* query : {"trap", "te", "head pain", "musculus", "deltoid tennis elbow", "xyzzy"}) {
        const double ms = median_ms(200, [&] { hits = catalog.search(query).size(); });
        std::printf("search %-22s %7.3f ms, %zu hits\n", query, ms, hits);
    }
    return 0;
}
