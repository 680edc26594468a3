// Rows for the tests of the store.
#pragma once
#include <string>

#include "server-stub/store/store.hpp"

namespace putright::store {

/// Complaint HP-`number`, under the key `key-number`, with the content of this name.
NewComplaint sample(std::string const& number, std::string const& content = "same");

/// The event that follows the `after` events of complaint HP-1.
NewEvent withdrawal(std::string const& key, std::size_t after, std::string const& words = "same");

/// Keeps one.
KeepOutcome keep(Keeper& store, ToKeep const& arrival);

}  // namespace putright::store
