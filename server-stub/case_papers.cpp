#include "server-stub/case_papers.hpp"

#include "shared/complaint/alternatives.hpp"
#include "shared/submission/submission.hpp"
#include "shared/text/case_words.hpp"
#include "shared/text/dates.hpp"
#include "shared/text/fill.hpp"
#include "shared/wire/assessment_json.hpp"
#include "shared/wire/canonical.hpp"
#include "shared/wire/case_file.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

// Event bodies are never longer than a record that can be read.
std::string canonical_text(std::string_view text) {
  auto const value = json::parse(text, json::kDocumentLimits);
  return value.ok() ? json::canonical(value.value()).value_or("null") : "null";
}

std::string or_not_kept(std::string text) {
  return text.empty() ? std::string{words::kCaseErasedWords} : std::move(text);
}

std::string day_or_not_kept(std::optional<Date> const& day) {
  return or_not_kept(day ? say_date(*day) : "");
}

std::string finding_in_words(std::optional<Finding> finding) {
  return or_not_kept(finding ? std::string{words::kCaseFindings[static_cast<std::size_t>(*finding)]}
                             : "");
}

std::string event_in_words(Event const& event) {
  return fill(words::kCaseEvents[static_cast<std::size_t>(event.type)],
              {{"officer_name", or_not_kept(event.officer_name)},
               {"visit_on", day_or_not_kept(event.visit_on)},
               {"new_date", day_or_not_kept(event.new_date)},
               {"reason", or_not_kept(event.reason)},
               {"finding", finding_in_words(event.finding)}});
}

// The dates given with one event, or with the submission.
void add_promises(std::vector<CaseLine>& lines, std::string const& on,
                  std::string const& promised) {
  auto const list = json::parse(promised, json::kDocumentLimits);
  if (!list.ok()) return;
  for (auto const& one : list.value().items) {
    auto const id = value_in(kDeadlineIds, one.string_at("id"));
    auto const day = parse_date(one.string_at("on"));
    if (!id || !day) continue;
    lines.push_back({on, fill(words::kCasePromised,
                              {{"deadline", words::kCaseDeadlines[static_cast<std::size_t>(*id)]},
                               {"date", say_date(*day)}})});
  }
}

std::vector<CaseLine> chronology(ComplaintRecord const& record, store::KeptComplaint const& kept) {
  std::vector<CaseLine> lines;
  for (std::size_t at = 0; at < record.events.size(); ++at) {
    std::string const on = format_date(record.events[at].when.on);
    lines.push_back({on, event_in_words(record.events[at])});
    if (at == 0) add_promises(lines, on, kept.promised);
    add_promises(lines, on, kept.events[at].promised);
  }
  return lines;
}

// What stays of an erased event says which digest it had.
CaseEvent case_event(json::Value event) {
  std::string sha256{event.string_at(kErasedDigestMember)};
  std::erase_if(event.members,
                [](json::Member const& member) { return member.name == kErasedDigestMember; });
  return {json::canonical(event).value_or("{}"), std::move(sha256)};
}

std::vector<CaseEvent> case_events(store::KeptComplaint const& kept, Reader reader) {
  std::vector<CaseEvent> events;
  auto root = json::parse(record_json(kept, reader), json::kDocumentLimits);
  if (!root.ok()) return events;
  json::Value const* const list = root.value().find("events");
  for (auto const& event : list->items)
    events.push_back(case_event(event));
  return events;
}

std::vector<CaseAttachment> case_attachments(std::string const& submission) {
  std::vector<CaseAttachment> attachments;
  auto const parsed = parse_submission(submission);
  if (!parsed.ok()) return attachments;
  auto const found = attachments_in(parsed.value()[Field::attachments]);
  for (auto const& one : found.value_or(std::vector<Attachment>{}))
    attachments.push_back({std::string{one.name}, std::string{one.sha256}});
  return attachments;
}

// A customer sees that and why, and not who: as on their own page.
std::string viewings_json(std::vector<std::string> const& entries, Reader reader) {
  json::Writer writer{json::Order::canonical};
  writer.begin_array();
  for (auto const& entry : entries) {
    auto const parsed = json::parse(entry, json::kSubmissionLimits);
    if (!parsed.ok()) continue;
    writer.begin_object().member("at", parsed.value().string_at("at"));
    writer.member("reason", parsed.value().string_at("reason"));
    if (reader == Reader::colleague) writer.member("who", parsed.value().string_at("who"));
    writer.end_object();
  }
  return writer.end_array().take();
}

std::string assessment_text(ComplaintRecord const& record, CaseSources const& sources) {
  auto const assessed = assess(record, sources.book, sources.made_at);
  if (!assessed.ok()) return "null";
  return canonical_text(explained_assessment_json(
      assessed.value(), alternatives_to(assessed.value(), record, sources.book)));
}

}  // namespace

Outcome<std::string, Failure> case_file_payload(CaseSources const& sources) {
  store::KeptComplaint const& kept = sources.kept;
  auto const record = record_of(kept);
  if (!record.ok()) return Failure{"a record cannot be read as one"};
  CaseFacts facts;
  facts.reference = kept.reference;
  facts.brand = kept.brand;
  facts.kind = kept.kind;
  facts.matter = kept.matter;
  facts.received_at = kept.received_at;
  facts.made_at = format_instant(sources.made_at);
  facts.made_for = sources.reader == Reader::customer ? "customer" : "colleague";
  facts.policy_sha256 = sources.policy_sha256;
  facts.erased_on = kept.erased_on;
  facts.submission = kept.erased_on.empty() ? kept.submission : "null";
  facts.submission_sha256 = base64url(kept.content_digest);
  facts.receipt = kept.receipt;
  facts.events = case_events(kept, sources.reader);
  facts.attachments = case_attachments(kept.submission);
  facts.chronology = chronology(record.value(), kept);
  facts.assessment = assessment_text(record.value(), sources);
  facts.viewings = viewings_json(sources.viewings, sources.reader);
  return case_file_json(facts, digest_text);
}

}  // namespace putright
