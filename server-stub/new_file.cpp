#include "server-stub/new_file.hpp"

#include <cerrno>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "server-stub/descriptor.hpp"
#include "server-stub/files.hpp"

namespace putright {
namespace {

Failure there_already(std::string const& path) {
  return {path + " is there already: name a new file"};
}

}  // namespace

NewFile::NewFile(std::string to) : to_(std::move(to)), path_(to_ + ".partial") {
  remove();
}

NewFile::~NewFile() {
  remove();
}

// With what SQLite puts beside a file of its own.
void NewFile::remove() const {
  for (char const* const end : {"", "-wal", "-shm", "-journal"})
    ::unlink((path_ + end).c_str());
}

Done NewFile::make() const {
  std::error_code error;
  if (std::filesystem::exists(std::filesystem::symlink_status(to_, error)))
    return there_already(to_);
  // Made here and not by whoever writes it, so that only its owner can ever read it.
  Descriptor const file{::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)};
  if (!file.open()) return cannot("write", to_);
  return std::monostate{};
}

Done NewFile::give_name() const {
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, to_.c_str(), RENAME_NOREPLACE) != 0)
    return errno == EEXIST ? there_already(to_) : cannot("write", to_);
  flush_folder_of(to_);
  return std::monostate{};
}

}  // namespace putright
