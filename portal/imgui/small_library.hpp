// Included before each of Dear ImGui's sources (cmake/imgui.cmake): in place of four functions of
// the C library stand our own, which do what those sources ask and no more. Its only scanf reads a
// settings file, which is switched off; it writes the names of windows only; the angles whose sines
// it asks for are small. All that in a tenth of the size, and round corners have the same pixels
// whichever C library a build has.
#pragma once

#include <cmath>
#include <cstdarg>
#include <cstddef>
#include <cstdio>

extern "C" {
/** As sscanf; reads nothing. */
int putright_reads_nothing(char const* text, char const* format, ...);

/** As vsnprintf, for `%s`, `%d` of what is not negative and `%X`, with a width; stops at any other.
 */
int putright_writes_names(char* to, std::size_t size, char const* format, va_list values);

/** As sinf and cosf, of a few turns at most, in radians. */
float putright_sine(float angle);
float putright_cosine(float angle);
}

#define sscanf putright_reads_nothing
#define vsnprintf putright_writes_names
#define sinf putright_sine
#define cosf putright_cosine
