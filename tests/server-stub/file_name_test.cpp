#include "server-stub/attachments/file_name.hpp"

#include <doctest/doctest.h>

#include "server-stub/limits.hpp"
#include "shared/submission/submission.hpp"
#include "shared/text/tidy.hpp"

namespace putright::attachments {
namespace {

TEST_CASE("a file's name is the last part of its path, without what could mislead") {
  struct Row {
    std::string sent;
    std::string kept;
  };
  Row const rows[] = {
      {"roof.jpg", "roof.jpg"},
      {"  my roof.jpg ", "my roof.jpg"},
      {"../../etc/passwd", "passwd"},
      {"C:\\photos\\roof.jpg", "roof.jpg"},
      {"/", "file"},
      {"", "file"},
      {"..", "file"},
      {".", "file"},
      {"a/..", "file"},
      {".hidden", ".hidden"},
      {"a\nb\r\tc\x7F.jpg", "abc.jpg"},
      {std::string{"a\0b.jpg", 7}, "ab.jpg"},
      {"roof\xE2\x80\xAEgpj.exe", "roofgpj.exe"},    // right-to-left override
      {"\xEF\xBB\xBFroof\xC2\x85.jpg", "roof.jpg"},  // byte order mark, a C1 control
      {"line\xE2\x80\xA8"
       "break.jpg",
       "linebreak.jpg"},
      {"caf\xC3\xA9 \xF0\x9F\x98\x80.jpg", "caf\xC3\xA9 \xF0\x9F\x98\x80.jpg"},
      {"x\xFFy.jpg", "x\xEF\xBF\xBDy.jpg"},
      {"\xDA\x86\xDA\xBE\xD8\xAA.jpg", "\xDA\x86\xDA\xBE\xD8\xAA.jpg"},
  };
  for (auto const& row : rows) {
    CAPTURE(row.sent);
    CHECK(plain_file_name(row.sent) == row.kept);
  }
}

TEST_CASE("a file's name is cut after whole characters") {
  std::string const smile = "\xF0\x9F\x98\x80";
  std::string longest;
  for (std::size_t count = 0; count < kMaxAttachmentNameCharacters; ++count)
    longest += smile;
  CHECK(plain_file_name(longest) == longest);
  CHECK(plain_file_name(longest + smile + "/" + longest + smile) == longest);
  CHECK(count_characters(plain_file_name(longest + "x")) == kMaxAttachmentNameCharacters);
}

}  // namespace
}  // namespace putright::attachments
