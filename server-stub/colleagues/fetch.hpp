// Gets a small document from another machine over HTTPS. Blocks: never on the serving thread.
#pragma once
#include <atomic>
#include <string>
#include <string_view>

#include "server-stub/failure.hpp"

namespace putright {

/// Whether this address may be asked: `https://`, or `http://` to this very machine (127.0.0.1 or
/// localhost), with a host and without a name, a query or a fragment.
bool is_fetchable(std::string_view url);

/// The body of a GET that answered 200. Certificates are verified, redirects are not followed,
/// nothing is decompressed, and time and size have limits (limits.hpp). `ending` cuts it short when
/// it becomes true.
Outcome<std::string, Failure> fetch(std::string const& url, std::atomic<bool> const& ending);

}  // namespace putright
