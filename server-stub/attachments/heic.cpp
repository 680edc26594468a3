#include "server-stub/attachments/heic.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "server-stub/attachments/big_endian.hpp"

namespace putright::attachments {
namespace {

constexpr std::size_t kBoxHeadBytes = 8;
constexpr std::size_t kWideHeadBytes = 16;
/// Version and flags of a "full" box.
constexpr std::uint64_t kFullBytes = 4;
constexpr int kMostBoxes = 1024;
constexpr std::uint64_t kMostItems = 4096;
constexpr std::uint64_t kMostMetaBytes = 1U << 20U;
/// Exif that says nothing (23008-12, annex A.2.1, then an empty TIFF): so that no reader stumbles.
constexpr std::string_view kNoExif{"\0\0\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0", 18};

template <std::size_t N>
bool is_in(std::array<std::string_view, N> const& list, std::string_view type) {
  return std::find(list.begin(), list.end(), type) != list.end();
}

// Boxes of the file and of `meta` that a reader needs, and items that are pictures.
constexpr std::array<std::string_view, 5> kFileBoxes{"ftyp", "meta", "mdat", "free", "skip"};
constexpr std::array<std::string_view, 11> kMetaBoxes{
    "hdlr", "pitm", "iinf", "iloc", "iprp", "idat", "iref", "grpl", "dinf", "free", "skip"};
constexpr std::array<std::string_view, 7> kPictureItems{"hvc1", "hvc2", "lhv1", "grid",
                                                        "iden", "iovl", "tmap"};

/// Bytes of the file, from its start.
struct Span {
  std::uint64_t from = 0;
  std::uint64_t bytes = 0;
  bool holds(Span const& other) const {
    return other.from >= from && other.from - from <= bytes &&
           other.bytes <= bytes - (other.from - from);
  }
};

struct Box {
  std::string type;
  Span whole;
  Span inside;
};

// Reads numbers one after the other; `is_good` turns false at the first that is not there.
class Cursor {
 public:
  explicit Cursor(std::string_view bytes) : bytes_(bytes) {}
  bool is_good() const { return is_good_; }

  std::uint64_t number(std::size_t count) {
    is_good_ = is_good_ && bytes_.size() - at_ >= count;
    if (!is_good_) return 0;
    at_ += count;
    return big_number_at(bytes_, at_ - count, count);
  }
  std::string_view text(std::size_t count) {
    number(0);
    is_good_ = is_good_ && bytes_.size() - at_ >= count;
    if (!is_good_) return {};
    at_ += count;
    return bytes_.substr(at_ - count, count);
  }

 private:
  std::string_view bytes_;
  std::size_t at_ = 0;
  bool is_good_ = true;
};

class HeicReader {
 public:
  explicit HeicReader(Content const& content) : content_(content) {}

  std::optional<Pieces> read() {
    auto const boxes = boxes_in({0, content_.bytes});
    if (!boxes) return std::nullopt;
    for (auto const& box : *boxes) {
      if (box.type == "mdat") data_.push_back(box.inside);
      if (!is_in(kFileBoxes, box.type)) blank(box);
    }
    auto const is_meta = [](Box const& box) { return box.type == "meta"; };
    auto const meta = std::find_if(boxes->begin(), boxes->end(), is_meta);
    if (std::count_if(boxes->begin(), boxes->end(), is_meta) != 1 || !read_meta(*meta))
      return std::nullopt;
    return pieces();
  }

 private:
  struct Blank {
    Span span;
    std::string bytes;
  };

  std::optional<Box> box_at(std::uint64_t at, std::uint64_t end) {
    std::string const head = content_.read(at, kWideHeadBytes);
    std::uint64_t bytes = big_number_at(head, 0, 4);
    std::uint64_t head_bytes = kBoxHeadBytes;
    if (bytes == 1) {
      bytes = big_number_at(head, 8, 8);
      head_bytes = kWideHeadBytes;
    }
    if (bytes == 0) bytes = end - at;
    if (head.size() < kBoxHeadBytes || bytes < head_bytes || bytes > end - at) return std::nullopt;
    return Box{head.substr(4, 4), {at, bytes}, {at + head_bytes, bytes - head_bytes}};
  }

  std::optional<std::vector<Box>> boxes_in(Span span) {
    std::vector<Box> boxes;
    std::uint64_t const end = span.from + span.bytes;
    for (std::uint64_t at = span.from; at < end; at += boxes.back().whole.bytes) {
      auto box = box_at(at, end);
      if (!box || boxes.size() == kMostBoxes) return std::nullopt;
      boxes.push_back(std::move(*box));
    }
    return boxes;
  }

  // An empty box of the same length, which every reader skips.
  void blank(Box const& box) {
    std::string head = content_.read(box.whole.from, box.inside.from - box.whole.from);
    head.replace(4, 4, "free");
    blanks_.push_back({box.whole, head + std::string(box.inside.bytes, '\0')});
  }

  bool read_meta(Box const& meta) {
    if (meta.inside.bytes < kFullBytes || meta.inside.bytes > kMostMetaBytes) return false;
    auto const boxes = boxes_in({meta.inside.from + kFullBytes, meta.inside.bytes - kFullBytes});
    if (!boxes) return false;
    for (auto const& box : *boxes) {
      if (box.type == "idat") idat_ = box.inside;
      if (!is_in(kMetaBoxes, box.type)) blank(box);
    }
    return each(*boxes, "iinf", &HeicReader::read_items) &&
           each(*boxes, "iloc", &HeicReader::read_places);
  }

  // There is exactly one box of this type, and it can be followed.
  bool each(std::vector<Box> const& boxes, std::string_view type,
            bool (HeicReader::*follow)(Box const&)) {
    int count = 0;
    for (auto const& box : boxes) {
      if (box.type == type && (++count > 1 || !(this->*follow)(box))) return false;
    }
    return count == 1;
  }

  // 14496-12, 8.11.6: which items are no pictures.
  bool read_items(Box const& box) {
    std::string const bytes = content_of(box);
    Cursor cursor{bytes};
    std::size_t const count_bytes = cursor.number(1) == 0 ? 2 : 4;
    cursor.number(3);
    std::uint64_t const count = cursor.number(count_bytes);
    std::uint64_t const skipped = kFullBytes + count_bytes;
    if (!cursor.is_good() || count > kMostItems) return false;
    auto const entries = boxes_in({box.inside.from + skipped, box.inside.bytes - skipped});
    return entries && entries->size() == count &&
           std::all_of(entries->begin(), entries->end(),
                       [this](Box const& entry) { return read_item(entry); });
  }

  bool read_item(Box const& entry) {
    std::string const bytes = content_of(entry);
    Cursor cursor{bytes};
    std::uint64_t const version = cursor.number(1);
    cursor.number(3);
    std::uint64_t const id = cursor.number(version == 2 ? 2 : 4);
    cursor.number(2);
    std::string_view const type = cursor.text(4);
    if (!cursor.is_good() || entry.type != "infe" || (version != 2 && version != 3)) return false;
    if (!is_in(kPictureItems, type)) others_.emplace(id, type);
    return true;
  }

  // 14496-12, 8.11.3: where each item's bytes are.
  bool read_places(Box const& box) {
    std::string const bytes = content_of(box);
    Cursor cursor{bytes};
    std::uint64_t const version = cursor.number(1);
    cursor.number(3);
    std::uint64_t const sizes = cursor.number(2);
    std::uint64_t const count = cursor.number(version < 2 ? 2 : 4);
    if (!cursor.is_good() || version > 2 || count > kMostItems) return false;
    for (std::uint64_t at = 0; at < count; ++at) {
      if (!read_place(cursor, version, sizes)) return false;
    }
    return cursor.is_good();
  }

  bool read_place(Cursor& cursor, std::uint64_t version, std::uint64_t sizes) {
    auto const size = [sizes](unsigned shift) {
      return static_cast<std::size_t>(sizes >> shift & 0xFU);
    };
    std::uint64_t const id = cursor.number(version < 2 ? 2 : 4);
    std::uint64_t const method = version == 0 ? 0 : cursor.number(2) & 0xFU;
    std::uint64_t const elsewhere = cursor.number(2);
    if (size(12) > 8 || size(8) > 8 || size(4) > 8 || size(0) > 8) return false;
    std::uint64_t const base = cursor.number(size(4));
    std::uint64_t const extents = cursor.number(2);
    for (std::uint64_t at = 0; at < extents && cursor.is_good(); ++at) {
      if (version > 0) cursor.number(size(0));
      std::uint64_t const offset = cursor.number(size(12));
      std::uint64_t const length = cursor.number(size(8));
      auto const other = others_.find(id);
      if (other == others_.end()) continue;
      if (elsewhere != 0 || !blank_extent(method, base + offset, length, other->second))
        return false;
    }
    return cursor.is_good();
  }

  // Only where the file keeps its data: nothing can make us overwrite what says where things are.
  bool blank_extent(std::uint64_t method, std::uint64_t offset, std::uint64_t length,
                    std::string_view type) {
    if (method > 1 || offset > content_.bytes || length == 0) return false;
    Span const span{offset + (method == 1 ? idat_.from : 0), length};
    bool const is_data = method == 1
                             ? idat_.holds(span)
                             : std::any_of(data_.begin(), data_.end(),
                                           [&](Span const& data) { return data.holds(span); });
    if (!is_data) return false;
    std::string bytes(span.bytes, '\0');
    if (type == "Exif" && bytes.size() >= kNoExif.size()) bytes.replace(0, kNoExif.size(), kNoExif);
    blanks_.push_back({span, std::move(bytes)});
    return true;
  }

  std::string content_of(Box const& box) const {
    return content_.read(box.inside.from, static_cast<std::size_t>(box.inside.bytes));
  }

  std::optional<Pieces> pieces() {
    std::sort(blanks_.begin(), blanks_.end(),
              [](Blank const& one, Blank const& other) { return one.span.from < other.span.from; });
    Pieces pieces;
    std::uint64_t at = 0;
    for (auto& blank : blanks_) {
      if (blank.span.from < at) return std::nullopt;
      pieces.keep(at, blank.span.from - at);
      at = blank.span.from + blank.span.bytes;
      pieces.add(std::move(blank.bytes));
    }
    pieces.keep(at, content_.bytes - at);
    return pieces;
  }

  Content const& content_;
  std::vector<Span> data_;
  Span idat_;
  /// Those that are no pictures, and what they are.
  std::map<std::uint64_t, std::string> others_;
  std::vector<Blank> blanks_;
};

}  // namespace

std::optional<Pieces> heic_without_metadata(Content const& content) {
  return HeicReader{content}.read();
}

}  // namespace putright::attachments
