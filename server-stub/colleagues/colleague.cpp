#include "server-stub/colleagues/colleague.hpp"

#include <algorithm>

#include "server-stub/http/utf8.hpp"
#include "shared/text/tidy.hpp"

namespace putright {
namespace {

bool is_small_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20 || c == 0x7F;
}

}  // namespace

std::string role_names(std::vector<ColleagueRole> const& roles) {
  std::string names;
  for (ColleagueRole const role : roles) {
    if (!names.empty()) names += ", ";
    names += name_in(kColleagueRoles, role);
  }
  return names;
}

std::string role_names() {
  std::vector<ColleagueRole> all;
  all.reserve(kColleagueRoles.size());
  for (auto const& row : kColleagueRoles)
    all.push_back(row.value);
  return role_names(all);
}

bool Colleague::may(ColleagueRole role) const {
  return std::find(roles.begin(), roles.end(), role) != roles.end();
}

bool is_colleague_id(std::string_view text) {
  if (text.empty() || text.size() > kColleagueIdCharacters || !is_small_or_digit(text.front()))
    return false;
  return std::all_of(text.begin(), text.end(), [](char c) {
    return is_small_or_digit(c) || c == '.' || c == '_' || c == '-';
  });
}

bool is_colleague_name(std::string_view text) {
  if (text.empty() || text.front() == ' ' || text.back() == ' ') return false;
  return http::is_utf8(text) && count_characters(text) <= kColleagueNameCharacters &&
         std::none_of(text.begin(), text.end(), is_control);
}

}  // namespace putright
