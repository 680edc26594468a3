// The files that customers send, kept under their digests and never served back by any route.
//   <folder>/<64 hexadecimal digits>   a file that is kept, under the digest of what was sent
//   <folder>/<the same>.kept           where that is not what is kept (a picture that was cleaned):
//                                      the digest of what is
//   <folder>/partial/                  files on their way in, each locked by the stub that writes
//   it; and uploads that came in pieces and are not whole (unfinished.hpp)
// Many stubs may share one folder. A file that is kept is never replaced and only ever removed by a
// sweep that holds its lock.
#pragma once
#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "server-stub/attachments/partial_file.hpp"
#include "server-stub/attachments/unfinished.hpp"
#include "server-stub/descriptor.hpp"
#include "server-stub/failure.hpp"
#include "server-stub/keys/digest.hpp"

namespace putright::attachments {

enum class Storing {
  kept,
  empty,
  too_large,
  type_not_allowed,
  /// The scanner found something in it.
  harmful,
  /// There is a scanner, and it could not be asked: nothing is kept that it has not seen.
  not_scanned,
  /// The pieces that came make another file than the one announced: they are forgotten.
  not_as_announced,
  unavailable,
};

/// What became of a file. The rest is for `kept`, as it was sent, but for `why`: for the operator,
/// names no data.
struct Stored {
  Storing storing = Storing::unavailable;
  std::string sha256{};
  std::uint64_t bytes = 0;
  std::string_view media_type{};
  std::string why{};
};

/// `unavailable`, with the system's reason.
Stored not_stored(std::string_view what, int error);

/// One file on its way in. Gone without a trace unless it was kept.
class Upload {
 public:
  /// `in_hand` is held until the upload ends; no scanner: nothing is scanned.
  Upload(std::string folder, std::string scanner, std::shared_ptr<void> in_hand);
  Upload(Upload const&) = delete;
  Upload& operator=(Upload const&) = delete;

  /// Adds bytes. What goes wrong is told by `keep`; past the limit nothing more is written.
  void take(std::string_view part);

  /// Judges the file, has it scanned, cleans it, flushes it and gives it its name, or removes it.
  /// Slow: not for the serving thread.
  Stored keep();

 private:
  Stored judge();
  Stored scan_and_clean(std::string_view media_type);
  Stored keep_as(PartialFile const& file, std::string const& sha256, std::string const& kept_sha256,
                 std::string_view media_type);
  bool give_name(PartialFile const& file, std::string const& path,
                 std::string const& kept_sha256) const;

  std::string folder_;
  std::string scanner_;
  std::shared_ptr<void> in_hand_;
  std::unique_ptr<PartialFile> sent_;
  std::uint64_t bytes_ = 0;
};

/// A kept file, open for reading.
struct KeptFile {
  Descriptor file;
  std::uint64_t bytes = 0;
  /// What it is by what is in it.
  std::string_view media_type{};
  /// The digest of these bytes: not the one that the submission names, where a picture was cleaned.
  std::string sha256{};

  /// Up to `count` bytes from `offset`; fewer only at the end.
  std::string read(std::uint64_t offset, std::size_t count) const;
};

class Folder {
 public:
  using Clock = std::chrono::system_clock;
  /// Whether a kept complaint has the file with this digest.
  using IsAttached = std::function<Outcome<bool, Failure>(std::string const& sha256)>;

  /// Opens the folder, makes what is missing and removes from `partial` what nobody writes to.
  /// `scanner` is the address of a ClamAV daemon (scanner.hpp); empty: nothing is scanned.
  static Outcome<Folder, Failure> open(std::string const& path, std::string scanner = {});

  /// A place among those who are sending, for as long as it is held; null when there are too many,
  /// or the disk is nearly full.
  std::shared_ptr<void> take_place() const;

  /// A new file; null when there is no place for it.
  std::unique_ptr<Upload> begin() const;

  /// Files that come in pieces.
  UnfinishedUploads const& unfinished() const { return unfinished_; }

  /// Keeps an upload of which all has come, as `Upload::keep` would; again, it only tells what it
  /// told before. `announced` is the digest that its sender gave, base64url; empty: none. What
  /// could not be judged yet stays for another try. Slow: not for the serving thread.
  Stored keep_unfinished(std::string const& token, std::string const& announced,
                         std::shared_ptr<void> place) const;

  /// How long the file with this digest is; empty when it is not kept here. It counts as sent again
  /// now: no sweep takes it from a complaint that is on its way into the store.
  std::optional<std::uint64_t> claim(std::string_view sha256) const;

  /// The file that a submission names by this digest; null when it is not kept here. Files come
  /// from strangers: give one out only to be saved (`Content-Disposition: attachment`), never to be
  /// shown.
  std::unique_ptr<KeptFile> open_kept(std::string_view sha256) const;
  /// Removes one file, if no complaint has it any more.
  Outcome<int, Failure> remove(std::string const& sha256, IsAttached const& is_attached) const;

  /// Removes the files that no complaint has and that were last sent before `before`. How many; a
  /// file that cannot be judged stays.
  Outcome<int, Failure> sweep(Clock::time_point before, IsAttached const& is_attached) const;

 private:
  Folder(std::string path, std::string scanner);
  Stored keep_copy(std::string const& token, std::string const& announced,
                   std::shared_ptr<void> place) const;
  Stored stored_before(std::string const& token, Standing const& standing) const;

  std::string path_;
  std::string scanner_;
  UnfinishedUploads unfinished_;
  /// Its use count tells how many uploads there are.
  std::shared_ptr<int> in_hand_ = std::make_shared<int>();
};

/// Whether this is how a digest is written: 64 lower-case hexadecimal digits.
bool is_digest(std::string_view text);

}  // namespace putright::attachments
