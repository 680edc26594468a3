// /healthz, /readyz and /metrics for whoever runs the stub, /api/openapi.json for whoever calls it.
#pragma once
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// 200 while the process serves at all.
void show_health(Stub& stub, http::Request const& request, http::Reply const& reply);
/// 200 when the store answers too, else 503.
void show_readiness(Stub& stub, http::Request const& request, http::Reply const& reply);
/// The counters, in Prometheus' text format.
void show_metrics(Stub& stub, http::Request const& request, http::Reply const& reply);

/// What the API takes and answers (OpenAPI 3.1).
void show_api_description(Stub& stub, http::Request const& request, http::Reply const& reply);

}  // namespace putright::routes
