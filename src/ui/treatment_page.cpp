#include "ui/pages.h"

namespace myomap {

Page treatment_page(const Catalog& catalog) {
    const Treatment& treatment = catalog.treatment();
    Page page;
    page.kicker = "Treatment";
    page.title = treatment.title;
    Section section{{}, true, {}};
    add(section, note_block(treatment.disclaimer));
    add(page, section);
    return page;
}

}  // namespace myomap
