#include "import/importer.h"

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <optional>

#include "base/text.h"
#include "import/atlas_source.h"
#include "import/fibre_maker.h"
#include "import/landmark_finder.h"
#include "import/levels.h"
#include "import/part_maker.h"
#include "import/progress_meter.h"
#include "import/skin_coordinates.h"
#include "import/skin_maker.h"

namespace myomap {

namespace {

// Runs a step, tells that it runs, and notes what it took.
class Steps {
public:
    Steps(const Progress& progress, ImportReport& report) : progress_(progress), report_(report) {}

    template <class F>
    auto run(const std::string& name, const F& step) {
        const Timer timer{report_, name};
        const ProgressMeter meter(progress_, name, 1);
        return step();
    }

    // A step that tells its own progress.
    template <class F>
    auto run_telling(const std::string& name, const F& step) {
        const Timer timer{report_, name};
        return step();
    }

private:
    struct Timer {
        using Clock = std::chrono::steady_clock;
        ImportReport& report;
        std::string name;
        Clock::time_point start = Clock::now();
        ~Timer() {
            report.times.push_back({name, std::chrono::duration<double>(Clock::now() - start).count()});
        }
    };

    const Progress& progress_;
    ImportReport& report_;
};

// The skin and what belongs to it (ears) as one mesh.
std::optional<Mesh> take_skin(std::vector<SourcePart>& parts) {
    std::optional<Mesh> skin;
    for (SourcePart& part : parts) {
        if (part.verdict.name_class != NameClass::Skin) continue;
        if (!skin) skin.emplace();
        const auto first = static_cast<std::uint32_t>(skin->positions.size());
        skin->positions.insert(skin->positions.end(), part.mesh.positions.begin(), part.mesh.positions.end());
        for (const std::uint32_t v : part.mesh.indices) skin->indices.push_back(first + v);
    }
    return skin;
}

void note_source(ImportReport& report, const AtlasSource& source) {
    report.left_out = source.left_out;
    report.problems = source.problems;
    for (const SourcePart& part : source.parts) {
        if (part.verdict.name_class == NameClass::Unknown)
            report.oddities.push_back({part.name, "no rule knows what it is; shown as it is"});
        for (const std::string& what : part.oddities) report.oddities.push_back({part.name, what});
    }
}

void note_body(ImportReport& report, const Body& body, const Catalog& catalog) {
    for (const Part& part : body.parts) {
        ++report.parts_by_kind[std::string(to_text(part.kind))];
        for (std::size_t level = 0; level < part.levels.size(); ++level)
            report.triangles[level] += part.levels[level].triangle_count();
    }
    report.muscles = find_muscles(body.parts, catalog);
    report.skin_vertices = body.skin.mesh.positions.size();
    report.skin_grown = body.skin.grown;
    report.landmarks = body.landmarks.size();
    report.sheets = body.sheets.size();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    report.peak_memory_mib = static_cast<double>(usage.ru_maxrss) / 1024;
}

void note_problems(ImportReport& report, const std::vector<Problem>& problems) {
    report.problems.insert(report.problems.end(), problems.begin(), problems.end());
}

void name_body(Body& body, const std::filesystem::path& source, bool is_bodyparts3d) {
    body.name = is_bodyparts3d ? "BodyParts3D" : as_utf8(source.stem().string());
    if (is_bodyparts3d)
        body.credit =
            "BodyParts3D, © The Database Center for Life Science, licensed under CC BY 4.0; older files "
            "under "
            "CC Attribution-Share Alike 2.1 Japan";
}

}  // namespace

Loaded<ImportResult> import_atlas(const std::filesystem::path& path, const Catalog& catalog,
                                  const ImportOptions& options, const Progress& progress) {
    ImportResult result;
    Body& body = result.body;
    ImportReport& report = result.report;
    report.source = path.string();
    Steps steps(progress, report);

    Loaded<AtlasSource> source =
        steps.run_telling("reading", [&] { return read_atlas_source(path, progress); });
    if (!source) return {std::nullopt, std::move(source.problems)};
    note_source(report, *source.value);
    name_body(body, path, source.value->is_bodyparts3d);
    const std::optional<Mesh> atlas_skin = take_skin(source.value->parts);
    body.parts = make_parts(source.value->parts, catalog);

    const bool grow = options.grow_skin || !atlas_skin;
    body.skin.mesh = steps.run("skin", [&] { return make_skin(body.parts, grow ? nullptr : &*atlas_skin); });
    Loaded<std::vector<Landmark>> landmarks = steps.run(
        "landmarks", [&] { return find_landmarks(catalog.landmarks(), body.parts, body.skin.mesh); });
    body.landmarks = std::move(*landmarks.value);
    note_problems(report, landmarks.problems);
    Loaded<Skin> skin = steps.run("skin coordinates", [&] {
        return make_skin_coordinates(std::move(body.skin.mesh), catalog.segments(), body.landmarks,
                                     body.parts);
    });
    body.skin = std::move(*skin.value);
    body.skin.grown = grow;
    note_problems(report, skin.problems);
    body.sheets =
        steps.run("fibres", [&] { return make_fibres(body.parts, catalog, body.skin, body.landmarks); });
    steps.run_telling("levels of detail", [&] { make_levels(body.parts, progress); });
    body.skin.vertex_area_mm2 = vertex_areas_mm2(body.skin.mesh);
    note_body(report, body, catalog);
    return {std::move(result), {}};
}

}  // namespace myomap
