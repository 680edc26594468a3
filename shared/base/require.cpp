#include "shared/base/require.hpp"

#ifndef __EMSCRIPTEN__
#include <cstdio>
#include <cstdlib>
#endif

namespace putright {

void requirement_broken(char const* statement, char const* file, int line) {
#ifdef __EMSCRIPTEN__
  // Nobody reads what a page prints, and the words and what prints them would be downloaded by
  // everybody. The module stops; its loader starts it again.
  static_cast<void>(statement);
  static_cast<void>(file);
  static_cast<void>(line);
  __builtin_trap();
#else
  std::fprintf(stderr, "bug: %s:%d: this must hold: %s\n", file, line, statement);
  std::abort();
#endif
}

}  // namespace putright
