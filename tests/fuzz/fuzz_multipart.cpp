// Forms with files: any body is read or refused, and how it is cut makes no difference.
#include <cstdint>
#include <string>
#include <string_view>

#include "server-stub/attachments/file_name.hpp"
#include "server-stub/http/multipart.hpp"
#include "shared/base/require.hpp"
#include "shared/submission/submission.hpp"
#include "shared/text/tidy.hpp"

using namespace putright;

namespace {

// Writes down everything it hears, so that two readings can be compared.
struct Heard : http::PartSink {
  std::string all;
  std::size_t open = 0;
  void begin_part(http::PartHead head) override {
    PUTRIGHT_REQUIRE(open++ == 0);
    all += "\n<" + head.name + ">";
    if (!head.file_name) return;
    std::string const name = attachments::plain_file_name(*head.file_name);
    PUTRIGHT_REQUIRE(!name.empty() && name.find_first_of("/\\\n") == std::string::npos);
    PUTRIGHT_REQUIRE(count_characters(name) <= kMaxAttachmentNameCharacters);
    all += "(" + name + ")";
  }
  void take_part(std::string_view bytes) override { all += bytes; }
  void end_part() override { PUTRIGHT_REQUIRE(--open == 0); }
};

std::string read(std::string_view boundary, std::string_view body, std::size_t piece) {
  Heard heard;
  http::MultipartReader reader{boundary, heard};
  for (; !body.empty(); body.remove_prefix(std::min(piece, body.size())))
    reader.take(body.substr(0, piece));
  auto const fault = reader.finish();
  PUTRIGHT_REQUIRE(fault != http::MultipartFault::none || heard.open == 0);
  return heard.all + "\n" + std::to_string(static_cast<int>(fault));
}

}  // namespace

// The first line is the Content-Type, the rest the body.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const text{reinterpret_cast<char const*>(data), size};
  std::string_view const type = text.substr(0, text.find('\n'));
  auto const boundary = http::multipart_boundary(type);
  if (!boundary || type.size() == text.size()) return 0;
  std::string_view const body = text.substr(type.size() + 1);
  std::string const whole = read(*boundary, body, size);
  PUTRIGHT_REQUIRE(read(*boundary, body, 1) == whole);
  PUTRIGHT_REQUIRE(read(*boundary, body, 7) == whole);
  return 0;
}
