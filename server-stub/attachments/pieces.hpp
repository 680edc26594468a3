// A file put together anew: parts of another one, and bytes of our own between them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/attachments/media_type.hpp"

namespace putright::attachments {

/// Bytes of the old file from `from` on or, where `bytes` is 0, those of `own`.
struct Piece {
  std::uint64_t from = 0;
  std::uint64_t bytes = 0;
  std::string own{};
};

class Pieces {
 public:
  /// Adds a part of the old file. Neighbours become one piece.
  void keep(std::uint64_t from, std::uint64_t bytes);
  void add(std::string own);
  std::vector<Piece> const& all() const { return all_; }

  /// Whether they are the whole old file and nothing else.
  bool are_whole(Content const& content) const;

  /// Hands the new file's bytes over, part by part; false as soon as `take` gives false.
  template <class Take>
  bool write(Content const& content, Take const& take) const {
    for (auto const& piece : all_) {
      if (piece.bytes == 0 && !take(std::string_view{piece.own})) return false;
      for (std::uint64_t done = 0; done < piece.bytes; done += kPartBytes) {
        auto const count = static_cast<std::size_t>(
            piece.bytes - done < kPartBytes ? piece.bytes - done : kPartBytes);
        std::string const part = content.read(piece.from + done, count);
        if (part.size() != count || !take(std::string_view{part})) return false;
      }
    }
    return true;
  }

 private:
  static constexpr std::uint64_t kPartBytes = 64U << 10U;
  std::vector<Piece> all_;
};

}  // namespace putright::attachments
