# The build step behind putright_embed_files. The files are text, so a raw string literal holds them.
set(entries "")
set(arrays "")
set(index 0)
foreach(file IN LISTS FILES)
  get_filename_component(base "${file}" NAME)
  file(READ "${file}" text)
  string(APPEND arrays "constexpr std::string_view kFile${index} = R\"putright(${text})putright\";\n")
  string(APPEND entries "    {\"${base}\", kFile${index}},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE "${OUTPUT}" "#include \"shared/base/named_text.hpp\"

namespace putright {
namespace {
${arrays}constexpr NamedText kFiles[] = {
${entries}};
}  // namespace
std::span<NamedText const> ${NAME}();
std::span<NamedText const> ${NAME}() { return kFiles; }
}  // namespace putright
")
