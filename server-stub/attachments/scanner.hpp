// Asks a ClamAV daemon (clamd) whether a file is harmful. The file goes over the line (INSTREAM),
// so that the daemon needs to read no folder of ours.
#pragma once
#include <string>

#include "server-stub/attachments/media_type.hpp"

namespace putright::attachments {

enum class Scan { clean, harmful, failed };

/// `found` is the daemon's name for what is harmful, `why` says what did not work. Neither names
/// the file.
struct Scanned {
  Scan scan = Scan::failed;
  std::string found{};
  std::string why{};
};

/// Whether this can be asked: the path of a socket, or `host:port`.
bool is_scanner_address(std::string_view address);

/// Has the daemon at this address scan the file. Blocks, for limits::kScanTime at most: never on
/// the serving thread.
Scanned scan(std::string const& address, Content const& content);

}  // namespace putright::attachments
