// How Dear ImGui is compiled here. Included by its own headers: everything that uses it sees the
// same.
#pragma once
#include "shared/base/require.hpp"

// A fault in how the library is called is a bug: it stops, in every build. The downloaded module is
// kept small by leaving the words out; the native tests, which draw the same frames, have them.
#ifdef __EMSCRIPTEN__
#define IM_ASSERT(expression) ((expression) ? static_cast<void>(0) : __builtin_trap())
#else
#define IM_ASSERT(expression) PUTRIGHT_REQUIRE(expression)
#endif

// Names of people and pasted emoji lie outside the first 65,536 characters; without this they are
// lost.
#define IMGUI_USE_WCHAR32
// The catalogue of what is on the canvas (portal/imgui/items.hpp) is made from these hooks.
#define IMGUI_ENABLE_TEST_ENGINE
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
// An approximate square root of this processor's own would draw other pixels than WebAssembly does.
#define IMGUI_DISABLE_SSE
#define IMGUI_DEFINE_MATH_OPERATORS
