#include "server-stub/attachments/media_type.hpp"

#include <algorithm>
#include <array>

#include "server-stub/attachments/ole.hpp"
#include "server-stub/attachments/zip.hpp"
#include "server-stub/http/utf8.hpp"

namespace putright::attachments {
namespace {

constexpr std::size_t kHeadBytes = 64;
constexpr std::size_t kTextPartBytes = 64U << 10U;

bool is_jpeg(Content const& content) {
  return content.read(0, 3) == "\xFF\xD8\xFF";
}

bool is_png(Content const& content) {
  return content.read(0, 8) == std::string_view{"\x89PNG\r\n\x1A\n", 8};
}

bool is_pdf(Content const& content) {
  return content.read(0, 5) == "%PDF-";
}

bool is_heic_brand(std::string_view brand) {
  constexpr std::array<std::string_view, 6> kBrands{"heic", "heix", "heim", "heis", "hevc", "hevx"};
  return std::find(kBrands.begin(), kBrands.end(), brand) != kBrands.end();
}

// ISO/IEC 23008-12: the first box is `ftyp`: its size, major brand, version, compatible brands.
bool is_heic(Content const& content) {
  std::string const head = content.read(0, kHeadBytes);
  if (head.size() < 16 || head.compare(4, 4, "ftyp") != 0 || head.compare(0, 3, "\0\0\0", 3) != 0)
    return false;
  std::string_view box{head};
  box = box.substr(0, static_cast<unsigned char>(head[3]));
  if (is_heic_brand(box.substr(std::min<std::size_t>(8, box.size()), 4))) return true;
  for (std::size_t at = 16; at + 4 <= box.size(); at += 4) {
    if (is_heic_brand(box.substr(at, 4))) return true;
  }
  return false;
}

bool is_document(Content const& content, std::string_view media_type) {
  auto const first = first_entry(content);
  if (!first || first->name != "mimetype") return false;
  return first->stored.starts_with(std::string{media_type} + "PK");
}

bool is_open_document_text(Content const& content) {
  return is_document(content, "application/vnd.oasis.opendocument.text");
}

bool is_open_document_sheet(Content const& content) {
  return is_document(content, "application/vnd.oasis.opendocument.spreadsheet");
}

bool is_office_part(std::string_view name) {
  constexpr std::array<std::string_view, 6> kParts{"[Content_Types].xml", "_rels/", "docProps/",
                                                   "customXml/",          "word/",  "xl/"};
  return std::any_of(kParts.begin(), kParts.end(),
                     [&](std::string_view part) { return name.starts_with(part); });
}

bool is_macro(std::string_view name) {
  constexpr std::string_view kMacros = "vbaProject.bin";
  return name.size() >= kMacros.size() && name.substr(name.size() - kMacros.size()) == kMacros;
}

// Office Open XML: its first entry is one of the package's own, and its main folder says which.
bool is_office(Content const& content, std::string_view folder, std::string_view other_folder) {
  auto const first = first_entry(content);
  if (!first || !is_office_part(first->name)) return false;
  auto const names = names_in(content);
  auto const any = [&](auto const& holds) {
    return std::any_of(names.begin(), names.end(), holds);
  };
  bool const is_package = any([](auto const& name) { return name == "[Content_Types].xml"; });
  bool const ours = any([&](auto const& name) { return name.starts_with(folder); });
  bool const other = any([&](auto const& name) { return name.starts_with(other_folder); });
  return is_package && ours && !other && !any([](auto const& name) { return is_macro(name); });
}

bool is_word(Content const& content) {
  return is_office(content, "word/", "xl/");
}

bool is_excel(Content const& content) {
  return is_office(content, "xl/", "word/");
}

bool has_stream(Content const& content, std::string_view name) {
  auto const names = ole_names(content);
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_old_word(Content const& content) {
  return has_stream(content, "WordDocument");
}

bool is_old_excel(Content const& content) {
  return has_stream(content, "Workbook") || has_stream(content, "Book");
}

bool is_text_byte(char c) {
  auto const byte = static_cast<unsigned char>(c);
  return byte >= 0x20 ? byte != 0x7F : c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// How many bytes of the text can be judged without what follows: all but a last sequence.
std::size_t whole_part(std::string_view text) {
  std::size_t at = text.size();
  while (at > 0 && text.size() - at < 3 &&
         (static_cast<unsigned char>(text[at - 1]) & 0xC0U) == 0x80)
    --at;
  return at == 0 ? 0 : at - 1;
}

bool is_text(Content const& content) {
  std::string waiting;
  for (std::uint64_t at = 0; at < content.bytes; at += kTextPartBytes) {
    waiting += content.read(at, kTextPartBytes);
    bool const last = at + kTextPartBytes >= content.bytes;
    std::string_view const part =
        std::string_view{waiting}.substr(0, last ? waiting.size() : whole_part(waiting));
    if (!http::is_utf8(part) || !std::all_of(part.begin(), part.end(), is_text_byte)) return false;
    waiting.erase(0, part.size());
  }
  return true;
}

struct Row {
  std::string_view media_type;
  bool (*fits)(Content const& content);
};

// Text comes last: a PDF may be text all through.
constexpr std::array kRows{
    Row{"image/jpeg", is_jpeg},
    Row{"image/png", is_png},
    Row{"image/heic", is_heic},
    Row{"application/pdf", is_pdf},
    Row{"application/vnd.oasis.opendocument.text", is_open_document_text},
    Row{"application/vnd.oasis.opendocument.spreadsheet", is_open_document_sheet},
    Row{"application/vnd.openxmlformats-officedocument.wordprocessingml.document", is_word},
    Row{"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", is_excel},
    Row{"application/msword", is_old_word},
    Row{"application/vnd.ms-excel", is_old_excel},
    Row{"text/plain", is_text},
};

}  // namespace

std::optional<std::string_view> recognise(Content const& content) {
  for (auto const& row : kRows) {
    if (row.fits(content)) return row.media_type;
  }
  return std::nullopt;
}

}  // namespace putright::attachments
