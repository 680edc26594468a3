#include "server-stub/http/target.hpp"

#include "server-stub/http/utf8.hpp"
#include "server-stub/limits.hpp"

namespace putright::http {
namespace {

int digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool allowed(char c) {
  return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F && c != '\\';
}

// Decodes `%XX`. A slash must be written as a slash.
std::optional<std::string> decode(std::string_view path) {
  std::string out;
  for (std::size_t at = 0; at < path.size(); ++at) {
    char c = path[at];
    if (c == '%') {
      int const byte = hexadecimal_byte(path.substr(at + 1));
      if (byte < 0 || byte == '/') return std::nullopt;
      c = static_cast<char>(byte);
      at += 2;
    }
    if (!allowed(c)) return std::nullopt;
    out += c;
  }
  return out;
}

bool segments_allowed(std::string_view path) {
  for (std::size_t at = 0; at != std::string_view::npos;) {
    std::size_t const next = path.find('/', at + 1);
    std::string_view const segment =
        path.substr(at + 1, next == std::string_view::npos ? next : next - at - 1);
    if (segment == "." || segment == "..") return false;
    if (segment.empty() && next != std::string_view::npos) return false;
    at = next;
  }
  return true;
}

}  // namespace

int hexadecimal_byte(std::string_view text) {
  if (text.size() < 2) return -1;
  int const high = digit(text[0]);
  int const low = digit(text[1]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

std::string_view query_of(std::string_view target) {
  std::size_t const mark = target.find('?');
  if (mark == std::string_view::npos) return {};
  std::string_view const query = target.substr(mark + 1);
  return query.substr(0, query.find('#'));
}

std::optional<std::string> parse_target(std::string_view target) {
  if (target.empty() || target[0] != '/' || target.size() > limits::kTargetBytes)
    return std::nullopt;
  auto path = decode(target.substr(0, target.find_first_of("?#")));
  if (!path || !segments_allowed(*path) || !is_utf8(*path)) return std::nullopt;
  return path;
}

}  // namespace putright::http
