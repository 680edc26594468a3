#include "server-stub/files.hpp"

#include <array>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "server-stub/descriptor.hpp"

namespace putright {
namespace {

constexpr std::size_t kReadBytes = 64U << 10U;

}  // namespace

Failure cannot(std::string const& what, std::string const& path) {
  return {"cannot " + what + " " + path + ": " + std::generic_category().message(errno)};
}

Outcome<std::string, Failure> read_file(std::string const& path, std::size_t at_most) {
  Descriptor const file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (!file.open()) return cannot("read", path);
  return read_file(file, path, at_most);
}

Outcome<std::string, Failure> read_file(Descriptor const& file, std::string const& path,
                                        std::size_t at_most) {
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
    if (!write_all(file, bytes) || ::fsync(file.number()) != 0) {
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
