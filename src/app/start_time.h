#pragma once
namespace myomap {

// Seconds since the kernel started this process, the loading of its libraries included; 0 where the system
// does not tell.
double seconds_since_start();

}  // namespace myomap
