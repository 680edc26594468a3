// An assert that no build type strips: for bugs, never for problems a customer can fix.
#pragma once

namespace putright {

/// Prints the broken statement and its place, then aborts.
[[noreturn]] void requirement_broken(char const* statement, char const* file, int line);

}  // namespace putright

#define PUTRIGHT_REQUIRE(statement)   \
  ((statement) ? static_cast<void>(0) \
               : ::putright::requirement_broken(#statement, __FILE__, __LINE__))
