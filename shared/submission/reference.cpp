#include "shared/submission/reference.hpp"

#include "shared/base/require.hpp"
#include "shared/policy/terms.hpp"

namespace putright {
namespace {

constexpr int kBase = 23;
constexpr int kPrimitiveRoot = 5;  // its powers visit all of 1..22 modulo 23
constexpr std::size_t kGroup = 4;
// Longer than any way to type a key; more is not looked at.
constexpr std::size_t kMostTyped = 200;

int value_of(char c) {
  std::size_t const at = kSpokenAlphabet.find(c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

char check_character(std::string_view characters) {
  int sum = 0;
  int weight = 1;
  for (char const c : characters) {
    weight = weight * kPrimitiveRoot % kBase;
    sum = (sum + weight * value_of(c)) % kBase;
  }
  return kSpokenAlphabet[static_cast<std::size_t>(sum)];
}

std::string characters_from(std::span<unsigned char const> random) {
  std::string characters;
  for (std::size_t at = 0; at + 1 < random.size(); at += 2) {
    unsigned const number = static_cast<unsigned>(random[at]) * 256U + random[at + 1];
    characters += kSpokenAlphabet[number % kBase];
  }
  return characters + check_character(characters);
}

std::string in_groups(std::string_view characters) {
  std::string text;
  for (std::size_t at = 0; at < characters.size(); ++at) {
    if (at > 0 && at % kGroup == 0) text += '-';
    text += characters[at];
  }
  return text;
}

// Letters and digits only, in capitals.
std::string bare(std::string_view typed) {
  std::string out;
  for (char const c : typed.substr(0, kMostTyped)) {
    if (c >= 'a' && c <= 'z') out += static_cast<char>(c - 'a' + 'A');
    if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) out += c;
  }
  return out;
}

bool is_checked(std::string_view characters, std::size_t length) {
  if (characters.size() != length) return false;
  for (char const c : characters) {
    if (value_of(c) < 0) return false;
  }
  return check_character(characters.substr(0, length - 1)) == characters.back();
}

}  // namespace

std::string make_reference(std::string_view prefix, std::span<unsigned char const> random) {
  PUTRIGHT_REQUIRE(prefix.size() == kReferencePrefixCharacters && random.size() == kReferenceBytes);
  return std::string{prefix} + "-" + in_groups(characters_from(random));
}

std::string make_tracking_key(std::span<unsigned char const> random) {
  PUTRIGHT_REQUIRE(random.size() == kTrackingKeyBytes);
  return in_groups(characters_from(random));
}

std::optional<std::string> normalise_reference(std::string_view typed) {
  std::string const characters = bare(typed);
  if (characters.size() != kReferencePrefixCharacters + kReferenceCharacters) return std::nullopt;
  std::string const rest = characters.substr(kReferencePrefixCharacters);
  if (!is_checked(rest, kReferenceCharacters)) return std::nullopt;
  return characters.substr(0, kReferencePrefixCharacters) + "-" + in_groups(rest);
}

std::optional<std::string> normalise_tracking_key(std::string_view typed) {
  std::string const characters = bare(typed);
  if (!is_checked(characters, kTrackingKeyCharacters)) return std::nullopt;
  return in_groups(characters);
}

}  // namespace putright
