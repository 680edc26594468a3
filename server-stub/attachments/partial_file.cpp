#include "server-stub/attachments/partial_file.hpp"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace putright::attachments {
namespace {

std::string new_name() {
  std::array<std::uint8_t, 16> bytes{};
  fill_random(bytes);
  return hexadecimal(bytes);
}

int open_new(std::string const& path) {
  return ::open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
}

}  // namespace

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

PartialFile::PartialFile(std::string const& folder)
    : path_(folder + "/" + new_name()),
      file_(open_new(path_)),
      error_(file_.open() && lock_now(file_, Locking::alone) ? 0 : errno) {}

PartialFile::~PartialFile() {
  if (file_.open()) ::unlink(path_.c_str());
}

bool PartialFile::take(std::string_view part) {
  if (error_ != 0) return false;
  bytes_ += part.size();
  digest_.take(part);
  if (!write_all(file_, part)) error_ = errno;
  return error_ == 0;
}

}  // namespace putright::attachments
