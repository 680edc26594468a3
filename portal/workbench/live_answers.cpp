#include "portal/workbench/live_answers.hpp"

#include <algorithm>

#include "portal/workbench/scenario_json.hpp"
#include "shared/wire/json.hpp"

namespace putright::workbench {
namespace {

using json::Value;

std::int64_t count_at(Value const& counts, std::string_view name) {
  Value const* const count = counts.find(name);
  return count == nullptr ? 0 : count->integer;
}

bool is_true(Value const& object, std::string_view name) {
  Value const* const value = object.find(name);
  return value != nullptr && value->boolean;
}

colleagues::WorkLine line_in(Value const& row) {
  colleagues::WorkLine line;
  line.reference = row.string_at("reference");
  line.brand = row.string_at("brand");
  line.kind = value_in(kFeedbackKinds, row.string_at("kind")).value_or(FeedbackKind::complaint);
  line.matter = row.string_at("matter");
  line.next_event = value_in(kEventTypes, row.string_at("next_event"));
  line.next_by = parse_date(row.string_at("next_by"));
  line.waits_for_customer = is_true(row, "waits_for_customer") ? colleagues::WorkLine::Waits::yes
                                                               : colleagues::WorkLine::Waits::no;
  line.officer = row.string_at("officer");
  return line;
}

std::vector<screens::Tracked::Viewing> viewings_in(Value const& root) {
  std::vector<screens::Tracked::Viewing> viewings;
  Value const* const list = root.find("viewings");
  if (list == nullptr) return viewings;
  for (Value const& viewing : list->items) {
    auto const at = parse_instant(viewing.string_at("at"));
    if (at) viewings.push_back({*at, std::string{viewing.string_at("reason")}});
  }
  return viewings;
}

}  // namespace

bool is_ours(std::string_view body) {
  auto const root = json::parse(body, json::kDocumentLimits);
  return root.ok() && root.value().kind == json::Kind::object;
}

SignedIn read_signed_in(std::string_view body) {
  SignedIn signed_in;
  auto const root = json::parse(body, json::kDocumentLimits);
  if (!root.ok()) return signed_in;
  signed_in.name = root.value().string_at("name");
  Value const* const roles = root.value().find("roles");
  if (roles == nullptr) return signed_in;
  for (Value const& role : roles->items) {
    if (role.string == "handle") signed_in.role = LiveRole::record;
    if (role.string == "preview") signed_in.role = std::max(signed_in.role, LiveRole::look);
  }
  return signed_in;
}

colleagues::Work read_work(std::string_view body, std::string const& brand) {
  colleagues::Work work;
  work.brand = brand;
  auto const root = json::parse(body, json::kDocumentLimits);
  Value const* const list = root.ok() ? root.value().find("complaints") : nullptr;
  Value const* const counts = root.ok() ? root.value().find("counts") : nullptr;
  if (list == nullptr || counts == nullptr) return work;
  work.open = count_at(*counts, "open");
  work.late = count_at(*counts, "late");
  work.soon = count_at(*counts, "soon");
  work.soon_working_days = static_cast<int>(count_at(*counts, "soon_working_days"));
  work.waits = count_at(*counts, "waits_for_customer");
  for (Value const& row : list->items)
    work.lines.push_back(line_in(row));
  Value const* const more = root.value().find("more");
  if (more != nullptr && !more->members.empty())
    work.more = "/staff/?brand=" + brand + "&after_by=" + std::string(more->string_at("after_by")) +
                "&after_reference=" + std::string(more->string_at("after_reference"));
  return work;
}

std::optional<LiveComplaint> read_live_complaint(std::string_view body, Date today) {
  auto const root = json::parse(body, json::kDocumentLimits);
  Value const* const record = root.ok() ? root.value().find("record") : nullptr;
  Value const* const submission = root.ok() ? root.value().find("submission") : nullptr;
  if (record == nullptr || submission == nullptr) return std::nullopt;
  auto scenario = scenario_in(*record);
  auto sent = read_submission(*submission);
  if (!scenario.ok() || !sent.ok()) return std::nullopt;
  LiveComplaint complaint{std::string{root.value().string_at("reference")},
                          std::move(scenario).value(), std::move(sent).value(),
                          viewings_in(root.value())};
  complaint.scenario.today = std::max(complaint.scenario.today, today);
  return complaint;
}

std::string detail_in(std::string_view body) {
  auto const root = json::parse(body, json::kDocumentLimits);
  return root.ok() ? std::string{root.value().string_at("detail")} : std::string();
}

std::string brand_asked_for(std::string_view target) {
  constexpr std::string_view kBrand = "?brand=";
  auto const at = target.find(kBrand);
  if (at == std::string_view::npos) return {};
  std::string_view const rest = target.substr(at + kBrand.size());
  return std::string{rest.substr(0, rest.find('&'))};
}

std::vector<Problem> as_fields_of_reason(std::vector<Problem> problems) {
  for (Problem& problem : problems)
    problem.pointer = "/viewing_reason";
  return problems;
}

}  // namespace putright::workbench
