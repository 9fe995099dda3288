#include "app/input_queue.h"

#include <algorithm>
#include <utility>

namespace myomap {
namespace {

// What one frame has been given, and whether it can follow one more.
class FrameOfInput {
public:
    explicit FrameOfInput(InputQueue::Keys keys) : typing_(keys == InputQueue::Keys::Type) {}

    bool follows(const MouseInput& mouse) const {
        return !clicked_ && !commanded_ && !(wheeled_ && clicks(mouse));
    }
    bool follows(const KeyInput& key) const {
        if (clicked_) return false;
        switch (key.kind) {
            case KeyInput::Kind::Press:
                return !commanded_ && !(typed_ && key.effect == KeyInput::Effect::Other);
            case KeyInput::Kind::Release:
                return !commanded_ && std::ranges::count(pressed_, key.key) == 0;
            case KeyInput::Kind::Repeat:
                return true;
        }
        return true;
    }
    bool follows(const CharacterInput&) const { return !clicked_ && !(typing_ && edited_); }

    void take(const MouseInput& mouse) {
        wheeled_ = wheeled_ || mouse.kind == MouseInput::Kind::Wheel;
        clicked_ = clicks(mouse);
    }
    void take(const KeyInput& key) {
        if (key.kind != KeyInput::Kind::Press) return;
        const bool types = typing_ && key.effect != KeyInput::Effect::Other;
        if (!types) pressed_.push_back(key.key);
        edited_ = edited_ || key.effect == KeyInput::Effect::Other;
        commanded_ = commanded_ || (!types && key.effect != KeyInput::Effect::Shifts);
    }
    void take(const CharacterInput&) { typed_ = true; }

private:
    static bool clicks(const MouseInput& mouse) {
        return mouse.kind == MouseInput::Kind::Press || mouse.kind == MouseInput::Kind::Release;
    }

    bool typing_;
    bool clicked_ = false;
    bool wheeled_ = false;
    bool commanded_ = false;  // by a key: what follows may be for what it opens
    bool typed_ = false;
    bool edited_ = false;
    std::vector<int> pressed_;  // keys that a release in the same frame would hide
};

}  // namespace

std::vector<Input> InputQueue::next_frame(Keys keys) {
    std::vector<Input> given;
    if (keys == Keys::Wait) return given;
    FrameOfInput frame(keys);
    while (!waiting_.empty()) {
        const bool follows =
            std::visit([&](const auto& input) { return frame.follows(input); }, waiting_.front());
        if (!follows) break;
        std::visit([&](const auto& input) { frame.take(input); }, waiting_.front());
        given.push_back(std::move(waiting_.front()));
        waiting_.pop_front();
    }
    return given;
}

}  // namespace myomap
