#include "shared/base/require.hpp"

#include <cstdio>
#include <cstdlib>

namespace putright {

void requirement_broken(char const* statement, char const* file, int line) {
  std::fprintf(stderr, "bug: %s:%d: this must hold: %s\n", file, line, statement);
  std::abort();
}

}  // namespace putright
