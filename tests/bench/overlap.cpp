// What of a body's muscles lies within its bones, and made muscles within their neighbours; and which muscles
// of the catalog it lacks.
//
//     bench_overlap BODY.glb [DATA_DIR]
//
// The body must hold level 0 of its parts, as `myomap import` and `myomap build-body` write it.
#include <algorithm>
#include <cstdio>
#include <functional>
#include <string>
#include <vector>

#include "body/part_origin.h"
#include "catalog/catalog.h"
#include "sculpt/part_overlap.h"

using namespace myomap;

namespace {

constexpr float told = 0.001F;  // of a surface: less is not worth a line
constexpr float least = 0.01F;  // what the worst may have

void print(const char* title, std::vector<Overlap> overlaps) {
    std::ranges::stable_sort(overlaps, std::greater{}, &Overlap::share);
    const auto over = std::ranges::count_if(overlaps, [](const Overlap& o) { return o.share > least; });
    std::printf("%s: %td pairs overlap by more than %.0f mm over more than %.0f %% of the first\n", title,
                over, static_cast<double>(overlap_counts_mm), 100.0 * static_cast<double>(least));
    for (const Overlap& overlap : overlaps)
        if (overlap.share > told)
            std::printf("  %-40s %-40s %5.1f %%  %5.1f mm\n", overlap.part.c_str(), overlap.in.c_str(),
                        100.0 * static_cast<double>(overlap.share), static_cast<double>(overlap.deepest_mm));
}

void print_missing(const Body& body, const Catalog& catalog) {
    std::printf("missing:");
    for (const Muscle& muscle : catalog.muscles())
        for (const Side side : {Side::Left, Side::Right}) {
            const Side at = muscle.paired ? side : Side::Midline;
            // A muscle that shares a part with another has a sheet in it.
            const bool there =
                !body.parts_of_muscle(muscle.id, at).empty() || body.sheet(muscle.id, side) != nullptr;
            if (!there) std::printf(" %s (%s)", muscle.id.c_str(), std::string(to_text(side)).c_str());
        }
    std::printf("\n");
}

void print_made(const Body& body) {
    std::printf("made, ml\n");
    for (const Part& part : body.parts)
        if (origin_of(part.source).made && part.kind == PartKind::Muscle)
            std::printf("  %-40s %6.1f\n", part.id.c_str(), static_cast<double>(part.volume_ml));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("bench_overlap BODY.glb [DATA_DIR]\n", stderr);
        return 2;
    }
    const Loaded<Catalog> catalog = Catalog::load(argc > 2 ? argv[2] : "data");
    const Loaded<Body> body = read_body(argv[1], Detail::Full);
    if (!catalog || !body) {
        for (const auto& problems : {catalog.problems, body.problems})
            std::fputs(to_text(problems).c_str(), stderr);
        return 1;
    }
    print_missing(*body.value, *catalog.value);
    print_made(*body.value);
    print("muscles in bones", overlaps_with_bones(*body.value));
    print("made muscles and neighbours", overlaps_of_made(*body.value));
    return 0;
}
