#include "server-stub/routes/table.hpp"

#include <array>

#include "server-stub/http/refusal.hpp"
#include "server-stub/limits.hpp"
#include "server-stub/routes/attachments.hpp"
#include "server-stub/routes/case_files.hpp"
#include "server-stub/routes/complaints.hpp"
#include "server-stub/routes/later_acts.hpp"
#include "server-stub/routes/letters.hpp"
#include "server-stub/routes/operating.hpp"
#include "server-stub/routes/pages.hpp"
#include "server-stub/routes/receipts.hpp"
#include "server-stub/routes/reports.hpp"
#include "server-stub/routes/staff.hpp"
#include "server-stub/routes/staff_pages.hpp"
#include "server-stub/routes/tracking.hpp"
#include "server-stub/routes/uploads.hpp"

namespace putright::routes {
namespace {

using http::Handler;
using http::Reply;
using http::Request;
using http::Route;
using http::Verb;

// Binds a handler to the stub.
template <class Handle>
Handler with(Stub& stub, Handle handle) {
  return [&stub, handle](Request const& request, Reply reply) {
    handle(stub, request, std::move(reply));
  };
}

void nothing_here(Stub&, Request const&, Reply const& reply) {
  reply(refuse(http::Refusal::not_found));
}
void show_file(Stub& stub, Request const& request, Reply const& reply) {
  reply(stub.site.answer(request));
}

// What the static files answer; every other address is a page of the portal.
constexpr std::array<std::string_view, 12> kFilePatterns{"/assets/*",
                                                         "/policy/*",
                                                         "/schemas/*",
                                                         "/workbench/*",
                                                         "/fonts/*",
                                                         "/marks/*",
                                                         "/favicon.svg",
                                                         "/mark.svg",
                                                         "/favicon.ico",
                                                         "/robots.txt",
                                                         "/manifest.webmanifest",
                                                         "/service-worker.js"};

std::vector<Route> api_routes(Stub& stub) {
  return {
      {Verb::post, "/api/complaints", "complaints", limits::kSubmissionBytes,
       with(stub, accept_complaint)},
      {Verb::get, "/api/complaints/{}", "complaint", 0, with(stub, show_complaint)},
      {Verb::get, "/api/complaints/{}/case-file", "case_file", 0, with(stub, take_own_case_file)},
      {Verb::post, "/api/complaints/{}/stage-2-request", "stage_2_request",
       limits::kSubmissionBytes, with(stub, request_stage_2)},
      {Verb::post, "/api/complaints/{}/answers", "answers", limits::kSubmissionBytes,
       with(stub, answer_question)},
      {Verb::post, "/api/complaints/{}/withdrawal", "withdrawal", limits::kSubmissionBytes,
       with(stub, withdraw)},
      {Verb::get, "/api/staff/report", "staff_report", 0, with(stub, show_report)},
      {Verb::get, "/api/staff/letters", "staff_letters", 0, with(stub, list_letters)},
      {Verb::post, "/api/staff/letters/{}", "staff_told", limits::kSubmissionBytes,
       with(stub, record_told)},
      {Verb::get, "/api/staff/complaints", "staff_work", 0, with(stub, list_work)},
      {Verb::get, "/api/staff/complaints/{}", "staff_complaint", 0, with(stub, show_to_colleague)},
      {Verb::get, "/api/staff/complaints/{}/case-file", "staff_case_file", 0,
       with(stub, take_case_file)},
      {Verb::post, "/api/staff/complaints/{}/events", "staff_event", limits::kSubmissionBytes,
       with(stub, record_event)},
      {Verb::post, "/api/attachments", "attachments", limits::kFormBytes,
       with(stub, refuse_attachment),
       [&stub](Request const& head) { return receive_attachment(stub, head); }},
      {Verb::get, "/api/uploads/{}", "upload", 0, with(stub, show_upload)},
      {Verb::post, "/api/uploads/{}", "upload_piece", limits::kFormBytes,
       with(stub, refuse_attachment),
       [&stub](Request const& head) { return receive_piece(stub, head); }},
      {Verb::post, "/api/verify", "verify", limits::kVerifyBytes, with(stub, verify_receipt)},
      {Verb::get, "/api/openapi.json", "openapi", 0, with(stub, show_api_description)},
      {Verb::get, "/.well-known/jwks.json", "jwks", 0, with(stub, show_keys)},
  };
}

}  // namespace

http::Router api_router(Stub& stub) {
  return http::Router{api_routes(stub)};
}

http::Router site_router(Stub& stub, http::Router const& api) {
  auto rows = api_routes(stub);
  for (std::string_view const prefix : {"/api/*", "/.well-known/*"}) {
    rows.push_back({Verb::get, prefix, "no_route", 0, with(stub, nothing_here)});
    rows.push_back(
        {Verb::post, prefix, "no_route", limits::kSubmissionBytes, with(stub, nothing_here)});
  }
  rows.push_back({Verb::get, "/healthz", "healthz", 0, with(stub, show_health)});
  rows.push_back({Verb::get, "/readyz", "readyz", 0, with(stub, show_readiness)});
  rows.push_back({Verb::get, "/metrics", "metrics", 0, with(stub, show_metrics)});
  for (auto const& pattern : kFilePatterns) {
    rows.push_back({Verb::get, pattern, "file", 0, with(stub, show_file)});
  }
  for (std::string_view const pattern : {"/staff", "/staff/*"}) {
    rows.push_back({Verb::get, pattern, "staff_page", 0, with(stub, show_staff_page)});
    rows.push_back(
        {Verb::post, pattern, "staff_form", limits::kFormBytes, with(stub, answer_staff_form)});
  }
  rows.push_back({Verb::get, "/*", "page", 0, with(stub, show_page)});
  rows.push_back({Verb::post, "/*", "form", limits::kFormBytes,
                  [&stub, &api](Request const& request, Reply reply) {
                    answer_form(stub, api, request, std::move(reply));
                  },
                  [&stub, &api](Request const& head) { return receive_form(stub, api, head); }});
  return http::Router{std::move(rows)};
}

}  // namespace putright::routes
