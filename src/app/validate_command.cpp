#include <CLI/CLI.hpp>
#include <algorithm>
#include <ostream>

#include "app/catalog_texts.h"
#include "app/command.h"
#include "app/json.h"
#include "app/options.h"
#include "app/table.h"
#include "atlas/zone_cover.h"
#include "ui/language.h"
#include "ui/words.h"

namespace myomap {
namespace {

Json to_json(const Problem& problem) {
    return {{"file", problem.file},
            {"where", problem.where},
            {"what", problem.what},
            {"expected", problem.expected},
            {"nearest", problem.nearest}};
}

std::string on(const std::string& name, Side side) {
    return side == Side::Midline ? name : name + " (" + std::string(to_text(side)) + ")";
}

Json to_json(const ZoneCover& cover) {
    Json gaps = Json::array();
    for (const ZoneCover::Gap& gap : cover.gaps)
        gaps.push_back({{"area_cm2", rounded(gap.area_cm2, 2)},
                        {"segment", gap.segment},
                        {"side", to_text(gap.side)},
                        {"t", rounded(gap.t, 3)},
                        {"azimuth_deg", rounded(gap.azimuth_deg, 1)},
                        {"zone", gap.zone}});
    Json overlaps = Json::array();
    for (const ZoneCover::Overlap& overlap : cover.overlaps)
        overlaps.push_back(
            {{"area_cm2", rounded(overlap.area_cm2, 2)},
             {"zones", {on(overlap.zone, overlap.side), on(overlap.other, overlap.other_side)}}});
    return {{"skin_cm2", rounded(cover.skin_cm2, 1)},
            {"gap_cm2", rounded(cover.gap_cm2, 1)},
            {"overlap_cm2", rounded(cover.overlap_cm2, 1)},
            {"felt_inside_cm2", rounded(cover.felt_inside_cm2, 1)},
            {"gaps", std::move(gaps)},
            {"overlaps", std::move(overlaps)}};
}

// The largest few of each: those that an editor of zones would mend first.
void print(const ZoneCover& cover, std::ostream& out) {
    constexpr std::size_t most = 8;
    out << "of " << fixed(cover.skin_cm2, 0) << " cm² of skin " << fixed(cover.gap_cm2, 1)
        << " lie in no zone and " << fixed(cover.overlap_cm2, 1) << " in two\n";
    for (std::size_t i = 0; i < std::min(most, cover.gaps.size()); ++i) {
        const ZoneCover::Gap& gap = cover.gaps[i];
        out << "  gap of " << fixed(gap.area_cm2, 1) << " cm²: " << on(gap.segment, gap.side) << ", t "
            << fixed(gap.t, 2) << ", azimuth " << fixed(gap.azimuth_deg, 0) << "°"
            << (gap.zone.empty() ? "" : ", within " + gap.zone) << '\n';
    }
    for (std::size_t i = 0; i < std::min(most, cover.overlaps.size()); ++i) {
        const ZoneCover::Overlap& overlap = cover.overlaps[i];
        out << "  overlap of " << fixed(overlap.area_cm2, 1) << " cm²: " << on(overlap.zone, overlap.side)
            << " and " << on(overlap.other, overlap.other_side) << '\n';
    }
}

ZoneCover cover_of(const Catalog& catalog, const Body& body) {
    const SkinGround ground(body);
    return measure_cover(catalog.zones(), ZoneField(catalog.zones(), ground), ground);
}

// What a language lacks of the catalog's texts, and how many of each kind it has and should have.
struct Untranslated {
    struct Count {
        std::string kind;
        int missing = 0, all = 0;
    };
    std::vector<Count> counts;
    std::vector<CatalogText> texts;
};

Untranslated untranslated(const std::vector<CatalogText>& texts, Language language) {
    Untranslated lacks;
    for (const CatalogText& text : texts) {
        auto count = std::ranges::find(lacks.counts, text.kind, &Untranslated::Count::kind);
        if (count == lacks.counts.end()) count = lacks.counts.insert(count, {text.kind});
        ++count->all;
        if (is_translated(language, text.english) || is_translated(language, capitalised(text.english)))
            continue;
        ++count->missing;
        lacks.texts.push_back(text);
    }
    return lacks;
}

Json counts_json(const Untranslated& lacks) {
    Json counts = Json::array();
    for (const Untranslated::Count& count : lacks.counts)
        counts.push_back({{"kind", count.kind}, {"missing", count.missing}, {"of", count.all}});
    return counts;
}

Json texts_json(const Untranslated& lacks) {
    Json texts = Json::array();
    for (const CatalogText& text : lacks.texts)
        texts.push_back({{"file", text.file}, {"where", text.where}, {"text", text.english}});
    return texts;
}

// How many of each kind first, then every text on a line of its own.
void print(const Untranslated& lacks, std::ostream& out) {
    for (const Untranslated::Count& count : lacks.counts)
        if (count.missing > 0)
            out << count.kind << ": " << count.missing << " of " << count.all << " missing\n";
    for (const CatalogText& text : lacks.texts)
        out << text.file << ": " << text.where << ": " << text.english << '\n';
}

class ValidateCommand final : public Command {
public:
    CLI::App* declare(CLI::App& program, CommandContext& context) override {
        CLI::App* command =
            program.add_subcommand("validate", "Check a catalog and tell all that is wrong with it");
        command
            ->add_option("dir", context.data_given, "Folder with catalog/ and schema/; without: Myomap's own")
            ->type_name("DIR");
        command
            ->add_option("--body", context.body_given, "Tell how the zones share out this body's skin, too")
            ->type_name("FILE");
        add_language_option(*command, context);
        add_json_option(*command, context);
        add_data_option(*command, context);
        return command;
    }

    ExitCode run(CommandContext& context) override {
        if (!context.language_given.empty()) return check_language(context);
        const Loaded<Catalog> loaded = Catalog::load(context.data_dir());
        const bool sound = loaded && loaded.problems.empty();
        if (context.json) {
            Json problems = Json::array();
            for (const Problem& problem : loaded.problems) problems.push_back(to_json(problem));
            Json document{{"valid", sound}, {"problems", std::move(problems)}};
            if (sound && !context.body_given.empty())
                document["zone_cover"] = to_json(cover_of(*loaded.value, context.body()));
            print_json(context.out(), document);
        } else {
            context.err() << to_text(loaded.problems);
        }
        if (sound && !context.json)
            context.out() << context.data_dir().string() << ": no problem in "
                          << loaded.value->muscles().size() << " muscles with "
                          << loaded.value->points().size() << " trigger points, "
                          << loaded.value->conditions().size() << " conditions, "
                          << loaded.value->zones().size() << " zones, " << loaded.value->sources().size()
                          << " sources\n";
        if (sound && !context.json && !context.body_given.empty())
            print(cover_of(*loaded.value, context.body()), context.out());
        if (!sound)
            context.err() << loaded.problems.size()
                          << (loaded.problems.size() == 1 ? " problem\n" : " problems\n");
        return sound ? ExitCode::Done : ExitCode::BadInput;
    }

private:
    // Which texts of the interface and of the catalog a language lacks: they are shown in English. A language
    // must have all of the interface and the names of zones; the catalog's other texts are told, not
    // demanded.
    static ExitCode check_language(CommandContext& context) {
        const Language language = context.language();
        std::vector<std::string> missing = missing_keys(language);
        for (const Zone& zone : context.catalog().zones())
            if (zone.whole.empty() && !is_key(zone.name)) missing.push_back(zone.name);
        const Untranslated lacks = untranslated(catalog_texts(context.data_dir()), language);
        if (context.json) {
            print_json(context.out(), Json{{"language", context.language_given},
                                           {"missing", missing},
                                           {"catalog_counts", counts_json(lacks)},
                                           {"catalog", texts_json(lacks)}});
        } else {
            print(lacks, context.out());
            for (const std::string& key : missing) context.out() << "interface: " << key << '\n';
            context.err() << own_name_of(language) << ": " << missing.size() << " texts of the interface and "
                          << lacks.texts.size() << " of the catalog are missing\n";
        }
        return missing.empty() ? ExitCode::Done : ExitCode::BadInput;
    }
};

}  // namespace

std::unique_ptr<Command> make_validate_command() {
    return std::make_unique<ValidateCommand>();
}

}  // namespace myomap
