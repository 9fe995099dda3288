// What handling costs on the body that is given: from a choice to the frame that may show it, from the
// cursor's rest to the part that lights up, and a key in the search field. Each bar stands beside its number.
//
//     bench_handling DATA_DIR BODY.glb
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "app/world.h"
#include "base/memory.h"
#include "render/headless_context.h"
#include "render/renderer.h"
#include "scene/derive.h"
#include "scene/history.h"
#include "scene/reduce.h"
#include "ui/commands.h"
#include "ui/finder.h"

using namespace myomap;

namespace {

constexpr glm::ivec2 size_px{1280, 720};

class Times {
public:
    template <class Task>
    void take(Task task) {
        const auto start = std::chrono::steady_clock::now();
        task();
        ms_.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    void tell(const char* what, double bar_ms) {
        std::ranges::sort(ms_);
        const auto at = [&](double share) {
            return ms_[std::min(ms_.size() - 1,
                                static_cast<std::size_t>(share * static_cast<double>(ms_.size())))];
        };
        std::printf("%-34s median %7.2f ms   95 of 100 under %7.2f ms   bar %4.0f ms   (%zu times)\n", what,
                    at(0.5), at(0.95), bar_ms, ms_.size());
    }

private:
    std::vector<double> ms_;
};

// As the window does it: what was done, then what is to be drawn.
class Desk {
public:
    explicit Desk(const World& world)
        : world_(world), history_(first_state(*world.atlas, 16.0F / 9)), derived_from_(history_.state()) {
        scene_ = derive(derived_from_, *world.atlas);
    }
    void act(const Action& action) {
        history_.apply(std::vector<Action>{action}, *world_.atlas);
        scene_ = derive_after(history_.state(), *world_.atlas, std::move(scene_), derived_from_);
        derived_from_ = history_.state();
    }
    const State& state() const { return history_.state(); }
    Scene& scene() { return scene_; }

private:
    const World& world_;
    History history_;
    State derived_from_;
    Scene scene_;
};

void select_points(const World& world, Desk& desk) {
    Times times;
    for (const TriggerPoint* point : world.catalog->points())
        times.take([&] { desk.act(SelectPoint{point->id, Side::Right}); });
    times.tell("select another point", 10);
}

// Over a grid of the picture, of the whole body and of a close-up.
void hover(const World& world, Desk& desk, Renderer& renderer) {
    Times times;
    for (const Action& view : {Action(GoHome{}), Action(FlyTo{"infraspinatus.right"})}) {
        desk.act(view);
        renderer.pick(desk.scene(), size_px, {1, 1});
        for (int y = 60; y < size_px.y; y += 60)
            for (int x = 400; x < 900; x += 50)
                times.take([&] {
                    const Pick pick =
                        renderer.pick(desk.scene(), size_px, {static_cast<float>(x), static_cast<float>(y)});
                    const bool part = pick.kind == Pick::Kind::Part;
                    desk.act(
                        Hover{part ? world.body->parts[static_cast<std::size_t>(pick.index)].id : "", {}});
                });
    }
    times.tell("hover", 4);
}

// In each language; the words are typed letter by letter. What the first letter waits for is told too.
void type(const World& world, const Desk& desk) {
    Times search;
    Times commands;
    Times making;
    for (const Language language : all_languages) {
        Finder finder;
        making.take([&] { finder.follow(*world.atlas, language); });
        for (const std::string word : {"infraspinatus", "tennis elbow", "low back", "trapez", "temple",
                                       "Schläfe", "Kopfschmerz", "rodilla", "derrière", "femur", "zz"})
            for (std::size_t keys = 1; keys <= word.size(); ++keys) {
                const std::string query = word.substr(0, keys);
                search.take([&] { return finder.found(desk.state().selection, query).size(); });
                commands.take([&] { return commands_found(finder, desk.state().selection, query).size(); });
            }
    }
    search.tell("a key in the search field", 2);
    commands.tell("a key in the palette of commands", 2);
    making.tell("the search field opened anew", 100);
}

double resident_mib() {
    std::ifstream in("/proc/self/statm");
    double total = 0;
    double resident = 0;
    in >> total >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1048576;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr, "usage: bench_handling DATA_DIR BODY.glb\n");
        return 2;
    }
    const WorldLoad load = load_world(argv[1], argv[2]);
    if (!load.world.atlas) {
        std::fprintf(stderr, "%s\n", to_text(load.problems).c_str());
        return 1;
    }
    const HeadlessContext context;
    Renderer renderer(*load.world.body);
    Desk desk(load.world);
    desk.scene().quality = Quality::Still;
    renderer.draw_image(desk.scene(), size_px);
    select_points(load.world, desk);
    hover(load.world, desk, renderer);
    type(load.world, desk);
    give_back_freed_memory();  // as the window does
    std::printf("%-34s %.0f MiB of this process, the picture drawn   bar 300 MiB\n", "memory",
                resident_mib());
    return 0;
}
