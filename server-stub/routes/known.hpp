// One complaint as colleagues' pages show it, and as its customer sees it.
#pragma once
#include "portal/colleagues/screens.hpp"
#include "server-stub/http/message.hpp"
#include "server-stub/stub.hpp"

namespace putright::routes {

/// Everything that colleagues know of it; empty when the store cannot be read or what it has makes
/// no record.
std::optional<colleagues::Known> known_of(Stub& stub, store::KeptComplaint const& kept);

/// A notice without the event that it is about, which its complaint knows.
colleagues::NoticeLine notice_line(store::KeptNotice const& notice);

/// The customer's own page of it, byte for byte but for their key, which nobody here has.
std::optional<std::string> customers_page(Stub& stub, store::KeptComplaint const& kept);

}  // namespace putright::routes
