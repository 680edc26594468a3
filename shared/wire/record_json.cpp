#include "shared/wire/record_json.hpp"

#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

void member_if_given(json::Writer& writer, std::string_view name, std::string_view text) {
  if (!text.empty()) writer.member(name, text);
}

void write_event(json::Writer& writer, Event const& event) {
  writer.begin_object().member("type", name_in(kEventTypes, event.type));
  writer.member("at", event.when.at ? format_instant(*event.when.at) : format_date(event.when.on));
  member_if_given(writer, "by", event.by);
  if (event.role) writer.member("role", name_in(kActors, *event.role));
  member_if_given(writer, "officer", event.officer);
  member_if_given(writer, "officer_name", event.officer_name);
  member_if_given(writer, "reason", event.reason);
  if (event.new_date) writer.member("new_date", format_date(*event.new_date));
  if (event.visit_on) writer.member("visit_on", format_date(*event.visit_on));
  if (event.finding) writer.member("finding", name_in(kFindings, *event.finding));
  member_if_given(writer, words_member(event.type), event.words);
  writer.end_object();
}

}  // namespace

std::string promised_json(std::vector<PromisedDate> const& promised) {
  json::Writer writer;
  writer.begin_array();
  for (auto const& one : promised) {
    writer.begin_object().member("id", name_in(kDeadlineIds, one.id));
    writer.member("on", format_date(one.on)).end_object();
  }
  return writer.end_array().take();
}

std::string record_json(ComplaintRecord const& record) {
  json::Writer writer;
  writer.begin_object().member("brand", record.brand);
  writer.member("kind", name_in(kFeedbackKinds, record.kind));
  member_if_given(writer, "matter", record.matter);
  member_if_given(writer, "relationship", record.relationship);
  if (record.edition) writer.member("edition", *record.edition);
  writer.member("events").begin_array();
  for (auto const& event : record.events)
    write_event(writer, event);
  writer.end_array();
  if (!record.promised.empty()) writer.member("promised").raw(promised_json(record.promised));
  return writer.end_object().take();
}

}  // namespace putright
