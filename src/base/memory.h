#pragma once

namespace myomap {

// Hands memory that was freed back to the system, where the C library keeps it (glibc does, after the many
// allocations of reading a body: a fifth of all). Some milliseconds.
void give_back_freed_memory();

}  // namespace myomap
