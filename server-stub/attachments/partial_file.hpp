// A file that is being written: gone again unless it gets another name too.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "server-stub/attachments/media_type.hpp"
#include "server-stub/descriptor.hpp"
#include "server-stub/keys/digest.hpp"

namespace putright::attachments {

/// The bytes of an open file. It must stay open for as long as they are read.
Content content_of(Descriptor const& file, std::uint64_t bytes);

class PartialFile {
 public:
  /// Makes a new file in this folder, locked so that others know that somebody writes to it.
  explicit PartialFile(std::string const& folder);
  ~PartialFile();
  PartialFile(PartialFile const&) = delete;
  PartialFile& operator=(PartialFile const&) = delete;

  /// Adds bytes; false when that did not work, now or before.
  bool take(std::string_view part);

  std::string const& path() const { return path_; }
  Descriptor const& file() const { return file_; }
  std::uint64_t bytes() const { return bytes_; }
  Content content() const { return content_of(file_, bytes_); }
  /// The system's reason for the first thing that did not work, or 0.
  int error() const { return error_; }
  /// The digest of all that was taken, as it is written. Once, and nothing after it.
  std::string finish() { return hexadecimal(digest_.finish()); }

 private:
  std::string path_;
  Descriptor file_;
  Sha256 digest_;
  std::uint64_t bytes_ = 0;
  int error_ = 0;
};

}  // namespace putright::attachments
