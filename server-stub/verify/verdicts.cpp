#include "server-stub/verify/verdicts.hpp"

#include <algorithm>
#include <optional>

#include "server-stub/keys/digest.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/verify/audit_export.hpp"
#include "server-stub/verify/jws.hpp"
#include "shared/wire/audit.hpp"
#include "shared/wire/case_file.hpp"
#include "shared/wire/json_writer.hpp"
#include "shared/wire/receipt.hpp"

namespace putright {
namespace {

constexpr json::Limits kLineLimits{.bytes = limits::kAuditLineBytes, .depth = 16};

std::string_view words_of(CaseFault fault) {
  switch (fault) {
    case CaseFault::not_a_case_file:
      return "This is not a whole case file.";
    case CaseFault::submission_changed:
      return "What was sent has been changed.";
    case CaseFault::event_changed:
      return "This event has been changed.";
    case CaseFault::chain_broken:
      return "Before this event, one has been left out, put in or moved.";
    case CaseFault::head_differs:
      return "At the end, events have been left out or put in.";
  }
  return {};
}

std::string_view words_of(AuditFault fault) {
  switch (fault) {
    case AuditFault::line_malformed:
      return "This line is not one of an audit log.";
    case AuditFault::entry_changed:
      return "This entry has been changed.";
    case AuditFault::chain_broken:
      return "Before this line, one has been left out, put in or moved.";
    case AuditFault::head_differs:
      return "The lines before are not all those that were signed.";
    case AuditFault::head_missing:
      return "The last line, with the signed head, is missing.";
  }
  return {};
}

// Where the fault is: an event's number, or a line's; 0: nowhere in particular.
struct Place {
  std::string_view name;
  std::int64_t number = 0;
};

Verdict not_valid(std::string_view what, std::string_view code, std::string_view words,
                  Place place) {
  json::Writer writer;
  writer.begin_object().member("valid").boolean(false);
  writer.member("what", what).member("why").begin_object();
  writer.member("code", code).member("words", words);
  if (place.number > 0) writer.member(place.name, place.number);
  return {Verdict::Valid::no, writer.end_object().end_object().take()};
}

Verdict judge_case_file(std::string_view jws, SignedParts const& parts,
                        std::vector<PublicKey> const& keys) {
  auto const verified = verify_jws(jws, kCaseFileType, keys, limits::kCaseFileBytes);
  auto const chain = check_case_file(parts.payload, digest_text);
  bool const chain_tells = !chain.ok() && chain.error().fault != CaseFault::not_a_case_file;
  if (chain_tells || (verified.ok() && !chain.ok())) {
    CaseTrouble const& trouble = chain.error();
    return not_valid("case_file", name(trouble.fault), words_of(trouble.fault),
                     {"event", static_cast<std::int64_t>(trouble.event)});
  }
  auto const valid = verified.ok() ? Verdict::Valid::yes : Verdict::Valid::no;
  return {valid, verdict_json(verified, Paper::case_file)};
}

// Reads lines of at most so many bytes.
class LineReader {
 public:
  explicit LineReader(std::istream& in) : in_(in) {}

  /// False: there is none, or the next one is too long.
  bool next() {
    line_.clear();
    int letter = in_.get();
    for (; letter != EOF && letter != '\n'; letter = in_.get()) {
      if (line_.size() == limits::kAuditLineBytes) return false;
      line_ += static_cast<char>(letter);
    }
    if (letter == EOF && line_.empty()) return false;
    ++number_;
    return true;
  }
  std::string const& line() const { return line_; }
  std::int64_t number() const { return number_; }

 private:
  std::istream& in_;
  std::string line_;
  std::int64_t number_ = 0;
};

Verdict audit_fault(AuditFault fault, std::int64_t line) {
  return not_valid("audit", name(fault), words_of(fault), {"line", line});
}

// The last line, after which nothing may come.
Verdict judge_head(LineReader& reader, std::string_view jws, AuditCheck const& check,
                   std::vector<PublicKey> const& keys) {
  std::int64_t const line = reader.number();
  auto const verified = verify_jws(jws, kAuditHeadType, keys);
  if (!verified.ok()) return {Verdict::Valid::no, verdict_json(verified, Paper::audit)};
  auto const payload = json::parse(verified.value().payload, kLineLimits);
  if (!payload.ok() || !check.ends_with(payload.value()))
    return audit_fault(AuditFault::head_differs, line);
  if (reader.next()) return audit_fault(AuditFault::line_malformed, line + 1);
  return {Verdict::Valid::yes, verdict_json(verified, Paper::audit)};
}

}  // namespace

Verdict judge_signed(std::string_view jws, std::vector<PublicKey> const& keys) {
  auto const parts = open_jws(jws, limits::kCaseFileBytes);
  if (parts && parts->type == kCaseFileType) return judge_case_file(jws, *parts, keys);
  auto const verified = verify_jws(jws, kReceiptType, keys);
  auto const valid = verified.ok() ? Verdict::Valid::yes : Verdict::Valid::no;
  return {valid, verdict_json(verified, Paper::receipt)};
}

Verdict judge_audit(std::istream& lines, std::vector<PublicKey> const& keys) {
  LineReader reader{lines};
  AuditCheck check{digest_text};
  while (reader.next()) {
    auto const line = json::parse(reader.line(), kLineLimits);
    if (!line.ok()) return audit_fault(AuditFault::line_malformed, reader.number());
    std::string_view const jws = line.value().string_at(kSignedMember);
    if (!jws.empty()) return judge_head(reader, jws, check, keys);
    if (auto const fault = check.take(line.value())) return audit_fault(*fault, reader.number());
  }
  bool const over = lines.eof();
  return audit_fault(over ? AuditFault::head_missing : AuditFault::line_malformed,
                     reader.number() + 1);
}

bool starts_audit(std::string_view first_line) {
  auto const line = json::parse(first_line, kLineLimits);
  if (!line.ok()) return false;
  return !line.value().string_at(kSignedMember).empty() ||
         (line.value().find("entry") != nullptr && line.value().find("digest") != nullptr);
}

}  // namespace putright
