#include "shared/wire/case_file.hpp"

#include "shared/wire/canonical.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {

static std::string link(DigestOf const& digest_of, std::string const& previous,
                        std::string const& event) {
  return digest_of(previous + "." + event);
}

std::string case_file_json(CaseFacts const& facts, DigestOf const& digest_of) {
  std::string const submission_digest = digest_of(facts.submission);
  std::string previous = submission_digest;
  json::Writer writer{json::Order::canonical};
  writer.begin_object().member("events").begin_array();
  for (auto const& event : facts.events) {
    std::string const digest = link(digest_of, previous, event);
    writer.begin_object().member("digest", digest).member("event").raw(event);
    writer.member("previous", previous).end_object();
    previous = digest;
  }
  writer.end_array().member("head", previous).member("reference", facts.reference);
  writer.member("submission").raw(facts.submission);
  writer.member("submission_sha256", submission_digest).end_object();
  return writer.take();
}

Outcome<std::size_t, CaseFault> check_case_file(std::string_view text, DigestOf const& digest_of) {
  auto const root = json::parse(text, json::kDocumentLimits);
  if (!root.ok()) return CaseFault::not_a_case_file;
  json::Value const* const submission = root.value().find("submission");
  json::Value const* const events = root.value().find("events");
  if (submission == nullptr || events == nullptr || events->kind != json::Kind::array)
    return CaseFault::not_a_case_file;
  auto const submission_text = json::canonical(*submission);
  if (!submission_text) return CaseFault::not_a_case_file;
  std::string previous = digest_of(*submission_text);
  if (previous != root.value().string_at("submission_sha256")) return CaseFault::submission_changed;
  for (auto const& entry : events->items) {
    json::Value const* const event = entry.find("event");
    auto const event_text = event == nullptr ? std::nullopt : json::canonical(*event);
    if (!event_text) return CaseFault::not_a_case_file;
    if (entry.string_at("previous") != previous) return CaseFault::chain_broken;
    std::string const digest = link(digest_of, previous, *event_text);
    if (digest != entry.string_at("digest")) return CaseFault::event_changed;
    previous = digest;
  }
  if (previous != root.value().string_at("head")) return CaseFault::head_differs;
  return events->items.size();
}

}  // namespace putright
