#pragma once
#include <filesystem>

#include "base/problem.h"
#include "body/body.h"
#include "catalog/catalog.h"
#include "import/import_report.h"
#include "import/progress.h"

namespace myomap {

struct ImportOptions {
    bool grow_skin = false;  // from muscles and bones, even where the atlas has a skin
};

struct ImportResult {
    Body body;  // with all levels of detail
    ImportReport report;
};

// A body from an atlas as a user has it (see read_atlas_source). Uses all cores. Refused where the source
// cannot be read; what is odd in it is told in the report.
Loaded<ImportResult> import_atlas(const std::filesystem::path& source, const Catalog& catalog,
                                  const ImportOptions& options = {}, const Progress& progress = {});

}  // namespace myomap
