#include "server-stub/attachments/ole.hpp"

#include "server-stub/attachments/little_endian.hpp"
#include "server-stub/limits.hpp"

namespace putright::attachments {
namespace {

constexpr std::string_view kMark{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8};
constexpr std::size_t kHeaderBytes = 512;
constexpr std::size_t kEntryBytes = 128;
constexpr std::uint32_t kLastSector = 0xFFFFFFFA;
/// Places in the header for the sectors of the allocation table; further ones stand in sectors of
/// their own.
constexpr std::uint32_t kTableInHeader = 109;

class OleFile {
 public:
  explicit OleFile(Content const& content)
      : content_(content), header_(content.read(0, kHeaderBytes)) {
    std::uint32_t const shift = number_at(header_, 30, 2);
    bool const good = header_.size() == kHeaderBytes &&
                      header_.compare(0, kMark.size(), kMark) == 0 && (shift == 9 || shift == 12);
    if (good) sector_bytes_ = std::size_t{1} << shift;
  }

  std::vector<std::string> names() const {
    std::vector<std::string> names;
    if (sector_bytes_ == 0) return names;
    std::uint32_t sector = number_at(header_, 48, 4);
    for (std::size_t read = 0; read < limits::kOleDirectorySectors && is_sector(sector); ++read) {
      add_names(this->sector(sector), names);
      sector = after(sector);
    }
    return names;
  }

 private:
  std::string sector(std::uint32_t number) const {
    return content_.read((std::uint64_t{number} + 1) * sector_bytes_, sector_bytes_);
  }

  bool is_sector(std::uint32_t number) const {
    return number < kLastSector && (std::uint64_t{number} + 1) * sector_bytes_ < content_.bytes;
  }

  // The sector that follows in the same chain: an entry of the allocation table.
  std::uint32_t after(std::uint32_t number) const {
    auto const in_sector = static_cast<std::uint32_t>(sector_bytes_ / 4);
    std::uint32_t const table = table_sector(number / in_sector);
    if (!is_sector(table)) return kLastSector;
    return number_at(sector(table), std::size_t{number % in_sector} * 4, 4);
  }

  // Where the allocation table's part of this number is.
  std::uint32_t table_sector(std::uint32_t part) const {
    if (part < kTableInHeader) return number_at(header_, 76 + std::size_t{part} * 4, 4);
    auto const in_sector = static_cast<std::uint32_t>(sector_bytes_ / 4 - 1);
    std::uint32_t list = number_at(header_, 68, 4);
    for (part -= kTableInHeader; is_sector(list); part -= in_sector) {
      std::string const bytes = sector(list);
      if (part < in_sector) return number_at(bytes, std::size_t{part} * 4, 4);
      list = number_at(bytes, std::size_t{in_sector} * 4, 4);
    }
    return kLastSector;
  }

  static void add_names(std::string_view directory, std::vector<std::string>& names) {
    for (; directory.size() >= kEntryBytes; directory.remove_prefix(kEntryBytes)) {
      std::size_t const name_bytes = number_at(directory, 64, 2);
      std::string name;
      for (std::size_t at = 0; at + 2 < name_bytes && at < 64; at += 2)
        name += directory[at + 1] == '\0' ? directory[at] : '?';
      if (!name.empty()) names.push_back(std::move(name));
    }
  }

  Content const& content_;
  std::string header_;
  /// 0: this is no OLE file.
  std::size_t sector_bytes_ = 0;
};

}  // namespace

std::vector<std::string> ole_names(Content const& content) {
  return OleFile{content}.names();
}

}  // namespace putright::attachments
