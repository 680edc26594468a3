#include "server-stub/attachments/unfinished.hpp"

#include <cerrno>
#include <charconv>
#include <ctime>
#include <filesystem>
#include <optional>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"

namespace putright::attachments {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kTokenDigits = 32;
constexpr std::size_t kDigestDigits = 64;
constexpr std::string_view kBegun = ".begun";
constexpr std::string_view kKept = ".kept";

std::optional<struct stat> stat_of(std::string const& path) {
  struct stat found {};
  if (::lstat(path.c_str(), &found) != 0 || !S_ISREG(found.st_mode)) return std::nullopt;
  return found;
}

bool is_older(struct stat const& file, std::chrono::seconds age) {
  return std::time(nullptr) - file.st_mtime > age.count();
}

// `<digest> <bytes>`; nothing when it is not that.
Standing read_note(std::string_view note) {
  Standing standing;
  if (note.size() <= kDigestDigits + 1) return standing;
  std::string_view const number = note.substr(kDigestDigits + 1);
  auto const read =
      std::from_chars(number.data(), number.data() + number.size(), standing.bytes, 10);
  if (read.ec != std::errc{}) return {};
  standing.sha256 = note.substr(0, kDigestDigits);
  return standing;
}

}  // namespace

bool is_upload_token(std::string_view text) {
  return text.size() == kTokenDigits &&
         text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

Continuation::Continuation(std::string const& path, std::uint64_t offset)
    : file_(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW | (offset == 0 ? O_CREAT : 0),
                   0600)),
      bytes_(offset),
      error_(file_.open() && ::lseek(file_.number(), static_cast<off_t>(offset), SEEK_SET) >= 0
                 ? 0
                 : errno) {}

void Continuation::take(std::string_view part) {
  if (error_ != 0) return;
  if (!write_all(file_, part)) {
    error_ = errno;
  } else {
    bytes_ += part.size();
  }
}

Standing UnfinishedUploads::standing(std::string const& token) const {
  // In this order: the note is written before the bytes go.
  if (auto const begun = stat_of(path_of(token)))
    return {static_cast<std::uint64_t>(begun->st_size)};
  auto const note = read_file(note_of(token), limits::kKeyFileBytes);
  return note.ok() ? read_note(note.value()) : Standing{};
}

bool UnfinishedUploads::have_room(std::string const& token, std::uint64_t more) const {
  Crowd const crowd = look();
  bool const is_new = !stat_of(path_of(token));
  if (is_new && crowd.begun >= limits::kUnfinishedUploads) return false;
  // The end of a file brings nothing, and makes room.
  return more == 0 || crowd.bytes + more <= limits::kUnfinishedBytes;
}

std::unique_ptr<Continuation> UnfinishedUploads::go_on(std::string const& token,
                                                       std::uint64_t offset) const {
  return std::make_unique<Continuation>(path_of(token), offset);
}

// Where it cannot be written down the file is sent again, which does no harm.
void UnfinishedUploads::remember(std::string const& token, std::string const& sha256,
                                 std::uint64_t bytes) const {
  if (look().remembered < limits::kRememberedUploads) {
    std::string const note = sha256 + ' ' + std::to_string(bytes) + '\n';
    static_cast<void>(write_file(note_of(token), note, Readers::owner).ok());
  }
  ::unlink(path_of(token).c_str());
}

void UnfinishedUploads::forget(std::string const& token) const {
  ::unlink(note_of(token).c_str());
  ::unlink(path_of(token).c_str());
}

bool UnfinishedUploads::owns(std::string_view name) {
  return is_upload_token(name.substr(0, kTokenDigits)) &&
         (name.ends_with(kBegun) || name.ends_with(kKept));
}

// There are only so many, by the limits, and they lie in one folder: looking is quick, and no count
// has to be kept true between stubs.
UnfinishedUploads::Crowd UnfinishedUploads::look() const {
  Crowd crowd;
  std::error_code error;
  for (fs::directory_iterator at{folder_, error}, end; !error && at != end; at.increment(error)) {
    std::string const path = at->path().string();
    if (!owns(at->path().filename().string())) continue;
    auto const file = stat_of(path);
    if (!file) continue;
    bool const is_begun = path.ends_with(kBegun);
    if (is_older(*file, is_begun ? limits::kUnfinishedTime : limits::kRememberedTime)) {
      ::unlink(path.c_str());
    } else if (is_begun) {
      ++crowd.begun;
      crowd.bytes += static_cast<std::uint64_t>(file->st_size);
    } else {
      ++crowd.remembered;
    }
  }
  return crowd;
}

std::string UnfinishedUploads::path_of(std::string const& token) const {
  return folder_ + '/' + token + std::string{kBegun};
}

std::string UnfinishedUploads::note_of(std::string const& token) const {
  return folder_ + '/' + token + std::string{kKept};
}

}  // namespace putright::attachments
