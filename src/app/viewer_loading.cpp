#include <algorithm>
#include <chrono>
#include <iostream>
#include <utility>

#include "app/first_selection.h"
#include "app/settings_file.h"
#include "app/viewer.h"
#include "app/views_file.h"
#include "scene/derive.h"
#include "scene/reduce.h"

// What the window shows: the body that is opened, and the catalog's files, read again when someone edits
// them.

namespace myomap {

std::future<WorldLoad> Viewer::load(const std::filesystem::path& body) const {
    return std::async(std::launch::async, load_world, options_.data_dir, body);
}

void Viewer::take_loaded() {
    if (!loading_.valid() || loading_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return;
    WorldLoad load = loading_.get();
    tell_problems(load.problems);
    std::cerr << to_text(load.problems);
    frames_due_ = frames_to_settle;
    if (!load.world.atlas) return;
    problems_.clear();  // warnings stay on standard error
    if (reading_data_.valid()) reading_data_.get();
    if (preparing_lookup_.valid()) preparing_lookup_.get();
    opened_.reset();
    view_.forget();
    interface_.forget();
    view_pictures_.forget();
    const Atlas& atlas = *load.world.atlas;
    const Body& body = *load.world.body;
    State first = first_state(atlas, 1);
    first.comfort.language = options_.language;
    myomap::apply(kept_settings_, first);
    first.theme = theme_;
    if (options_.language_given) first.comfort.language = options_.language;
    if (!options_.views_file.empty()) {
        SavedViews saved = read_saved_views(options_.views_file);
        tell_problems(saved.problems);
        first.saved = std::move(saved.views);
    }
    kept_views_ = first.saved;
    Scene scene = derive(first, atlas);
    const double ratio =
        static_cast<double>(body.triangle_count(MotionDetail::full)) /
        static_cast<double>(std::max<std::size_t>(body.triangle_count(MotionDetail::fine), 1));
    opened_.emplace(
        Opened{std::move(load.world), History(first), Renderer(body), first, std::move(scene), ratio});
    follow_first_wishes();
    flight_ = Flight();
    holds_freed_memory_ = true;
}

void Viewer::follow_first_wishes() {
    Opened& opened = *opened_;
    fit_to(layout());
    if (!options_.session.empty()) do_now(OpenSession{options_.session.string()});
    if (!options_.select.empty()) {
        if (const auto action = first_selection(*opened.world.atlas, options_.select)) {
            do_now(std::vector<Action>{*action, FlyTo{}});
        } else {
            std::cerr << unknown_selection(options_.select, *opened.world.atlas) << "\n";
        }
    }
    for (const std::string& text : options_.actions) {
        const Loaded<Action> action = action_from_text(text);
        if (action) do_now(*action.value);
        if (!action.problems.empty()) std::cerr << to_text(action.problems) << "\n";
    }
    options_.select.clear();
    options_.actions.clear();
    options_.session.clear();
}

// Also where nothing could be opened: it may have been the data.
bool Viewer::waits_for_data() const {
    return opened_ || (!options_.body.empty() && !problems_.empty());
}

void Viewer::look_for_new_data(double now) {
    if (!waits_for_data() || loading_.valid() || reading_data_.valid()) return;
    if (now - looked_for_data_s_ < look_for_data_s) return;
    looked_for_data_s_ = now;
    if (!data_watch_.changed()) return;
    if (!opened_) {
        problems_.clear();
        loading_ = load(options_.body);
        return;
    }
    reading_data_ =
        std::async(std::launch::async, load_catalog, options_.data_dir, std::cref(*opened_->world.body));
}

// The edited catalog in place of the one before; or, where it is broken, its problems beside that one.
void Viewer::take_new_data() {
    if (!reading_data_.valid() ||
        reading_data_.wait_for(std::chrono::seconds(0)) != std::future_status::ready)
        return;
    CatalogLoad load = reading_data_.get();
    frames_due_ = frames_to_settle;
    problems_.clear();
    if (!load.atlas)
        tell_problems(
            {{{}, {}, "The edited data cannot be used yet; what was read before is shown.", {}, {}}});
    tell_problems(load.problems);
    std::cerr << to_text(load.problems);
    if (!load.atlas) return;
    if (preparing_lookup_.valid()) preparing_lookup_.get();
    Opened& opened = *opened_;
    const Camera camera = opened.history.state().camera;
    opened.history.go_on_with(*opened.world.atlas, *load.atlas);
    if (camera != opened.history.state().camera) flight_ = Flight();
    opened.world.atlas = std::move(load.atlas);  // before the catalog that the old one refers to
    opened.world.catalog = std::move(load.catalog);
    opened.derived_from = opened.history.state();
    opened.scene = derive(opened.derived_from, *opened.world.atlas);
    view_.forget();
    interface_.forget();
    view_pictures_.forget();
    holds_freed_memory_ = true;
    std::cerr << "the data was read again\n";
}

}  // namespace myomap
