#include "server-stub/files.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace putright {
namespace {

constexpr std::size_t kReadBytes = 64U << 10U;

Failure cannot(std::string const& what, std::string const& path) {
  return {"cannot " + what + " " + path + ": " + std::generic_category().message(errno)};
}

// Closes the descriptor on every way out.
class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(Descriptor const&) = delete;
  Descriptor& operator=(Descriptor const&) = delete;
  int number() const { return number_; }
  bool open() const { return number_ >= 0; }

 private:
  int number_;
};

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// A name is on the disk only when its folder is.
void flush_folder_of(std::string const& path) {
  auto const folder = std::filesystem::path{path}.parent_path();
  Descriptor const descriptor{
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (descriptor.open()) ::fsync(descriptor.number());
}

}  // namespace

Outcome<std::string, Failure> read_file(std::string const& path, std::size_t at_most) {
  Descriptor const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!file.open()) return cannot("read", path);
  std::string bytes;
  std::array<char, kReadBytes> part{};
  while (true) {
    ssize_t const got = ::read(file.number(), part.data(), part.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return cannot("read", path);
    if (got == 0) return bytes;
    bytes.append(part.data(), static_cast<std::size_t>(got));
    if (bytes.size() > at_most)
      return Failure{path + " is longer than " + std::to_string(at_most) + " bytes"};
  }
}

Done write_file(std::string const& path, std::string_view bytes, Readers readers) {
  std::string const partial = path + ".partial";
  mode_t const mode = readers == Readers::owner ? 0600 : 0644;
  ::unlink(partial.c_str());
  {
    Descriptor const file{::open(partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode)};
    if (!file.open()) return cannot("write", path);
    if (!write_all(file.number(), bytes) || ::fsync(file.number()) != 0) {
      Failure const reason = cannot("write", path);
      ::unlink(partial.c_str());
      return reason;
    }
  }
  if (::rename(partial.c_str(), path.c_str()) != 0) return cannot("write", path);
  flush_folder_of(path);
  return std::monostate{};
}

Done make_own_folder(std::string const& path) {
  if (::mkdir(path.c_str(), 0700) == 0) {
    flush_folder_of(path);
    return std::monostate{};
  }
  if (errno != EEXIST) return cannot("make the folder", path);
  std::error_code error;
  if (!std::filesystem::is_directory(path, error)) return Failure{path + " is not a folder"};
  return std::monostate{};
}

}  // namespace putright
