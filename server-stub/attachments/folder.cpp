#include "server-stub/attachments/folder.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "server-stub/attachments/cleaning.hpp"
#include "server-stub/attachments/media_type.hpp"
#include "server-stub/attachments/scanner.hpp"
#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"
#include "shared/submission/submission.hpp"

namespace putright::attachments {
namespace {

namespace fs = std::filesystem;

std::string partial_folder(std::string const& folder) {
  return folder + "/partial";
}

constexpr char kKeptEnding[] = ".kept";

// The disk's last space is for words: a complaint must never be refused for somebody's pictures.
bool disk_has_room(std::string const& folder) {
  struct statvfs disk {};
  if (::statvfs(folder.c_str(), &disk) != 0) return false;
  return std::uint64_t{disk.f_bavail} * disk.f_frsize >= limits::kDiskKeptFree;
}

int open_kept_file(std::string const& path) {
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
  Descriptor const file{open_kept_file(path)};
  if (!file.open() || !lock(file, Locking::together)) return std::nullopt;
  auto const found = stat_of(file);
  if (!found) return std::nullopt;
  // Where nothing can be written nothing is removed either.
  if (::futimens(file.number(), nullptr) != 0 && errno != EROFS) return std::nullopt;
  return static_cast<std::uint64_t>(found->st_size);
}

// What an earlier stub left half written. Those of a stub beside this one are locked.
void remove_left(std::string const& path) {
  Descriptor const file{open_kept_file(path)};
  if (file.open() && lock_now(file, Locking::alone)) ::unlink(path.c_str());
}

// Writes down the digest of what is kept, where it is not the one that the file is called by.
bool note_kept(std::string const& path, std::string const& kept_sha256) {
  std::string const note = path + kKeptEnding;
  bool const is_as_sent = fs::path{path}.filename() == kept_sha256;
  if (is_as_sent || ::access(note.c_str(), F_OK) == 0) return true;
  return write_file(note, kept_sha256 + "\n", Readers::owner).ok();
}

}  // namespace

Stored not_stored(std::string_view what, int error) {
  Stored stored;
  stored.why = std::string{what} + ": " + std::generic_category().message(error);
  return stored;
}

Upload::Upload(std::string folder, std::string scanner, std::shared_ptr<void> in_hand)
    : folder_(std::move(folder)),
      scanner_(std::move(scanner)),
      in_hand_(std::move(in_hand)),
      sent_(std::make_unique<PartialFile>(partial_folder(folder_))) {}

void Upload::take(std::string_view part) {
  bytes_ += part.size();
  if (bytes_ <= kMaxAttachmentBytes) sent_->take(part);
}

Stored Upload::keep() {
  Stored stored = judge();
  sent_.reset();
  return stored;
}

Stored Upload::judge() {
  if (bytes_ == 0) return {.storing = Storing::empty};
  if (bytes_ > kMaxAttachmentBytes) return {.storing = Storing::too_large};
  if (sent_->error() != 0) return not_stored("cannot write an attachment", sent_->error());
  auto const media_type = recognise(sent_->content());
  if (!media_type) return {.storing = Storing::type_not_allowed};
  return scan_and_clean(*media_type);
}

Stored Upload::scan_and_clean(std::string_view media_type) {
  // What was sent is scanned, not what is kept of it: somebody wants to know what comes in.
  if (!scanner_.empty()) {
    auto scanned = scan(scanner_, sent_->content());
    if (scanned.scan == Scan::failed)
      return {.storing = Storing::not_scanned, .why = std::move(scanned.why)};
    if (scanned.scan == Scan::harmful)
      return {.storing = Storing::harmful, .why = std::move(scanned.found)};
  }
  auto const pieces = without_metadata(sent_->content(), media_type);
  if (!pieces) return {.storing = Storing::type_not_allowed};
  std::string const sha256 = sent_->finish();
  if (pieces->are_whole(sent_->content())) return keep_as(*sent_, sha256, sha256, media_type);
  PartialFile cleaned{partial_folder(folder_)};
  bool const written = pieces->write(
      sent_->content(), [&cleaned](std::string_view part) { return cleaned.take(part); });
  if (!written || cleaned.error() != 0)
    return not_stored("cannot write an attachment", cleaned.error());
  return keep_as(cleaned, sha256, cleaned.finish(), media_type);
}

Stored Upload::keep_as(PartialFile const& file, std::string const& sha256,
                       std::string const& kept_sha256, std::string_view media_type) {
  std::string const path = folder_ + "/" + sha256;
  if (::fsync(file.file().number()) != 0 || !give_name(file, path, kept_sha256))
    return not_stored("cannot keep an attachment", errno);
  flush_folder_of(path);
  return {Storing::kept, sha256, bytes_, media_type, {}};
}

// A file that is there already came from the same bytes and stays; only when a sweep takes it in
// this very moment there is a second round.
bool Upload::give_name(PartialFile const& file, std::string const& path,
                       std::string const& kept_sha256) const {
  for (int round = 0; round < limits::kNamingTries; ++round) {
    if (make_young(path)) return note_kept(path, kept_sha256);
    if (::link(file.path().c_str(), path.c_str()) == 0) {
      // Until it is unlocked no sweep takes it. After that nobody shall wait for it.
      bool const noted = note_kept(path, kept_sha256);
      unlock(file.file());
      return noted;
    }
    if (errno != EEXIST) return false;
  }
  return false;
}

std::string KeptFile::read(std::uint64_t offset, std::size_t count) const {
  return content_of(file, bytes).read(offset, count);
}

Outcome<Folder, Failure> Folder::open(std::string const& path, std::string scanner) {
  for (auto const& folder : {path, partial_folder(path)}) {
    if (auto made = make_own_folder(folder); !made.ok()) return made.error();
  }
  std::error_code error;
  for (fs::directory_iterator at{partial_folder(path), error}, end; !error && at != end;
       at.increment(error)) {
    if (!UnfinishedUploads::owns(at->path().filename().string())) remove_left(at->path().string());
  }
  if (error) return Failure{"cannot empty " + partial_folder(path) + ": " + error.message()};
  Folder folder{path, std::move(scanner)};
  folder.unfinished_.sweep();
  return folder;
}

Folder::Folder(std::string path, std::string scanner)
    : path_(std::move(path)), scanner_(std::move(scanner)), unfinished_(partial_folder(path_)) {}

std::shared_ptr<void> Folder::take_place() const {
  auto const in_hand = static_cast<std::size_t>(in_hand_.use_count() - 1);
  if (in_hand >= limits::kUploadsAtOnce || !disk_has_room(path_)) return nullptr;
  return in_hand_;
}

std::unique_ptr<Upload> Folder::begin() const {
  auto place = take_place();
  if (!place) return nullptr;
  return std::make_unique<Upload>(path_, scanner_, std::move(place));
}

Stored Folder::keep_unfinished(std::string const& token, std::string const& announced,
                               std::shared_ptr<void> place) const {
  Standing const standing = unfinished_.standing(token);
  if (!standing.sha256.empty()) return stored_before(token, standing);
  Stored stored = keep_copy(token, announced, std::move(place));
  bool const may_help =
      stored.storing == Storing::not_scanned || stored.storing == Storing::unavailable;
  if (stored.storing == Storing::kept) {
    unfinished_.remember(token, stored.sha256, stored.bytes);
  } else if (!may_help) {
    unfinished_.forget(token);
  }
  return stored;
}

// Copied first: others who know the token could still write to the file while it is judged.
Stored Folder::keep_copy(std::string const& token, std::string const& announced,
                         std::shared_ptr<void> place) const {
  Descriptor const file{open_kept_file(unfinished_.path_of(token))};
  auto const found = stat_of(file);
  if (!found) return not_stored("cannot read an upload", errno);
  auto const content = content_of(file, static_cast<std::uint64_t>(found->st_size));
  Upload upload{path_, scanner_, std::move(place)};
  Sha256 digest;
  for (std::uint64_t at = 0; at < content.bytes; at += limits::kCopiedTogetherBytes) {
    std::string const part = content.read(at, limits::kCopiedTogetherBytes);
    if (part.empty()) return not_stored("cannot read an upload", EIO);
    digest.take(part);
    upload.take(part);
  }
  if (!announced.empty() && base64url(digest.finish()) != announced)
    return {.storing = Storing::not_as_announced};
  return upload.keep();
}

// What was kept may have been swept since, when no complaint came for it.
Stored Folder::stored_before(std::string const& token, Standing const& standing) const {
  auto const kept = open_kept(standing.sha256);
  if (kept) return {Storing::kept, standing.sha256, standing.bytes, kept->media_type, {}};
  unfinished_.forget(token);
  return {.storing = Storing::not_as_announced};
}

std::optional<std::uint64_t> Folder::claim(std::string_view sha256) const {
  if (!is_digest(sha256)) return std::nullopt;
  return make_young(path_ + "/" + std::string{sha256});
}

std::unique_ptr<KeptFile> Folder::open_kept(std::string_view sha256) const {
  if (!is_digest(sha256)) return nullptr;
  std::string const path = path_ + "/" + std::string{sha256};
  std::unique_ptr<KeptFile> kept{new KeptFile{Descriptor{open_kept_file(path)}}};
  auto const found = stat_of(kept->file);
  if (!found) return nullptr;
  kept->bytes = static_cast<std::uint64_t>(found->st_size);
  kept->media_type = recognise(content_of(kept->file, kept->bytes)).value_or("");
  auto const note = read_file(path + kKeptEnding, limits::kKeyFileBytes);
  kept->sha256 = note.ok() ? note.value().substr(0, sha256.size()) : std::string{sha256};
  return kept;
}

// How many files went: 0 or 1.
static Outcome<int, Failure> remove_unless_attached(std::string const& path,
                                                    Folder::Clock::time_point before,
                                                    Folder::IsAttached const& is_attached) {
  Descriptor const file{open_kept_file(path)};
  // Whoever holds the lock is just making it young.
  if (!file.open() || !lock_now(file, Locking::alone)) return 0;
  auto const found = stat_of(file);
  if (!found || Folder::Clock::from_time_t(found->st_mtime) >= before) return 0;
  auto const attached = is_attached(fs::path{path}.filename().string());
  if (!attached.ok()) return attached.error();
  if (attached.value()) return 0;
  ::unlink((path + kKeptEnding).c_str());
  return ::unlink(path.c_str()) == 0 ? 1 : 0;
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
    auto gone = remove_unless_attached(at->path().string(), before, is_attached);
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
