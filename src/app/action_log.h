#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "scene/action.h"
#include "scene/state.h"

namespace myomap {

// Writes down what is done while the state says so. A recording begins with the view that it began with, so
// it plays to the same picture; it is written when it ends and when the window closes.
class ActionLog {
public:
    explicit ActionLog(std::filesystem::path file) : file_(std::move(file)) {}
    ~ActionLog();
    ActionLog(const ActionLog&) = delete;
    ActionLog& operator=(const ActionLog&) = delete;

    void follow(const std::vector<Action>& actions, bool was_recording, const State& after);

    const std::filesystem::path& file() const { return file_; }
    const std::vector<Problem>& problems() const { return problems_; }  // of the last that was written

private:
    void write();

    std::filesystem::path file_;
    std::vector<std::string> lines_;
    std::vector<Problem> problems_;
};

}  // namespace myomap
