#pragma once
#include <iosfwd>

namespace myomap {

// The whole program: reads the command line, does what it says and returns the exit code. Results go to
// `out`, messages to `err`; every error ends here as a sentence.
int run_program(int argument_count, const char* const* arguments, std::ostream& out, std::ostream& err);

}  // namespace myomap
