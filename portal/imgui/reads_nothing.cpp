// Stands in for sscanf in Dear ImGui's sources (cmake/imgui.cmake): the settings file that it would
// read is switched off, so nothing is ever read.
extern "C" {
int putright_reads_nothing(char const* text, char const* format, ...);

int putright_reads_nothing(char const* /*text*/, char const* /*format*/, ...) {
  return 0;
}
}
