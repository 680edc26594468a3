// Reads the policy book from its files. A wrong file is refused with its place and what was
// expected; a book that loads is whole: every id that one file uses, another defines.
#pragma once
#include <span>
#include <string>

#include "shared/base/named_text.hpp"
#include "shared/base/outcome.hpp"
#include "shared/policy/policy_book.hpp"

namespace putright {

/// Why a policy file was refused. Line and column from 1; `source_line` is the line as it stands.
struct PolicyRefusal {
  std::string file;
  int line = 1;
  int column = 1;
  std::string source_line;
  std::string expected;
};

/// Reads bank-holidays.json (GOV.UK's shape), brands, documents, editions, matters and schemes
/// .json, in any order. Other names are left alone. An edition whose brand, document or clause is
/// not in the book is refused.
Outcome<PolicyBook, PolicyRefusal> load_policy_book(std::span<NamedText const> files);

/// Reads the same files joined in one JSON object, file name to content (see `join_policy_files`).
Outcome<PolicyBook, PolicyRefusal> load_joined_policy_book(std::string_view joined);

/// The files as one JSON object, file name to content: what the browser fetches in one request.
std::string join_policy_files(std::span<NamedText const> files);

/// `file:line:column: expected ...`, the line, and a caret under the column.
std::string describe(PolicyRefusal const& refusal);

}  // namespace putright
