// What a store's file must be before it is used: ours, whole, and of this version.
#pragma once
#include <string>

#include "server-stub/store/sqlite.hpp"

namespace putright::store {

/// The settings of every connection.
void set_up(sqlite::Database& database);

/// Why the file is not one that this program may use (another program's, or a newer version's);
/// empty: it is.
std::string stranger(sqlite::Database& database);

/// `quick`: every page can be read and holds together. `all`: that, and the indexes agree with the
/// tables.
enum class Checking { quick, all };

/// What is said of a file whose inside is wrong.
inline constexpr char kDamaged[] = "it is damaged: restore a backup (docs/operating/backup.md)";

/// What is wrong inside the file; empty: nothing.
std::string damage(sqlite::Database& database, Checking checking);

/// Brings the tables up to date.
void migrate(sqlite::Database& database);

}  // namespace putright::store
