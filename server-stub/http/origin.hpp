// Whether a form was sent by a page of ours.
#pragma once
#include "server-stub/http/message.hpp"

namespace putright::http {

/// Browsers say where a form was sent from. One that says neither is old or no browser; `Origin:
/// null` is what a page of ours sends from such a browser, because our referrer policy hides its
/// origin. The check keeps other websites from filling in our forms unseen.
bool sent_from_elsewhere(Request const& request);

}  // namespace putright::http
