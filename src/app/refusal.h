#pragma once
#include <stdexcept>
#include <string>
#include <vector>

#include "base/problem.h"

namespace myomap {

// The program's exit codes: a promise.
enum class ExitCode { Done = 0, BadInput = 1, WrongUsage = 2 };

// A command cannot go on: sentences for standard error and an exit code. Caught once, in run_program.
struct Refusal : std::runtime_error {
    Refusal(ExitCode exit_code, const std::string& text) : std::runtime_error(text), code(exit_code) {}
    explicit Refusal(const std::vector<Problem>& problems)
        : std::runtime_error(to_text(problems)), code(ExitCode::BadInput) {}

    ExitCode code;
};

// "there is no zone "foo"; did you mean "foot"?" Which of the candidates is meant is guessed.
Refusal unknown_word(ExitCode code, const std::string& kind, const std::string& word,
                     const std::vector<std::string>& candidates);

}  // namespace myomap
