#include "import/import_report.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <sstream>

namespace myomap {

namespace {

template <class Counts>
std::size_t sum_of(const Counts& counts) {
    std::size_t sum = 0;
    for (const auto& [name, count] : counts) sum += count;
    return sum;
}

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
    return text;
}

std::string with_missing_side(const MuscleFound& muscle) {
    if (muscle.missing()) return muscle.id;
    return muscle.id + (muscle.left ? " (right)" : " (left)");
}

void tell_parts(std::ostream& out, const ImportReport& report) {
    out << sum_of(report.parts_by_kind) << " parts:";
    for (const auto& [kind, count] : report.parts_by_kind) out << ' ' << count << ' ' << kind << ';';
    out << '\n';
    if (report.left_out.empty()) return;
    out << sum_of(report.left_out) << " left out:\n";
    for (const auto& [reason, count] : report.left_out) out << "  " << count << ' ' << reason << '\n';
}

void tell_muscles(std::ostream& out, const ImportReport& report) {
    std::vector<std::string> made, lacking;
    std::size_t found = 0;
    for (const MuscleFound& muscle : report.muscles) {
        if (!muscle.missing()) ++found;
        if (muscle.complete() || muscle.midline) continue;
        (muscle.made ? made : lacking).push_back(with_missing_side(muscle));
    }
    out << found << " of the catalog's " << report.muscles.size() << " muscles found\n";
    if (!made.empty()) out << "  made from their attachments: " << joined(made) << '\n';
    if (!lacking.empty()) out << "  not in this model: " << joined(lacking) << '\n';
}

void tell_oddities(std::ostream& out, const ImportReport& report) {
    if (!report.oddities.empty()) out << report.oddities.size() << " oddities:\n";
    for (const Oddity& oddity : report.oddities) out << "  " << oddity.part << ": " << oddity.what << '\n';
    if (!report.problems.empty()) out << report.problems.size() << " problems:\n";
    for (const Problem& problem : report.problems) out << "  " << to_text(problem) << '\n';
}

}  // namespace

double ImportReport::seconds() const {
    double sum = 0;
    for (const StepTime& time : times) sum += time.seconds;
    return sum;
}

std::string to_text(const ImportReport& report) {
    std::ostringstream out;
    out.setf(std::ios::fixed);
    out.precision(1);
    tell_parts(out, report);
    tell_muscles(out, report);
    out << "skin of " << report.skin_vertices << " vertices, "
        << (report.skin_grown ? "grown" : "the atlas's own") << "; " << report.landmarks << " landmarks; "
        << report.sheets << " fibre sheets\n";
    out << "triangles:";
    for (const std::size_t triangles : report.triangles) out << ' ' << triangles;
    out << '\n';
    tell_oddities(out, report);
    out << report.seconds() << " s (";
    for (std::size_t i = 0; i < report.times.size(); ++i)
        out << (i == 0 ? "" : ", ") << report.times[i].step << ' ' << report.times[i].seconds;
    out << "), at most " << report.peak_memory_mib << " MiB\n";
    return out.str();
}

std::string to_json(const ImportReport& report) {
    using Json = nlohmann::ordered_json;
    Json muscles = Json::array(), oddities = Json::array(), problems = Json::array(), times = Json::object();
    for (const MuscleFound& m : report.muscles)
        muscles.push_back(
            {{"id", m.id}, {"left", m.left}, {"right", m.right}, {"midline", m.midline}, {"made", m.made}});
    for (const Oddity& oddity : report.oddities)
        oddities.push_back({{"part", oddity.part}, {"what", oddity.what}});
    for (const Problem& problem : report.problems) problems.push_back(to_text(problem));
    for (const StepTime& time : report.times) times[time.step] = time.seconds;
    const Json json = {{"source", report.source},
                       {"parts", sum_of(report.parts_by_kind)},
                       {"parts_by_kind", report.parts_by_kind},
                       {"left_out", report.left_out},
                       {"muscles", muscles},
                       {"oddities", oddities},
                       {"problems", problems},
                       {"triangles", report.triangles},
                       {"skin", {{"vertices", report.skin_vertices}, {"grown", report.skin_grown}}},
                       {"landmarks", report.landmarks},
                       {"sheets", report.sheets},
                       {"seconds", report.seconds()},
                       {"seconds_by_step", times},
                       {"peak_memory_mib", report.peak_memory_mib}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

}  // namespace myomap
