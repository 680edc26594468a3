// Files of any kind: any bytes are recognised or not, and cleaned or not. What was cleaned is of
// the same kind, and cleaning it again changes nothing.
#include <cstdint>
#include <string_view>

#include "server-stub/attachments/cleaning.hpp"
#include "server-stub/attachments/media_type.hpp"
#include "shared/base/require.hpp"

using namespace putright;

namespace {

attachments::Content content_of(std::string_view bytes) {
  return {bytes.size(), [bytes](std::uint64_t offset, std::size_t count) {
            return offset < bytes.size()
                       ? std::string{bytes.substr(static_cast<std::size_t>(offset), count)}
                       : std::string{};
          }};
}

std::string put_together(attachments::Pieces const& pieces, attachments::Content const& content) {
  std::string made;
  PUTRIGHT_REQUIRE(pieces.write(content, [&made](std::string_view part) {
    made += part;
    return true;
  }));
  return made;
}

void clean(attachments::Content const& content, std::string_view media_type) {
  auto const pieces = attachments::without_metadata(content, media_type);
  if (!pieces) return;
  std::string const once = put_together(*pieces, content);
  PUTRIGHT_REQUIRE(attachments::recognise(content_of(once)) == media_type);
  auto const again = attachments::without_metadata(content_of(once), media_type);
  PUTRIGHT_REQUIRE(again.has_value());
  PUTRIGHT_REQUIRE(put_together(*again, content_of(once)) == once);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes{reinterpret_cast<char const*>(data), size};
  attachments::Content const content = content_of(bytes);
  auto const media_type = attachments::recognise(content);
  PUTRIGHT_REQUIRE(!media_type || !media_type->empty());
  if (media_type) clean(content, *media_type);
  return 0;
}
