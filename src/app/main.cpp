#include <iostream>

#include "app/program.h"

int main(int argument_count, char** arguments) {
    return myomap::run_program(myomap::all_commands(), argument_count, arguments, std::cout, std::cerr);
}
