#include "shared/wire/audit.hpp"

#include "shared/wire/json_writer.hpp"

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

}  // namespace putright
