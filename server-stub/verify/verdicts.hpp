// What checking a paper of ours comes to: a receipt, a case file, or an exported audit log. Each
// verdict is JSON that says which of them it is, and what is wrong with it by name.
#pragma once
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "server-stub/keys/public_key.hpp"

namespace putright {

struct Verdict {
  enum class Valid { no, yes } valid = Valid::no;
  std::string json;
};

/// A receipt or a case file as a compact JWS. Where a case file's signature does not fit, the
/// verdict names the first event at fault, if its chain tells.
Verdict judge_signed(std::string_view jws, std::vector<PublicKey> const& keys);

/// An exported audit log, read line by line, whatever its length: names the first line at fault.
Verdict judge_audit(std::istream& lines, std::vector<PublicKey> const& keys);

/// Whether a file's first line is one of an exported audit log.
bool starts_audit(std::string_view first_line);

}  // namespace putright
