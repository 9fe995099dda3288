#include <iostream>

#include "app/program.h"
#include "workshop/commands.h"

// Started by myomap for these commands, with its words.
int main(int argument_count, char** arguments) {
    using namespace myomap;
    return run_program({make_import_command, make_measure_command, make_build_body_command}, argument_count,
                       arguments, std::cout, std::cerr);
}
