#include "server-stub/attachments/media_type.hpp"

#include <algorithm>

#include <doctest/doctest.h>

namespace putright::attachments {
namespace {

Content content(std::string const& bytes) {
  return {bytes.size(), [&bytes](std::uint64_t offset, std::size_t count) {
            return offset < bytes.size() ? bytes.substr(static_cast<std::size_t>(offset), count)
                                         : std::string{};
          }};
}

std::string_view kind_of(std::string const& bytes) {
  return recognise(content(bytes)).value_or("");
}

std::string number(std::size_t value, int bytes) {
  std::string text;
  for (; bytes > 0; --bytes, value >>= 8U)
    text += static_cast<char>(value & 0xFFU);
  return text;
}

// A zip file whose entries are empty, with this comment at its end.
std::string zip(std::vector<std::string> const& names, std::string const& comment = "") {
  std::string file;
  std::string directory;
  for (auto const& name : names) {
    std::string const sizes = number(0, 22) + number(name.size(), 2) + number(0, 2);
    directory.append("PK\1\2", 4).append(number(0, 24)).append(number(name.size(), 2));
    directory.append(number(0, 16)).append(name);
    file.append("PK\3\4", 4).append(sizes).append(name);
  }
  return file + directory + std::string{"PK\5\6", 4} + number(0, 6) + number(names.size(), 2) +
         number(directory.size(), 4) + number(file.size(), 4) + number(comment.size(), 2) + comment;
}

constexpr std::string_view kWord =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

TEST_CASE("a Word file is known by its package, not by one name in it") {
  CHECK(kind_of(zip({"[Content_Types].xml", "word/document.xml"})) == kWord);
  CHECK(kind_of(zip({"_rels/.rels", "[Content_Types].xml", "word/document2.xml"})) == kWord);
  CHECK(kind_of(zip({"[Content_Types].xml", "word/document.xml"}, "a comment")) == kWord);
  CHECK(kind_of(zip({"word/document.xml"})).empty());
  CHECK(kind_of(zip({"x", "[Content_Types].xml", "word/document.xml"})).empty());
  CHECK(kind_of(zip({"[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"})).empty());
  CHECK(kind_of(zip({"[Content_Types].xml", "word/document.xml", "xl/workbook.xml"})).empty());
  CHECK(kind_of(zip({"[Content_Types].xml"})).empty());
  CHECK(kind_of(zip({})).empty());
}

TEST_CASE("a zip file that lies about its lengths is refused, cut or changed anywhere") {
  std::string const whole = zip({"[Content_Types].xml", "word/document.xml"});
  for (std::size_t bytes = 3; bytes < whole.size(); ++bytes)
    CHECK(kind_of(whole.substr(0, bytes)).empty());
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string changed = whole;
    changed[at] = '\xFF';
    kind_of(changed);
  }
}

TEST_CASE("text is UTF-8 without control characters, however its characters fall") {
  CHECK(kind_of("It rained in.\r\n\tTwice.\f") == "text/plain");
  for (std::size_t before = 65530; before < 65540; ++before) {
    for (std::string const character : {"\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80"}) {
      CHECK(kind_of(std::string(before, 'x') + character + "y") == "text/plain");
      CHECK(kind_of(std::string(before, 'x') + character) == "text/plain");
      CHECK(kind_of(std::string(before, 'x') + character.substr(1)).empty());
      CHECK(kind_of(std::string(before, 'x') + character.substr(0, character.size() - 1)).empty());
    }
  }
  CHECK(kind_of(std::string(70000, 'x') + '\0').empty());
  CHECK(kind_of("\x1B[31mred").empty());
  CHECK(kind_of("\x80\x80\x80\x80\x80").empty());
}

TEST_CASE("an OLE file whose sectors go in a circle is read to an end") {
  std::string file = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + number(0, 22) + number(9, 2) +
                     number(0, 16) + number(1, 4) + number(0, 24) + number(0, 4);
  file.resize(std::size_t{512} * 3);
  file[512 + 4] = 1;
  CHECK(kind_of(file).empty());
}

}  // namespace
}  // namespace putright::attachments
