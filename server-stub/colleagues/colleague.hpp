// A colleague who has signed in, and what they may do. Nobody acts in another's name: there is no
// way to become somebody else.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/names.hpp"

namespace putright {

enum class ColleagueRole {
  /// May look at a complaint as its customer sees it, for a reason that is kept.
  preview,
  /// May record what colleagues do about a complaint.
  handle,
  /// May see the figures over all complaints.
  report,
};

inline constexpr std::array<Named<ColleagueRole>, 3> kColleagueRoles{{
    {ColleagueRole::preview, "preview"},
    {ColleagueRole::handle, "handle"},
    {ColleagueRole::report, "report"},
}};

/// The names of all roles, `preview, handle, report`.
std::string role_names();
/// The names of these roles, `handle, report`.
std::string role_names(std::vector<ColleagueRole> const& roles);

struct Colleague {
  /// What the audit names: an account's own id, or `oidc:` and the issuer's name for the person.
  std::string id;
  /// What customers and colleagues read.
  std::string name;
  /// Each at most once.
  std::vector<ColleagueRole> roles;

  bool may(ColleagueRole role) const;
};

/// Characters of an id and of a name, at most.
inline constexpr std::size_t kColleagueIdCharacters = 64;
inline constexpr std::size_t kColleagueNameCharacters = 100;

/// Whether an account may have this id: small letters, digits and `.`, `_`, `-`, beginning with a
/// letter or digit. Never a colon, so that no account can pass for somebody of the issuer's.
bool is_colleague_id(std::string_view text);

/// Whether this can be shown as a name: not blank at either end, one line, not too long.
bool is_colleague_name(std::string_view text);

}  // namespace putright
