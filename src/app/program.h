#pragma once
#include <iosfwd>
#include <vector>

#include "app/command.h"

namespace myomap {

// All that the program can be told to do, but for what its window does without a command.
std::vector<CommandMaker> all_commands();

// A whole program: reads the command line, does what it says and returns the exit code. Results go to `out`,
// messages to `err`; every error ends here as a sentence.
int run_program(const std::vector<CommandMaker>& commands, int argument_count, const char* const* arguments,
                std::ostream& out, std::ostream& err);

}  // namespace myomap
