#include <iostream>

#include "support/synthetic_body.h"

// Writes the body made in code as a body.glb, for tests that need a file: make_synthetic_body FILE.
int main(int argc, char** argv) {
    if (argc != 2) {
        std::cerr << "usage: make_synthetic_body FILE.glb\n";
        return 2;
    }
    const auto problems = myomap::write_body(myomap::testing::synthetic_body(), argv[1]);
    if (problems.empty()) return 0;
    std::cerr << myomap::to_text(problems) << "\n";
    return 1;
}
