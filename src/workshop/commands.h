#pragma once
#include <memory>

#include "app/command.h"

namespace myomap {

std::unique_ptr<Command> make_import_command();
std::unique_ptr<Command> make_measure_command();
std::unique_ptr<Command> make_build_body_command();

}  // namespace myomap
