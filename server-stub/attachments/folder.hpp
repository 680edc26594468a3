// The files that customers send, kept under their digests and never served back by any route.
//   <folder>/<64 hexadecimal digits>   a file that is kept
//   <folder>/partial/                  files on their way in, each locked by the stub that writes
//   it
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

#include "server-stub/descriptor.hpp"
#include "server-stub/failure.hpp"
#include "server-stub/keys/digest.hpp"

namespace putright::attachments {

enum class Storing { kept, empty, too_large, type_not_allowed, unavailable };

/// What became of a file. The rest is for `kept`, but for `why`: for the operator, names no data.
struct Stored {
  Storing storing = Storing::unavailable;
  std::string sha256{};
  std::uint64_t bytes = 0;
  std::string_view media_type{};
  std::string why{};
};

/// One file on its way in. Gone without a trace unless it was kept.
class Upload {
 public:
  /// `in_hand` is held until the upload ends.
  Upload(std::string folder, std::shared_ptr<void> in_hand);
  ~Upload();
  Upload(Upload const&) = delete;
  Upload& operator=(Upload const&) = delete;

  /// Adds bytes. What goes wrong is told by `keep`; past the limit nothing more is written.
  void take(std::string_view part);

  /// Judges the file, flushes it and gives it its name, or removes it. Slow: not for the serving
  /// thread.
  Stored keep();

 private:
  Stored judge_and_keep();
  bool give_name(std::string const& path);
  Stored fail(std::string_view what) const;
  void discard();

  std::string folder_;
  std::string partial_;
  std::shared_ptr<void> in_hand_;
  Descriptor file_;
  Sha256 digest_;
  std::uint64_t bytes_ = 0;
  int error_ = 0;
};

class Folder {
 public:
  using Clock = std::chrono::system_clock;
  /// Whether a kept complaint has the file with this digest.
  using IsAttached = std::function<Outcome<bool, Failure>(std::string const& sha256)>;

  /// Opens the folder, makes what is missing and removes from `partial` what nobody writes to.
  static Outcome<Folder, Failure> open(std::string const& path);

  /// A new file; null when too many are on their way, or the disk is nearly full.
  std::unique_ptr<Upload> begin();

  /// How long the file with this digest is; empty when it is not kept here. It counts as sent again
  /// now: no sweep takes it from a complaint that is on its way into the store.
  std::optional<std::uint64_t> claim(std::string_view sha256) const;

  /// Removes one file, if no complaint has it any more.
  Outcome<int, Failure> remove(std::string const& sha256, IsAttached const& is_attached) const;

  /// Removes the files that no complaint has and that were last sent before `before`. How many; a
  /// file that cannot be judged stays.
  Outcome<int, Failure> sweep(Clock::time_point before, IsAttached const& is_attached) const;

 private:
  explicit Folder(std::string path) : path_(std::move(path)) {}
  std::string path_;
  /// Its use count tells how many uploads there are.
  std::shared_ptr<int> in_hand_ = std::make_shared<int>();
};

/// Whether this is how a digest is written: 64 lower-case hexadecimal digits.
bool is_digest(std::string_view text);

}  // namespace putright::attachments
