# The build step behind putright_embed_fonts: a file's bytes as a C++ array.
file(READ "${INPUT}" hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${hex}")
string(REGEX REPLACE "(0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,0x..,)"
       "\\1\n" bytes "${bytes}")
file(WRITE "${OUTPUT}" "#include \"portal/imgui/fonts.hpp\"

namespace putright {
namespace {
constexpr unsigned char kBytes[] = {
${bytes}};
}  // namespace
std::span<unsigned char const> ${NAME}() { return kBytes; }
}  // namespace putright
")
