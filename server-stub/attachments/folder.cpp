#include "server-stub/attachments/folder.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "server-stub/attachments/media_type.hpp"
#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"
#include "shared/submission/submission.hpp"

namespace putright::attachments {
namespace {

namespace fs = std::filesystem;

std::string partial_folder(std::string const& folder) {
  return folder + "/partial";
}

std::string new_name() {
  std::array<std::uint8_t, 16> bytes{};
  fill_random(bytes);
  return hexadecimal(bytes);
}

int open_new(std::string const& path) {
  return ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

Content content_of(Descriptor const& file, std::uint64_t bytes) {
  return {bytes, [&file](std::uint64_t offset, std::size_t count) {
            std::string part(count, '\0');
            std::size_t got = 0;
            while (got < count) {
              ssize_t const more = ::pread(file.number(), part.data() + got, count - got,
                                           static_cast<off_t>(offset + got));
              if (more < 0 && errno == EINTR) continue;
              if (more <= 0) break;
              got += static_cast<std::size_t>(more);
            }
            part.resize(got);
            return part;
          }};
}

// The disk's last space is for words: a complaint must never be refused for somebody's pictures.
bool disk_has_room(std::string const& folder) {
  struct statvfs disk {};
  if (::statvfs(folder.c_str(), &disk) != 0) return false;
  return std::uint64_t{disk.f_bavail} * disk.f_frsize >= limits::kDiskKeptFree;
}

int open_kept(std::string const& path) {
  return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
}

// A file that still has its name.
std::optional<struct stat> stat_of(Descriptor const& file) {
  struct stat found {};
  if (!file.open() || ::fstat(file.number(), &found) != 0) return std::nullopt;
  if (!S_ISREG(found.st_mode) || found.st_nlink == 0) return std::nullopt;
  return found;
}

// Makes a kept file young, so that no sweep removes it. Empty when it is not there, or was just
// swept.
std::optional<std::uint64_t> make_young(std::string const& path) {
  Descriptor const file{open_kept(path)};
  if (!file.open() || !lock(file, Locking::together)) return std::nullopt;
  auto const found = stat_of(file);
  if (!found) return std::nullopt;
  // Where nothing can be written nothing is removed either.
  if (::futimens(file.number(), nullptr) != 0 && errno != EROFS) return std::nullopt;
  return static_cast<std::uint64_t>(found->st_size);
}

// What an earlier stub left half written. Those of a stub beside this one are locked.
void remove_left(std::string const& path) {
  Descriptor const file{open_kept(path)};
  if (file.open() && lock_now(file, Locking::alone)) ::unlink(path.c_str());
}

}  // namespace

Upload::Upload(std::string folder, std::shared_ptr<void> in_hand)
    : folder_(std::move(folder)),
      partial_(partial_folder(folder_) + "/" + new_name()),
      in_hand_(std::move(in_hand)),
      file_(open_new(partial_)),
      error_(file_.open() && lock_now(file_, Locking::alone) ? 0 : errno) {}

Upload::~Upload() {
  discard();
}

void Upload::discard() {
  if (file_.open() && !partial_.empty()) ::unlink(partial_.c_str());
  partial_.clear();
}

void Upload::take(std::string_view part) {
  bytes_ += part.size();
  if (error_ != 0 || bytes_ > kMaxAttachmentBytes) return;
  digest_.take(part);
  if (!write_all(file_, part)) error_ = errno;
}

Stored Upload::fail(std::string_view what) const {
  Stored stored;
  stored.why = std::string{what} + ": " + std::generic_category().message(error_);
  return stored;
}

Stored Upload::keep() {
  Stored stored = judge_and_keep();
  if (stored.storing != Storing::kept) discard();
  return stored;
}

Stored Upload::judge_and_keep() {
  if (bytes_ == 0) return {.storing = Storing::empty};
  if (bytes_ > kMaxAttachmentBytes) return {.storing = Storing::too_large};
  if (error_ != 0) return fail("cannot write an attachment");
  auto const media_type = recognise(content_of(file_, bytes_));
  if (!media_type) return {.storing = Storing::type_not_allowed};
  std::string const sha256 = hexadecimal(digest_.finish());
  std::string const path = folder_ + "/" + sha256;
  if (::fsync(file_.number()) != 0 || !give_name(path)) {
    error_ = errno;
    return fail("cannot keep an attachment");
  }
  discard();
  flush_folder_of(path);
  return {Storing::kept, sha256, bytes_, *media_type, {}};
}

// A file that is there already has the same bytes and stays; only when a sweep takes it in this
// very moment there is a second round.
bool Upload::give_name(std::string const& path) {
  for (int round = 0; round < limits::kNamingTries; ++round) {
    if (make_young(path)) return true;
    if (::link(partial_.c_str(), path.c_str()) == 0) {
      // Nobody shall wait for the lock that came with it.
      unlock(file_);
      return true;
    }
    if (errno != EEXIST) return false;
  }
  return false;
}

Outcome<Folder, Failure> Folder::open(std::string const& path) {
  for (auto const& folder : {path, partial_folder(path)}) {
    if (auto made = make_own_folder(folder); !made.ok()) return made.error();
  }
  std::error_code error;
  for (fs::directory_iterator at{partial_folder(path), error}, end; !error && at != end;
       at.increment(error)) {
    remove_left(at->path().string());
  }
  if (error) return Failure{"cannot empty " + partial_folder(path) + ": " + error.message()};
  return Folder{path};
}

std::unique_ptr<Upload> Folder::begin() {
  auto const in_hand = static_cast<std::size_t>(in_hand_.use_count() - 1);
  if (in_hand >= limits::kUploadsAtOnce || !disk_has_room(path_)) return nullptr;
  return std::make_unique<Upload>(path_, in_hand_);
}

std::optional<std::uint64_t> Folder::claim(std::string_view sha256) const {
  if (!is_digest(sha256)) return std::nullopt;
  return make_young(path_ + "/" + std::string{sha256});
}

// How many files went: 0 or 1.
static Outcome<int, Failure> remove_unless_attached(std::string const& path,
                                                    Folder::Clock::time_point before,
                                                    Folder::IsAttached const& is_attached) {
  Descriptor const file{open_kept(path)};
  // Whoever holds the lock is just making it young.
  if (!file.open() || !lock_now(file, Locking::alone)) return 0;
  auto const found = stat_of(file);
  if (!found || Folder::Clock::from_time_t(found->st_mtime) >= before) return 0;
  auto const attached = is_attached(fs::path{path}.filename().string());
  if (!attached.ok()) return attached.error();
  return !attached.value() && ::unlink(path.c_str()) == 0 ? 1 : 0;
}

Outcome<int, Failure> Folder::remove(std::string const& sha256,
                                     IsAttached const& is_attached) const {
  return remove_unless_attached(path_ + "/" + sha256, Clock::time_point::max(), is_attached);
}

Outcome<int, Failure> Folder::sweep(Clock::time_point before, IsAttached const& is_attached) const {
  int removed = 0;
  std::error_code error;
  for (fs::directory_iterator at{path_, error}, end; !error && at != end; at.increment(error)) {
    if (!is_digest(at->path().filename().string())) continue;
    auto const gone = remove_unless_attached(at->path().string(), before, is_attached);
    if (!gone.ok()) return gone;
    removed += gone.value();
  }
  if (error) return Failure{"cannot read " + path_ + ": " + error.message()};
  return removed;
}

bool is_digest(std::string_view text) {
  return text.size() == 2 * std::tuple_size_v<Digest> &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace putright::attachments
