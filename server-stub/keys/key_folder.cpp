#include "server-stub/keys/key_folder.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include <sodium.h>
#include <sys/stat.h>

#include "server-stub/files.hpp"
#include "server-stub/limits.hpp"
#include "shared/wire/json.hpp"
#include "shared/wire/json_writer.hpp"

namespace putright {
namespace {

namespace fs = std::filesystem;

constexpr json::Limits kJwkLimits{.bytes = limits::kKeyFileBytes, .depth = 2};
constexpr mode_t kOthers = 077;

std::string receipts_folder(std::string const& folder) {
  return folder + "/receipts";
}
std::string tracking_folder(std::string const& folder) {
  return folder + "/tracking";
}
std::string tracking_file(std::string const& folder) {
  return tracking_folder(folder) + "/secret.key";
}

Done check_owner_only(std::string const& path) {
  struct stat found {};
  if (::stat(path.c_str(), &found) != 0) return Failure{"cannot read " + path};
  if ((found.st_mode & kOthers) == 0) return std::monostate{};
  return Failure{path +
                 " holds secrets and may be read by others: chmod go-rwx it, and replace the keys "
                 "if others can have read them"};
}

std::optional<Digest> read_digest(std::string_view text) {
  auto const bytes = from_base64url(text);
  Digest digest{};
  if (!bytes || bytes->size() != digest.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), digest.begin());
  return digest;
}

Digest random_digest() {
  Digest digest;
  fill_random(digest);
  return digest;
}

Outcome<std::string, Failure> read_secret_file(std::string const& path) {
  if (auto checked = check_owner_only(path); !checked.ok()) return checked.error();
  return read_file(path, limits::kKeyFileBytes);
}

// One file: a pair, or only a public key.
struct KeyFile {
  std::optional<Digest> seed;
  PublicKey checking;
};

Outcome<KeyFile, Failure> read_key_file(std::string const& path) {
  auto const text = read_secret_file(path);
  if (!text.ok()) return text.error();
  auto const root = json::parse(text.value(), kJwkLimits);
  auto keys = parse_jwks(text.value());
  if (!root.ok() || !keys.ok() || keys.value().size() != 1)
    return Failure{path + " is not an Ed25519 JWK"};
  KeyFile file{std::nullopt, keys.value().front()};
  if (root.value().find("d") == nullptr) return file;
  file.seed = read_digest(root.value().string_at("d"));
  if (!file.seed || SigningKey{*file.seed}.public_key().id != file.checking.id) {
    return Failure{path + " is damaged: its two halves do not belong together"};
  }
  return file;
}

// The key files by name, oldest first: names begin with the instant they were made.
Outcome<std::vector<std::string>, Failure> key_files(std::string const& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (fs::directory_iterator at{receipts_folder(folder), error}, end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".jwk") paths.push_back(at->path().string());
  }
  if (error) return Failure{"cannot read " + receipts_folder(folder) + ": " + error.message()};
  std::sort(paths.begin(), paths.end());
  return paths;
}

// How the names of keys made now begin, so that they sort by age.
std::string stamp_of(Instant now) {
  std::string stamp = format_instant(now);
  stamp.erase(std::remove(stamp.begin(), stamp.end(), ':'), stamp.end());
  return stamp;
}

Outcome<PublicKey, Failure> make_signing_key(std::string const& folder, Instant now) {
  Digest const seed = random_digest();
  SigningKey const key{seed};
  json::Writer writer;
  writer.begin_object().member("kty", "OKP").member("crv", "Ed25519");
  writer.member("x", base64url(key.public_key().bytes)).member("d", base64url(seed)).end_object();
  std::string const name = stamp_of(now) + "-" + key.public_key().id.substr(0, 8) + ".jwk";
  auto const written =
      write_file(receipts_folder(folder) + "/" + name, writer.take() + "\n", Readers::owner);
  if (!written.ok()) return written.error();
  return key.public_key();
}

Done make_folders(std::string const& folder) {
  for (auto const& path : {folder, receipts_folder(folder), tracking_folder(folder)}) {
    if (auto made = make_own_folder(path); !made.ok()) return made;
    if (auto checked = check_owner_only(path); !checked.ok()) return checked;
  }
  return std::monostate{};
}

Done make_tracking_secret(std::string const& folder) {
  if (fs::exists(tracking_file(folder))) return std::monostate{};
  return write_file(tracking_file(folder), base64url(random_digest()) + "\n", Readers::owner);
}

Done make_missing(std::string const& folder, Instant now) {
  if (auto made = make_folders(folder); !made.ok()) return made;
  auto const files = key_files(folder);
  if (!files.ok()) return files.error();
  if (files.value().empty()) {
    if (auto made = make_signing_key(folder, now); !made.ok()) return made.error();
  }
  return make_tracking_secret(folder);
}

Done refuse_missing(std::string const& folder) {
  auto const files = key_files(folder);
  std::error_code ignored;
  bool const there =
      !files.ok() || (!files.value().empty() && fs::exists(tracking_file(folder), ignored));
  if (fs::exists(receipts_folder(folder), ignored) && there) return make_folders(folder);
  return Failure{"there are complaints, and " + folder +
                 " lacks the keys of their receipts: put the keys back from where you keep their "
                 "copy, or, if they are lost, make new ones with putright keys rotate"};
}

Outcome<Digest, Failure> read_tracking_secret(std::string const& folder) {
  auto const text = read_secret_file(tracking_file(folder));
  if (!text.ok()) return text.error();
  auto const secret =
      read_digest(std::string_view{text.value()}.substr(0, text.value().find('\n')));
  if (!secret)
    return Failure{tracking_file(folder) + " is damaged: it is not 32 bytes in base64url"};
  return *secret;
}

}  // namespace

SigningKey::SigningKey(Digest const& seed) {
  static_assert(crypto_sign_SEEDBYTES == std::tuple_size_v<Digest>);
  static_assert(crypto_sign_SECRETKEYBYTES == 64 && crypto_sign_PUBLICKEYBYTES == 32);
  std::array<std::uint8_t, 32> bytes{};
  crypto_sign_seed_keypair(bytes.data(), secret_.data(), seed.data());
  public_ = make_public_key(bytes);
}

SigningKey::SigningKey(SigningKey&& other) noexcept
    : secret_(other.secret_), public_(std::move(other.public_)) {
  sodium_memzero(other.secret_.data(), other.secret_.size());
}

SigningKey::~SigningKey() {
  sodium_memzero(secret_.data(), secret_.size());
}

std::array<std::uint8_t, 64> SigningKey::sign(std::string_view bytes) const {
  std::array<std::uint8_t, 64> signature{};
  crypto_sign_detached(signature.data(), nullptr,
                       reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                       secret_.data());
  return signature;
}

Outcome<std::vector<ListedKey>, Failure> list_keys(std::string const& folder) {
  auto const files = key_files(folder);
  if (!files.ok()) return files.error();
  std::vector<ListedKey> keys;
  for (auto const& path : files.value()) {
    auto file = read_key_file(path);
    if (!file.ok()) return file.error();
    keys.push_back(
        {path, file.value().checking, file.value().seed ? KeyUse::rests : KeyUse::checks});
  }
  auto const newest = std::find_if(keys.rbegin(), keys.rend(),
                                   [](auto const& key) { return key.use == KeyUse::rests; });
  if (newest != keys.rend()) newest->use = KeyUse::signs;
  return keys;
}

Outcome<PublicKey, Failure> rotate_keys(std::string const& folder, Instant now) {
  if (auto made = make_folders(folder); !made.ok()) return made.error();
  // A key that cannot be read would stop the next start: better told now.
  auto const keys = list_keys(folder);
  if (!keys.ok()) return keys.error();
  if (!keys.value().empty()) {
    std::string const newest = fs::path{keys.value().back().file}.filename().string();
    if (newest >= stamp_of(now))
      return Failure{"the clock says " + format_instant(now) + ", and the newest key is " + newest +
                     ": a new key must be later; put the clock right, or try again"};
  }
  if (auto made = make_tracking_secret(folder); !made.ok()) return made.error();
  return make_signing_key(folder, now);
}

Outcome<std::vector<PublicKey>, Failure> read_public_keys(std::string const& folder) {
  auto const listed = list_keys(folder);
  if (!listed.ok()) return listed.error();
  std::vector<PublicKey> keys;
  for (auto const& key : listed.value())
    keys.push_back(key.checking);
  return keys;
}

Outcome<Keys, Failure> open_keys(std::string const& folder, Instant now, MissingKeys missing) {
  auto const there =
      missing == MissingKeys::are_made ? make_missing(folder, now) : refuse_missing(folder);
  if (!there.ok()) return there.error();
  auto const files = key_files(folder);
  if (!files.ok()) return files.error();
  std::optional<Digest> seed;
  std::vector<PublicKey> checking;
  for (auto const& path : files.value()) {
    auto file = read_key_file(path);
    if (!file.ok()) return file.error();
    if (file.value().seed) seed = file.value().seed;
    checking.push_back(file.value().checking);
  }
  if (!seed)
    return Failure{receipts_folder(folder) +
                   " has no key that can sign: make one with putright keys rotate"};
  auto const secret = read_tracking_secret(folder);
  if (!secret.ok()) return secret.error();
  return Keys{SigningKey{*seed}, std::move(checking), secret.value()};
}

}  // namespace putright
