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

std::optional<struct stat> stat_of(std::string const& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  return found;
}

}  // namespace

Upload::Upload(std::string folder, std::shared_ptr<void> in_hand)
    : folder_(std::move(folder)),
      partial_(partial_folder(folder_) + "/" + new_name()),
      in_hand_(std::move(in_hand)),
      file_(open_new(partial_)),
      error_(file_.open() ? 0 : errno) {}

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
  // A file that is there already has the same bytes; its new name makes it young again.
  if (::fsync(file_.number()) != 0 || ::rename(partial_.c_str(), path.c_str()) != 0) {
    error_ = errno;
    return fail("cannot keep an attachment");
  }
  partial_.clear();
  flush_folder_of(path);
  return {Storing::kept, sha256, bytes_, *media_type, {}};
}

Outcome<Folder, Failure> Folder::open(std::string const& path) {
  for (auto const& folder : {path, partial_folder(path)}) {
    if (auto made = make_own_folder(folder); !made.ok()) return made.error();
  }
  std::error_code error;
  for (fs::directory_iterator at{partial_folder(path), error}, end; !error && at != end;
       at.increment(error)) {
    fs::remove(at->path(), error);
  }
  if (error) return Failure{"cannot empty " + partial_folder(path) + ": " + error.message()};
  return Folder{path};
}

std::unique_ptr<Upload> Folder::begin() {
  auto const in_hand = static_cast<std::size_t>(in_hand_.use_count() - 1);
  if (in_hand >= limits::kUploadsAtOnce || !disk_has_room(path_)) return nullptr;
  return std::make_unique<Upload>(path_, in_hand_);
}

std::optional<std::uint64_t> Folder::bytes_of(std::string_view sha256) const {
  if (!is_digest(sha256)) return std::nullopt;
  auto const found = stat_of(path_ + "/" + std::string{sha256});
  if (!found) return std::nullopt;
  return static_cast<std::uint64_t>(found->st_size);
}

Outcome<int, Failure> Folder::sweep(Clock::time_point before, IsAttached const& is_attached) const {
  int removed = 0;
  std::error_code error;
  for (fs::directory_iterator at{path_, error}, end; !error && at != end; at.increment(error)) {
    std::string const name = at->path().filename().string();
    auto const found = is_digest(name) ? stat_of(at->path().string()) : std::nullopt;
    if (!found || Clock::from_time_t(found->st_mtime) >= before) continue;
    auto const attached = is_attached(name);
    if (!attached.ok()) return attached.error();
    if (!attached.value() && ::unlink(at->path().c_str()) == 0) ++removed;
  }
  if (error) return Failure{"cannot read " + path_ + ": " + error.message()};
  return removed;
}

bool is_digest(std::string_view text) {
  return text.size() == 2 * std::tuple_size_v<Digest> &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace putright::attachments
