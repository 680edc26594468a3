#include "server-stub/descriptor.hpp"

#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace putright {
namespace {

bool lock_with(Descriptor const& file, int how) {
  int done = 0;
  do {
    done = ::flock(file.number(), how);
  } while (done != 0 && errno == EINTR);
  return done == 0;
}

int flag_of(Locking locking) {
  return locking == Locking::alone ? LOCK_EX : LOCK_SH;
}

}  // namespace

Descriptor::~Descriptor() {
  if (number_ >= 0) ::close(number_);
}

bool write_all(Descriptor const& file, std::string_view bytes) {
  while (!bytes.empty()) {
    ssize_t const written = ::write(file.number(), bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

bool lock_now(Descriptor const& file, Locking locking) {
  return lock_with(file, flag_of(locking) | LOCK_NB);
}

bool lock(Descriptor const& file, Locking locking) {
  return lock_with(file, flag_of(locking));
}

void unlock(Descriptor const& file) {
  lock_with(file, LOCK_UN);
}

void flush_folder_of(std::string const& path) {
  auto const folder = std::filesystem::path{path}.parent_path();
  Descriptor const descriptor{
      ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  if (descriptor.open()) ::fsync(descriptor.number());
}

}  // namespace putright
