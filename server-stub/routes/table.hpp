// Every address of the stub, as one table.
#pragma once
#include "server-stub/http/router.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// The API's addresses; `stub` must outlive the router.
http::Router api_router(Stub& stub);

/// The whole site: the API, the static files, and the portal's pages for everything else. Both must
/// outlive it.
http::Router site_router(Stub& stub, http::Router const& api);

}  // namespace putright::routes
