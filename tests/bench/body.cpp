// How near our own body comes to the atlas that it was measured on: a table by class, the worst parts, and
// how many numbers it takes.
//
//     bench_body ATLAS [BODY_DIR [DATA_DIR]]
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string>
#include <vector>

#include "catalog/catalog.h"
#include "import/atlas_source.h"
#include "import/part_maker.h"
#include "sculpt/body_builder.h"
#include "sculpt/body_numbers.h"
#include "sculpt/surface_error.h"

using namespace myomap;

namespace {

struct Compared {
    std::string id;
    std::string of_class;
    std::size_t triangles = 0;
    SurfaceError error;
};

bool says_any(const std::string& id, std::initializer_list<const char*> words) {
    return std::ranges::any_of(words, [&](const char* word) { return id.find(word) != std::string::npos; });
}

std::string class_of(const BodyPart& part) {
    if (part.kind != PartKind::Bone) return std::string(to_text(part.kind));
    if (says_any(part.id, {"phalanx", "metacarpal", "metatarsal", "cuneiform", "navicular", "calcaneus",
                           "talus", "cuboid", "scaphoid", "lunate", "triquetral", "pisiform", "trapezi",
                           "trapezoid", "capitate", "hamate", "sesamoid"}))
        return "bone: hand and foot";
    if (says_any(part.id, {"vertebra", "sacrum", "coccyx", "atlas", "axis"})) return "bone: spine";
    if (says_any(part.id, {"rib", "sternum", "manubrium", "xiphoid", "clavicle"})) return "bone: thorax";
    if (says_any(part.id,
                 {"humerus", "radius", "ulna", "femur", "tibia", "fibula", "patella", "scapula", "hip_bone"}))
        return "bone: limbs";
    return "bone: skull";
}

Mesh mirror_image(Mesh mesh) {
    for (Vec3& position : mesh.positions) position.x = -position.x;
    for (std::size_t i = 0; i + 2 < mesh.indices.size(); i += 3)
        std::swap(mesh.indices[i], mesh.indices[i + 1]);
    return mesh;
}

// On each side that it tells of.
std::vector<Compared> compare(const BodyPart& part, const std::map<std::string, const Part*>& atlas) {
    std::vector<Compared> result;
    const Mesh mesh = shape_of(part);
    const auto add = [&](const std::string& stem, const char* side, const Mesh& made) {
        const auto given = atlas.find(stem + "." + side);
        if (given == atlas.end()) return;
        result.push_back({given->first, class_of(part), made.triangle_count(),
                          surface_error(made, given->second->levels[0], 3000)});
    };
    if (!part.paired) {
        add(part.id, "midline", mesh);
    } else if (!part.own_side.empty()) {
        const std::string suffix = "_" + part.own_side;
        add(part.id.ends_with(suffix) ? part.id.substr(0, part.id.size() - suffix.size()) : part.id,
            part.own_side.c_str(), mesh);
    } else {
        add(part.id, "left", mesh);
        add(part.id, "right", mirror_image(mesh));
    }
    return result;
}

float quantile(std::vector<float> values, double share) {
    std::ranges::sort(values);
    return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

void print_class(const std::string& name, const std::vector<const Compared*>& parts) {
    std::vector<float> mean, p95, volume;
    std::size_t triangles = 0;
    for (const Compared* part : parts) {
        mean.push_back(part->error.mean_mm);
        p95.push_back(part->error.p95_mm);
        volume.push_back(part->error.volume_ratio);
        triangles += part->triangles;
    }
    const auto d = [](float value) { return static_cast<double>(value); };
    std::printf("%-20s %5zu   %5.2f %5.2f   %5.2f %5.2f   %5.3f %5.3f %5.3f   %7zu\n", name.c_str(),
                parts.size(), d(quantile(mean, 0.5)), d(quantile(mean, 0.95)), d(quantile(p95, 0.5)),
                d(quantile(p95, 0.95)), d(quantile(volume, 0.05)), d(quantile(volume, 0.5)),
                d(quantile(volume, 0.95)), triangles);
}

void print_table(const std::vector<Compared>& all) {
    std::printf("%-20s %5s   %-11s   %-11s   %-17s   %7s\n%-20s %5s   %5s %5s   %5s %5s   %5s %5s %5s\n",
                "class", "parts", "mean mm", "p95 mm", "volume ratio", "faces", "", "", "med", "95%", "med",
                "95%", "5%", "med", "95%");
    std::map<std::string, std::vector<const Compared*>> classes;
    for (const Compared& part : all) {
        classes[part.of_class].push_back(&part);
        if (part.of_class.starts_with("bone")) classes["bone, all"].push_back(&part);
    }
    for (const auto& [name, parts] : classes) print_class(name, parts);
}

void print_worst(std::vector<Compared> all) {
    std::ranges::stable_sort(all, std::greater{}, [](const Compared& part) { return part.error.mean_mm; });
    std::printf("\nworst\n");
    for (std::size_t i = 0; i < std::min<std::size_t>(15, all.size()); ++i)
        std::printf("%-45s %-20s mean %5.2f  p95 %5.2f  max %5.1f  volume %5.3f\n", all[i].id.c_str(),
                    all[i].of_class.c_str(), static_cast<double>(all[i].error.mean_mm),
                    static_cast<double>(all[i].error.p95_mm), static_cast<double>(all[i].error.max_mm),
                    static_cast<double>(all[i].error.volume_ratio));
}

void print_numbers(const std::vector<BodyPart>& parts) {
    std::map<std::string, std::vector<BodyPart>> kinds;
    for (const BodyPart& part : parts) kinds[std::string(to_text(part.kind))].push_back(part);
    std::printf("\nnumbers\n");
    for (const auto& [kind, of_kind] : kinds)
        std::printf("%-12s %4zu parts %7zu\n", kind.c_str(), of_kind.size(), count_numbers(of_kind));
    std::printf("%-12s %4zu parts %7zu\n", "all", parts.size(), count_numbers(parts));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) {
        std::fputs("bench_body ATLAS [BODY_DIR [DATA_DIR]]\n", stderr);
        return 2;
    }
    const Loaded<Catalog> catalog = Catalog::load(argc > 3 ? argv[3] : "data");
    Loaded<AtlasSource> source = read_atlas_source(argv[1], {});
    const Loaded<std::vector<BodyPart>> parts = read_body_numbers(argc > 2 ? argv[2] : "data/body");
    if (!catalog || !source || !parts) {
        for (const auto& problems : {catalog.problems, source.problems, parts.problems})
            std::fputs(to_text(problems).c_str(), stderr);
        return 1;
    }
    const std::vector<Part> given = make_parts(source.value->parts, *catalog.value);
    std::map<std::string, const Part*> atlas;
    for (const Part& part : given) atlas[part.id] = &part;
    std::vector<std::vector<Compared>> compared(parts.value->size());
    tbb::parallel_for(std::size_t{0}, compared.size(),
                      [&](std::size_t i) { compared[i] = compare((*parts.value)[i], atlas); });
    std::vector<Compared> all;
    for (const std::vector<Compared>& of_part : compared)
        all.insert(all.end(), of_part.begin(), of_part.end());
    print_table(all);
    print_worst(all);
    print_numbers(*parts.value);
    return 0;
}
