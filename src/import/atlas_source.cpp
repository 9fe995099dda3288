#include "import/atlas_source.h"

#include <tbb/parallel_for.h>

#include <optional>

#include "base/text.h"
#include "import/mesh_repair.h"
#include "import/obj_reader.h"
#include "import/progress_meter.h"
#include "import/source_files.h"

namespace myomap {

namespace {

constexpr float beyond_midline_m = 0.002F;

// BodyParts3D: millimetres, x to the body's left, −y forward, z up.
Vec3 in_our_frame(const Vec3& p) {
    return Vec3(p.x, p.z, -p.y) * 0.001F;
}

// What became of one file: a part, a reason to leave it out, or neither.
struct ReadFile {
    std::optional<SourcePart> part;
    std::string_view left_out;
    std::string file_id;
    std::vector<Problem> problems;
};

SourcePart named_part(const ObjHeader& header, const std::string& file) {
    SourcePart part;
    part.file = as_utf8(file);
    const FileNameParts from_file = split_file_name(as_utf8(std::filesystem::path(file).stem().string()));
    part.fma = header.fma.empty() ? from_file.fma : header.fma;
    part.name = header.name.empty() ? from_file.name : header.name;
    if (header.name.empty()) part.oddities.emplace_back("has no name in its header; named after its file");
    part.verdict = classify(part.name);
    part.side = side_in_name(part.name);
    return part;
}

// The name's side is held against where most of the surface lies.
void check_side(SourcePart& part) {
    if (part.side == Side::Midline) return;
    const Box box = bounds_of(part.mesh);
    const Side lies = box.centre().x > 0 ? Side::Left : Side::Right;
    if (lies == part.side) return;
    const bool wholly = lies == Side::Left ? box.min.x > -beyond_midline_m : box.max.x < beyond_midline_m;
    const std::string says =
        "is named " + std::string(to_text(part.side)) + " but lies on the " + std::string(to_text(lies));
    if (wholly) part.side = lies;
    part.oddities.push_back(wholly ? says + "; taken as " + std::string(to_text(lies))
                                   : says + " for the most part");
}

void check_bounds(SourcePart& part, const std::optional<Box>& header_mm) {
    if (!header_mm) return;
    Box expected;
    expected.add(in_our_frame(header_mm->min));
    expected.add(in_our_frame(header_mm->max));
    const Box box = bounds_of(part.mesh);
    const Vec3 off = glm::max(glm::abs(box.min - expected.min), glm::abs(box.max - expected.max));
    if (std::max({off.x, off.y, off.z}) > 0.001F)
        part.oddities.emplace_back("its bounds are not those of its header");
}

void repair(SourcePart& part) {
    weld(part.mesh);
    if (const std::size_t specks = remove_specks(part.mesh, part.side); specks > 0)
        part.oddities.push_back(std::to_string(specks) +
                                (specks == 1 ? " stray speck left out" : " stray specks left out"));
    if (turn_outwards(part.mesh)) part.oddities.emplace_back("was inside out");
    make_normals(part.mesh);
}

ReadFile read_one(const SourceFiles& files, std::size_t index) {
    ReadFile result;
    const std::string& file = files.names()[index];
    Loaded<std::string> text = files.read(index);
    result.problems = std::move(text.problems);
    if (!text) return result;
    const ObjHeader header = read_obj_header(*text.value);
    result.file_id = header.file_id;
    SourcePart part = named_part(header, file);
    if (part.verdict.name_class == NameClass::LeftOut) {
        result.left_out = part.verdict.reason;
        return result;
    }
    Loaded<Mesh> mesh = read_obj(std::move(*text.value), file);
    result.problems.insert(result.problems.end(), mesh.problems.begin(), mesh.problems.end());
    if (!mesh) return result;
    part.mesh = std::move(*mesh.value);
    for (Vec3& p : part.mesh.positions) p = in_our_frame(p);
    check_bounds(part, header.bounds_mm);
    repair(part);
    if (part.mesh.indices.empty()) {
        result.problems.push_back({file, part.name, "has no triangle with an area", "a surface", ""});
        return result;
    }
    check_side(part);
    result.part = std::move(part);
    return result;
}

// An unpacked archive beside another copy of it has every file twice.
AtlasSource gathered(std::vector<ReadFile>&& files) {
    AtlasSource source;
    std::map<std::string, std::string> seen;  // file by file id
    for (ReadFile& file : files) {
        source.problems.insert(source.problems.end(), file.problems.begin(), file.problems.end());
        source.is_bodyparts3d = source.is_bodyparts3d || file.file_id.starts_with("FJ");
        if (!file.left_out.empty()) ++source.left_out[std::string(file.left_out)];
        if (!file.part) continue;
        if (!file.file_id.empty() && !seen.emplace(file.file_id, file.part->file).second) {
            ++source.left_out["files of an id that was read already"];
            continue;
        }
        source.parts.push_back(std::move(*file.part));
    }
    return source;
}

}  // namespace

Loaded<AtlasSource> read_atlas_source(const std::filesystem::path& path, const Progress& progress) {
    const Loaded<SourceFiles> files = SourceFiles::open(path);
    if (!files) return {std::nullopt, files.problems};
    const std::size_t count = files.value->names().size();
    std::vector<ReadFile> read(count);
    {
        ProgressMeter meter(progress, "reading", count);
        tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
            read[i] = read_one(*files.value, i);
            meter.add_one();
        });
    }
    AtlasSource source = gathered(std::move(read));
    if (!source.parts.empty()) return {std::move(source), {}};
    std::vector<Problem> problems = std::move(source.problems);
    if (problems.empty())
        problems.push_back({path.string(), "",
                            "none of its " + std::to_string(count) + " files is a part that is shown",
                            "bones and muscles, named in their headers", ""});
    return {std::nullopt, std::move(problems)};
}

}  // namespace myomap
