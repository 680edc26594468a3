// A copy of the store's file, made while others write to it.
#pragma once
#include <cstdint>
#include <string>

#include "server-stub/failure.hpp"

namespace putright::store {

struct BackedUp {
  std::int64_t complaints = 0;
  std::uint64_t bytes = 0;
};

/// Copies the store `from` into the new file `to`: all that was kept at one moment, checked whole
/// (`integrity_check`) and flushed before the file gets its name. Refused with one line; then there
/// is no file, and one that was there before is as it was.
Outcome<BackedUp, Failure> back_up_sqlite_store(std::string const& from, std::string const& to);

}  // namespace putright::store
