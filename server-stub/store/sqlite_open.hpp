// The store in one SQLite file: write-ahead log, flushed on every commit, one writing and one
// reading connection.
#pragma once
#include <memory>
#include <string>

#include "server-stub/failure.hpp"
#include "server-stub/store/store.hpp"

namespace putright::store {

/// Opens the file and brings its tables up to date. Refused with one line when it cannot be opened,
/// is damaged (`quick_check`), belongs to another program, or was written by a newer version of
/// this one.
Outcome<std::unique_ptr<Store>, Failure> open_sqlite_store(std::string const& path);

}  // namespace putright::store
