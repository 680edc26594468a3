#include "shared/wire/audit.hpp"

#include "shared/base/require.hpp"
#include "shared/wire/canonical.hpp"
#include "shared/wire/json_writer.hpp"
#include "shared/wire/receipt.hpp"

namespace putright {
namespace {

void member_if_given(json::Writer& writer, std::string_view name, std::string_view text) {
  if (!text.empty()) writer.member(name, text);
}

}  // namespace

std::string colleague_as_who(std::string_view id) {
  return "colleague:" + std::string{id};
}

std::string audit_entry_json(AuditEntry const& entry) {
  json::Writer writer{json::Order::canonical};
  writer.begin_object().member("act", name_in(kAuditActs, entry.act));
  writer.member("at", format_instant(entry.at));
  member_if_given(writer, "content_sha256", entry.content_sha256);
  member_if_given(writer, "reason", entry.reason);
  member_if_given(writer, "reference", entry.reference);
  member_if_given(writer, "what", entry.what);
  return writer.member("who", entry.who).end_object().take();
}

std::string audit_digest(std::string const& previous, std::string const& entry,
                         DigestOf const& digest_of) {
  return digest_of(previous + "." + entry);
}

std::string audit_line(std::string_view previous, std::string_view entry, std::string_view digest) {
  json::Writer writer{json::Order::canonical};
  writer.begin_object().member("digest", digest).member("entry").raw(entry);
  return writer.member("previous", previous).end_object().take();
}

std::string audit_head_json(AuditHead const& head, Instant made_at) {
  json::Writer writer{json::Order::canonical};
  writer.begin_object().member("entries", head.entries).member("head", head.head);
  writer.member("iss", kReceiptIssuer).member("made_at", format_instant(made_at));
  return writer.end_object().take();
}

std::string_view name(AuditFault fault) {
  switch (fault) {
    case AuditFault::line_malformed:
      return "line_malformed";
    case AuditFault::entry_changed:
      return "entry_changed";
    case AuditFault::chain_broken:
      return "chain_broken";
    case AuditFault::head_differs:
      return "head_differs";
    case AuditFault::head_missing:
      return "head_missing";
  }
  requirement_broken("every fault has a name", __FILE__, __LINE__);
}

std::optional<AuditFault> AuditCheck::take(json::Value const& line) {
  json::Value const* const entry = line.find("entry");
  auto const text = entry == nullptr ? std::nullopt : json::canonical(*entry);
  if (!text) return AuditFault::line_malformed;
  std::string const previous{line.string_at("previous")};
  std::string const digest{line.string_at("digest")};
  if (audit_digest(previous, *text, digest_of_) != digest) return AuditFault::entry_changed;
  if (previous != head_.head) return AuditFault::chain_broken;
  head_ = {digest, head_.entries + 1};
  return std::nullopt;
}

bool AuditCheck::ends_with(json::Value const& head) const {
  json::Value const* const entries = head.find("entries");
  return entries != nullptr && entries->kind == json::Kind::integer &&
         entries->integer == head_.entries && head.string_at("head") == head_.head;
}

}  // namespace putright
