// Checking a receipt: the stub answers, or the page itself with the keys it has kept.
#include "portal/journey/answering.hpp"
#include "portal/screens/screens.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright::answering {
namespace {

PortalResponse asked_again(Brand const& brand, std::string const& receipt, int status,
                           ProblemCode code, std::string pointer) {
  return shown(status, screens::verify(brand, receipt, {make_problem(code, std::move(pointer))}));
}

std::vector<PromisedDate> promised_in(json::Value const& payload) {
  std::vector<PromisedDate> promised;
  json::Value const* const listed = payload.find("deadlines");
  if (listed == nullptr) return promised;
  for (auto const& item : listed->items) {
    auto const id = value_in(kDeadlineIds, item.string_at("id"));
    auto const on = parse_date(item.string_at("due_on"));
    if (id && on) promised.push_back({*id, *on});
  }
  return promised;
}

screens::Verdict verdict_in(json::Value const& body) {
  screens::Verdict verdict;
  json::Value const* const valid = body.find("valid");
  json::Value const* const payload = body.find("payload");
  json::Value const* const why = body.find("why");
  if (why != nullptr) verdict.why = why->string_at("words");
  if (valid == nullptr || !valid->boolean || payload == nullptr) return verdict;
  verdict.is_ours = screens::Verdict::Ours::yes;
  verdict.reference = payload->string_at("reference");
  verdict.brand = payload->string_at("brand");
  verdict.kind = value_in(kFeedbackKinds, payload->string_at("kind"));
  verdict.received_at = parse_instant(payload->string_at("received_at"));
  verdict.promised = promised_in(*payload);
  return verdict;
}

// Receipts are copied from mails and paper: spaces and line ends fall out.
std::string without_spaces(std::string_view text) {
  std::string packed;
  for (char const c : text) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t') packed += c;
  }
  return packed;
}

}  // namespace

PortalResponse answer_verifying(PortalRequest const& request, PolicyBook const& book,
                                Brand const& brand) {
  if (request.method == Method::get) return shown(kOk, screens::verify(brand, "", {}));
  std::string const receipt = without_spaces(field(request, "receipt"));
  if (receipt.empty())
    return asked_again(brand, "", kProblems, ProblemCode::receipt_missing, "/receipt");
  if (!request.answer) {
    json::Writer writer;
    auto response = shown(kOk, screens::verify(brand, receipt, {}));
    response.effect = Effect{Method::post, "/api/verify", "", "",
                             writer.begin_object().member("receipt", receipt).end_object().take()};
    return response;
  }
  auto const body = json::parse(request.answer->body, json::kDocumentLimits);
  if (request.answer->status != kOk || !body.ok()) {
    return asked_again(brand, receipt, kEffectFailed, ProblemCode::verification_unreachable, "");
  }
  return shown(kOk, screens::verified(book, brand, verdict_in(body.value())));
}

}  // namespace putright::answering
