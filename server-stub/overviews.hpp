// Makes the overviews again that were computed with other policy files: a new bank holiday or a new
// edition is seen in the work list after the next start.
#pragma once
#include "server-stub/stub.hpp"

namespace putright {

/// Starts it; goes on group by group between requests, each kept through the writer, and tells the
/// log how far it is. What the customer was promised is not touched: it is in the record.
void renew_overviews(Stub& stub);

}  // namespace putright
