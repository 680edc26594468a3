// Files that come in pieces. What has come stays until the rest does, though the line breaks or the
// stub dies. In the folder for what is on its way in, which no copy takes along:
//   <token>.begun   what has come so far
//   <token>.kept    the digest of a file that came whole: for those who did not hear our answer
// Many stubs may share the folder, and nothing is locked. Whoever knows the token may write, so
// what is judged and kept in the end is a copy that nobody else can reach
// (Folder::keep_unfinished).
#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "server-stub/descriptor.hpp"

namespace putright::attachments {

/// Whether this is how an upload's token is written: 128 bits, made by whoever sends the file, as
/// 32 lower-case hexadecimal digits.
bool is_upload_token(std::string_view text);

/// How much of an upload is here. One that nobody began stands at 0.
struct Standing {
  std::uint64_t bytes = 0;
  /// The digest of the file, once it is kept; else empty.
  std::string sha256{};
};

/// What is written to an upload in one go. What was taken stays, whatever happens to the rest.
class Continuation {
 public:
  /// Writes to the file from `offset` on, where it ends; makes it when that is 0.
  Continuation(std::string const& path, std::uint64_t offset);

  /// Adds bytes. What goes wrong is told by `error`; nothing is written after it.
  void take(std::string_view part);
  /// How long the upload is now.
  std::uint64_t bytes() const { return bytes_; }
  /// The system's reason for the first thing that did not work, or 0.
  int error() const { return error_; }

 private:
  Descriptor file_;
  std::uint64_t bytes_;
  int error_;
};

class UnfinishedUploads {
 public:
  /// `folder` is there.
  explicit UnfinishedUploads(std::string folder) : folder_(std::move(folder)) {}

  Standing standing(std::string const& token) const;

  /// Whether `more` bytes of this upload can be taken. Looks at all that is here, and removes what
  /// is too old.
  bool have_room(std::string const& token, std::uint64_t more) const;

  /// Goes on with an upload that stands at `offset`.
  std::unique_ptr<Continuation> go_on(std::string const& token, std::uint64_t offset) const;

  /// Where the bytes that have come so far are.
  std::string path_of(std::string const& token) const;

  /// Remembers that all of it came and is kept, in the place of its bytes.
  void remember(std::string const& token, std::string const& sha256, std::uint64_t bytes) const;
  void forget(std::string const& token) const;

  /// Removes what is too old.
  void sweep() const { look(); }

  /// Whether a file of this name is one of an upload's.
  static bool owns(std::string_view name);

 private:
  struct Crowd {
    std::size_t begun = 0;
    std::uint64_t bytes = 0;
    std::size_t remembered = 0;
  };
  Crowd look() const;
  std::string note_of(std::string const& token) const;

  std::string folder_;
};

}  // namespace putright::attachments
