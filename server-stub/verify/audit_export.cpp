#include "server-stub/verify/audit_export.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "server-stub/descriptor.hpp"
#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/new_file.hpp"
#include "server-stub/store/open_store.hpp"
#include "server-stub/verify/jws.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

// Writes lines, a good piece at a time.
class Lines {
 public:
  Lines(std::string path)
      : path_(std::move(path)), file_(::open(path_.c_str(), O_WRONLY | O_CLOEXEC)) {}

  Done add(std::string_view line) {
    waiting_.append(line).append("\n");
    return waiting_.size() < limits::kWrittenTogetherBytes ? Done{std::monostate{}} : write();
  }

  /// Writes what waits, and makes sure that it is on the disk.
  Done finish() {
    if (auto written = write(); !written.ok()) return written;
    if (::fsync(file_.number()) != 0) return cannot("write", path_);
    return std::monostate{};
  }

 private:
  Done write() {
    if (!file_.open() || !write_all(file_, waiting_)) return cannot("write", path_);
    waiting_.clear();
    return std::monostate{};
  }

  std::string path_;
  Descriptor file_;
  std::string waiting_;
};

std::string last_line(SigningKey const& key, AuditHead const& head, Instant made_at) {
  json::Writer writer;
  writer.begin_object().member(kSignedMember,
                               sign_jws(key, kAuditHeadType, audit_head_json(head, made_at)));
  return writer.end_object().take();
}

}  // namespace

Outcome<AuditHead, Failure> export_audit(Config const& config, std::string const& to,
                                         SigningKey const& key, Instant made_at) {
  NewFile const file{to};
  if (auto const made = file.make(); !made.ok()) return made.error();
  Lines lines{file.path()};
  AuditHead head;
  auto const read = store::read_audit_log(config, [&](store::AuditRow const& row) {
    auto added = lines.add(audit_line(head.head, row.entry, row.digest));
    head = {row.digest, head.entries + 1};
    return added;
  });
  if (!read.ok()) return read.error();
  if (auto const added = lines.add(last_line(key, head, made_at)); !added.ok())
    return added.error();
  if (auto const finished = lines.finish(); !finished.ok()) return finished.error();
  if (auto const named = file.give_name(); !named.ok()) return named.error();
  return head;
}

}  // namespace putright
