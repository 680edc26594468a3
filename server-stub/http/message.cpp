#include "server-stub/http/message.hpp"

#include <algorithm>

namespace putright::http {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

bool same_ignoring_case(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view Request::header(std::string_view name) const {
  for (auto const& header : headers) {
    if (same_ignoring_case(header.name, name)) return header.value;
  }
  return {};
}

std::string_view Request::last_listed(std::string_view name) const {
  std::string_view last;
  for (auto const& header : headers) {
    if (same_ignoring_case(header.name, name)) last = header.value;
  }
  if (std::size_t const comma = last.rfind(','); comma != std::string_view::npos)
    last.remove_prefix(comma + 1);
  std::size_t const begin = last.find_first_not_of(" \t");
  return begin == std::string_view::npos ? std::string_view{} : last.substr(begin);
}

std::string media_type_of(std::string_view content_type) {
  std::string type{content_type.substr(0, content_type.find(';'))};
  while (!type.empty() && (type.back() == ' ' || type.back() == '\t'))
    type.pop_back();
  std::transform(type.begin(), type.end(), type.begin(), lower);
  return type;
}

}  // namespace putright::http
