#include "server-stub/verify/jws.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include <sodium.h>

#include "server-stub/limits.hpp"
#include "shared/base/names.hpp"
#include "shared/base/require.hpp"
#include "shared/text/fill.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

constexpr std::size_t kSignatureBytes = 64;
constexpr json::Limits kHeaderLimits{.bytes = 1024, .depth = 4};
constexpr int kPayloadDepth = kCaseFileLimits.depth;

constexpr std::array<Named<Paper>, 3> kPapers{{
    {Paper::receipt, "receipt"},
    {Paper::case_file, "case_file"},
    {Paper::audit, "audit"},
}};
// In the order of Paper.
constexpr std::string_view kPaperWords[] = {"receipt", "case file", "audit log"};

struct Parts {
  std::string_view signed_text;
  std::string header;
  std::string payload;
  std::string signature;
};

std::optional<Parts> split(std::string_view jws, std::size_t most_bytes) {
  if (jws.size() > most_bytes) return std::nullopt;
  std::size_t const first = jws.find('.');
  std::size_t const last = jws.rfind('.');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  auto header = from_base64url(jws.substr(0, first));
  auto payload = from_base64url(jws.substr(first + 1, last - first - 1));
  auto signature = from_base64url(jws.substr(last + 1));
  if (!header || !payload || !signature) return std::nullopt;
  return Parts{jws.substr(0, last), std::move(*header), std::move(*payload), std::move(*signature)};
}

bool signature_is_good(Parts const& parts, PublicKey const& key) {
  return parts.signature.size() == kSignatureBytes &&
         crypto_sign_verify_detached(
             reinterpret_cast<unsigned char const*>(parts.signature.data()),
             reinterpret_cast<unsigned char const*>(parts.signed_text.data()),
             parts.signed_text.size(), key.bytes.data()) == 0;
}

bool is_object(std::string_view text) {
  auto const value = json::parse(text, {.bytes = text.size(), .depth = kPayloadDepth});
  return value.ok() && value.value().kind == json::Kind::object;
}

std::string_view sentence_for(NotValid why) {
  switch (why) {
    case NotValid::malformed:
      return "This is not a whole {paper}: some of it is missing or changed.";
    case NotValid::other_type:
      return "This is signed, but it is not a {paper}.";
    case NotValid::other_algorithm:
      return "This is not signed in the way that our {paper}s are.";
    case NotValid::unknown_key:
      return "This was signed with a key that is not one of ours.";
    case NotValid::wrong_signature:
      return "The signature does not fit: the {paper} has been changed.";
  }
  requirement_broken("every reason has words", __FILE__, __LINE__);
}

}  // namespace

std::string_view name(NotValid why) {
  switch (why) {
    case NotValid::malformed:
      return "malformed";
    case NotValid::other_type:
      return "other_type";
    case NotValid::other_algorithm:
      return "other_algorithm";
    case NotValid::unknown_key:
      return "unknown_key";
    case NotValid::wrong_signature:
      return "wrong_signature";
  }
  requirement_broken("every reason has a name", __FILE__, __LINE__);
}

std::string words_of(NotValid why, Paper paper) {
  return fill(sentence_for(why), {{"paper", kPaperWords[static_cast<std::size_t>(paper)]}});
}

std::string sign_jws(SigningKey const& key, std::string_view type, std::string_view payload) {
  json::Writer header;
  header.begin_object()
      .member("alg", "EdDSA")
      .member("kid", key.public_key().id)
      .member("typ", type);
  std::string const text = base64url(header.end_object().take()) + "." + base64url(payload);
  return text + "." + base64url(key.sign(text));
}

Outcome<Verified, NotValid> verify_jws(std::string_view jws, std::string_view type,
                                       std::vector<PublicKey> const& keys, std::size_t most_bytes) {
  auto parts = split(jws, most_bytes);
  if (!parts) return NotValid::malformed;
  auto const header = json::parse(parts->header, kHeaderLimits);
  if (!header.ok() || header.value().kind != json::Kind::object) return NotValid::malformed;
  if (header.value().string_at("alg") != "EdDSA") return NotValid::other_algorithm;
  // RFC 7515, 4.1.11: what "crit" lists must be understood, and we understand no extension.
  if (header.value().find("crit") != nullptr) return NotValid::other_algorithm;
  if (header.value().string_at("typ") != type) return NotValid::other_type;
  std::string_view const id = header.value().string_at("kid");
  auto const key =
      std::find_if(keys.begin(), keys.end(), [&](PublicKey const& each) { return each.id == id; });
  if (key == keys.end()) return NotValid::unknown_key;
  if (!signature_is_good(*parts, *key)) return NotValid::wrong_signature;
  if (!is_object(parts->payload)) return NotValid::malformed;
  return Verified{key->id, std::move(parts->payload)};
}

std::optional<SignedParts> open_jws(std::string_view jws, std::size_t most_bytes) {
  auto parts = split(jws, most_bytes);
  if (!parts) return std::nullopt;
  auto const header = json::parse(parts->header, kHeaderLimits);
  if (!header.ok()) return std::nullopt;
  return SignedParts{std::string{header.value().string_at("typ")}, std::move(parts->payload)};
}

std::string verdict_json(Outcome<Verified, NotValid> const& verdict, Paper paper) {
  json::Writer writer;
  writer.begin_object().member("valid").boolean(verdict.ok());
  writer.member("what", name_in(kPapers, paper));
  if (verdict.ok()) {
    writer.member("kid", verdict.value().key_id).member("payload").raw(verdict.value().payload);
  } else {
    writer.member("why").begin_object();
    writer.member("code", name(verdict.error()))
        .member("words", words_of(verdict.error(), paper))
        .end_object();
  }
  return writer.end_object().take();
}

}  // namespace putright
