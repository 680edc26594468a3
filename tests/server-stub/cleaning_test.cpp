#include "server-stub/attachments/cleaning.hpp"

#include <doctest/doctest.h>

#include "server-stub/attachments/big_endian.hpp"

namespace putright::attachments {
namespace {

using namespace std::string_literals;

Content content_of(std::string const& bytes) {
  return {bytes.size(), [&bytes](std::uint64_t offset, std::size_t count) {
            return offset < bytes.size() ? bytes.substr(static_cast<std::size_t>(offset), count)
                                         : std::string{};
          }};
}

// What is kept of a file; `refused` where it is no picture.
std::string cleaned(std::string const& bytes, std::string_view media_type) {
  auto const pieces = without_metadata(content_of(bytes), media_type);
  if (!pieces) return "refused";
  std::string made;
  REQUIRE(pieces->write(content_of(bytes), [&made](std::string_view part) {
    made += part;
    return true;
  }));
  CHECK(pieces->are_whole(content_of(bytes)) == (made == bytes && pieces->all().size() == 1));
  return made;
}

std::string short_of(std::size_t number) {
  return big_bytes(static_cast<std::uint32_t>(number)).substr(2);
}

namespace jpeg {

std::string const kStart = "\xFF\xD8";
std::string const kEnd = "\xFF\xD9";

std::string segment(char marker, std::string const& payload) {
  return "\xFF"s + marker + short_of(payload.size() + 2) + payload;
}
std::string scan(std::string const& data) {
  return segment('\xDA', "scan") + data;
}
std::string clean(std::string const& inside) {
  return cleaned(kStart + inside, "image/jpeg");
}

// Exif in either order of bytes, with an orientation of this type.
std::string exif(std::string const& order, int orientation, int type = 3) {
  auto const number = [&](int value, std::size_t count) {
    std::string bytes = big_bytes(static_cast<std::uint32_t>(value)).substr(4 - count);
    return order == "MM" ? bytes : std::string{bytes.rbegin(), bytes.rend()};
  };
  return segment('\xE1', "Exif\0\0"s + order + number(42, 2) + number(8, 4) + number(1, 2) +
                             number(0x0112, 2) + number(type, 2) + number(1, 4) +
                             number(orientation, 2) + number(0, 2) + number(0, 4));
}

TEST_CASE("jpeg: only what shows the picture is kept") {
  std::string const jfif = segment('\xE0', "JFIF\0x"s);
  std::string const profile = segment('\xE2', "ICC_PROFILE\0x"s);
  std::string const adobe = segment('\xEE', "Adobe");
  std::string const table = segment('\xDB', "table");
  std::string const picture = scan("data\xFF\0more\xFF\xD0rest"s);
  std::string const good = jfif + profile + adobe + table + picture + kEnd;
  CHECK(clean(good) == kStart + good);
  for (std::string const& other :
       {segment('\xE0', "JFXX\0preview"s), segment('\xE1', "http://ns.adobe.com/xap/1.0/"),
        segment('\xE2', "MPF\0"s), segment('\xED', "Photoshop 3.0"), segment('\xEB', "JP"),
        segment('\xFE', "a comment"), segment('\xE1', ""), exif("MM", 1)}) {
    CHECK(clean(jfif + other + profile + adobe + table + picture + kEnd) == kStart + good);
    CHECK(clean(good + other) == kStart + good);
    CHECK(clean(jfif + profile + adobe + table + picture + other + scan("second") + kEnd) ==
          kStart + jfif + profile + adobe + table + picture + scan("second") + kEnd);
  }
}

TEST_CASE("jpeg: which way up it is stays, in either order of bytes, and nothing else of Exif") {
  std::string const picture = scan("data") + kEnd;
  for (int orientation = 2; orientation <= 8; ++orientation) {
    for (char const* order : {"MM", "II"})
      CHECK(clean(exif(order, orientation) + picture) ==
            kStart + exif("MM", orientation) + picture);
  }
  for (std::string const& nothing :
       {exif("MM", 0), exif("MM", 1), exif("II", 9), exif("MM", 6, 4),
        segment('\xE1', "Exif\0\0MM\0*\xFF\xFF\xFF\xFF"s), segment('\xE1', "Exif\0\0"s)}) {
    CHECK(clean(nothing + picture) == kStart + picture);
  }
  CHECK(clean(exif("MM", 6) + exif("MM", 3) + picture) == kStart + exif("MM", 6) + picture);
}

TEST_CASE("jpeg: a picture that was cut off is kept, what never becomes one is not") {
  for (std::string const& cut : {scan(""), scan("data"), scan("data\xFF"), scan("a") + scan("b")})
    CHECK(clean(cut) == kStart + cut);
  for (std::string const& none :
       {""s, kEnd, "words"s, segment('\xE0', "JFIF\0"s), segment('\xE0', "JFIF\0"s) + kEnd,
        "\xFF\xDA\x00\x01"s, "\xFF\xDA\xFF\xFF"s, "\xFF\x01"s + scan("") + kEnd,
        scan("data") + segment('\xE1', "words").substr(0, 6), scan("a") + "\xFF\x01 words"})
    CHECK(clean(none) == "refused");
}

TEST_CASE("jpeg: a marker across the parts in which a file is read is seen") {
  for (std::size_t length = (64U << 10U) - 20; length < (64U << 10U) + 4; ++length) {
    std::string const good = scan(std::string(length, 'x')) + kEnd;
    CHECK(clean(good + "behind it") == kStart + good);
  }
}

}  // namespace jpeg

namespace png {

std::string const kStart = "\x89PNG\r\n\x1A\n"s;

std::string chunk(std::string const& type, std::string const& payload) {
  return big_bytes(static_cast<std::uint32_t>(payload.size())) + type + payload + "sums";
}
std::string const kHead = chunk("IHDR", std::string(13, 'h'));
std::string const kEnd = chunk("IEND", "");

TEST_CASE("png: only what shows the picture is kept") {
  std::string const good =
      kStart + kHead + chunk("PLTE", "p") + chunk("IDAT", "one") + chunk("IDAT", "two") + kEnd;
  CHECK(cleaned(good, "image/png") == good);
  for (std::string const type : {"eXIf", "tEXt", "zTXt", "iTXt", "tIME", "prVt", "caBX", "IDAX"}) {
    std::string const other = chunk(type, "place");
    CHECK(cleaned(kStart + kHead + other + chunk("PLTE", "p") + chunk("IDAT", "one") + other +
                      chunk("IDAT", "two") + other + kEnd + other,
                  "image/png") == good);
  }
}

TEST_CASE("png: a picture that was cut off is kept, what never becomes one is not") {
  std::string const whole = kStart + kHead + chunk("IDAT", "one");
  CHECK(cleaned(whole, "image/png") == whole);
  CHECK(cleaned(whole + chunk("IDAT", "two").substr(0, 9), "image/png") == whole);
  CHECK(cleaned(whole + "\xFF\xFF\xFF\xFFIDAT", "image/png") == whole);
  for (std::string const& none :
       {kStart, kStart + kHead, kStart + kHead + kEnd, kStart + chunk("IHDR", "short"),
        kStart + chunk("IDAT", "one") + kEnd, kStart + kHead.substr(0, 10)})
    CHECK(cleaned(none, "image/png") == "refused");
}

}  // namespace png

namespace heic {

std::string box(std::string const& type, std::string const& inside) {
  return big_bytes(static_cast<std::uint32_t>(inside.size() + 8)) + type + inside;
}
std::string const kFtyp = box("ftyp", "heic\0\0\0\0mif1heic"s);
std::string const kFull = std::string(4, '\0');

std::string item(std::size_t id, std::string const& type) {
  return box("infe", "\2\0\0\0"s + short_of(id) + short_of(0) + type + "\0"s);
}
// An item's place in `iloc` of version 1: by method, with one extent.
std::string place(std::size_t id, std::size_t method, std::size_t from, std::size_t bytes,
                  std::size_t elsewhere = 0) {
  return short_of(id) + short_of(method) + short_of(elsewhere) + short_of(1) +
         big_bytes(static_cast<std::uint32_t>(from)) + big_bytes(static_cast<std::uint32_t>(bytes));
}
std::string places(std::string const& rows, std::size_t count) {
  return box("iloc", "\1\0\0\0\x44\0"s + short_of(count) + rows);
}
std::string meta(std::string const& items, std::size_t count, std::string const& rest) {
  return box("meta", kFull + box("iinf", kFull + short_of(count) + items) + rest);
}
std::string clean(std::string const& bytes) {
  return cleaned(bytes, "image/heic");
}

// `data` is where `mdat` keeps its bytes; the meta box is as long for any places.
struct Made {
  std::string before;
  std::size_t data;
};
Made made(std::string const& type, std::size_t method, std::size_t from, std::size_t bytes,
          std::size_t elsewhere = 0) {
  std::string const kept = item(1, "hvc1") + item(2, type);
  auto const with = [&](std::size_t first) {
    return kFtyp +
           meta(kept, 2,
                places(place(1, 0, first, 4) + place(2, method, from, bytes, elsewhere), 2) +
                    box("idat", "in here: place"));
  };
  std::size_t const data = with(0).size() + 8;
  return {with(data), data};
}

TEST_CASE("heic: items that are no pictures become zeros, in the file and in its own box") {
  std::size_t const data = made("Exif", 0, 0, 5).data;
  for (char const* type : {"Exif", "mime", "uri ", "abcd"}) {
    std::string const before = made(type, 0, data + 4, 5).before;
    CHECK(clean(before + box("mdat", "pictplace.")) ==
          before + box("mdat", "pict"s + std::string(5, '\0') + "."));
    std::string const inside = made(type, 1, 9, 5).before;
    std::string wanted = inside;
    wanted.replace(wanted.find("in here: place") + 9, 5, std::string(5, '\0'));
    CHECK(clean(inside + box("mdat", "pict")) == wanted + box("mdat", "pict"));
  }
  for (char const* type : {"hvc1", "grid", "iovl", "iden", "tmap"}) {
    std::string const good = made(type, 0, data + 4, 5).before + box("mdat", "pictplace.");
    CHECK(clean(good) == good);
  }
}

TEST_CASE("heic: boxes that no reader of pictures needs are emptied where they stand") {
  std::string const before = made("hvc1", 0, 0, 4).before;
  for (char const* type : {"moov", "uuid", "mpvd", "udta", "sefd"})
    CHECK(clean(before + box(type, "place") + box("mdat", "pict")) ==
          before + box("free", std::string(5, '\0')) + box("mdat", "pict"));
  std::string const wide = "\0\0\0\1mpvd\0\0\0\0\0\0\0\x15place"s;
  CHECK(clean(before + box("mdat", "pict") + wide) ==
        before + box("mdat", "pict") + "\0\0\0\1free\0\0\0\0\0\0\0\x15\0\0\0\0\0"s);
}

TEST_CASE("heic: what cannot be followed is refused, and nothing makes us write over its head") {
  std::string const mdat = box("mdat", "pictplace.");
  std::size_t const data = made("Exif", 0, 0, 5).data;
  CHECK(clean(made("Exif", 0, data + 4, 6).before + mdat) != "refused");
  for (Made const& bad :
       {made("Exif", 0, data + 4, 7), made("Exif", 0, data - 1, 5), made("Exif", 0, 0, 5),
        made("Exif", 0, 0xFFFFFFFF, 5), made("Exif", 0, data, 0), made("Exif", 0, data, 0xFFFFFFFF),
        made("Exif", 1, 10, 5), made("Exif", 2, 0, 5), made("Exif", 0, data, 5, 1)})
    CHECK(clean(bad.before + mdat) == "refused");
  std::string const good = made("hvc1", 0, data, 4).before;
  for (std::string const& bad :
       {kFtyp, kFtyp + mdat, kFtyp + std::string(100, '\0'), good + good.substr(kFtyp.size()),
        good + "\0\0\0\7free"s, good + "\0\0\xFF\xFFmdat"s, good + "\0\0\0"s,
        kFtyp + meta(item(1, "hvc1"), 2, places("", 0)), kFtyp + meta(item(1, "hvc1"), 1, ""),
        kFtyp + meta(box("infe", "\0\0\0\0\0\1\0\0name"s), 1, places("", 0)),
        kFtyp + meta(item(1, "hvc1"), 1, places("", 1)),
        kFtyp + meta(item(1, "hvc1"), 1, places("", 0) + places("", 0))})
    CHECK(clean(bad) == "refused");
  CHECK(clean(kFtyp + meta(item(1, "hvc1"), 1, places("", 0))) != "refused");
}

}  // namespace heic

TEST_CASE("cleaning: other kinds of file are kept whole") {
  for (char const* type : {"application/pdf", "text/plain", "application/msword"})
    CHECK(cleaned("as it is", type) == "as it is");
}

}  // namespace
}  // namespace putright::attachments
