#include "shared/wire/case_file.hpp"

#include <optional>

#include "shared/base/require.hpp"
#include "shared/wire/canonical.hpp"
#include "shared/wire/json_writer.hpp"
#include "shared/wire/receipt.hpp"

namespace putright {
namespace {

std::string link(DigestOf const& digest_of, std::string_view previous, std::string_view sha256) {
  return digest_of(std::string{previous}.append(".").append(sha256));
}

void write_attachments(json::Writer& writer, std::vector<CaseAttachment> const& attachments) {
  writer.member("attachments").begin_array();
  for (auto const& one : attachments)
    writer.begin_object().member("name", one.name).member("sha256", one.sha256).end_object();
  writer.end_array();
}

void write_chronology(json::Writer& writer, std::vector<CaseLine> const& chronology) {
  writer.member("chronology").begin_array();
  for (auto const& line : chronology)
    writer.begin_object().member("on", line.on).member("words", line.words).end_object();
  writer.end_array();
}

// Gives the head.
std::string write_events(json::Writer& writer, CaseFacts const& facts, DigestOf const& digest_of) {
  std::string previous = facts.submission_sha256;
  writer.member("events").begin_array();
  for (auto const& event : facts.events) {
    std::string const sha256 =
        event.erased_sha256.empty() ? digest_of(event.event) : event.erased_sha256;
    std::string const digest = link(digest_of, previous, sha256);
    writer.begin_object().member("digest", digest).member("event").raw(event.event);
    writer.member("event_sha256", sha256).member("previous", previous).end_object();
    previous = digest;
  }
  writer.end_array();
  return previous;
}

// The members of one entry of `events`, when it has the shape of one.
struct Entry {
  std::string event;
  bool erased = false;
};

std::optional<Entry> read_entry(json::Value const& entry) {
  json::Value const* const event = entry.find("event");
  if (event == nullptr || event->kind != json::Kind::object) return std::nullopt;
  auto text = json::canonical(*event);
  if (!text) return std::nullopt;
  return Entry{std::move(*text), event->find("erased_on") != nullptr};
}

// What is wrong with one entry after `previous`; empty: nothing.
std::optional<CaseFault> fault_of(json::Value const& entry, std::string_view previous,
                                  DigestOf const& digest_of) {
  auto const read = read_entry(entry);
  if (!read) return CaseFault::not_a_case_file;
  std::string_view const sha256 = entry.string_at("event_sha256");
  if (!read->erased && digest_of(read->event) != sha256) return CaseFault::event_changed;
  if (entry.string_at("previous") != previous) return CaseFault::chain_broken;
  if (link(digest_of, previous, sha256) != entry.string_at("digest"))
    return CaseFault::event_changed;
  return std::nullopt;
}

bool submission_holds(json::Value const& root, DigestOf const& digest_of) {
  json::Value const& submission = *root.find("submission");
  // Its words were erased; the receipt still has their digest.
  if (submission.kind == json::Kind::null) return root.find("erased_on") != nullptr;
  auto const text = json::canonical(submission);
  return text && digest_of(*text) == root.string_at("submission_sha256");
}

}  // namespace

std::string_view name(CaseFault fault) {
  switch (fault) {
    case CaseFault::not_a_case_file:
      return "not_a_case_file";
    case CaseFault::submission_changed:
      return "submission_changed";
    case CaseFault::event_changed:
      return "event_changed";
    case CaseFault::chain_broken:
      return "chain_broken";
    case CaseFault::head_differs:
      return "head_differs";
  }
  requirement_broken("every fault has a name", __FILE__, __LINE__);
}

std::string case_file_json(CaseFacts const& facts, DigestOf const& digest_of) {
  json::Writer writer{json::Order::canonical};
  writer.begin_object().member("assessment").raw(facts.assessment);
  write_attachments(writer, facts.attachments);
  writer.member("brand", facts.brand);
  write_chronology(writer, facts.chronology);
  writer.member("core", PUTRIGHT_VERSION);
  if (!facts.erased_on.empty()) writer.member("erased_on", facts.erased_on);
  std::string const head = write_events(writer, facts, digest_of);
  writer.member("head", head).member("iss", kReceiptIssuer).member("kind", facts.kind);
  writer.member("made_at", facts.made_at).member("made_for", facts.made_for);
  writer.member("matter", facts.matter).member("policy_sha256", facts.policy_sha256);
  writer.member("receipt", facts.receipt).member("received_at", facts.received_at);
  writer.member("reference", facts.reference).member("submission").raw(facts.submission);
  writer.member("submission_sha256", facts.submission_sha256);
  return writer.member("viewings").raw(facts.viewings).end_object().take();
}

Outcome<std::size_t, CaseTrouble> check_case_file(std::string_view text,
                                                  DigestOf const& digest_of) {
  auto const root = json::parse(text, kCaseFileLimits);
  if (!root.ok()) return CaseTrouble{CaseFault::not_a_case_file};
  json::Value const* const events = root.value().find("events");
  if (root.value().find("submission") == nullptr || events == nullptr ||
      events->kind != json::Kind::array)
    return CaseTrouble{CaseFault::not_a_case_file};
  if (!submission_holds(root.value(), digest_of)) return CaseTrouble{CaseFault::submission_changed};
  std::string_view previous = root.value().string_at("submission_sha256");
  for (std::size_t at = 0; at < events->items.size(); ++at) {
    if (auto const fault = fault_of(events->items[at], previous, digest_of))
      return CaseTrouble{*fault, at + 1};
    previous = events->items[at].string_at("digest");
  }
  if (previous != root.value().string_at("head")) return CaseTrouble{CaseFault::head_differs};
  return events->items.size();
}

}  // namespace putright
