// Reads and writes whole small files. Every failure comes back as one line that names the file.
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "server-stub/failure.hpp"

namespace putright {

class Descriptor;

/// Says what could not be done with which file, and the system's reason (`errno`).
Failure cannot(std::string const& what, std::string const& path);

/// The whole file, or one line that says why not (also when it is longer than `at_most` bytes).
Outcome<std::string, Failure> read_file(std::string const& path, std::size_t at_most);
/// The same of a file that is open already; `path` is what a refusal calls it.
Outcome<std::string, Failure> read_file(Descriptor const& file, std::string const& path,
                                        std::size_t at_most);

/// What a written file may be read by.
enum class Readers { owner, everyone };

/// Writes a new file whole or not at all (a temporary file, flushed, then renamed). Replaces an old
/// one.
Done write_file(std::string const& path, std::string_view bytes, Readers readers);

/// Makes a folder that only its owner may enter, unless it is there.
Done make_own_folder(std::string const& path);

}  // namespace putright
