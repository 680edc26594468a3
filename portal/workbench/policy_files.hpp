// The policy files behind the book: what the viewer shows of them that no rule reads (where a
// contact was found, when it was looked at), and a draft of the editions in their place.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/policy/load_policy_book.hpp"

namespace putright::workbench {

/// One policy file taken out of the joined book; views into it.
std::vector<NamedText> split_policy_files(std::string_view joined);

/// The book with `editions` in the place of editions.json; or where the draft is wrong.
Outcome<PolicyBook, PolicyRefusal> load_draft(std::string_view joined, std::string_view editions);

/// Whether a contact may be given to people as it is.
enum class Standing { in_source, to_confirm };

/// A way to reach somebody, and how we know it.
struct SourcedContact {
  std::string owner;
  std::string kind;
  std::string value;
  /// "customers" or "colleagues"; empty when it was not told.
  std::string audience;
  /// "document, clause"; empty: no source document has it.
  std::string source;
  std::optional<Date> checked_on;
  std::string note;
  Standing standing = Standing::in_source;
};

/// Every contact of the ombudsman schemes, then of the brands, as they stand in the files.
std::vector<SourcedContact> sourced_contacts(std::string_view joined);

}  // namespace putright::workbench
